"""Full Gregorian dates, and weekdays that stand beside them.

A full date has a year, so the search starts from years (1900 to 2099) and
reads the few tokens around each; the rest of the text is never looked at.
Hijri dates are recognised only as what may stand between a weekday and the
Gregorian date of the same day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from checker.arabic.calendar import Calendar, calendar
from checker.arabic.tokens import Token, Tokens
from checker.model import DateMention, Span

#: Four digits and no more. The look-behind comes second, for a pattern that begins with a set is searched faster.
_YEAR = re.compile(r"[12١٢۱۲](?<!\d.)(?:(?<=[1١۱])[9٩۹]|(?<=[2٢۲])[0٠۰])\d\d(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})")
_SEPARATORS = frozenset("/-–")
_BRACKETS = frozenset("()[]")
#: What may stand between month and year, or between the two names of one month.
_LINKS = _SEPARATORS | _BRACKETS | frozenset("،,")
_PARTICLES = frozenset("وفبل")
#: A weekday is looked for at most this many tokens away from its date.
_REACH = 16


class FullDate(NamedTuple):
    """A date with day, month and year; ``iso`` is ``YYYY-MM-DD``."""

    span: Span
    iso: str


class _Found(NamedTuple):
    """A date as the half-open range of its tokens."""

    first: int
    last: int
    day: date


def find_dates(text: str, tokens: Tokens) -> list[FullDate]:
    """The full Gregorian dates of a text, in order.

    Months by name (of any region, also two names: ``تموز/يوليو``) or by
    number, day first unless that is impossible; days in digits or as an
    ordinal. Dates that do not exist are left out.
    """
    return [FullDate(_span(tokens, found), found.day.isoformat()) for found in _scan(text, tokens)]


def weekday_dates(text: str, tokens: Tokens) -> list[DateMention]:
    """The weekdays that stand directly beside a full date, with that date.

    Between the two may be brackets, a comma, ``الموافق`` or the Hijri date of
    the day. The span covers weekday and date.
    """
    cal = calendar()
    mentions = []
    for found in _scan(text, tokens):
        if (place := _weekday_before(tokens, found.first, cal)) is not None:
            first, last = place, found.last
        elif (place := _weekday_after(tokens, found.last, cal)) is not None:
            first, last = found.first, place + 1
        else:
            continue
        weekday = _weekday(tokens[place], cal)
        if weekday is not None:
            span = Span(tokens.start(first), tokens.end(last - 1))
            mentions.append(DateMention(span, weekday, found.day.isoformat()))
    return mentions


def _span(tokens: Tokens, found: _Found) -> Span:
    return Span(tokens.start(found.first), tokens.end(found.last - 1))


def _scan(text: str, tokens: Tokens) -> Iterator[_Found]:
    end = 0
    for match in _YEAR.finditer(text):
        place = bisect_right(tokens.starts, match.start()) - 1
        if place < end or tokens[place].kind != "number":
            continue
        found = _date_around(tokens, place, calendar())
        if found is not None and found.first >= end:
            end = found.last
            yield found


def _date_around(tokens: Tokens, year: int, cal: Calendar) -> _Found | None:
    """The date whose year is in the token at ``year``."""
    norm = tokens[year].norm
    if not norm.isdigit():
        if dotted := _DAY_FIRST.fullmatch(norm):
            day, month, of = dotted.groups()
        elif dotted := _YEAR_FIRST.fullmatch(norm):
            of, month, day = dotted.groups()
        else:
            return None
        return _found(year, year + 1, int(of), int(month), int(day))
    return _numeric_before(tokens, year) or _numeric_after(tokens, year) or _month_by_name(tokens, year, cal)


def _found(first: int, last: int, year: int, month: int, day: int) -> _Found | None:
    if month > 12 >= day:
        month, day = day, month
    try:
        return _Found(first, last, date(year, month, day))
    except ValueError:
        return None


def _small(token: Token) -> int | None:
    """The value of a number that can be a day or a month."""
    if token.kind == "number" and len(token.norm) <= 2 and token.norm.isdigit():
        return int(token.norm)
    return None


def _numeric_before(tokens: Tokens, year: int) -> _Found | None:
    """``07/09/2024``, the year last."""
    if year < 4 or tokens[year - 1].text not in _SEPARATORS or tokens[year - 3].text != tokens[year - 1].text:
        return None
    day, month = _small(tokens[year - 4]), _small(tokens[year - 2])
    if day is None or month is None:
        return None
    return _found(year - 4, year + 1, int(tokens[year].norm), month, day)


def _numeric_after(tokens: Tokens, year: int) -> _Found | None:
    """``2024-09-07``, the year first."""
    if year + 4 >= len(tokens) or tokens[year + 1].text not in _SEPARATORS:
        return None
    if tokens[year + 3].text != tokens[year + 1].text:
        return None
    month, day = _small(tokens[year + 2]), _small(tokens[year + 4])
    if day is None or month is None:
        return None
    return _found(year, year + 5, int(tokens[year].norm), month, day)


def _month_by_name(tokens: Tokens, year: int, cal: Calendar) -> _Found | None:
    """``7 سبتمبر (أيلول) 2024``, ``الخامس من شهر أغسطس عام 2015``, ``أغسطس 5, 2015``."""
    place = year - 1
    place = _skip(tokens, place, 3, cal.joiners)
    between = _small(tokens[place]) if place >= 0 else None
    named = _name(tokens, place - 1 if between else place, cal.gregorian)
    if named is None:
        return None
    month, first = named
    if between:
        return _found(first, year + 1, int(tokens[year].norm), month, between)
    other = _name(tokens, _skip(tokens, first - 1, 2), cal.gregorian)
    if other is not None:
        if other[0] != month:
            return None  # "June - July 2015" is a range, not a date
        first = other[1]
    day_at = _skip(tokens, first - 1, 3, cal.joiners)
    day = _name(tokens, day_at, cal.days_of_month)
    if day is None:
        number = _small(tokens[day_at]) if day_at >= 0 else None
        if number is None:
            return None
        if day_at and tokens[day_at - 1].norm == "ال" and tokens.touch(day_at - 1):
            day_at -= 1
        day = number, day_at
    return _found(day[1], year + 1, int(tokens[year].norm), month, day[0])


def _skip(tokens: Tokens, place: int, most: int, words: frozenset[str] = frozenset()) -> int:
    """The place left of at most ``most`` linking marks and words that end at ``place``."""
    while most and place >= 0 and (tokens[place].text in _LINKS or tokens[place].norm in words):
        place -= 1
        most -= 1
    return place


def _name(tokens: Tokens, place: int, names: Mapping[str, int]) -> tuple[int, int] | None:
    """The number of the name that ends at ``place``, and where it begins."""
    if place < 0:
        return None
    last = tokens[place].norm
    if place and (number := names.get(f"{tokens[place - 1].norm} {last}")) is not None:
        return number, place - 1
    number = names.get(last)
    return None if number is None else (number, place)


def _weekday(token: Token, cal: Calendar) -> int | None:
    """Which weekday a word is, with or without a particle before it."""
    norm = token.norm
    number = cal.weekdays.get(norm)
    if number is None and norm[:1] in _PARTICLES:
        number = cal.weekdays.get("ال" + norm[2:] if norm.startswith("لل") else norm[1:])
    return number


def _weekday_before(tokens: Tokens, first: int, cal: Calendar) -> int | None:
    """The place of the weekday that a date at ``first`` belongs to."""
    equated = hijri = False
    numbers = 0
    for place in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = tokens[place]
        norm = token.norm
        if token.kind == "word" and _weekday(token, cal) is not None:
            return None if numbers and not (equated or hijri) else place
        if norm in cal.equates:
            equated = True
        elif norm in cal.hijri_marks or _name(tokens, place, cal.hijri):
            hijri = True
        elif token.kind == "number":
            numbers += 1
        elif not (
            token.text in _LINKS
            or token.text == ":"
            or norm in cal.beside_weekday
            or ((equated or hijri) and _within_hijri(tokens, place, cal))
        ):
            return None
    return None


def _within_hijri(tokens: Tokens, place: int, cal: Calendar) -> bool:
    """Whether a word can be part of a Hijri date: its day, its month, "of the month"."""
    norm = tokens[place].norm
    if norm in cal.joiners or norm == "ال" or _name(tokens, place, cal.days_of_month):
        return True
    following = f"{norm} {tokens[place + 1].norm}"
    return following in cal.hijri or following in cal.days_of_month


def _weekday_after(tokens: Tokens, last: int, cal: Calendar) -> int | None:
    """The place of a weekday that follows a date: ``2024/9/7م (السبت)``."""
    if last < len(tokens) and tokens[last].norm in cal.gregorian_marks:
        last += 1
    bracketed = last < len(tokens) and tokens[last].text in _BRACKETS
    place = last + bracketed
    if place < len(tokens) and tokens[place].norm in cal.weekdays:
        return place
    return None
