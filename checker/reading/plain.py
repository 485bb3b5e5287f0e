"""Plain text: the document is the decoded file itself."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Document, Notice, Span
from checker.reading.comments import covered_lines, line_comments, without_comments
from checker.reading.encodings import decode
from checker.reading.layout import lay_out
from checker.reading.lines import split_lines


def read(data: bytes, path: str) -> Iterator[Document]:
    """Read a text file.

    Raises:
        InputError: ``binary``, ``undecodable`` or ``empty``.
    """
    text, encoding, notices = decode(data, path)
    yield lay_out_plain(text, path, encoding=encoding, notices=notices)


def lay_out_plain(
    text: str, path: str, *, title: Span | None = None, encoding: str = "utf-8", notices: tuple[Notice, ...] = ()
) -> Document:
    """The document of a plain text; its lines that speak to the checker are remarks and no part of the article."""
    lines = split_lines(text)
    remarks = line_comments(text)
    layout = lay_out(text, lines, title=title, page=covered_lines(lines, remarks))
    layout = without_comments(text, layout, remarks)
    return Document(text, path, layout.regions, layout.title, layout.date, encoding, notices, remarks=remarks)
