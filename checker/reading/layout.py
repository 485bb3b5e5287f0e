"""Title, dateline, byline and page furniture, told apart from the body.

The unit is the line, without the blanks around it. Headline, dateline and
byline are looked for in the first lines only; furniture can stand anywhere.
The regions do not overlap, and every visible character is in one of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from checker.arabic.dates import find_dates
from checker.arabic.tokens import tokenise
from checker.model import Region, RegionKind, Span
from checker.reading.datelines import is_dateline, may_be_byline, signature_end, whole_byline
from checker.reading.furniture import page_part
from checker.reading.headlines import find_headline
from checker.reading.lines import rest_of_line
from checker.reading.words import LayoutWords, layout_words

#: How many lines from the top, and from the bottom, can be what only stands there.
HEADER_LINES = 8
_TAIL_LINES = 3


class Layout(NamedTuple):
    """The regions of a text in order, its title, and the ISO date of its dateline."""

    regions: tuple[Region, ...]
    title: Span | None
    date: str | None


def lay_out(
    text: str,
    lines: Sequence[Span],
    *,
    title: Span | None = None,
    page: Collection[Span] = frozenset(),
) -> Layout:
    """Say what each line is.

    Args:
        text: the document.
        lines: its lines, as :func:`~checker.reading.lines.split_lines` gives them.
        title: the title, where the format of the file says it; else it is looked for.
        page: lines that the format says are furniture.
    """
    words = layout_words()
    content = [line for line in lines if line not in page] if page else lines
    if title is None:
        title = _find_title(text, content, words)
    regions: list[Region] = []
    date: str | None = None
    for place, line in enumerate(content):
        if title is not None and line.start < title.end and title.start < line.end:
            regions += _around_title(line, title)
            continue
        header, tail = place < HEADER_LINES, place >= len(content) - _TAIL_LINES
        strict = not header or title is None or line.start < title.start
        parts = list(_line(text, line, words, header=header, tail=tail, strict=strict))
        regions += parts
        if header and date is None:
            date = _date_of(text, parts)
    if page:
        regions += [Region(RegionKind.FURNITURE, line) for line in page]
        regions.sort(key=lambda region: region.span)
    return Layout(tuple(regions), title, date)


def _find_title(text: str, lines: Sequence[Span], words: LayoutWords) -> Span | None:
    for place, line in enumerate(lines[:HEADER_LINES]):
        furniture = page_part(text, line, words, header=True, tail=False) == line.end
        if not furniture and not is_dateline(text, line, words, strict=True):
            return find_headline(text, lines, place)
    return None


def _around_title(line: Span, title: Span) -> Iterator[Region]:
    """The title, and the marks of its format on the same line (``# … #``)."""
    if line.start < title.start:
        yield Region(RegionKind.FURNITURE, Span(line.start, title.start))
    if line.start <= title.start:
        yield Region(RegionKind.TITLE, title)
    if title.end < line.end:
        yield Region(RegionKind.FURNITURE, Span(title.end, line.end))


def _line(text: str, line: Span, words: LayoutWords, *, header: bool, tail: bool, strict: bool) -> Iterator[Region]:
    """Furniture, dateline, byline or body, or a line that begins as one and goes on as another."""
    cut = page_part(text, line, words, header=header, tail=tail)
    rest = line
    if cut > line.start:
        yield Region(RegionKind.FURNITURE, Span(line.start, cut))
        rest = rest_of_line(text, line, cut)
        if rest.start == rest.end:
            return
    if (header or tail) and is_dateline(text, rest, words, strict=strict):
        yield Region(RegionKind.DATELINE, rest)
        return
    if header:
        kind = whole_byline(text, rest, words)
        if kind is None and cut > line.start and text[cut - 1] != ":" and may_be_byline(text, rest):
            kind = RegionKind.BYLINE  # what a button stands before
        if kind is not None:
            yield Region(kind, rest)
            return
    cut = signature_end(text, rest, words, header=header)
    if cut > rest.start:
        yield Region(RegionKind.DATELINE, Span(rest.start, cut))
        rest = rest_of_line(text, rest, cut)
    if rest.start < rest.end:
        yield Region(RegionKind.BODY, rest)


def _date_of(text: str, regions: Sequence[Region]) -> str | None:
    for region in regions:
        if region.kind is RegionKind.DATELINE:
            part = region.span.of(text)
            for date in find_dates(part, tokenise(part)):
                return date.iso
    return None
