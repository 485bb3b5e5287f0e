"""Numbers that count nothing: dates, times, ages, list numbers, names, ordinals, percentages."""

from __future__ import annotations

from checker.arabic.calendar import calendar
from checker.arabic.numbers.cardinals import Cardinal
from checker.arabic.numbers.dates import is_day, is_hour, is_year, links_numbers
from checker.arabic.numbers.lexicon import NumberLexicon
from checker.arabic.tokens import Tokens

_BRACKETS = frozenset('«»"“”()[]')
_OPENERS = frozenset('(«"“[')
_CLOSERS = frozenset(')»"”]')
_DATE_MARKS = frozenset("/:")
_AND_THE = "وال"
#: "أن" and "آن" are folded alike.
_THAT, _MADDA = "ان", "آ"
_ATTACHED = ("ب", "ل", "و")
_DASHES = frozenset("-–")
_POWERS = frozenset("23²³٢٣")
_SIGNS = frozenset("+×*=")
#: In front of a numeral it is a name: "#5", "&#8220;".
_HASH = "#"
#: Ages told in one go, at the most.
_AGES = 3
#: Words from "the ages of" to the first or the second of two ages, at the most.
_WHOSE = 5
_PERCENT_SIGNS = frozenset("%٪")
#: So many numerals in a row are a telephone number or a table.
_ROW = 3
_OLDEST = 120


def past_percentage(tokens: Tokens, number: Cardinal, lexicon: NumberLexicon) -> int:
    """The token behind the number and its "per cent", the number's own end where there is none."""
    return number.last + percent_at(tokens, number.last, lexicon)


def percent_at(tokens: Tokens, i: int, lexicon: NumberLexicon) -> int:
    """How many tokens at ``i`` say that the number before them is a percentage."""
    if i >= len(tokens):
        return 0
    if tokens[i].norm in lexicon.lists["percent"]:
        return 1
    both = i + 1 < len(tokens) and f"{tokens[i].norm} {tokens[i + 1].norm}" in lexicon.lists["percent_in"]
    return 2 if both else 0


def counts_nothing(tokens: Tokens, number: Cardinal, lexicon: NumberLexicon, *, continues: bool = False) -> bool:
    """Whether the number is part of a date, a time, a name, a percentage or the like.

    ``continues``: it is joined by "and" or a dash to a number that counts nothing.
    """
    before = number.first - 1
    while before >= 0 and (tokens[before].text in _BRACKETS or tokens[before].norm == "ال"):
        before -= 1
    return (
        _is_part(tokens, number, lexicon)
        or is_day(tokens, number, lexicon)
        or is_hour(tokens, number, lexicon, continues=continues)
        or is_year(tokens, number, before, lexicon, continues=continues)
        or _is_age(tokens, number, before, lexicon)
        or (_is_word(tokens, number, before, lexicon) if number.in_words else _is_glued(tokens, number, lexicon))
        or _is_name(tokens, number, before, lexicon)
        or _is_area(tokens, number.last, lexicon)
        or (continues and not number.in_words and _is_alone(tokens, number))
    )


def _is_alone(tokens: Tokens, number: Cardinal) -> bool:
    """Whether no noun can follow: the last of "القرارات 1696 و1737"."""
    following = tokens[number.last] if number.last < len(tokens) else None
    return following is None or following.kind != "word" or following.norm[0] == "و"


def _is_area(tokens: Tokens, last: int, lexicon: NumberLexicon) -> bool:
    """ "700 م2", "(700) م2": square or cubic measures, shortened."""
    if last < len(tokens) and tokens[last].text in _CLOSERS:
        last += 1
    shortened = last + 1 < len(tokens) and tokens[last].norm in lexicon.lists["measures"]
    return shortened and tokens[last + 1].text in _POWERS and tokens.touch(last)


def _is_part(tokens: Tokens, number: Cardinal, lexicon: NumberLexicon) -> bool:
    """A percentage, or the number of a fraction ("ثلاثة أرباع")."""
    first, last = number.first, number.last
    if percent_at(tokens, last, lexicon) or _signed(tokens, first):
        return True
    # "في المئة" itself, behind a numeral that is no whole number
    if first and percent_at(tokens, first - 1, lexicon) == 2:
        return True
    if tokens[first].norm in lexicon.lists["percent"]:
        return True
    if last < len(tokens) and tokens[last].norm in lexicon.lists["part_nouns"]:
        return True
    linked = last + 1 < len(tokens) and tokens[last + 1].kind == "number" and links_numbers(tokens[last], lexicon)
    return linked and percent_at(tokens, last + 2, lexicon) > 0  # "بين 10 و15 في المئة"


def _signed(tokens: Tokens, first: int) -> bool:
    """Whether a percent sign stands in front, and belongs to no number before it: "%15"."""
    if not first or tokens[first - 1].text not in _PERCENT_SIGNS or not tokens.touch(first - 1):
        return False
    return first == 1 or tokens[first - 2].kind != "number" or not tokens.touch(first - 2)


def _is_age(tokens: Tokens, number: Cardinal, before: int, lexicon: NumberLexicon) -> bool:
    """ "عمره 49", "تبلغ 14 عاما", "في الـ20 من عمره", "(49 عاما)", "25 و48 من العمر"."""
    lists, last = lexicon.lists, number.last
    if before >= 0 and tokens[before].norm in lists["age_after"]:
        return number.value <= _OLDEST  # "حصيلة أمس البالغة 340 قتيلا"
    if _is_of_ages(tokens, number, before, lists["ages_of"]):
        return True
    for _ in range(_AGES):  # "25 و48 من العمر"
        if last + 1 >= len(tokens) or tokens[last + 1].kind != "number" or not links_numbers(tokens[last], lexicon):
            break
        last += 2
    if last + 1 >= len(tokens) or number.value > _OLDEST:
        return False
    if tokens[last].norm in lists["range_from"] and tokens[last + 1].norm in lists["age_after"]:
        return True
    if before >= 0 and tokens[before].norm in lists["aged"] and tokens[last].norm in lists["year_units"]:
        return True  # "طفلة تبلغ 14 عاما"
    opened = number.first > 0 and tokens[number.first - 1].text in _OPENERS
    return opened and tokens[last].norm in lists["year_units"] and tokens[last + 1].text in _CLOSERS


def _is_of_ages(tokens: Tokens, number: Cardinal, before: int, ages: frozenset[str]) -> bool:
    """ "أعمار القتلى بين 19 و45": whose ages they are stands between; "أعمار القتلى الخمسة" counts the dead."""
    if number.definite or number.value > _OLDEST:
        return False
    return any(tokens[k].norm in ages for k in range(max(0, before - _WHOSE), before))


def _is_name(tokens: Tokens, number: Cardinal, before: int, lexicon: NumberLexicon) -> bool:
    """A number on a list or in a name: "رقم 629", "اللواء 55", "شارع الأربعين", "كوفيد - 19"."""
    lists = lexicon.lists
    if number.skip and (not number.definite or tokens[number.first].norm.startswith("و")):
        return False  # "أم وثلاثة من أطفالها", "في موقع المفرزة والثماني الأخرى"
    if before > 0 and tokens[before].text in _DASHES and tokens[before - 1].norm in lists["named_by"]:
        return True
    if before > 0 and tokens[before].text == ":":
        return tokens[before - 1].norm in lists["numbered_by"]
    if before < 0:
        return False
    norm = tokens[before].norm
    if norm.startswith(_AND_THE):
        norm = norm[1:]  # "اللواء 143 واللواء 72"
    elif norm.startswith(_ATTACHED) and norm[1:] in lists["diseases"]:
        norm = norm[1:]  # "بكوفيد 19"
    if norm in lists["numbered_by"]:
        return True
    if (
        norm not in lists["named_by"]
        and norm not in lists["diseases"]
        and not (number.definite and norm in lists["named_by_definite"])
    ):
        return False
    # "ما مجموعه 49" (a total of), which is folded like "مجموعة" (group)
    return not (before > 0 and tokens[before].text.endswith("ه") and tokens[before - 1].norm in lists["totals"])


def _is_word(tokens: Tokens, number: Cardinal, before: int, lexicon: NumberLexicon) -> bool:
    """A number word that is a weekday or a month, "the same", the end of an ordinal, or the verb "ألف"."""
    first = tokens[number.first]
    previous = tokens[before].norm if before >= 0 else ""
    names = calendar()
    if number.value == 2 and number.definite and "ال" + first.norm[number.skip :] in names.weekdays:
        return True
    if number.value % 10 == 0 and number.value < 100 and previous.removeprefix("ال") in lexicon.lists["ordinals"]:
        return number.value == 10 or number.definite  # "الحادي عشر", "الثاني والعشرين"
    if number.value == 1 and previous in lexicon.lists["same_one"]:
        return previous != _THAT or tokens[before].text.startswith(_MADDA)  # "في آن واحد", not "أن واحدا منهم"
    if first.norm in names.hijri and (previous in names.joiners or _digits_beside(tokens, number)):
        return True  # "صفر 1436"
    if not number.bare or number.definite:
        return False
    following = tokens[number.last] if number.last < len(tokens) else None
    return following is not None and number.scale > 1 and following.norm.startswith("ال") and len(following.norm) > 4


def _digits_beside(tokens: Tokens, number: Cardinal) -> bool:
    first, last = number.first, number.last
    return (first > 0 and tokens[first - 1].kind == "number") or (last < len(tokens) and tokens[last].kind == "number")


def _is_glued(tokens: Tokens, number: Cardinal, lexicon: NumberLexicon) -> bool:
    """Digits tied to others by a slash, a colon or two dashes, or to a name: 11:57, 7/9/2024, إف-16."""
    first, last = number.first, number.last
    for mark, beyond, here, there in (
        (first - 1, first - 2, first - 1, first - 2),
        (last, last + 1, last - 1, last),
    ):  # the tokens behind which the mark meets the number, and what is beyond it
        if not 0 <= mark < len(tokens):
            continue
        token = tokens[mark]
        other = tokens[beyond] if 0 <= beyond < len(tokens) else None
        if token.text in _SIGNS and other is not None and other.kind == "number":
            return True
        if token.text in _DASHES and other is not None and other.norm in lexicon.lists["nil"]:
            return True  # "2 - صفر"
        if not tokens.touch(here):
            continue
        if token.kind == "latin" or (token.text in ("+", _HASH) and mark < first):
            return True
        if other is None:
            continue
        if token.text in _DATE_MARKS and (other.kind == "number" or other.norm in calendar().gregorian):
            return True
        if token.text in _DASHES and mark < first and other.kind in ("word", "latin") and tokens.touch(there):
            return True
    return _is_dashed_date(tokens, first) or _is_in_row(tokens, number)


def _is_dashed_date(tokens: Tokens, first: int) -> bool:
    """Three numbers with dashes or slashes between them, wherever in them ``first`` stands."""
    for start in (first, first - 2, first - 4):
        if start < 0 or start + 4 >= len(tokens):
            continue
        part = tokens[start : start + 5]
        if all(t.kind == "number" for t in part[::2]) and all(t.text in _DASHES or t.text == "/" for t in part[1::2]):
            return True
    return False


def _is_in_row(tokens: Tokens, number: Cardinal) -> bool:
    """Numerals one behind the other: a telephone number, a table; behind a plus sign two are enough."""
    low, high = number.first, number.last
    while low > 0 and number.first - low < _ROW and tokens[low - 1].kind == "number":
        low -= 1
    while high < len(tokens) and high - number.last < _ROW and tokens[high].kind == "number":
        high += 1
    others = high - low - (number.last - number.first)
    signed = low > 0 and tokens[low - 1].text == "+" and tokens.touch(low - 1)
    return others >= _ROW - 1 or (others > 0 and signed)
