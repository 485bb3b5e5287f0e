"""Comments in drafts that keep their source whole: Markdown's ``<!-- -->`` and the lines of plain text.

A line of plain text is a comment only if it speaks to the checker
(``# checker: ignore CF202: the reason``): any other line is the article's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from checker.arabic.wordlists import words
from checker.model import Region, RegionKind, Remark, Span
from checker.reading.layout import Layout
from checker.resources import load_toml, rules_root

_FILE = "ar/directives.toml"
#: Marks of direction that an editor may have put before the words.
_BLANK = "[ \\t\u200e\u200f\u061c]*"
_OPEN, _CLOSE = "<!--", "-->"


def line_comments(text: str) -> tuple[Remark, ...]:
    """The lines that speak to the checker, and comments between ``<!--`` and ``-->`` that do."""
    found: list[Remark] = []
    if "#" in text:
        found += [Remark(Span(*match.span()), match[1]) for match in _line_pattern().finditer(text)]
    found += [remark for remark in markup_comments(text) if _address().match(remark.text)]
    return tuple(sorted(found, key=lambda remark: remark.span))


def markup_comments(text: str) -> tuple[Remark, ...]:
    """Everything between ``<!--`` and ``-->``; one that is not closed is text like any other."""
    return tuple(_markup_comments(text))


def _markup_comments(text: str) -> Iterator[Remark]:
    start = text.find(_OPEN)
    while start >= 0:
        end = text.find(_CLOSE, start + len(_OPEN))
        if end < 0:
            return
        after = end + len(_CLOSE)
        yield Remark(Span(start, after), text[start + len(_OPEN) : end].strip())
        start = text.find(_OPEN, after)


def apart_from(comments: Sequence[Remark], spans: Sequence[Span]) -> tuple[Remark, ...]:
    """The comments that begin in none of the stretches, which are in text order."""
    starts = [Span(comment.span.start, comment.span.start + 1) for comment in comments]
    return tuple(c for c, start in zip(comments, starts, strict=True) if not any(_touching(spans, start)))


def covered_lines(lines: Sequence[Span], comments: Sequence[Remark]) -> frozenset[Span]:
    """The lines on which nothing stands but a comment, or a part of one."""
    if not comments:
        return frozenset()
    spans = [comment.span for comment in comments]
    return frozenset(
        line for line in lines if any(s.start <= line.start and line.end <= s.end for s in _touching(spans, line))
    )


def without_comments(text: str, layout: Layout, comments: Sequence[Remark]) -> Layout:
    """The layout with the comments as furniture, cut out of the title and of whatever they stand in."""
    if not comments:
        return layout
    spans = [remark.span for remark in comments]
    regions = [Region(r.kind, part) for r in layout.regions for part in _outside(text, r.span, spans)]
    regions += [Region(RegionKind.FURNITURE, span) for span in spans]
    regions.sort(key=lambda region: region.span)
    title = next(_outside(text, layout.title, spans), None) if layout.title else None
    return Layout(tuple(regions), title, layout.date)


def _outside(text: str, span: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """What is left of a stretch between others, without the blanks at its ends."""
    place = span.start
    for cut in [*_touching(spans, span), Span(span.end, span.end)]:
        piece = text[place : cut.start]
        if piece.strip():
            yield Span(place + len(piece) - len(piece.lstrip()), place + len(piece.rstrip()))
        place = max(place, cut.end)


def _touching(spans: Sequence[Span], span: Span) -> Iterator[Span]:
    """Those of some stretches, apart and in text order, that share a character with one."""
    for k in range(bisect_right(spans, span.start, key=lambda other: other.end), len(spans)):
        if spans[k].start >= span.end:
            return
        yield spans[k]


def _names() -> str:
    return "|".join(map(re.escape, words(_FILE, load_toml(rules_root() / _FILE), "names")))


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(rf"^{_BLANK}#{_BLANK}((?:{_names()}){_BLANK}:[^\n\r]*)", re.MULTILINE | re.IGNORECASE)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"(?:{_names()}){_BLANK}:", re.IGNORECASE)
