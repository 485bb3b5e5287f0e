"""Hedges beside a number, and the bounds that they leave.

::

    before = phrase | "ما"? negator? verb subject? link?     أكثر من · ما لا يقل عن · تجاوز عدد القتلى
    after  = phrase, behind the number or its noun           خمسة جنود على الأقل
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from checker.arabic.numbers.lexicon import HedgePhrase, HedgeVerb, NumberLexicon
from checker.arabic.tokens import Token
from checker.model import Hedge

#: Marks around a hedge behind its noun, and marks between a hedge and its number: «50», (50), ال50.
_COMMAS = frozenset("،,")
_TRANSPARENT = frozenset("«»\"“”‘’'()[]")
_ATTACHED = frozenset({"ال", "ب", "ل"})
_CONJUNCTIONS = ("و", "ف", "ب", "ل")
#: Words that may stand between a number and a hedge behind its noun: "خمسة جنود أتراك على الأقل".
_AFTER_REACH = 5
#: Words of what is counted, between a verb and its number: "تجاوز عدد ضحايا الزلزال 50".
_SUBJECT_REACH = 4
#: How far back a word of rising or falling turns "من 20 إلى 25" into a change.
_CHANGE_REACH = 20


class Found(NamedTuple):
    """A hedge at tokens ``first`` up to ``last``; ``skip`` letters of the first are particles.

    ``apart`` is true where a noun stands between the hedge and the number.
    """

    hedge: Hedge
    first: int
    last: int
    skip: int
    apart: bool = False


def hedge_before(
    tokens: Sequence[Token], number_first: int, lexicon: NumberLexicon, *, definite: bool = False
) -> Found | None:
    """The hedge in front of the number, if there is one; ``definite``: the number has the article."""
    i = number_first - 1
    while i >= 0 and (tokens[i].text in _TRANSPARENT or tokens[i].norm in _ATTACHED):
        definite = definite or tokens[i].norm == "ال"
        i -= 1
    if i < 0 or tokens[i].kind != "word":
        return None
    verb = _verb_before(tokens, i, lexicon)
    if verb is not None and verb.last - verb.first > 1:
        return verb
    for phrase in lexicon.before.get(tokens[i].norm, ()):
        if definite or not phrase.definite:
            found = _ends_at(tokens, i, phrase)
            if found is not None:
                return found
    last = tokens[i].norm
    if last[0] in _CONJUNCTIONS:  # a hedge of one word: "ونحو"
        for phrase in lexicon.before.get(last[1:], ()):
            if len(phrase.words) == 1 and not phrase.definite:
                return Found(phrase.hedge, i, i + 1, 1)
    return verb


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


def _verb_before(tokens: Sequence[Token], last: int, lexicon: NumberLexicon) -> Found | None:
    """ "يتجاوز", "لم يتجاوز", "ما يزيد عددهم على", "تجاوزت حصيلة القتلى": ``last`` is the word before the number."""
    lists = lexicon.hedge_lists
    i = last
    link = ""
    if tokens[i].norm in lists["links"]:
        link, i = tokens[i].norm, i - 1
    if i >= 0 and tokens[i].norm in (lists["degree"] | lists["thresholds"]):
        i -= 1
    i, apart = _past_subject(tokens, i, lexicon)
    found = _verb_at(tokens[i].norm, lexicon) if i >= 0 else None
    if found is None or link not in found[0].links:
        return None
    verb, skip = found
    hedge = verb.hedge
    if not skip and i and _without_conjunction(tokens[i - 1].norm, lists["negators"]) is not None:
        hedge, i = verb.denied, i - 1
        skip = _without_conjunction(tokens[i].norm, lists["negators"]) or 0
    if not skip and i:
        relative = _without_conjunction(tokens[i - 1].norm, lists["relative"])
        if relative is not None:
            i, skip = i - 1, relative
    return Found(hedge, i, last + 1, skip, apart)


def _past_subject(tokens: Sequence[Token], i: int, lexicon: NumberLexicon) -> tuple[int, bool]:
    """The token before "عددهم" (adjacent still) or before "عدد ضحايا الزلزال" (apart)."""
    lists = lexicon.hedge_lists
    if i >= 0 and tokens[i].norm in lists["count_pronouns"]:
        return i - 1, False
    for k in range(i, max(-1, i - _SUBJECT_REACH), -1):
        if tokens[k].kind != "word" or tokens[k].norm[0] == "و" or _verb_at(tokens[k].norm, lexicon) is not None:
            break
        if tokens[k].norm in lists["count_nouns"]:
            return k - 1 - (k > 0 and tokens[k - 1].norm in lists["therein"]), True
    return i, False


def _verb_at(norm: str, lexicon: NumberLexicon) -> tuple[HedgeVerb, int] | None:
    """The verb and how many letters of conjunctions it has."""
    verb = lexicon.verbs.get(norm)
    if verb is not None:
        return verb, 0
    verb = lexicon.verbs.get(norm[1:]) if norm[0] in _CONJUNCTIONS else None
    return None if verb is None else (verb, 1)


def _without_conjunction(norm: str, words: frozenset[str]) -> int | None:
    """The letters of conjunctions in front of one of the words, or None if it is none of them."""
    if norm in words:
        return 0
    return 1 if norm[0] in _CONJUNCTIONS and norm[1:] in words else None


def hedge_after(
    tokens: Sequence[Token], number_last: int, lexicon: NumberLexicon, counts: Callable[[int], bool]
) -> Found | None:
    """The hedge behind the number or behind its noun, before any other number; of marks only commas are around it.

    ``counts`` tells whether a number begins at a token.
    """
    steps = 0
    i = number_last
    while i < len(tokens) and steps <= _AFTER_REACH:
        token = tokens[i]
        if token.text in _TRANSPARENT:
            i += 1
            continue
        aside = token.text in _COMMAS
        if token.kind != "word" and not aside:
            return None
        found = _phrase_after(tokens, i + aside, lexicon)
        if aside:  # "8 جنود، على الأقل، و3 مدنيين"
            closed = found is not None and (found.last == len(tokens) or tokens[found.last].kind == "punct")
            return found if closed else None
        if found is not None:
            return found
        if counts(i):
            return None
        steps += 1
        i += 1
    return None


def _phrase_after(tokens: Sequence[Token], i: int, lexicon: NumberLexicon) -> Found | None:
    """The phrase at ``i`` that hedges the number in front of it."""
    if i >= len(tokens):
        return None
    for phrase in lexicon.after.get(tokens[i].norm, ()):
        end = i + len(phrase.words)
        if end <= len(tokens) and all(tokens[i + k].norm == w for k, w in enumerate(phrase.words)):
            return Found(phrase.hedge, i, end, 0)
    return None


def after_change(tokens: Sequence[Token], i: int, lexicon: NumberLexicon, *, reach: bool = False) -> bool:
    """Whether the figure at ``i`` stands behind a word of rising or falling in its sentence.

    ``reach``: or behind one of reaching a figure.
    """
    lists = lexicon.hedge_lists
    change = lists["change"] | lists["reach"] if reach else lists["change"]
    for k in range(i - 1, max(-1, i - _CHANGE_REACH), -1):
        norm = tokens[k].norm
        if norm in change or norm[1:] in change:
            return True
        if tokens[k].text in ".؟!" or tokens[k].kind == "newline":
            return False
    return False


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
        case _:
            return value, value
