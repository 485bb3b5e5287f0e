"""Hedges beside a number, and the bounds that they leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.arabic.numbers.lexicon import HedgePhrase, NumberLexicon
from checker.arabic.tokens import Token
from checker.model import Hedge

#: Marks that may stand between a hedge and its number: «50», (50), ال50.
_TRANSPARENT = frozenset("«»\"“”‘’'([")
_ARTICLE = frozenset({"ال", "ب", "ل"})
_CONJUNCTIONS = ("و", "ف", "ب", "ل")
#: Words that may stand between a number and a hedge behind its noun: "خمسة جنود أتراك على الأقل".
_AFTER_REACH = 5


class Found(NamedTuple):
    """A hedge at tokens ``first`` up to ``last``; ``skip`` letters of the first are particles."""

    hedge: Hedge
    first: int
    last: int
    skip: int


def hedge_before(tokens: Sequence[Token], number_first: int, lexicon: NumberLexicon) -> Found | None:
    """The hedge that ends right in front of the number, if one does."""
    i = number_first - 1
    while i >= 0 and (tokens[i].text in _TRANSPARENT or tokens[i].norm in _ARTICLE):
        i -= 1
    if i < 0:
        return None
    for phrase in lexicon.before.get(tokens[i].norm, ()):
        found = _ends_at(tokens, i, phrase)
        if found is not None:
            return found
    last = tokens[i].norm
    if last[:1] in _CONJUNCTIONS:  # a hedge of one word: "ونحو"
        for phrase in lexicon.before.get(last[1:], ()):
            if len(phrase.words) == 1:
                return Found(phrase.hedge, i, i + 1, 1)
    return None


def _ends_at(tokens: Sequence[Token], last: int, phrase: HedgePhrase) -> Found | None:
    words = phrase.words
    first = last - len(words) + 1
    if first < 0:
        return None
    for k in range(len(words) - 1, 0, -1):
        if tokens[first + k].norm != words[k]:
            return None
    head = tokens[first].norm
    if head == words[0]:
        return Found(phrase.hedge, first, last + 1, 0)
    if head[1:] == words[0] and head[0] in _CONJUNCTIONS:
        return Found(phrase.hedge, first, last + 1, 1)
    return None


def hedge_after(tokens: Sequence[Token], number_last: int, lexicon: NumberLexicon) -> Found | None:
    """The hedge behind the number or behind its noun, before any punctuation or other number."""
    steps = 0
    i = number_last
    while i < len(tokens) and steps <= _AFTER_REACH:
        token = tokens[i]
        if token.text in _TRANSPARENT or token.text in ")]":
            i += 1
            continue
        if token.kind != "word":
            return None
        for phrase in lexicon.after.get(token.norm, ()):
            end = i + len(phrase.words)
            if end <= len(tokens) and all(tokens[i + k].norm == w for k, w in enumerate(phrase.words)):
                return Found(phrase.hedge, i, end, 0)
        steps += 1
        i += 1
    return None


def combine(before: Hedge | None, after: Hedge | None) -> Hedge:
    """One hedge of two: the one behind limits more than "about" in front of the number."""
    if before in (None, Hedge.ABOUT) and after is not None:
        return after
    return before or Hedge.EXACT


def bounds(hedge: Hedge, value: int) -> tuple[int | None, int | None]:
    """The inclusive bounds that a hedged number commits to."""
    match hedge:
        case Hedge.AT_LEAST:
            return value, None
        case Hedge.MORE_THAN:
            return value + 1, None
        case Hedge.AT_MOST:
            return None, value
        case Hedge.LESS_THAN:
            return None, value - 1
        case Hedge.VAGUE:
            return value, None
        case _:
            return value, value
