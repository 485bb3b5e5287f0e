"""The people of a toll spread over places, or told up to the rest.

"توزع المصابون على مستشفيات، استقبل الأول 7، والثاني 4"; "استقبل المستشفى 8 مصابين، ونقل الأربعة الباقون".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.claims.tagging import Tagged
from checker.model import Hedge, Outcome
from checker.relations.arithmetic import adds_up, low, one_slip
from checker.relations.evidence import Placed

#: The toll is told so many sentences in front at the most.
_NEAR = 6
#: "The rest" stands so close in front of a figure, or right behind it.
_REST, _BEHIND = 4, 2


class Spread(NamedTuple):
    """A toll, what each place had of it, and whether that makes it."""

    whole: Placed
    parts: Sequence[Placed]
    exact: bool


def spreads(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Spread]:
    """The figures behind a word of spreading, or up to "the rest", with the toll that they make or miss by a slip."""
    told: dict[tuple[int, Outcome], list[Placed]] = defaultdict(list)
    for p in placed:
        draft = p.draft
        if draft.whole is None and low(draft) > 0 and draft.mention.hedge is Hedge.EXACT:
            told[draft.sentence.first, draft.outcome].append(p)
    for members in told.values():
        parts = [p for p in members if _is_spread(tagged, p)]
        rest = [p for p in members if _is_rest(tagged, p)]
        if not parts and rest:
            parts = [p for p in members if p.index <= rest[-1].index]
        if len(parts) > 1:
            yield from _of_one_toll(tagged, parts, placed)


def _of_one_toll(tagged: Tagged, parts: Sequence[Placed], placed: Sequence[Placed]) -> Iterator[Spread]:
    drafts = [p.draft for p in parts]
    tolls = [p for p in _tolls(tagged, parts[0], placed) if p not in parts]
    made = next((p for p in tolls if adds_up(p.draft, drafts)), None)
    if made is not None:
        yield Spread(made, parts, True)
        return
    others = sorted(map(low, drafts))[:-1]  # a digit too many makes one of them larger than the toll
    near = (p for p in tolls if low(p.draft) > max(others) and one_slip(p.draft, drafts))
    if (whole := next(near, None)) is not None:
        yield Spread(whole, parts, False)


def _tolls(tagged: Tagged, first: Placed, placed: Sequence[Placed]) -> Iterator[Placed]:
    """The tolls in front of the first part, the nearest first; in its sentence those in front of the word."""
    for p in reversed(placed[: first.index]):
        draft = p.draft
        if first.context.position - p.context.position > _NEAR or p.context.turns != first.context.turns:
            return
        counted = draft.whole is None and not draft.earlier and draft.path != "joined"
        inside = draft.sentence == first.draft.sentence
        if inside and not tagged.cued("spread", draft.last, first.draft.first):
            continue
        if counted and draft.outcome is first.draft.outcome:
            yield p


def _is_spread(tagged: Tagged, p: Placed) -> bool:
    return tagged.cued("spread", p.draft.sentence.first, p.draft.first)


def _is_rest(tagged: Tagged, p: Placed) -> bool:
    """ "ونقل الأربعة الباقون", "أما البقية وعددهم 62"."""
    draft = p.draft
    start, stop = max(draft.sentence.first, draft.first - _REST), min(draft.sentence.last, draft.last + _BEHIND)
    return tagged.cued("the_rest", start, stop)
