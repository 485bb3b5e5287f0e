"""Lines and columns of stretches of a document, for the formats that point into files."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from checker.model import Anchor, Document, Span


class Place(NamedTuple):
    """Where a stretch begins and ends: lines and columns from 1, in code points; the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Places:
    """The places of one document's stretches, found with one scan of its text."""

    def __init__(self, document: Document) -> None:
        text = document.text
        self._starts = [0]
        i = text.find("\n")
        while i >= 0:
            self._starts.append(i + 1)
            i = text.find("\n", i + 1)

    def of(self, span: Span) -> Place:
        """The place of a stretch."""
        line, column = self._at(span.start)
        return Place(line, column, *self._at(max(span.start, span.end)))

    def _at(self, position: int) -> tuple[int, int]:
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1


def is_source(document: Document) -> bool:
    """Whether the document's text is the decoded file itself, so that its lines are the file's lines."""
    return not document.anchors


def source_span(document: Document, span: Span) -> Span | None:
    """The stretch in the decoded file; None where the file is no text (Word, PDF) or the stretch is not in it."""
    if is_source(document):
        return span
    first, last = _anchor(document, span.start), _anchor(document, max(span.start, span.end - 1))
    if first is None or last is None or first.source is None or last.source is None:
        return None
    return Span(_moved(first, span.start, end=False), _moved(last, span.end, end=True))


def page_of(document: Document, span: Span) -> int | None:
    """The page that a stretch begins on, where the format has pages."""
    anchor = _anchor(document, span.start)
    return anchor.page if anchor else None


def _anchor(document: Document, position: int) -> Anchor | None:
    """The anchor that covers a position."""
    at = bisect_right(document.anchors, position, key=lambda anchor: anchor.span.start) - 1
    anchor = document.anchors[at] if at >= 0 else None
    return anchor if anchor and anchor.span.start <= position < anchor.span.end else None


def _moved(anchor: Anchor, position: int, *, end: bool) -> int:
    """A position in the source; in an anchor that is not as long as its source, the edge of it."""
    assert anchor.source is not None  # noqa: S101 - the caller has looked
    if anchor.span.end - anchor.span.start == anchor.source.end - anchor.source.start:
        return anchor.source.start + position - anchor.span.start
    return anchor.source.end if end else anchor.source.start
