"""Messages on a stream: headers with a length, an empty line, and JSON of that length in bytes."""

from __future__ import annotations

import json
import re
from typing import BinaryIO

#: A draft of 20 MB in JSON escapes, and some room.
MAX_MESSAGE = 128 * 1024 * 1024
#: Headers are shorter; what is longer is no header and is read past.
_LONGEST_LINE = 4096
_CHUNK = 64 * 1024
#: Kept of an unfinished line, so that a header at its end is seen whole.
_TAIL = 64
_LENGTH = re.compile(rb"Content-Length:[ \t]*([^\r\n]*?)[ \t]*\r?\n\Z", re.IGNORECASE)

PARSE_ERROR, INVALID_REQUEST = -32700, -32600


class WireError(Exception):
    """A message that is none, with the code that JSON-RPC has for it."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def read_message(stream: BinaryIO) -> bytes | WireError | None:
    """The body of the next message; None at the end of the stream.

    What is no header is read past, so that the next message is found again
    after one that was not as it must be.
    """
    length: int | None = None
    tail = b""
    while chunk := stream.readline(_LONGEST_LINE):
        line = tail + chunk
        tail = b"" if line.endswith(b"\n") else line[-_TAIL:]
        if found := _LENGTH.search(line):
            if not re.fullmatch(rb"[0-9]{1,18}", found[1]):
                return WireError(PARSE_ERROR, "Content-Length is not a number of bytes")
            length = int(found[1])
        elif length is not None and not line.strip():
            return _read_body(stream, length)
    return None


def _read_body(stream: BinaryIO, length: int) -> bytes | WireError | None:
    if length <= MAX_MESSAGE:
        body = stream.read(length)
        return body if len(body) == length else None
    while length > 0 and (chunk := stream.read(min(length, _CHUNK))):
        length -= len(chunk)
    return WireError(INVALID_REQUEST, f"a message may have {MAX_MESSAGE} bytes")


def decode(body: bytes) -> object:
    """The value that a body holds.

    Raises:
        WireError: it is not JSON, or too deep.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WireError(PARSE_ERROR, f"not JSON: {type(error).__name__}") from error
