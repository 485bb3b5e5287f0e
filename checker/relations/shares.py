"""Some of a toll: what the worst hit places had, and who was counted since the last toll.

"أثقل حصيلة بالولاية بوفاة 7 أشخاص، تليها المدينة بـ 5 وفيات"; "ارتفع إلى 31 بعد انتشال 15 جثة".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.claims.tagging import Tagged
from checker.model import Hedge, Outcome
from checker.relations.arithmetic import low
from checker.relations.changes import more_since
from checker.relations.evidence import Placed

#: The toll is told so many sentences in front at the most.
_NEAR = 4


class Share(NamedTuple):
    """A toll and figures that count some of its people."""

    whole: Placed
    parts: Sequence[Placed]


def shares(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Share]:
    """Figures of the places that had most, and of those counted since."""
    yield from _ranked(tagged, placed)
    for after, more in more_since(tagged, placed):
        yield Share(after, [more])


def _ranked(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Share]:
    told: dict[tuple[int, Outcome], list[Placed]] = defaultdict(list)
    for p in placed:
        if _is_ranked(tagged, p):
            told[p.draft.sentence.first, p.draft.outcome].append(p)
    for parts in told.values():
        yield from _of_one_toll(parts, placed)


def _of_one_toll(parts: Sequence[Placed], placed: Sequence[Placed]) -> Iterator[Share]:
    first = parts[0]
    for p in reversed(placed[: first.index]):
        draft = p.draft
        if first.context.position - p.context.position > _NEAR or p.context.turns != first.context.turns:
            return
        if (
            draft.sentence == first.draft.sentence
            or draft.outcome is not first.draft.outcome
            or draft.sentence.in_title
        ):
            continue
        counted = draft.whole is None and not draft.earlier and draft.path not in ("reference", "joined")
        if counted and low(draft) > max(low(q.draft) for q in parts):
            yield Share(p, parts)
            return


def _is_ranked(tagged: Tagged, p: Placed) -> bool:
    draft = p.draft
    counted = draft.whole is None and low(draft) > 0 and draft.mention.hedge is not Hedge.VAGUE
    return counted and tagged.cued("ranked", draft.sentence.first, draft.first)
