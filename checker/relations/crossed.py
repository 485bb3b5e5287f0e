"""Dead and hurt told together twice, the other way round or nearly alike.

"11 قتيلا و13 جريحا", then "13 قتيلا و11 جريحا", or then "12 قتيلا و14 جريحا".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.model import WIDE_GROUPS, Hedge, Outcome
from checker.relations.arithmetic import stated
from checker.relations.evidence import Placed, compatible
from checker.relations.same import Link

#: Numbers below this meet by chance.
_LEAST = 3
_LIKELY = 0.75
#: Numbers from the first on that are so few steps, or such a share, apart are near each other.
_MANY, _STEP, _SHARE = 8, 2, 0.05


def crossed_links(placed: Sequence[Placed]) -> Iterator[Link]:
    """Both figures of each such pair with those of the first pair so told; a writer has taken one for the other."""
    pairs = [
        (a, b)
        for a, b in pairwise(placed)
        if (a.draft.outcome, b.draft.outcome) == (Outcome.KILLED, Outcome.INJURED) and _is_pair(a, b)
    ]
    yield from _nearly_alike(pairs)
    told = {(stated(a.draft), stated(b.draft)): (a, b) for a, b in reversed(pairs)}
    for a, b in pairs:
        numbers = stated(a.draft), stated(b.draft)
        other = told.get((numbers[1], numbers[0]))
        if other is None or other[0].index >= a.index or other[0].draft.sentence == a.draft.sentence:
            continue
        for before, here in zip(other, (a, b), strict=True):
            if compatible(before.draft, here.draft):
                yield Link(before.index, here.index, _LIKELY, True, ("dead and hurt the other way round",))


def _nearly_alike(pairs: Sequence[tuple[Placed, Placed]]) -> Iterator[Link]:
    """ "13 قتيلا و31 جريحا", then "11 قتلوا و32 أصيبوا": two numbers so near two others, hardly of another happening.

    Those of fighters may be, since one side is told of from front to front.
    """
    for k, pair in enumerate(pairs):
        for other in pairs[k + 1 :]:
            both = list(zip(pair, other, strict=True))
            apart = (
                pair[0].draft.sentence != other[0].draft.sentence and pair[0].context.turns == other[0].context.turns
            )
            if apart and all(_is_near(a, b) for a, b in both):
                for a, b in both:
                    if stated(a.draft) != stated(b.draft):
                        yield Link(a.index, b.index, _LIKELY, True, ("dead and hurt nearly alike",))


def _is_near(a: Placed, b: Placed) -> bool:
    if a.draft.group not in WIDE_GROUPS or b.draft.group not in WIDE_GROUPS:
        return False
    few, many = sorted((stated(a.draft) or 0, stated(b.draft) or 0))
    return few >= _MANY and many - few <= max(_STEP, few * _SHARE) and not (a.draft.earlier or b.draft.earlier)


def _is_pair(a: Placed, b: Placed) -> bool:
    x, y = a.draft, b.draft
    plain = all(d.whole is None and d.mention.hedge is Hedge.EXACT and d.mention.kind == "number" for d in (x, y))
    return (
        plain and x.sentence == y.sentence and stated(x) != stated(y) and min(stated(x) or 0, stated(y) or 0) >= _LEAST
    )
