"""The pipe between server and worker."""

from __future__ import annotations

import asyncio
import io

import pytest

from checker.web.frames import Frame, pack, read_frame, receive_frame

FRAMES = [
    Frame({"do": "check", "name": "خبر.txt"}, "قتل".encode()),
    Frame({}),
    Frame({"a": None}, bytes(range(256)) * 999),
]


def test_what_goes_in_comes_out():
    stream = io.BytesIO(b"".join(map(pack, FRAMES)))
    assert [read_frame(stream) for _ in FRAMES] == FRAMES
    assert read_frame(stream) is None


def test_the_other_end_reads_the_same():
    async def read() -> None:
        stream = asyncio.StreamReader()
        stream.feed_data(b"".join(map(pack, FRAMES)) + pack(FRAMES[0])[:5])
        stream.feed_eof()
        assert [await receive_frame(stream) for _ in FRAMES] == FRAMES
        with pytest.raises(asyncio.IncompleteReadError):
            await receive_frame(stream)

    asyncio.run(read())
