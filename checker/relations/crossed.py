"""The dead and the hurt told the other way round: "11 قتيلا و13 جريحا", then "13 قتيلا و11 جريحا"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.model import Hedge, Outcome
from checker.relations.arithmetic import stated
from checker.relations.evidence import Placed, compatible
from checker.relations.same import Link

#: Numbers below this meet by chance.
_LEAST = 3
_LIKELY = 0.75


def crossed_links(placed: Sequence[Placed]) -> Iterator[Link]:
    """Both figures of each such pair with those of the first pair so told; a writer has taken one for the other."""
    pairs = [
        (a, b)
        for a, b in pairwise(placed)
        if (a.draft.outcome, b.draft.outcome) == (Outcome.KILLED, Outcome.INJURED) and _is_pair(a, b)
    ]
    told = {(stated(a.draft), stated(b.draft)): (a, b) for a, b in reversed(pairs)}
    for a, b in pairs:
        numbers = stated(a.draft), stated(b.draft)
        other = told.get((numbers[1], numbers[0]))
        if other is None or other[0].index >= a.index or other[0].draft.sentence == a.draft.sentence:
            continue
        for before, here in zip(other, (a, b), strict=True):
            if compatible(before.draft, here.draft):
                yield Link(before.index, here.index, _LIKELY, True, ("dead and hurt the other way round",))


def _is_pair(a: Placed, b: Placed) -> bool:
    x, y = a.draft, b.draft
    plain = all(d.whole is None and d.mention.hedge is Hedge.EXACT and d.mention.kind == "number" for d in (x, y))
    return (
        plain and x.sentence == y.sentence and stated(x) != stated(y) and min(stated(x) or 0, stated(y) or 0) >= _LEAST
    )
