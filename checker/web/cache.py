"""The last answers, so that the same draft asked for again costs nothing."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b

from checker.web.frames import Frame
from checker.web.jobs import Job

#: What an entry costs beside its body.
_OVERHEAD = 1024


class Answers:
    """Answers by the digest of what was asked, the least used going first beyond ``limit`` bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held: OrderedDict[bytes, Frame] = OrderedDict()
        self.size = 0

    @staticmethod
    def key(job: Job, draft: bytes) -> bytes:
        """A digest of a job and its draft; the draft itself is not kept."""
        digest = blake2b(repr(job).encode("utf-8", "surrogatepass"), digest_size=32)
        digest.update(b"\0")
        digest.update(draft)
        return digest.digest()

    def get(self, key: bytes) -> Frame | None:
        """The answer, if it is still there."""
        answer = self._held.get(key)
        if answer is not None:
            self._held.move_to_end(key)
        return answer

    def keep(self, key: bytes, answer: Frame) -> None:
        """Keep an answer, unless it would take more than a quarter of the room."""
        size = len(answer.body) + _OVERHEAD
        if size > self._limit // 4 or key in self._held:
            return
        self._held[key] = answer
        self.size += size
        while self.size > self._limit:
            _, dropped = self._held.popitem(last=False)
            self.size -= len(dropped.body) + _OVERHEAD
