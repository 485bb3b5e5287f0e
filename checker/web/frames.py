"""How the server and its workers talk: a head of JSON and a body of bytes, each behind its length."""

from __future__ import annotations

import json
import struct
from asyncio import StreamReader
from typing import Any, BinaryIO, NamedTuple

_LENGTHS = struct.Struct(">II")


class Frame(NamedTuple):
    """One message: what is asked or answered, and the bytes it is about."""

    head: dict[str, Any]
    body: bytes = b""


def pack(frame: Frame) -> bytes:
    """The frame as it goes through a pipe."""
    head = json.dumps(frame.head).encode()
    return b"".join((_LENGTHS.pack(len(head), len(frame.body)), head, frame.body))


def read_frame(stream: BinaryIO) -> Frame | None:
    """The next frame of a blocking stream, None at its end."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    return Frame(json.loads(stream.read(head)), stream.read(body))


async def receive_frame(stream: StreamReader) -> Frame:
    """The next frame of an asyncio stream.

    Raises:
        asyncio.IncompleteReadError: the other side has gone.
    """
    head, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    return Frame(json.loads(await stream.readexactly(head)), await stream.readexactly(body))
