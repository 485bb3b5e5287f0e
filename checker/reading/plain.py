"""Plain text: the document is the decoded file itself."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Document
from checker.reading.encodings import decode
from checker.reading.layout import lay_out
from checker.reading.lines import split_lines


def read(data: bytes, path: str) -> Iterator[Document]:
    """Read a text file.

    Raises:
        InputError: ``binary``, ``undecodable`` or ``empty``.
    """
    text, encoding, notices = decode(data, path)
    layout = lay_out(text, split_lines(text))
    yield Document(text, path, layout.regions, layout.title, layout.date, encoding, notices)
