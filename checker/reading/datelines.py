"""Lines and prefixes that say where, when and by whom an article was written."""

from __future__ import annotations

import re

from checker.arabic.dates import find_dates
from checker.arabic.tokens import tokenise
from checker.model import RegionKind, Span
from checker.reading.words import LayoutWords, folded_words, squeezed

#: The longest dateline and byline, and the longest prefix before an article's first word.
_DATELINE = 120
_BYLINE = 70
_PREFIX = 90
#: At most so many unknown words, a place or a name, stand before the date.
_PLACE = 3
#: The longest part of "name - paper - town", in words, and how many parts there are.
_PART_WORDS = 5
_PARTS = 5

_DASH = re.compile(r"\s*[-–—|]\s*|\s+ـ+\s+")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?!\d)")
_BRACKETED = re.compile(r"\([^()]*\)")
_AGENCY_IN_BRACKETS = re.compile(r"\(([^()]{1,30})\)\s{0,3}([-–—:ـ])")
#: One word and the mark that sets it off from the name.
_CREDIT_MARK = re.compile(r"[^\s:/\-–]+\s?[:/\-–]")


def is_dateline(text: str, line: Span, words: LayoutWords, *, strict: bool) -> bool:
    """Whether a line is nothing but place and date: ``السبت 7 سبتمبر 2024 - 01:15 ص``.

    ``strict`` asks that every word of it be one that datelines are known to
    hold; otherwise up to three words, a place, may stand before a full date.
    """
    if line.end - line.start > _DATELINE or not _DIGIT.search(text, line.start, line.end):
        return False
    part = line.of(text)
    tokens = tokenise(part)
    full = bool(find_dates(part, tokens))
    dated = full or _CLOCK.search(part) is not None
    norms = [token.norm for token in tokens if token.kind in ("word", "latin", "number")]
    unknown = _PLACE if full and not strict else 0
    begun = False
    for norm in norms[words.dateline.longest(norms)[0] :]:
        if norm in words.date_words:
            begun = True
            dated = dated or norm in words.months
        elif norm[0].isdigit():
            begun = True
        elif norm not in words.place_words:
            unknown -= 1
            if begun or unknown < 0 or norm in words.sentence:
                return False
    return dated


def whole_byline(text: str, line: Span, words: LayoutWords) -> RegionKind | None:
    """What a short line without digits is, if it names writer, paper or town and nothing else."""
    if not may_be_byline(text, line):
        return None
    norms = folded_words(text, line.start, line.end)
    short = len(norms) <= _PART_WORDS + 1
    if short and words.byline.longest(norms)[0] and text[line.end - 1] != ".":
        return RegionKind.BYLINE
    part = line.of(text)
    if words.credits.longest(norms)[0] and _CREDIT_MARK.match(part):
        return RegionKind.BYLINE
    names = _parts(part)
    if len(names) < 2 or not any(name in words.agencies or name in words.cities for name in names):
        return None
    known = names[0] in words.agencies or names[0] in words.cities
    return RegionKind.DATELINE if known else RegionKind.BYLINE


def may_be_byline(text: str, line: Span) -> bool:
    """Whether a line is as short as a byline and without digits."""
    return line.end - line.start <= _BYLINE and not _DIGIT.search(text, line.start, line.end)


def signature_end(text: str, line: Span, words: LayoutWords, *, header: bool) -> int:
    """The offset after the signature that a paragraph begins with, or its start.

    ``كابل - «الشرق الأوسط»:``, ``رويترز- بنغازي:``, ``بيروت (رويترز) -``. An
    agency must be among its parts; near the top of a document, a town is enough.
    """
    start, end = line
    limit = min(end, start + _PREFIX)
    colon = text.find(":", start, limit)
    if colon > start:
        names = _parts(_BRACKETED.sub(" ", text[start:colon]))
        if any(name in words.agencies for name in names):
            return colon + 1
        if header and len(names) > 1 and any(name in words.cities for name in names):
            return colon + 1
    bracketed = _AGENCY_IN_BRACKETS.search(text, start, limit)
    if bracketed and squeezed(bracketed[1]) in words.agencies:
        before = text[start : bracketed.start()]
        short = len(before.split()) <= _PART_WORDS and not _DIGIT.search(before)
        if short and (bracketed[2] != ":" or squeezed(before) in words.cities):
            return bracketed.end()
    return start


def _parts(line: str) -> list[str]:
    """The parts of "name - paper - town", squeezed; nothing if a part is too long for that."""
    parts = _DASH.split(line.lstrip("*•·- "))
    if len(parts) > _PARTS or any(len(part.split()) > _PART_WORDS for part in parts):
        return []
    return [squeezed(part) for part in parts]
