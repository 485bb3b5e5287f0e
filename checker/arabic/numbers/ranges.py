"""Two numbers that bound one: "بين 20 و30", "من 20 إلى 30", "20-30", "3 أو 4"."""

from __future__ import annotations

from typing import NamedTuple

from checker.arabic.numbers.cardinals import Cardinal, CardinalParser
from checker.arabic.numbers.hedges import after_change
from checker.arabic.numbers.lexicon import NumberLexicon
from checker.arabic.tokens import Tokens

#: May stand in front of a number: brackets, and the article written apart ("الـ20").
_OPENERS = frozenset({*'([«"“', "ال", "الـ"})
_CLOSERS = frozenset(')]»"”')
_DASHES = frozenset("-–—")
_TATWEEL = "\u0640"


class Range(NamedTuple):
    """The bounds, the upper number, and the token of the first word ("بين") of a range."""

    low: int
    high: Cardinal
    first: int


def range_at(text: str, tokens: Tokens, low: Cardinal, parser: CardinalParser, lexicon: NumberLexicon) -> Range | None:
    """The range whose lower bound is the number ``low``, if it is one.

    "من 20 إلى 25" behind a word of rising or falling is two figures.
    """
    lists = lexicon.lists
    link = _past(tokens, low.last, _CLOSERS)
    if link >= len(tokens):
        return None
    opening = low.first - 1
    while opening >= 0 and tokens[opening].text in _OPENERS:
        opening -= 1
    before = tokens[opening].norm if opening >= 0 else ""
    between = before in lists["range_between"]
    if low.value == 1 and low.in_words and not between and before not in lists["range_from"]:
        return None  # "خلال يوم واحد إلى 25"
    upper = _upper(text, tokens, link, between, parser, lexicon)
    if upper is None or (
        not between and tokens[link].norm in lists["range_to"] and after_change(tokens, low.first, lexicon)
    ):
        return None
    high = parser.parse(upper) if upper < len(tokens) else None
    if high is None or (high.skip and upper != link and not high.definite):
        return None
    first = low.first
    if between or (tokens[link].norm in lists["range_to"] and before in lists["range_from"]):
        first = opening - (between and opening > 0 and tokens[opening - 1].norm in lists["range_lead"])
    least = low.value
    if high.scale > 1 and low.scale == 1 and least * high.scale < high.value:
        least *= high.scale  # "بين 3 و5 آلاف"
    return Range(least, high, first) if least < high.value else None


def _upper(
    text: str, tokens: Tokens, link: int, between: bool, parser: CardinalParser, lexicon: NumberLexicon
) -> int | None:
    """The token of the upper number, if the one at ``link`` can lead to it."""
    lists, norm = lexicon.lists, tokens[link].norm
    if between:
        word = parser.word(link)
        if word is not None and word.joined:
            return link
        if norm in lists["range_and"]:
            return _past(tokens, link + 1, _OPENERS)
    if norm in lists["range_to"] or norm in lists["range_or"] or tokens[link].text in _DASHES:
        return _past(tokens, link + 1, _OPENERS)
    # "20ـ30": a tatweel is no token, but stands for a dash here
    gap = text[tokens.end(link - 1) : tokens.start(link)]
    return link if tokens[link].kind == "number" and _TATWEEL in gap else None


def _past(tokens: Tokens, i: int, marks: frozenset[str]) -> int:
    while i < len(tokens) and tokens[i].text in marks:
        i += 1
    return i
