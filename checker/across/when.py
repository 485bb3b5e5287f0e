"""The days that a text speaks of, as far as words and the article's date say them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import PurePath
from typing import NamedTuple

from checker.across.words import Words
from checker.arabic.calendar import Calendar, calendar
from checker.arabic.dates import find_dates
from checker.arabic.tokens import Token, Tokens
from checker.model import Document

_FILE_DATE = re.compile(r"(?<!\d)(19|20)\d\d[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
#: Half a year: a day and month without a year is the one nearest to the article.
_HALF_YEAR = 183
_PARTICLES = "وفبل"
_RELATIVE_WORDS = 3


class Day(NamedTuple):
    """A day that is spoken of at token ``place``; ``ordinal`` is that of :meth:`datetime.date.toordinal`."""

    place: int
    ordinal: int


def published(document: Document) -> date | None:
    """The day of an article: that of its dateline or metadata, else an ISO date in the name of its file."""
    if document.date is not None:
        try:
            return date.fromisoformat(document.date[:10])
        except ValueError:
            return None
    match = _FILE_DATE.search(PurePath(document.path).name)
    if match is None:
        return None
    try:
        return date.fromisoformat(re.sub(r"[-_.]", "", match[0]))
    except ValueError:
        return None


def days_in(text: str, tokens: Tokens, today: date | None, words: Words) -> list[Day]:
    """Every day that a document speaks of, in text order.

    Full dates, Gregorian and Hijri, stand for themselves; "أمس", weekdays and
    a day and month without year are counted from ``today`` and left out
    where that is not known.
    """
    cal = calendar()
    starts = tokens.starts
    found: dict[int, int] = {}
    covered: set[int] = set()
    for full in find_dates(text, tokens):
        first = bisect_left(starts, full.span.start)
        last = bisect_left(starts, full.span.end)
        covered.update(range(first, last))
        found[first] = date.fromisoformat(full.iso).toordinal()
    telling = _first_words()
    for k, token in enumerate(tokens):
        if token.norm not in telling or k in covered:
            continue
        day = _hijri(tokens, k, cal)
        if day is None and today is not None:
            day = _weekday(tokens, k, cal, today, words)
            if day is None:
                day, words_used = _relative(tokens, k, cal, today)
                covered.update(range(k, k + words_used))
            if day is None:
                day = _day_of_month(tokens, k, cal, today)
        if day is not None:
            found.setdefault(k, day.toordinal())
    return [Day(place, found[place]) for place in sorted(found)]


@cache
def _first_words() -> frozenset[str]:
    """Every word that a day can begin with or a month's name is, with and without a particle."""
    cal = calendar()
    words = {name.split()[0] for names in (cal.weekdays, cal.relative, cal.gregorian, cal.hijri) for name in names}
    joined = {particle + word for particle in _PARTICLES for word in words}
    return frozenset({*words, *joined, *("لل" + word[2:] for word in words if word.startswith("ال"))})


def _bare(norm: str) -> Iterator[str]:
    yield norm
    if norm[:1] in _PARTICLES:
        yield "ال" + norm[2:] if norm.startswith("لل") else norm[1:]


def _weekday(tokens: Sequence[Token], k: int, cal: Calendar, today: date, words: Words) -> date | None:
    number = next((cal.weekdays[name] for name in _bare(tokens[k].norm) if name in cal.weekdays), None)
    if number is None:
        return None
    following = tokens[k + 1].norm if k + 1 < len(tokens) else ""
    back = (today.weekday() - number) % 7
    if following in words.past and back == 0:
        back = 7
    elif following in words.coming:
        back -= 7
    return today - timedelta(days=back)


def _relative(tokens: Sequence[Token], k: int, cal: Calendar, today: date) -> tuple[date | None, int]:
    """The day of a phrase such as "أول من أمس", and how many words it has."""
    for words in range(_RELATIVE_WORDS, 0, -1):
        rest = [token.norm for token in tokens[k + 1 : k + words]]
        for first in _bare(tokens[k].norm):
            days = cal.relative.get(" ".join((first, *rest)))
            if days is not None:
                return today + timedelta(days=days), words
    return None, 0


def _number(token: Token) -> int | None:
    return int(token.norm) if token.kind == "number" and len(token.norm) <= 2 and token.norm.isdigit() else None


def _month(tokens: Sequence[Token], k: int, names: Calendar, *, hijri: bool = False) -> tuple[int, int] | None:
    """The month whose name begins at ``k``, and the token after it."""
    table = names.hijri if hijri else names.gregorian
    norm = tokens[k].norm
    if k + 1 < len(tokens) and (month := table.get(f"{norm} {tokens[k + 1].norm}")) is not None:
        return month, k + 2
    month = table.get(norm)
    return None if month is None else (month, k + 1)


def _day_before(tokens: Sequence[Token], k: int, cal: Calendar) -> int | None:
    """The day of the month right before the name of a month at ``k``."""
    place = k - 1
    if place >= 0 and tokens[place].norm in cal.joiners:
        place -= 1
    if place < 0:
        return None
    number = _number(tokens[place])
    if number is None:
        number = cal.days_of_month.get(f"{tokens[place - 1].norm} {tokens[place].norm}") if place else None
        number = number or cal.days_of_month.get(tokens[place].norm)
    return number


def _day_of_month(tokens: Sequence[Token], k: int, cal: Calendar, today: date) -> date | None:
    """ "26 يونيو" of the year that brings it nearest to the article."""
    named = _month(tokens, k, cal)
    if named is None:
        return None
    number = _day_before(tokens, k, cal)
    if number is None:
        return None
    for year in (today.year, today.year - 1, today.year + 1):
        try:
            day = date(year, named[0], number)
        except ValueError:
            continue
        if abs((day - today).days) <= _HALF_YEAR:
            return day
    return None


def _hijri(tokens: Sequence[Token], k: int, cal: Calendar) -> date | None:
    """ "5 شوال 1436": a full Hijri date as the Gregorian day."""
    named = _month(tokens, k, cal, hijri=True)
    if named is None:
        return None
    month, after = named
    while after < len(tokens) and tokens[after].norm in cal.joiners:
        after += 1
    year = tokens[after].norm if after < len(tokens) else ""
    number = _day_before(tokens, k, cal)
    if number is None or len(year) != 4 or not year.isdigit():
        return None
    from hijridate import Hijri

    try:
        converted = Hijri(int(year), month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(converted.year, converted.month, converted.day)
