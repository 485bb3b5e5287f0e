"""Counts given as that of the count before: "قتل خمسة وأصيب مثلهم", "وجرح عدد مماثل"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.mentions import Mention
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.model import Span
from checker.values import replace

#: The count that is meant stands so many words in front.
_REACH = 8
_AND = "و"


def with_as_many(tagged: Tagged, sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a sentence, in order, with one for each such word: its number is that of the mention before."""
    if not tagged.cued("as_many", sentence.first, sentence.last):
        return mentions
    found = list(_as_many(tagged, sentence, mentions))
    said = {mention.first for mention in found}
    others = (m for m in mentions if m.kind != "single" or m.last not in said)  # "وإصابة عدد مماثل" are many
    return sorted([*others, *found], key=lambda m: m.first)


def _as_many(tagged: Tagged, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Mention]:
    for i in range(sentence.first, sentence.last):
        if not tagged.cue(i, "as_many"):
            continue
        before = next((m for m in reversed(mentions) if m.last < i), None)
        if before is None or i - before.last > _REACH or not before.min or before.min != before.max:
            continue
        mark = tagged.marks.get(i)
        last = i + 1 if mark is None else mark.last
        joined = tagged.joined(i)
        start = tagged.tokens.start(i) + (joined and tagged.tokens[i].norm[:1] == _AND)
        span = Span(start, tagged.tokens.end(last - 1))
        yield replace(
            before,
            kind="number",
            first=i,
            last=last,
            number_first=i,
            number_last=last,
            after=last,
            span=span,
            number=span,
            quantity=None,
            outcome=None,
            ambiguous=False,
            joined=joined or tagged.tokens[i - 1].norm == _AND,
        )
