"""The grammar of Arabic cardinal numbers.

::

    number   = group scale? ("و" lower-number)?       خمسة وعشرون ألفا وثلاثمئة
    group    = hundreds ("و" below-100)? | below-100   مئة وخمسة
    below-100 = units "عشر" | units "و" tens | tens | ten | units

Each part is smaller than the one before it, so "عشرة وثلاثة" are two numbers
and "خمسة وعشرون" is one. Source of the order: any grammar of Modern Standard
Arabic, e.g. Ryding (2005), chapter 15.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from checker.arabic.numbers.lexicon import NumberLexicon, NumberWord
from checker.arabic.numbers.numerals import decimal, whole
from checker.arabic.tokens import Token

_CONJUNCTIONS = ("و", "ف")
_MOST_REMEMBERED = 200_000
_PARTICLES = ("ال", "ب", "ل", "ك", "لل", "بال", "كال")


class Cardinal(NamedTuple):
    """A number at tokens ``first`` up to ``last``; ``skip`` letters of the first are particles.

    ``high`` differs from ``value`` for decades with an unknown unit
    ("بضعة وعشرون"). ``bare`` is true for a scale word alone ("ألف").
    """

    first: int
    last: int
    value: int
    high: int
    skip: int
    in_words: bool
    bare: bool = False
    definite: bool = False


class _Word(NamedTuple):
    word: NumberWord | None
    joined: bool
    skip: int
    dual: int
    definite: bool
    few: bool
    odd: bool
    vague: int


class CardinalParser:
    """Reads numbers from a list of tokens."""

    def __init__(self, tokens: Sequence[Token], lexicon: NumberLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._memory = lexicon.memory

    def parse(self, i: int) -> Cardinal | None:
        """The longest number that begins at token ``i``, if one does."""
        token = self._tokens[i]
        if token.kind == "number":
            return self._from_digits(i)
        head = self._word(i)
        if head is None or token.kind != "word":
            return None
        if head.few or head.odd:
            return self._decade(i, head)
        found = self._compound(i, limit=0)
        if found is None:
            return None
        value, high, last = found
        following = self._word(i + 1)
        teen = following is not None and following.word is not None and following.word.kind == "ten"
        skip = 1 if teen and not head.skip and self._hides_and(token.norm) else head.skip  # "وأحد عشر"
        bare = last == i + 1 and head.word is not None and head.word.kind == "scales"
        return Cardinal(i, last, value, high, skip, True, bare, head.definite)

    def vague(self, i: int) -> tuple[int, int] | None:
        """Value and skipped letters of "عشرات" or the like at ``i``; the article is not skipped."""
        word = self._word(i)
        if word is None or not word.vague:
            return None
        norm = self._tokens[i].norm
        return word.vague, word.skip - 2 if norm[: word.skip].endswith(("ال", "لل")) else word.skip

    def knows(self, i: int) -> bool:
        """Whether a number can begin at ``i``."""
        return self._tokens[i].kind == "number" or self._word(i) is not None

    def _word(self, i: int) -> _Word | None:
        """The number word at ``i`` with its particles split off, or None."""
        if i >= len(self._tokens):
            return None
        norm = self._tokens[i].norm
        found = self._memory.get(norm, self)
        if found is self:
            found = self._split(norm)
            if len(self._memory) < _MOST_REMEMBERED:
                self._memory[norm] = found
        return found if isinstance(found, _Word) else None

    def _split(self, norm: str) -> _Word | None:
        for conjunction in ("", *_CONJUNCTIONS):
            if not norm.startswith(conjunction):
                continue
            rest = norm[len(conjunction) :]
            for particle in ("", *_PARTICLES):
                stem = rest[len(particle) :]
                if rest.startswith(particle) and (found := self._known(stem)) is not None:
                    word, dual, few, odd, vague = found
                    skip = len(conjunction) + len(particle)
                    definite = particle.endswith(("ال", "لل"))
                    return _Word(word, conjunction == "و", skip, dual, definite, few, odd, vague)
        return None

    def _known(self, stem: str) -> tuple[NumberWord | None, int, bool, bool, int] | None:
        lexicon = self._lexicon
        word = lexicon.words.get(stem)
        dual = lexicon.dual_scales.get(stem, 0)
        few = stem in lexicon.lists["few"]
        odd = stem in lexicon.lists["odd"]
        vague = lexicon.vague.get(stem, 0)
        return (word, dual, few, odd, vague) if word or dual or few or odd or vague else None

    def _joined(self, i: int) -> int | None:
        """Where a number joined by "and" goes on at ``i``: the token of its first word."""
        if i >= len(self._tokens):
            return None
        token = self._tokens[i]
        if token.norm == "و" and i + 1 < len(self._tokens):
            return i + 1
        word = self._word(i)
        return i if word is not None and (word.joined or self._hides_and(token.norm)) else None

    def _hides_and(self, norm: str) -> bool:
        """Whether a number word is also "and" with another: "وأحد" is written like "واحد"."""
        return norm[0] == "و" and norm[1:] in self._lexicon.words

    def _compound(self, i: int, limit: int) -> tuple[int, int, int] | None:
        """Groups with falling scales; ``limit`` is the scale to stay below (0: none)."""
        group = self._group(i)
        if group is None:
            return None
        value, high, last = group
        scale, last = self._scale(i, last)
        if scale == 0:
            return (value, high, last) if limit == 0 or high < limit else None
        value, high = value * scale, high * scale
        if limit and value >= limit:
            return None
        lower = self._joined(last)
        if lower is not None:
            if self._tokens[lower].kind == "number":
                rest = whole(self._tokens[lower].norm)
                if rest is not None and rest < scale:
                    return value + rest, high + rest, lower + 1
            elif (more := self._compound(lower, scale)) is not None:
                return value + more[0], high + more[1], more[2]
        return value, high, last

    def _scale(self, first: int, last: int) -> tuple[int, int]:
        """The scale word behind a group: its value and the token after it, (0, last) if none."""
        head = self._word(first)
        if last == first and head is not None:  # a scale word alone
            if head.word is not None and head.word.kind == "scales":
                return head.word.value, first + 1
            return head.dual, first + 1
        following = self._word(last)
        if following is None or following.joined or following.skip or following.word is None:
            return 0, last
        return (following.word.value, last + 1) if following.word.kind == "scales" else (0, last)

    def _group(self, i: int) -> tuple[int, int, int] | None:
        """A number below 1000 at ``i``; for a scale word alone 1 (or 2) with an empty range."""
        head = self._word(i)
        if head is None:
            return None
        word = head.word
        if word is None:
            return (2, 2, i) if head.dual else None
        if word.kind == "scales":
            return 1, 1, i
        if word.kind == "hundreds":
            return self._with_rest(word.value, i + 1)
        if word.kind == "units" and 3 <= word.value <= 9:
            following = self._word(i + 1)
            if following is not None and following.word == NumberWord("hundreds", 100) and not following.skip:
                return self._with_rest(word.value * 100, i + 2)
        return self._below_hundred(i)

    def _with_rest(self, hundreds: int, i: int) -> tuple[int, int, int]:
        rest = self._joined(i)
        if rest is not None and self._tokens[rest].kind == "word":
            word = self._word(rest)
            if word is not None and not word.definite and (more := self._below_hundred(rest)) is not None:
                return hundreds + more[0], hundreds + more[1], more[2]
        return hundreds, hundreds, i

    def _below_hundred(self, i: int) -> tuple[int, int, int] | None:
        head = self._word(i)
        if head is None or head.word is None:
            return None
        kind, value = head.word
        if kind == "units":
            following = self._word(i + 1)
            teen = following is not None and following.word is not None and following.word.kind == "ten"
            if following is not None and teen and not following.skip:
                return value + 10, value + 10, i + 2
            rest = self._joined(i + 1)
            tens = self._word(rest) if rest is not None else None
            if rest is not None and tens is not None and tens.word is not None and tens.word.kind == "tens":
                return value + tens.word.value, value + tens.word.value, rest + 1
            return value, value, i + 1
        if kind == "tens":
            rest = self._joined(i + 1)
            unknown = self._word(rest) if rest is not None else None
            if rest is not None and unknown is not None and unknown.odd:
                return value + 1, value + 9, rest + 1
        return (value, value, i + 1) if kind in ("ten", "teens", "tens") else None

    def _decade(self, i: int, head: _Word) -> Cardinal | None:
        """ "بضعة وعشرون", "بضعة عشر", "نيف وعشرون", and "بضعة" alone."""
        rest = self._joined(i + 1)
        tens = self._word(rest) if rest is not None else None
        if rest is not None and tens is not None and tens.word is not None and tens.word.kind == "tens":
            low = 3 if head.few else 1
            return Cardinal(i, rest + 1, tens.word.value + low, tens.word.value + 9, head.skip, True)
        following = self._word(i + 1)
        if head.few and following is not None and following.word is not None and following.word.kind == "ten":
            return Cardinal(i, i + 2, 13, 19, head.skip, True)
        return Cardinal(i, i + 1, 3, 9, head.skip, True, bare=True) if head.few else None

    def _from_digits(self, i: int) -> Cardinal | None:
        """Digits, alone or in front of a scale word: 23 ألفا, 1.5 مليون, 4 آلاف و300."""
        norm = self._tokens[i].norm
        scale, last = self._scale_behind_digits(i + 1)
        if scale:
            number = decimal(norm)
            scaled = number * scale if number is not None else Fraction(1, 2)
            if scaled.denominator != 1:
                return None
            value = int(scaled)
            rest = self._joined(last)
            if rest is not None and self._tokens[rest].kind == "number":
                more = whole(self._tokens[rest].norm)
                if more is not None and more < scale:
                    return Cardinal(i, rest + 1, value + more, value + more, 0, False)
            elif rest is not None and (lower := self._compound(rest, scale)) is not None:
                return Cardinal(i, lower[2], value + lower[0], value + lower[1], 0, False)
            return Cardinal(i, last, value, value, 0, False)
        count = whole(norm)
        return None if count is None else Cardinal(i, i + 1, count, count, 0, False)

    def _scale_behind_digits(self, i: int) -> tuple[int, int]:
        word = self._word(i)
        if word is None or word.word is None or word.word.kind != "scales" or word.skip:
            return 0, i
        scale, last = word.word.value, i + 1
        higher = self._word(last)
        if higher is not None and higher.word is not None and higher.word.kind == "scales" and not higher.skip:
            return scale * higher.word.value, last + 1  # "3 آلاف مليون"
        return scale, last
