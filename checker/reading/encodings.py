"""From bytes to text: which encoding it is, and whether it is text at all.

The order of the tests: byte order marks, signs of a binary file, UTF-8, and
for what is left the one-byte encodings of :mod:`checker.reading.legacy`.
Newlines are never translated, so offsets hold for the decoded file.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from checker.model import Notice
from checker.reading.failures import failure
from checker.reading.lines import BLANKS

#: First bytes of files that are sent by mistake, and what they are.
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX, ODT"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC, XLS"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\x1f\x8b\x08", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x7fELF", "ELF"),
    (b"OggS", "OGG"),
    (b"ID3", "MP3"),
)
#: Control characters that no text editor writes; tab, newlines, form feed, ^Z and ESC are let be.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
#: A file with more of them than one in this many bytes is not text.
_CONTROLS_PER = 200
#: One damaged byte in this many is a slip in a file; more, and the encoding is another one.
_DAMAGE_PER = 1000
#: … and for each there must be so many intact sequences that prove the encoding.
_PROOF = 10


class Decoded(NamedTuple):
    """The text of a file, without BOM, and what is to be said of its encoding."""

    text: str
    encoding: str
    notices: tuple[Notice, ...]


def decode(data: bytes, path: str) -> Decoded:
    """Decode one file.

    Raises:
        InputError: ``binary``, ``undecodable`` or ``empty``.
    """
    text, encoding = _decode(data, path)
    if not text.strip(BLANKS):
        raise failure(path, "empty")
    notices = []
    if encoding != "utf-8":
        label = _LABELS[encoding]
        notices.append(
            Notice("encoding", f"قُرئ الملف بترميز {label}، لا UTF-8", f"read as {label}, not as plain UTF-8")
        )
    if (first := text.find("\ufffd")) >= 0:
        count = text.count("\ufffd")
        notices.append(
            Notice(
                "replacement-characters",
                f"في النص رموز تالفة (�) عددها {count}، أولها عند الموضع {first}: قد ينقص رقم أو كلمة",
                f"{count} damaged character(s) (�) in the text, the first at offset {first}: "
                "a figure or a word may be incomplete",
                first,
            )
        )
    return Decoded(text, encoding, tuple(notices))


_LABELS = {
    "utf-8-sig": "UTF-8 with BOM",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "windows-1256": "Windows-1256",
    "iso-8859-6": "ISO-8859-6",
}


def _decode(data: bytes, path: str) -> tuple[str, str]:
    for bom, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(bom):
            return _decode_utf16(data[len(bom) :], encoding, path), encoding
    _refuse_binary(data, path)
    encoding = "utf-8"
    if data.startswith(codecs.BOM_UTF8):
        data, encoding = data[len(codecs.BOM_UTF8) :], "utf-8-sig"
    try:
        return data.decode("utf-8"), encoding
    except UnicodeDecodeError:
        pass
    if (text := _damaged_utf8(data)) is not None:
        return text, encoding
    from checker.reading.legacy import recognise  # most files are UTF-8

    if encoding == "utf-8" and (found := recognise(data)) is not None:
        return found
    raise failure(path, "undecodable")


def _decode_utf16(data: bytes, encoding: str, path: str) -> str:
    text = data.decode(encoding, "replace")
    if "\0" in text:
        raise failure(path, "binary", why="NUL")
    if text.count("\ufffd") > _tolerated(len(data)):
        raise failure(path, "undecodable")
    return text


def _refuse_binary(data: bytes, path: str) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise failure(path, "binary", why=kind)
    if b"\0" in data:
        raise failure(path, "binary", why="NUL")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls * _CONTROLS_PER > len(data):
        raise failure(path, "binary", why="0x00–0x1F")


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bytes lost, such as a file cut in the middle of a letter."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    intact = len(text) - len(text.encode("ascii", "ignore")) - text.count("\ufffd")
    return text if bad <= _tolerated(len(data)) and intact >= _PROOF * bad else None


def _tolerated(size: int) -> int:
    return max(1, size // _DAMAGE_PER)
