"""How many were aboard, and those aboard whose fate is told: "قارب كان يقل 85 مهاجرا، أنقذ منهم 52 …"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from checker.arabic.numbers.scan import TokenQuantity
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.model import Aboard, Hedge, Outcome
from checker.relations.arithmetic import low
from checker.relations.evidence import Placed

#: The number stands so close behind the words for being aboard, and who they are right behind it.
_BESIDE = 3
#: Those aboard are told of within so many sentences.
_NEAR = 1
_FATES = (Outcome.KILLED, Outcome.MISSING, Outcome.RESCUED)
_first = attrgetter("first")


def find_aboard(
    tagged: Tagged,
    sentences: Sequence[Sentence],
    quantities: Sequence[TokenQuantity],
    placed: Sequence[Placed],
    ids: Mapping[int, str],
) -> Iterator[Aboard]:
    """The number aboard with the figures of those whose fate is told beside it.

    Only where one vessel is told of, and some were rescued or are missing:
    who dies in a collision need not have been in the vehicle that is told of.
    """
    told = list(_told(tagged, quantities))
    if len(told) != 1 or told[0].quantity.hedge is not Hedge.EXACT:
        return
    fates = _fates(sentences, told[0], placed)
    if {p.draft.outcome for p in fates} - {Outcome.KILLED} and len(fates) > 1:
        number = told[0].quantity
        yield Aboard(number.min or 0, number.number, number.text, tuple(ids[p.index] for p in fates))


def _told(tagged: Tagged, quantities: Sequence[TokenQuantity]) -> Iterator[TokenQuantity]:
    """All numbers aboard of the document."""
    met: set[int] = set()
    for k in tagged.places("aboard_are"):
        mark = tagged.marks.get(k)
        behind = mark.last if mark is not None else k + 1
        at = bisect_left(quantities, behind, key=_first)
        there = (q for q in quantities[at : at + _BESIDE] if q.first < behind + _BESIDE)
        quantity = next((q for q in there if _counts_people(tagged, q)), None)
        if quantity is not None and quantity.first not in met:
            met.add(quantity.first)
            yield quantity


def _counts_people(tagged: Tagged, quantity: TokenQuantity) -> bool:
    """Whether a noun for people stands behind the number."""
    k = quantity.last
    noun = tagged.roles[k].noun if k < len(tagged.tokens) else None
    return noun is not None and noun.group is not None


def _fates(sentences: Sequence[Sentence], quantity: TokenQuantity, placed: Sequence[Placed]) -> list[Placed]:
    """The greatest figure of each fate in the sentence, else in the one before: together no more than were aboard."""
    here = bisect_right(sentences, quantity.first, key=_first) - 1
    found: dict[Outcome, Placed] = {}
    for p in placed:
        draft = p.draft
        before = here - (bisect_right(sentences, draft.sentence.first, key=_first) - 1)
        if not 0 <= before <= _NEAR or not _tells_fate(p) or draft.mention.first == quantity.first:
            continue
        known = found.get(draft.outcome)
        nearer = (
            known is not None and known.draft.sentence != draft.sentence
        )  # the later sentence is that of the vessel
        if known is None or nearer or low(known.draft) < low(draft):
            found[draft.outcome] = p
    return sorted(found.values(), key=lambda p: p.index)


def _tells_fate(p: Placed) -> bool:
    draft = p.draft
    counted = draft.outcome in _FATES and draft.whole is None and not draft.earlier
    return counted and draft.mention.hedge is Hedge.EXACT and not draft.sentence.in_title and not p.context.background
