"""Those of the hurt who died since: more dead, and as many fewer hurt.

"قتل 10 جنود وأصيب تسعة … وتوفي اثنان من المصابين": by then 12 are dead and 7 hurt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from checker.model import Hedge, Outcome
from checker.relations.arithmetic import adds_up, low
from checker.relations.evidence import Placed

#: Articles with more figures of one outcome are digests, where three numbers add up by chance.
_MOST = 12


class Since(NamedTuple):
    """A count, and the two figures that make it: another count and those who died since."""

    whole: Placed
    parts: Sequence[Placed]


def died_since(placed: Sequence[Placed]) -> Iterator[Since]:
    """Counts of dead, and of hurt, that differ by those of the hurt who died in between."""
    for died in placed:
        if not _is_one_of_the_hurt(died):
            continue
        for outcome in (Outcome.KILLED, Outcome.INJURED):
            pair = _differing_by(died, [p for p in placed if _is_count(p, outcome) and p is not died])
            if pair is not None:
                more, fewer = pair
                yield Since(more, sorted((fewer, died), key=_place))


def _place(p: Placed) -> int:
    return p.index


def _is_one_of_the_hurt(p: Placed) -> bool:
    """ "توفي اثنان من المصابين"."""
    draft = p.draft
    known = draft.outcome is Outcome.KILLED and draft.phrase.outcome is Outcome.INJURED
    return known and draft.mention.hedge is Hedge.EXACT and low(draft) > 0


def _is_count(p: Placed, outcome: Outcome) -> bool:
    draft = p.draft
    plain = draft.whole is None and draft.tells is None and draft.path not in ("reference", "zero")
    return plain and draft.outcome is outcome and draft.mention.hedge is not Hedge.VAGUE and low(draft) > 0


def _differing_by(died: Placed, counts: Sequence[Placed]) -> tuple[Placed, Placed] | None:
    """Two counts of the same people, told in two sentences, the first larger by those who died."""
    if len(counts) > _MOST:
        return None
    for more, fewer in permutations(counts, 2):
        x, y = more.draft, fewer.draft
        told_twice = x.sentence != y.sentence and more.context.turns == fewer.context.turns == died.context.turns
        if told_twice and x.group is y.group and adds_up(x, [y, died.draft]):
            return more, fewer
    return None
