from __future__ import annotations

import io

import pytest

from checker.lsp import wire
from checker.lsp.wire import INVALID_REQUEST, PARSE_ERROR, WireError, decode, read_message


def framed(body: bytes, header: bytes = b"Content-Length: %d\r\n\r\n") -> bytes:
    return header % len(body) + body


def read_all(data: bytes) -> list[bytes | int]:
    """Bodies, and the codes of what was none."""
    stream = io.BytesIO(data)
    found: list[bytes | int] = []
    while (message := read_message(stream)) is not None:
        found.append(message.code if isinstance(message, WireError) else message)
    return found


def test_messages_one_after_another():
    assert read_all(framed(b"{}") + framed("«قتيل»".encode())) == [b"{}", "«قتيل»".encode()]


@pytest.mark.parametrize(
    "header",
    [
        b"content-length:%d\r\n\r\n",
        b"Content-Length:   %d  \r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
        b"Content-Type: x\r\nContent-Length: %d\r\n\r\n",
        b"Content-Length: %d\n\n",
    ],
)
def test_headers_as_clients_write_them(header: bytes):
    assert read_all(framed(b"[1]", header)) == [b"[1]"]


@pytest.mark.parametrize(
    "rubbish",
    [
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\r\n\r\n\r\n",
        b'{"jsonrpc": "2.0"}',
        b"\x00\xff\xfe" * 5000,
        b"x" * (wire._LONGEST_LINE - 20),
    ],
)
def test_what_is_no_message_is_read_past(rubbish: bytes):
    assert read_all(rubbish + framed(b"{}")) == [b"{}"]


@pytest.mark.parametrize("length", [b"-1", b"ten", b"1e3", b"0x10", b"9" * 40, b""])
def test_a_length_that_is_none_is_said_and_the_next_message_read(length: bytes):
    assert read_all(b"Content-Length: " + length + b"\r\n\r\n{}" + framed(b"[]")) == [PARSE_ERROR, b"[]"]


def test_too_long_a_message_is_skipped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(wire, "MAX_MESSAGE", 100)
    assert read_all(framed(b"x" * 200_000) + framed(b"{}")) == [INVALID_REQUEST, b"{}"]


def test_a_message_that_breaks_off_is_the_end():
    assert read_all(framed(b"{}") + b"Content-Length: 10\r\n\r\n{") == [b"{}"]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe\xff", b"[" * 100_000, b"1" * 5000, b"nul"])
def test_what_is_not_json_has_its_code(body: bytes):
    with pytest.raises(WireError) as caught:
        decode(body)
    assert caught.value.code == PARSE_ERROR
