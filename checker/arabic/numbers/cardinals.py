"""The grammar of Arabic cardinal numbers.

::

    number    = term ("و" number)?                      خمسة وعشرون ألفا وثلاثمئة
    term      = (group | numeral)? scale*  | half scale  ألف · 1.5 مليون · نصف مليون
    group     = hundreds ("و" below-100)? | below-100    مئة وخمسة
    below-100 = unit "عشر" | unit ("و" tens)? | tens ("و" odd)? | ten
    unit      = 1 to 9 | few | odd                       بضعة وعشرون · عشرون ونيف

Each part is smaller than the one before it, so "عشرة وثلاثة" are two numbers
and "خمسة وعشرون" is one. Source of the order: any grammar of Modern Standard
Arabic, e.g. Ryding (2005), chapter 15.
"""

from __future__ import annotations

from typing import NamedTuple

from checker.arabic.numbers.lexicon import NumberLexicon
from checker.arabic.numbers.numerals import heads_group, is_group, scaled, whole
from checker.arabic.numbers.words import NumberWord, number_words
from checker.arabic.tokens import Tokens

_TANWIN = "\u064b"
_SHADDA = "\u0651"
#: The greatest unknown unit of a decade: "بضعة وعشرون" is 29 at most.
_GREATEST_UNIT = 9
#: "اثنين" in front of "عشرة" is no part of twelve, but the name of a day.
_WHOLE_DUAL = ("ين", "ان")
_UNITS = ("units", "few", "odd")
#: Groups of three digits behind blanks; more of them are no count.
_MOST_GROUPS = 3


class Cardinal(NamedTuple):
    """A number at tokens ``first`` up to ``last``; ``skip`` letters of the first are particles.

    ``high`` differs from ``value`` where the unit is unknown ("بضعة وعشرون").
    ``scale`` is that of a number with a single scale and nothing behind it
    ("5 آلاف"), else 1. ``bare`` is true for one word that is a number by its
    company alone: a scale ("ألف") or "a few".
    """

    first: int
    last: int
    value: int
    high: int
    skip: int
    in_words: bool
    bare: bool = False
    definite: bool = False
    scale: int = 1


_QUOTES = frozenset('«»"“”()')


class _Amount(NamedTuple):
    """A part of a number: its bounds, the token behind it, its scale."""

    low: int
    high: int
    last: int
    scale: int = 1


class CardinalParser:
    """Reads numbers from a list of tokens."""

    def __init__(self, text: str, tokens: Tokens, lexicon: NumberLexicon) -> None:
        self._text = text
        self._tokens = tokens
        self._lexicon = lexicon
        self._words = number_words(lexicon)

    def parse(self, i: int) -> Cardinal | None:
        """The longest number that begins at token ``i``, if one does."""
        token = self._tokens[i]
        if token.kind == "number":
            amount = self._number(i)
            return amount and Cardinal(i, amount.last, amount.low, amount.high, 0, False, scale=amount.scale)
        head = self.word(i)
        if head is None or (head.kind == "scales" and not head.definite and _SHADDA in token.text):
            return None  # "ألّف" is a verb
        amount = self._number(i)
        if amount is None:
            return None
        bare = amount.last == i + 1 and head.kind in ("scales", "few")
        skip = 1 if self._hides_and(i) else head.skip
        return Cardinal(i, amount.last, amount.low, amount.high, skip, True, bare, head.definite, amount.scale)

    def word(self, i: int) -> NumberWord | None:
        """The number word at ``i``, or None."""
        return self._words[self._tokens[i].norm] if i < len(self._tokens) else None

    def knows(self, i: int) -> bool:
        """Whether a number can begin at ``i``."""
        return self._tokens[i].kind == "number" or self.word(i) is not None

    def vague(self, i: int) -> tuple[int, int] | None:
        """The least that "عشرات" or "مئات الآلاف" at ``i`` stands for, and the token behind it."""
        word = self.word(i)
        if word is None or not word.vague:
            return None
        scale = self.word(i + 1)
        if scale is None or scale.kind != "scales" or scale.skip != scale.article:
            return word.vague, i + 1
        return word.vague * scale.value, i + 2

    def _number(self, i: int, below: int = 0) -> _Amount | None:
        """Terms with falling scales, the first of them ``below`` a limit (0: none)."""
        term = self._term(i)
        if term is None or (below and term.high >= below):
            return None
        rest = self._joined(term.last) if term.scale > 1 else None
        if rest is None:
            return term
        quoted = self._bracketed(rest, term.scale)
        if quoted is not None:
            return _Amount(term.low + quoted.low, term.high + quoted.high, quoted.last)
        half = self._half(rest, term.scale)
        more = half or self._number(rest, term.scale)
        return _Amount(term.low + more.low, term.high + more.high, more.last) if more else term

    def _bracketed(self, i: int, scale: int) -> _Amount | None:
        """Digits in brackets of their own behind a scale: "(68) ألفا و(234) شهيدا"."""
        tokens = self._tokens
        if tokens[i].text != "(" or i + 2 >= len(tokens) or tokens[i + 1].kind != "number" or tokens[i + 2].text != ")":
            return None
        count = whole(tokens[i + 1].norm)
        return _Amount(count, count, i + 3) if count is not None and count < scale else None

    def _term(self, i: int) -> _Amount | None:
        if self._tokens[i].kind == "number":
            return self._numeral(i)
        head = self.word(i)
        if head is None:
            return None
        if head.kind == "duals" or (head.dual and self._counts_as_dual(i)):
            return _Amount(head.dual, head.dual, i + 1, head.dual // 2)
        if head.kind == "scales":
            return _Amount(head.value, head.value, i + 1, head.value)
        if head.kind == "parts":
            scale = self.word(i + 1)
            if scale is None or scale.kind != "scales" or scale.joined:
                return None
            part = scale.value // head.value
            return _Amount(part, part, i + 2)
        group = self._group(i, head)
        if group is None:
            return None
        scale_value, last = self._scale(group.last)
        return _Amount(group.low * scale_value, group.high * scale_value, last, scale_value)

    def _numeral(self, i: int) -> _Amount | None:
        """Digits, alone or in front of a scale word: 23 ألفا, 1.5 مليون, 10 000."""
        tokens = self._tokens
        norm = tokens[i].norm
        last = i + 1
        if heads_group(norm):
            end = min(len(tokens), last + _MOST_GROUPS)
            while last < end and is_group(tokens[last].norm) and self._is_blank_before(last):
                norm += tokens[last].norm
                last += 1
        quoted = i > 0 and tokens[i - 1].text in _QUOTES and last < len(tokens) and tokens[last].text in _QUOTES
        scale, end = self._scale(last + quoted)  # "«3» آلاف"
        if end > last + quoted:
            value = scaled(norm, scale)
            return None if value is None else _Amount(value, value, end, scale)
        count = whole(norm)
        return None if count is None else _Amount(count, count, last)

    def _is_blank_before(self, i: int) -> bool:
        gap = self._text[self._tokens.end(i - 1) : self._tokens.start(i)]
        return len(gap) == 1 and gap.isspace()

    def _scale(self, i: int) -> tuple[int, int]:
        """The scale words at ``i`` as one value, and the token behind them; 1 if there are none."""
        scale = 1
        while (word := self.word(i)) is not None and word.kind == "scales" and not word.skip and word.value > scale:
            scale, i = scale * word.value, i + 1  # more than one: "3 آلاف مليون"
        return scale, i

    def _half(self, i: int, scale: int) -> _Amount | None:
        """ "ونصف المليون" behind millions; without the scale only where no noun follows."""
        part = self.word(i)
        if part is None or part.kind != "parts" or part.definite:
            return None
        following = self.word(i + 1)
        value = scale // part.value
        if following is not None and following.kind == "scales" and following.value == scale and not following.joined:
            return _Amount(value, value, i + 2)
        noun = i + 1 < len(self._tokens) and self._tokens[i + 1].kind == "word"
        return None if noun else _Amount(value, value, i + 1)

    def _counts_as_dual(self, i: int) -> bool:
        """Whether "ألفا" is "two thousand": in front of its noun a single one has no alif."""
        tokens = self._tokens
        if _TANWIN in tokens[i].text or i + 1 >= len(tokens) or tokens[i + 1].kind != "word":
            return False
        following = tokens[i + 1].norm
        return following[0] != "و" and following not in self._lexicon.lists["not_counted"] and self.word(i + 1) is None

    def _joined(self, i: int) -> int | None:
        """Where a number joined by "and" goes on at ``i``: the token of its first word."""
        if i >= len(self._tokens):
            return None
        if self._tokens[i].norm == "و":
            return i + 1 if i + 1 < len(self._tokens) else None
        word = self.word(i)
        return i if word is not None and (word.joined or self._hides_and(i)) else None

    def _hides_and(self, i: int) -> bool:
        """Whether "واحد" at ``i`` is "and" with the "أحد" of "أحد عشر"."""
        word, following = self.word(i), self.word(i + 1)
        return word is not None and word.hides_and and following is not None and following.kind == "ten"

    def _group(self, i: int, head: NumberWord) -> _Amount | None:
        """A number below 1000 in words; digits may stand behind its hundreds ("مئة و20")."""
        hundreds, last = 0, i
        if head.kind == "hundreds":
            hundreds, last = head.value, i + 1
        elif head.kind == "units" and head.value >= 3:
            following = self.word(i + 1)
            if following is not None and (following.kind, following.value, following.skip) == ("hundreds", 100, 0):
                hundreds, last = head.value * 100, i + 2
        if not hundreds:
            return self._below_hundred(i, head.definite)
        rest = self._joined(last)
        more = self._below_hundred(rest, head.definite) if rest is not None else None
        if more is None:
            return _Amount(hundreds, hundreds, last)
        return _Amount(hundreds + more.low, hundreds + more.high, more.last)

    def _below_hundred(self, i: int, definite: bool) -> _Amount | None:
        """A number below 100; the article only where the whole number has it."""
        head = self.word(i)
        if head is None:
            count = whole(self._tokens[i].norm) if self._tokens[i].kind == "number" else None
            return _Amount(count, count, i + 1) if count is not None and count < 100 else None
        if head.definite and not definite:
            return None
        if head.kind in _UNITS:
            return self._with_unit(i, head, definite)
        if head.kind not in ("ten", "teens", "tens"):
            return None
        rest = self._joined(i + 1) if head.kind == "tens" else None
        unknown = self.word(rest) if rest is not None else None
        if rest is not None and unknown is not None and unknown.kind == "odd":
            return _Amount(head.value + unknown.value, head.value + _GREATEST_UNIT, rest + 1)
        return _Amount(head.value, head.value, i + 1)

    def _with_unit(self, i: int, unit: NumberWord, definite: bool) -> _Amount | None:
        """A unit alone, with "عشر", or joined to tens; "a few" of a scale or of vague hundreds."""
        low = unit.value
        high = low if unit.kind == "units" else _GREATEST_UNIT
        following = self.word(i + 1)
        if following is not None and not following.skip and low:
            if following.kind == "ten" and unit.kind != "odd" and not self._tokens[i].norm.endswith(_WHOLE_DUAL):
                return _Amount(10 + low, 10 + high, i + 2)
            if following.kind == "vague" and unit.kind == "few":
                step = following.vague // 2  # "مئات" is two hundred at least
                return _Amount(low * step, high * step, i + 2)
        rest = self._joined(i + 1)
        tens = self.word(rest) if rest is not None and low else None
        if rest is not None and tens is not None and tens.kind == "tens" and (definite or not tens.definite):
            return _Amount(low + tens.value, high + tens.value, rest + 1)
        return None if unit.kind == "odd" else _Amount(low, high, i + 1)
