"""The relation of a whole and its parts, and how sure it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.model import Relation, RelationKind

#: How far a sum is to be believed.
SURE, LIKELY, POSSIBLE = 1.0, 0.85, 0.6


def sum_of(
    whole: int, parts: Sequence[int], ids: Mapping[int, str], complete: bool, confidence: float, reason: str
) -> Relation:
    """The sum of claims, given by index, that ``ids`` names; ``complete``: the parts are all of the whole."""
    return Relation(
        RelationKind.SUM,
        whole=ids[whole],
        parts=tuple(ids[p] for p in parts),
        complete=complete,
        confidence=confidence,
        reasons=(reason,),
    )
