"""All quantities of a text, each with span, bounds and hedge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.arabic.numbers.cardinals import Cardinal, CardinalParser
from checker.arabic.numbers.exclusions import counts_nothing, past_percentage
from checker.arabic.numbers.hedges import Found, bounds, combine, hedge_after, hedge_before
from checker.arabic.numbers.lexicon import NumberLexicon, number_lexicon
from checker.arabic.tokens import Token, tokenise
from checker.model import Hedge, Quantity, Span

_CLOSERS = frozenset(')]»"”')
_OPENERS = frozenset('([«"“')
_DASHES = frozenset("-–—")
#: How far back a word of rising or falling turns "من 20 إلى 25" into a change.
_CHANGE_REACH = 12


@dataclass(frozen=True, slots=True)
class TokenQuantity:
    """A quantity and its tokens: ``first``/``last`` with the hedge, ``number_*`` without."""

    quantity: Quantity
    first: int
    last: int
    number_first: int
    number_last: int


def find_quantities(text: str) -> list[Quantity]:
    """Every number of a text that counts something, in text order.

    Offsets are code points into ``text``, half-open. Dates, times, ages,
    ordinals, percentages and numbers in names are left out.
    """
    return [found.quantity for found in scan_quantities(text, tokenise(text))]


def scan_quantities(text: str, tokens: Sequence[Token]) -> list[TokenQuantity]:
    """The quantities of a text that has been tokenised already."""
    return _Scanner(text, tokens, number_lexicon()).scan()


class _Scanner:
    def __init__(self, text: str, tokens: Sequence[Token], lexicon: NumberLexicon) -> None:
        self._text = text
        self._tokens = tokens
        self._lexicon = lexicon
        self._parser = CardinalParser(tokens, lexicon)

    def scan(self) -> list[TokenQuantity]:
        found: list[TokenQuantity] = []
        knows = self._parser.knows
        i = 0
        count = len(self._tokens)
        while i < count:
            if not knows(i):
                i += 1
                continue
            quantity = self._vague(i) or self._at(i)
            if quantity is None:
                i += 1
                continue
            result, i = quantity
            if result is not None:
                found.append(result)
        return found

    def _at(self, i: int) -> tuple[TokenQuantity | None, int] | None:
        """A quantity that begins with the number at ``i``, and the token to go on from."""
        number = self._parser.parse(i)
        if number is None or (number.bare and number.in_words and not self._stands_alone(number)):
            return None
        if self._is_one_of(number):
            return None, number.last
        if counts_nothing(self._tokens, number, self._lexicon):
            return None, past_percentage(self._tokens, number, self._lexicon)
        ranged = self._range(number)
        if ranged is not None:
            return ranged
        restated, end = self._restated(number)
        return self._build(number, number.value, number.high, end, restated), end

    def _is_one_of(self, number: Cardinal) -> bool:
        """ "أحد" and "إحدى" alone are "one of", not a number."""
        token = self._tokens[number.first]
        return number.last == number.first + 1 and token.norm[number.skip :] in self._lexicon.lists["one_of"]

    def _stands_alone(self, number: Cardinal) -> bool:
        """Whether a scale word alone ("ألف") counts the word behind it."""
        tokens = self._tokens
        following = tokens[number.last] if number.last < len(tokens) else None
        hedged = hedge_before(tokens, number.first, self._lexicon) is not None
        plural = tokens[number.first].norm[number.skip :] in self._lexicon.lists["plural_scales"]
        return not plural and (hedged or (following is not None and following.kind == "word"))

    def _vague(self, i: int) -> tuple[TokenQuantity | None, int] | None:
        """ "عشرات", "مئات الآلاف": the least they stand for, without an upper bound."""
        word = self._parser.vague(i)
        if word is None:
            return None
        value, skip = word
        last = i + 1
        scale = self._scale_behind_vague(last)
        if scale:
            value, last = value * scale, last + 1
        start = self._tokens[i].start + skip
        span = Span(start, self._tokens[last - 1].end)
        before = hedge_before(self._tokens, i, self._lexicon) if not skip else None
        first = before.first if before else i
        low = self._start(before) if before else start
        quantity = Quantity(low, span.end, self._text[low : span.end], span, value, None, Hedge.VAGUE, in_words=True)
        return TokenQuantity(quantity, first, last, i, last), last

    def _scale_behind_vague(self, i: int) -> int:
        if i >= len(self._tokens):
            return 0
        norm = self._tokens[i].norm
        word = self._lexicon.words.get(norm.removeprefix("ال")) or self._lexicon.words.get(norm)
        return word.value if word is not None and word.kind == "scales" else 0

    def _range(self, low: Cardinal) -> tuple[TokenQuantity | None, int] | None:
        """ "بين 20 و30", "من 20 إلى 30", "20-30", "3 أو 4"."""
        tokens, lists = self._tokens, self._lexicon.lists
        i = low.last
        while i < len(tokens) and tokens[i].text in _CLOSERS:
            i += 1
        if i + 1 > len(tokens) - 1 and not (i < len(tokens) and tokens[i].norm[:1] == "و"):
            return None
        before = tokens[low.first - 1].norm if low.first else ""
        link = tokens[i].norm
        between = before in lists["range_between"]
        high: Cardinal | None = None
        first = low.first
        if between and (link == "و" or link[:1] == "و"):
            high = self._parser.parse(i + 1 if link == "و" else i)
            first = low.first - (2 if low.first > 1 and tokens[low.first - 2].norm in lists["range_lead"] else 1)
        elif link in lists["range_to"]:
            if before in lists["range_from"]:
                if self._after_change(low.first):
                    return None
                first = low.first - 1
            elif self._after_change(low.first):
                return None
            high = self._parser.parse(i + 1)
        elif link in lists["range_or"] or tokens[i].text in _DASHES:
            high = self._parser.parse(i + 1)
        if high is None or high.value <= low.value or high.first - i > 1:
            return None
        if counts_nothing(tokens, high, self._lexicon) and tokens[i].text in _DASHES:
            return None
        start = tokens[first].start if first < low.first else tokens[low.first].start + low.skip
        number = Span(tokens[low.first].start + low.skip, tokens[high.last - 1].end)
        text = self._text[start : number.end]
        quantity = Quantity(start, number.end, text, number, low.value, high.high, Hedge.RANGE, in_words=low.in_words)
        return TokenQuantity(quantity, first, high.last, low.first, high.last), high.last

    def _after_change(self, i: int) -> bool:
        change = self._lexicon.change
        for k in range(i - 1, max(-1, i - _CHANGE_REACH), -1):
            norm = self._tokens[k].norm
            if norm in change or norm[1:] in change:
                return True
            if self._tokens[k].text in ".؟!" or self._tokens[k].kind == "newline":
                return False
        return False

    def _restated(self, number: Cardinal) -> tuple[Quantity | None, int]:
        """The same figure again right beside: "(15) خمسة عشر", "خمسة عشر (15)"."""
        tokens = self._tokens
        i = number.last
        marks = 0
        while i < len(tokens) and tokens[i].text in "()[]" and marks < 2:
            i += 1
            marks += 1
        inside = number.first > 0 and tokens[number.first - 1].text in _OPENERS
        if i >= len(tokens) or not (marks or inside):
            return None, number.last
        again = self._parser.parse(i)
        if again is None or again.in_words is number.in_words or again.skip or again.bare:
            return None, number.last
        span = Span(tokens[again.first].start, tokens[again.last - 1].end)
        quantity = Quantity(
            span.start, span.end, span.of(self._text), span, again.value, again.high, Hedge.EXACT, again.in_words
        )
        return quantity, again.last

    def _start(self, before: Found) -> int:
        return self._tokens[before.first].start + before.skip

    def _build(self, number: Cardinal, value: int, high: int, end: int, restated: Quantity | None) -> TokenQuantity:
        tokens = self._tokens
        span = Span(tokens[number.first].start + number.skip, tokens[number.last - 1].end)
        before = hedge_before(tokens, number.first, self._lexicon) if not number.skip or number.definite else None
        after = hedge_after(tokens, end, self._lexicon)
        start, first = span.start, number.first
        if before is not None:
            start, first = self._start(before), before.first
        last, finish = end, tokens[end - 1].end
        if after is not None and after.first == end:
            last, finish = after.last, tokens[after.last - 1].end
        hedge = combine(before.hedge if before else None, after.hedge if after else None)
        low, top = bounds(hedge, value)
        if high != value:
            hedge = Hedge.VAGUE if number.bare else Hedge.RANGE
            low, top = value, high
        if restated is not None and finish < restated.end:
            finish = restated.end
        quantity = Quantity(start, finish, self._text[start:finish], span, low, top, hedge, number.in_words, restated)
        return TokenQuantity(quantity, first, last, number.first, number.last)


__all__ = ["TokenQuantity", "find_quantities", "scan_quantities"]
