"""Numbers that are parts of dates and times: days, years, hours."""

from __future__ import annotations

from collections.abc import Sequence

from checker.arabic.calendar import calendar
from checker.arabic.numbers.cardinals import Cardinal
from checker.arabic.numbers.hedges import after_change, hedge_before
from checker.arabic.numbers.lexicon import NumberLexicon
from checker.arabic.tokens import Token

_GREGORIAN = range(1800, 2101)
_HIJRI = range(1300, 1501)
#: Years with "عام" in front of them.
_NAMED = range(600, 2101)
#: Years with no word in front of them.
_RECENT = range(1900, 2051)
#: How many days of one month may be listed: "20 و21 و22 يوليو".
_LISTED_DAYS = 4
_HOURS = 24
#: A shorter word that ends in alif is rather a particle than a noun in the accusative.
_SHORTEST_NOUN = 3
#: How far back "عدد" makes a count of what could be a year.
_COUNT_REACH = 3


def is_day(tokens: Sequence[Token], number: Cardinal, lexicon: NumberLexicon) -> bool:
    """A day in front of its month, or in a list of such days: "15 من شهر رمضان", "20 و21 يوليو"."""
    last = number.last
    if number.value > 31:
        return False
    for _ in range(_LISTED_DAYS):
        if _month_at(tokens, last, lexicon):
            return True
        linked = last + 1 < len(tokens) and links_numbers(tokens[last], lexicon)
        if not linked or not tokens[last + 1].norm.isdigit() or len(tokens[last + 1].norm) > 2:
            return False
        last += 2
    return False


def links_numbers(token: Token, lexicon: NumberLexicon) -> bool:
    """Whether a word or mark joins two numbers: "20 و21", "20-21", "20 إلى 21"."""
    lists = lexicon.lists
    return token.norm in ("و", "-", "–", "،", ",") or token.norm in lists["range_to"] or token.norm in lists["range_or"]


def _month_at(tokens: Sequence[Token], i: int, lexicon: NumberLexicon) -> bool:
    """Whether a month, or "this month", follows at ``i``, behind "من" or "شهر" or both."""
    names = calendar()
    for k in range(i, min(i + 3, len(tokens))):
        norm = tokens[k].norm
        if norm in lexicon.lists["day_after"]:
            return True
        two = f"{norm} {tokens[k + 1].norm}" if k + 1 < len(tokens) else ""
        if any(name in months for months in (names.gregorian, names.hijri) for name in (norm, two)):
            return True
        if norm not in names.joiners:
            return False
    return False


def is_year(tokens: Sequence[Token], number: Cardinal, before: int, lexicon: NumberLexicon, *, continues: bool) -> bool:
    """A year of either calendar; ``before`` is the word in front, ``continues``: joined to a year."""
    value = number.value
    if _is_hijri(tokens, number):
        return True
    if value not in _NAMED:
        return False
    if _names_year(tokens, before, lexicon):
        return True
    if number.in_words or len(tokens[number.first].text) != 4:
        return False
    names, lists = calendar(), lexicon.lists
    previous = tokens[before].norm if before >= 0 else ""
    two = f"{tokens[before - 1].norm} {previous}" if before > 0 else ""
    if any(name in months for months in (names.gregorian, names.hijri) for name in (previous, two)):
        return True
    following = tokens[number.last] if number.last < len(tokens) else None
    marked = following is not None and following.norm in lists["year_mark"]
    if (marked or continues) and (value in _GREGORIAN or value in _HIJRI):
        return True
    if value in _GREGORIAN and _of_happening(tokens, number, before, lexicon):
        return True
    if value not in _GREGORIAN or _is_figure(tokens, number, lexicon):
        return False
    inside = previous in lists["year_in"]
    partner = _linked_number(tokens, number.last, lexicon)
    last = number.last if partner is None else number.last + 2
    behind = tokens[last] if last < len(tokens) else None
    if _is_counted(behind, partner or value, lexicon, inside=inside):
        return False
    if inside or previous in lists["year_maybe_after"]:
        return True
    alone = following is None or following.kind != "word" or following.norm[0] == "و"
    return alone and (value in _RECENT or partner in _GREGORIAN)


def _of_happening(tokens: Sequence[Token], number: Cardinal, before: int, lexicon: NumberLexicon) -> bool:
    """ "حصيلة زلزال 1990", whatever counts in front: the year by which a happening is called."""
    if before < 0 or before != number.first - 1:
        return False
    norm, words = tokens[before].norm, lexicon.lists["year_of"]
    if norm not in words and not (norm[0] in "وبلف" and norm[1:] in words):
        return False
    following = tokens[number.last] if number.last < len(tokens) else None
    return not _is_counted(following, number.value, lexicon)


def _is_hijri(tokens: Sequence[Token], number: Cardinal) -> bool:
    """ "256 هجرية": the calendar is named behind a year of any length."""
    following = tokens[number.last].norm if number.last < len(tokens) else ""
    return number.value <= _HIJRI.stop and following in calendar().hijri_marks


def _linked_number(tokens: Sequence[Token], i: int, lexicon: NumberLexicon) -> int | None:
    """The number of four digits that a dash or "and" at ``i`` leads to: "(1819 - 1891)"."""
    if i + 1 >= len(tokens) or not links_numbers(tokens[i], lexicon):
        return None
    norm = tokens[i + 1].norm
    return int(norm) if len(norm) == 4 and norm.isdigit() else None


def _is_figure(tokens: Sequence[Token], number: Cardinal, lexicon: NumberLexicon) -> bool:
    """Whether the words in front count: a hedge, "بلغ عدد القتلى", "ارتفع … إلى"."""
    if hedge_before(tokens, number.first, lexicon) is not None:
        return True
    counting = lexicon.hedge_lists["count_nouns"] | lexicon.hedge_lists["count_pronouns"]
    if any(token.norm in counting for token in tokens[max(0, number.first - _COUNT_REACH) : number.first]):
        return True
    link = tokens[number.first - 1].norm if number.first else ""
    return link in lexicon.lists["change_to"] and after_change(tokens, number.first, lexicon, reach=True)


def _names_year(tokens: Sequence[Token], before: int, lexicon: NumberLexicon) -> bool:
    """Whether "عام" stands in front, and is not "هذا العام"."""
    if before < 0:
        return False
    words, norm = lexicon.lists["year_after"], tokens[before].norm
    if norm not in words and not (norm[0] in "وبل" and norm[1:] in words):
        return False
    return before == 0 or tokens[before - 1].norm not in lexicon.lists["demonstratives"]


def _is_counted(following: Token | None, value: int, lexicon: NumberLexicon, *, inside: bool = False) -> bool:
    """Whether the word behind stands as a counted noun does: "2000 منزل", "2015 شخصًا".

    ``inside``: behind "في" or the like, where "2012 قانونا" is a year and an object.
    """
    if following is None or following.kind != "word" or following.norm in lexicon.lists["not_counted"]:
        return False
    if value % 100 == 0:
        return not following.norm.startswith("ال") and following.norm[0] != "و"
    return not inside and following.norm.endswith("ا") and len(following.norm) > _SHORTEST_NOUN


def is_hour(tokens: Sequence[Token], number: Cardinal, lexicon: NumberLexicon, *, continues: bool) -> bool:
    """An hour in front of "صباحا", or the minutes joined to one ("الساعة 9 و30 دقيقة")."""
    last = number.last
    if last >= len(tokens):
        return False
    following = tokens[last].norm
    if continues and following in lexicon.lists["minutes"]:
        return True
    if number.value > _HOURS or following not in lexicon.lists["clock_after"]:
        return False
    names = calendar()  # "أصيب 10 مساء أمس" counts people
    beyond = tokens[last + 1].norm if last + 1 < len(tokens) else ""
    return beyond not in names.relative and beyond not in names.weekdays
