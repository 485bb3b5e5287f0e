"""Rows of a CSV as programs write them: commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1256.

The header decides on the delimiter, the first bytes on the encoding. In UTF-8
a byte that is none stays visible as a surrogate, and so do the bytes of a row
that is UTF-8 in a file that is not, so that the row can be named.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import IO, Any, cast

from checker.archive.files import LONGEST_LINE

#: Bytes that are looked at for the encoding.
_HEAD = 1 << 16
_UTF8 = "utf-8-sig"
#: In a file of a one-byte encoding a few letters happen to look like UTF-8: at most one in so many.
_CHANCE = 10
_CODECS = {"windows-1256": "cp1256", "iso-8859-6": "iso8859_6"}
_DELIMITERS = ",;\t"


def read_rows(plain: IO[bytes]) -> Iterator[list[str]]:
    """The rows of a CSV, its header first; a file with nothing in it has none.

    Raises:
        csv.Error: the file cannot be cut into rows.
        OSError, EOFError: it cannot be read to its end.
    """
    csv.field_size_limit(LONGEST_LINE)
    buffered = io.BufferedReader(cast(Any, plain), _HEAD)
    encoding = _encoding(buffered.peek(_HEAD)[:_HEAD])
    errors = "surrogateescape" if encoding == _UTF8 else "replace"
    text = io.TextIOWrapper(buffered, encoding=encoding, errors=errors, newline="")
    head = text.readline(LONGEST_LINE)
    delimiter = max(_DELIMITERS, key=lambda sign: len(next(csv.reader([head], delimiter=sign), [])))
    rows = csv.reader(_behind(head, text), delimiter=delimiter)
    return rows if encoding in (_UTF8, "utf-16") else (_visible(row, encoding) for row in rows)


def _behind(head: str, text: io.TextIOWrapper) -> Iterator[str]:
    yield head
    yield from text


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        pass
    else:
        return _UTF8
    beyond = sum(byte > 127 for byte in head)
    intact = sum(char > "\x7f" for char in head.decode("utf-8", "ignore"))
    if intact * _CHANCE > beyond:
        return _UTF8
    from checker.reading.legacy import recognise

    found = recognise(head)
    return _CODECS[found[1]] if found is not None else _UTF8


def _visible(row: list[str], encoding: str) -> list[str]:
    return [cell if cell.isascii() else _of_utf8(cell, encoding) for cell in row]


def _of_utf8(cell: str, encoding: str) -> str:
    """A cell that is UTF-8, read in another encoding, as the bytes that it is; any other as it is."""
    data = cell.encode(encoding, "replace")
    try:
        meant = data.decode("utf-8")
    except UnicodeDecodeError:
        return cell
    letters = sum(char > "\x7f" for char in meant)
    return data.decode("ascii", "surrogateescape") if letters > 1 else cell
