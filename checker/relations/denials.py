""" "No casualties" and a figure of people harmed in the same happening."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Outcome, Relation, RelationKind
from checker.relations.context import overlap
from checker.relations.evidence import Placed

_HARMED = (Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES)
#: A denial and a figure are told of one happening within so many sentences.
_NEAR = 6
_ALIKE, _SHARED = 0.5, 3
_SURE, _LIKELY = 0.85, 0.6


def find_denials(placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """Each denial with the first figure that it denies."""
    for zero in placed:
        if zero.draft.path != "zero" or _beside_figures(zero, placed):
            continue  # beside other figures it denies more of the same, not them
        for other in placed:
            confidence = _denied(zero, other)
            if confidence:
                yield Relation(
                    RelationKind.DENIAL,
                    (ids[zero.index], ids[other.index]),
                    confidence=confidence,
                    reasons=("the same happening",),
                )
                break


def _beside_figures(zero: Placed, placed: Sequence[Placed]) -> bool:
    return any(p.draft.sentence == zero.draft.sentence and p.draft.path != "zero" for p in placed)


def _denied(zero: Placed, other: Placed) -> float:
    """How sure it is that the figure counts people whom the denial speaks of; 0 for no."""
    x, y = zero.draft, other.draft
    if y.path == "zero" or y.outcome not in _HARMED or y.whole is not None:
        return 0.0
    if x.outcome is not Outcome.CASUALTIES and x.outcome is not y.outcome:
        return 0.0
    title = x.sentence.in_title or y.sentence.in_title
    apart = abs(zero.context.position - other.context.position)
    if x.sentence == y.sentence or apart > _NEAR or other.context.background != zero.context.background:
        return 0.0
    if not title and zero.context.turns != other.context.turns:
        return 0.0
    words, others = zero.context.clause, other.context.sentence
    if len(words & others) >= _SHARED and overlap(words, others) >= _ALIKE:
        return _SURE
    named = zero.context.definite_event and zero.context.events & other.context.events
    return _LIKELY if named and apart <= 2 else 0.0
