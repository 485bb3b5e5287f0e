"""A limit to what compressed streams of a PDF may expand to, which pdfminer has none of."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from pdfminer import pdftypes

#: One stream, unpacked, in bytes. The text of a page takes some 50 kB, a large font 10 MB.
MAX_STREAM = 32 * 1024 * 1024

_limit: ContextVar[int | None] = ContextVar("limit", default=None)


class ExpandsTooFar(Exception):
    """A stream is larger than its limit."""


class _Counting:
    """A decompressor that stops at the limit."""

    def __init__(self, limit: int) -> None:
        self._inner = zlib.decompressobj()
        self._left = limit

    def decompress(self, data: bytes) -> bytes:
        found = self._inner.decompress(data, self._left + 1)
        self._left -= len(found)
        if self._left < 0:
            raise ExpandsTooFar
        return found

    @property
    def complete(self) -> bool:
        return self._inner.eof


class _Zlib:
    """What pdfminer uses of :mod:`zlib`; without a limit it is that module."""

    error = zlib.error

    @staticmethod
    def decompress(data: bytes) -> bytes:
        limit = _limit.get()
        if limit is None:
            return zlib.decompress(data)
        counting = _Counting(limit)
        found = counting.decompress(data)
        if not counting.complete:
            raise zlib.error("incomplete stream")
        return found

    @staticmethod
    def decompressobj() -> object:
        limit = _limit.get()
        return zlib.decompressobj() if limit is None else _Counting(limit)


@contextmanager
def limited(limit: int = MAX_STREAM) -> Iterator[None]:
    """Inside, a stream that expands to more than ``limit`` bytes raises :class:`ExpandsTooFar`."""
    # The module's own name for zlib is the one place through which all streams go.
    vars(pdftypes)["zlib"] = _Zlib
    token = _limit.set(limit)
    try:
        yield
    finally:
        _limit.reset(token)
