"""All quantities of a text, each with span, bounds and hedge."""

from __future__ import annotations

from collections.abc import Iterable

from checker.arabic.numbers.cardinals import Cardinal, CardinalParser
from checker.arabic.numbers.dates import links_numbers
from checker.arabic.numbers.exclusions import counts_nothing, past_percentage, percent_at
from checker.arabic.numbers.hedges import Found, after_change, bounds, combine, hedge_after, hedge_before
from checker.arabic.numbers.lexicon import number_lexicon
from checker.arabic.numbers.ranges import range_at
from checker.arabic.numbers.words import number_tokens, start_behind
from checker.arabic.tokens import Tokens, tokenise
from checker.model import Hedge, Quantity, Span
from checker.values import frozen

_SCALES = (1000, 10**6, 10**9)
_OPENERS = frozenset('([«"“')
_CLOSERS = frozenset(')]»"”')

#: A year leads to a year: "من 2010 إلى 2015".
_YEARS = range(1900, 2101)


@frozen
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


def scan_quantities(text: str, tokens: Tokens) -> list[TokenQuantity]:
    """The quantities of a text that has been tokenised already."""
    return Scanner(text, tokens).scan(number_tokens(tokens, number_lexicon()))


#: A quantity, or None for what counts nothing, and the token to go on from.
_Step = tuple[TokenQuantity | None, int]


class Scanner:
    """Reads the quantities of one text, stretch by stretch in order."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self._text = text
        self._tokens = tokens
        self._lexicon = number_lexicon()
        self._parser = CardinalParser(text, tokens, self._lexicon)
        self._reached = 0
        self._uncounted = -1
        """The token behind the last number that counts nothing."""
        self._spent = -1
        """The first token of the last hedge that stands behind its number."""

    def scan(self, places: Iterable[int]) -> list[TokenQuantity]:
        """The quantities that begin at these tokens, at each of which a number can begin."""
        found: list[TokenQuantity] = []
        for i in places:
            if i < self._reached:
                continue
            result, self._reached = self._vague(i) or self._at(i)
            if result is not None:
                found.append(result)
        return found

    def _at(self, i: int) -> _Step:
        """A quantity that begins with the number at ``i``, and the token to go on from."""
        number = self._parser.parse(i)
        if number is None or self._is_one_of(number) or (number.bare and not self._stands_alone(number)):
            return None, i + 1 + percent_at(self._tokens, i + 1, self._lexicon)
        if self._counts_nothing(number):
            return None, past_percentage(self._tokens, number, self._lexicon)
        return self._range(number) or self._single(number)

    def _counts_nothing(self, number: Cardinal) -> bool:
        link = number.first - 1
        continues = link >= 0 and link == self._uncounted and links_numbers(self._tokens[link], self._lexicon)
        moves = continues and self._tokens[link].norm in self._lexicon.lists["range_to"]
        if moves and number.value not in _YEARS and after_change(self._tokens, link, self._lexicon):
            continues = False  # "ارتفع العدد منذ 7 أكتوبر 2023 إلى 35"
        alternative = continues and self._tokens[link].norm in self._lexicon.lists["range_or"]
        if alternative or counts_nothing(self._tokens, number, self._lexicon, continues=continues):
            self._uncounted = number.last
            return True
        return False

    def _is_one_of(self, number: Cardinal) -> bool:
        """ "أحد" and "إحدى" alone are "one of", not a number."""
        norm = self._tokens[number.first].norm
        return (
            number.value == 1
            and number.last == number.first + 1
            and norm[number.skip :] in self._lexicon.lists["one_of"]
        )

    def _stands_alone(self, number: Cardinal) -> bool:
        """Whether a scale word alone ("ألف") counts the word behind it."""
        tokens = self._tokens
        if number.scale == 1:  # "a few"
            return True
        if number.first and tokens[number.first - 1].norm in self._lexicon.lists["part_nouns"]:
            return False
        following = tokens[number.last] if number.last < len(tokens) else None
        return (following is not None and following.kind == "word") or self._before(number) is not None

    def _before(self, number: Cardinal) -> Found | None:
        """The hedge in front of a number, with no particle between them but the article."""
        if number.skip and not number.definite:
            return None
        found = hedge_before(self._tokens, number.first, self._lexicon, definite=number.definite)
        return found if found is None or found.first != self._spent else None

    def _vague(self, i: int) -> _Step | None:
        """ "عشرات", "مئات الآلاف": the least they stand for, without an upper bound."""
        found = self._parser.vague(i)
        word = self._parser.word(i)
        if found is None or word is None:
            return None
        value, last = found
        skip = word.skip - word.article
        span = Span(start_behind(self._tokens, i, skip), self._tokens.end(last - 1))
        before = hedge_before(self._tokens, i, self._lexicon) if not skip else None
        start, first = self._start(before, span.start, i)
        quantity = Quantity(
            start, span.end, self._text[start : span.end], span, value, None, Hedge.VAGUE, in_words=True
        )
        return TokenQuantity(quantity, first, last, i, last), last

    def _range(self, low: Cardinal) -> _Step | None:
        tokens = self._tokens
        found = range_at(self._text, tokens, low, self._parser, self._lexicon)
        if found is None:
            return None
        least, high, first = found
        if self._counts_nothing(high):  # "من 5 إلى 10 صباحا", "10-15%"
            return None, past_percentage(tokens, high, self._lexicon)
        number = Span(start_behind(tokens, low.first, low.skip), tokens.end(high.last - 1))
        start = tokens.start(first) if first < low.first else number.start
        quantity = Quantity(
            start, number.end, self._text[start : number.end], number, least, high.high, Hedge.RANGE, low.in_words
        )
        return TokenQuantity(quantity, first, high.last, low.first, high.last), high.last

    def _restated(self, number: Cardinal) -> Quantity | None:
        """The same figure again right beside: "(15) خمسة عشر", "خمسة عشر (15)"."""
        tokens = self._tokens
        i = number.last
        opened = False
        while i < len(tokens) and i - number.last < 2 and (tokens[i].text in _OPENERS or tokens[i].text in _CLOSERS):
            opened = tokens[i].text in _OPENERS
            i += 1
        closed = i > number.last and number.first > 0 and tokens[number.first - 1].text in _OPENERS
        if i >= len(tokens) or not (opened or closed):
            return None
        again = self._parser.parse(i)
        if again is None or again.in_words is number.in_words or again.skip or again.bare:
            return None
        if opened and (again.last >= len(tokens) or tokens[again.last].text not in _CLOSERS):
            return None  # "خمسة (3 منهم …"
        if number.in_words and number.value == 1:
            return None  # "للسنة الواحدة (18) ألف": an adjective
        if self._is_scale(again.last + opened) or again.value in (number.value * scale for scale in _SCALES):
            return None  # "(18) ألف", "(20) عشرين مليون": the scale stands behind the bracket
        span = Span(tokens.start(again.first), tokens.end(again.last - 1))
        text = span.of(self._text)
        return Quantity(span.start, span.end, text, span, again.value, again.high, Hedge.EXACT, again.in_words)

    def _is_scale(self, i: int) -> bool:
        return i < len(self._tokens) and "scales" in self._lexicon.kinds.get(self._tokens[i].norm, {})

    def _start(self, before: Found | None, start: int, first: int) -> tuple[int, int]:
        """Where a quantity begins, as an offset and as a token, with the hedge in front of it."""
        if before is None or before.apart:
            return start, first
        return start_behind(self._tokens, before.first, before.skip), before.first

    def _single(self, number: Cardinal) -> _Step:
        tokens = self._tokens
        span = Span(start_behind(tokens, number.first, number.skip), tokens.end(number.last - 1))
        restated = self._restated(number)
        finish, end = span.end, number.last
        if restated is not None:
            finish = restated.end
            while tokens.end(end - 1) < finish:
                end += 1
        before = self._before(number)
        after = hedge_after(tokens, end, self._lexicon, self._parser.knows)
        if after is not None:
            self._spent = after.first
        start, first = self._start(before, span.start, number.first)
        last = end
        if after is not None and after.first == end:
            last, finish = after.last, tokens.end(after.last - 1)
        hedge = combine(before.hedge if before else None, after.hedge if after else None)
        low, top = bounds(hedge, number.value)
        if number.high != number.value:
            hedge = Hedge.VAGUE if self._is_few(number) else Hedge.RANGE
            low, top = number.value, number.high
        quantity = Quantity(start, finish, self._text[start:finish], span, low, top, hedge, number.in_words, restated)
        return TokenQuantity(quantity, first, last, number.first, number.last), end

    def _is_few(self, number: Cardinal) -> bool:
        """ "بضعة", "بضعة آلاف": three to nine of something, rather than an unknown unit of a decade."""
        return number.high == 3 * number.value


__all__ = ["Scanner", "TokenQuantity", "find_quantities", "scan_quantities"]
