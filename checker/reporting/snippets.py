"""The sentences around the figures of a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.model import Span
from checker.reporting.inert import clean
from checker.reporting.lines import Lines
from checker.values import changing, frozen

#: Code points kept on each side of a figure where its sentence is long.
_REACH = 90
#: The longest stretch that is shown of one figure; no real one comes near.
_LONGEST = 160
#: A point inside a number ("1.5") ends nothing.
_END = re.compile(r"[\n\r\u2028\u2029]|[.؟?!…]+(?=[\s\"'”»’)\]]|$)")


class Piece(NamedTuple):
    """A stretch of a snippet, safe to print; a marked one is a figure."""

    text: str
    marked: bool


@frozen
class Snippet:
    """A sentence or a part of it, with the line that its first figure is on."""

    line: int
    pieces: tuple[Piece, ...]


@changing
class _Window:
    """A stretch of the text around figures, and whether it is cut off."""

    start: int
    end: int
    cut_before: bool
    cut_after: bool
    marks: list[Span]


def snippets(text: str, spans: Iterable[Span], lines: Lines) -> list[Snippet]:
    """One snippet a sentence, in text order; figures of one line that are close share one."""
    windows: list[_Window] = []
    for span in sorted(spans):
        window = _window(text, span)
        if windows and _touch(text, windows[-1], window):
            last = windows[-1]
            if window.end > last.end:
                last.end, last.cut_after = window.end, window.cut_after
            last.marks.append(span)
        else:
            windows.append(window)
    return [Snippet(lines.of(window.marks[0].start), tuple(_pieces(text, window))) for window in windows]


def _window(text: str, span: Span) -> _Window:
    """The sentence around a figure, no further than the reach, broken at blanks."""
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    ends = [match.end() for match in _END.finditer(text, low, span.start)]
    cut_before = not ends and low > 0
    if ends:
        low = ends[-1]
    elif cut_before:
        low = text.find(" ", low, span.start) + 1 or low
    stop = _END.search(text, span.end, high)
    cut_after = stop is None and high < len(text)
    if stop is not None:
        high = stop.start() if stop[0].isspace() else stop.end()
    elif cut_after:
        blank = text.rfind(" ", span.end, high)
        high = blank if blank >= 0 else high
    while low < span.start and text[low].isspace():
        low += 1
    while high > span.end and text[high - 1].isspace():
        high -= 1
    return _Window(low, high, cut_before, cut_after, [span])


def _touch(text: str, before: _Window, after: _Window) -> bool:
    """Whether two windows overlap or only blanks stand between them."""
    return after.start <= before.end or not text[before.end : after.start].strip(" \u00a0")


def _pieces(text: str, window: _Window) -> Iterable[Piece]:
    place = window.start
    if window.cut_before:
        yield Piece("…", marked=False)
    for mark in _apart(window.marks):
        if mark.start > place:
            yield Piece(clean(text[place : mark.start]), marked=False)
        yield Piece(clean(_short(mark.of(text))), marked=True)
        place = mark.end
    rest = clean(text[place : window.end]) + ("…" if window.cut_after else "")
    if rest:
        yield Piece(rest, marked=False)


def _apart(marks: Sequence[Span]) -> list[Span]:
    """Marks without those that overlap an earlier one."""
    kept: list[Span] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _short(figure: str) -> str:
    if len(figure) <= _LONGEST:
        return figure
    half = _LONGEST // 2
    return f"{figure[:half]}…{figure[-half:]}"
