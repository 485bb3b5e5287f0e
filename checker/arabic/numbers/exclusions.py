"""Numbers that count nothing: dates, times, ages, list numbers, names, percentages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.arabic.calendar import calendar
from checker.arabic.numbers.cardinals import Cardinal
from checker.arabic.numbers.lexicon import NumberLexicon
from checker.arabic.tokens import Token

Lists = Mapping[str, frozenset[str]]

_GREGORIAN = range(1800, 2101)
_HIJRI = range(1300, 1501)
_QUOTES = frozenset('«»"“”([')
_DATE_MARKS = frozenset("/:")
_DASHES = frozenset("-–")


def past_percentage(tokens: Sequence[Token], number: Cardinal, lexicon: NumberLexicon) -> int:
    """The token behind the number and its "per cent", the number's own end where there is none."""
    return number.last + _percent(tokens, number.last, lexicon.lists)


def counts_nothing(tokens: Sequence[Token], number: Cardinal, lexicon: NumberLexicon) -> bool:
    """Whether the number is part of a date, a time, a name, a percentage or the like."""
    first, last = number.first, number.last
    before = first - 1
    while before >= 0 and tokens[before].text in _QUOTES:
        before -= 1
    previous = tokens[before].norm if before >= 0 else ""
    following = tokens[last].norm if last < len(tokens) else ""
    lists = lexicon.lists
    if not number.in_words and _glued(tokens, first, last):
        return True
    if previous in lists["not_counts_after"] or previous in lists["age_after"] or _percent(tokens, last, lists) > 0:
        return True
    if _in_date(tokens, last, previous, number.value):
        return True
    if number.in_words:
        return _weekday(tokens, number)
    return _year(tokens, number, previous, following, lists)


def _glued(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Digits tied to others by a slash, a colon or two dashes, or to a name: 11:57, 7/9/2024, إف-16."""
    for mark, beyond, near in (
        (first - 1, first - 2, tokens[first].start),
        (last, last + 1, tokens[last - 1].end),
    ):
        if not 0 <= mark < len(tokens):
            continue
        token = tokens[mark]
        if token.text in _DATE_MARKS or token.text in _DASHES:
            other = tokens[beyond] if 0 <= beyond < len(tokens) else None
            adjacent = token.end == near or token.start == near
            if other is None:
                continue
            if token.text in _DATE_MARKS and adjacent and _is_date_part(other):
                return True
            touching = adjacent and (other.end == token.start or token.end == other.start)
            if token.text in _DASHES and touching and mark < first and other.kind in ("word", "latin"):
                return True
        elif (token.kind == "latin" and (token.end == near or token.start == near)) or (
            token.text == "+" and mark < first
        ):
            return True
    return _dashed_date(tokens, first)


def _is_date_part(token: Token) -> bool:
    """Whether a slash or colon beside it makes a date or a time of a number."""
    return token.kind == "number" or token.norm in calendar().gregorian


def _dashed_date(tokens: Sequence[Token], first: int) -> bool:
    """Three numbers with dashes or slashes between them, wherever in them ``first`` stands."""
    for start in (first, first - 2, first - 4):
        if start < 0 or start + 4 >= len(tokens):
            continue
        part = tokens[start : start + 5]
        if all(t.kind == "number" for t in part[::2]) and all(t.text in _DASHES or t.text == "/" for t in part[1::2]):
            return True
    return False


def _percent(tokens: Sequence[Token], last: int, lists: Lists) -> int:
    """How many tokens behind the number say that it is a percentage."""
    if last >= len(tokens):
        return 0
    if tokens[last].norm in lists["percent"]:
        return 1
    both = last + 1 < len(tokens) and f"{tokens[last].norm} {tokens[last + 1].norm}" in lists["percent_in"]
    return 2 if both else 0


def _in_date(tokens: Sequence[Token], last: int, previous: str, value: int) -> bool:
    """A day in front of the name of a month, or a year behind it."""
    names = calendar()
    if value <= 31 and last < len(tokens):
        month = tokens[last].norm
        two = f"{month} {tokens[last + 1].norm}" if last + 1 < len(tokens) else ""
        if month in names.gregorian or month in names.hijri or two in names.gregorian or two in names.hijri:
            return True
    dated = value in _GREGORIAN or value in _HIJRI or value <= 31
    return dated and (previous in names.gregorian or previous in names.hijri)


def _weekday(tokens: Sequence[Token], number: Cardinal) -> bool:
    """ "الاثنين" is Monday unless it is the nominative "الاثنان"."""
    return number.value == 2 and number.definite and tokens[number.first].norm.endswith("ين")


def _year(tokens: Sequence[Token], number: Cardinal, previous: str, following: str, lists: Lists) -> bool:
    value = number.value
    if value not in _GREGORIAN and value not in _HIJRI:
        return False
    if tokens[number.first].end - tokens[number.first].start != 4:
        return False
    if previous in lists["year_after"] or following in lists["year_mark"]:
        return True
    last = number.last
    alone = last >= len(tokens) or tokens[last].kind != "word" or tokens[last].norm[:1] == "و"
    return value in _GREGORIAN and (previous in lists["year_maybe_after"] or alone)
