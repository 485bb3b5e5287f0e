"""A process that checks drafts, one after another, and can be stopped in the middle of one.

It is started as ``python -m checker.lsp.worker`` and reads jobs from standard
input: the length of each in eight bytes, then a pickle. Answers go back in
the same form, the first of them :data:`READY`. On an interrupt (SIGINT) a
check that is under way ends at once and is answered with :data:`STOPPED`; an
interrupt that comes between checks is let be.
"""

from __future__ import annotations

import os
import pickle  # only between this process and the one that started it
import signal
import sys
from typing import Any, BinaryIO

from checker.lsp.checking import Job, check_draft, internal
from checker.model import DocumentReport, Failure
from checker.pipeline import Settings

#: Said once, when words and rules are loaded; and for a check that was stopped.
READY, STOPPED = "ready", "stopped"
#: Bytes that say how long a job or an answer is.
SIZE = 8

Answer = DocumentReport | Failure | None | str


class _Stop(BaseException):
    """Ends a check; no handler of ordinary errors takes it for one."""


class _Desk:
    """Whether a check is under way."""

    busy = False

    def interrupt(self, *_: object) -> None:
        """The handler of SIGINT."""
        if self.busy:
            self.busy = False
            raise _Stop

    def check(self, job: Job) -> Answer:
        """The answer for one job."""
        try:
            self.busy = True
            answer = check_draft(job)
            self.busy = False
        except _Stop:
            return STOPPED
        except Exception as error:
            self.busy = False
            return internal(job.path, error)
        return answer


def pack(value: object) -> bytes:
    """A job or an answer as it goes over a pipe."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return len(data).to_bytes(SIZE, "big") + data


def size_of(head: bytes) -> int:
    """How many bytes follow the first eight."""
    return int.from_bytes(head, "big")


def unpack(data: bytes) -> Any:
    """What was packed, without its length."""
    return pickle.loads(data)  # noqa: S301


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer jobs until there are no more."""
    desk = _Desk()
    signal.signal(signal.SIGINT, desk.interrupt)
    _warm_up()
    _send(sink, READY)
    while head := source.read(SIZE):
        _send(sink, desk.check(unpack(source.read(size_of(head)))))


def _send(sink: BinaryIO, answer: Answer) -> None:
    sink.write(pack(answer))
    sink.flush()


def _warm_up() -> None:
    """Load words and rules before the first draft comes; what is wrong with them is said of each draft."""
    from checker.consistency import load_rules
    from checker.errors import CheckerError

    try:
        for rule in load_rules().rules.values():
            check_draft(Job(rule.fires[0].text, "-", False, Settings()))
    except CheckerError:
        return


def main() -> None:
    """Serve standard input and output; whatever else is printed goes to standard error."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        serve(source, sink)
    except BrokenPipeError:
        sys.exit(1)


if __name__ == "__main__":
    main()
