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
    return _relation(RelationKind.SUM, whole, parts, ids, complete, confidence, reason)


def toll_of(
    whole: int, parts: Sequence[int], ids: Mapping[int, str], complete: bool, confidence: float, reason: str
) -> Relation:
    """As :func:`sum_of`, of an overall toll and single tolls."""
    return _relation(RelationKind.TOLL, whole, parts, ids, complete, confidence, reason)


def _relation(
    kind: RelationKind,
    whole: int,
    parts: Sequence[int],
    ids: Mapping[int, str],
    complete: bool,
    confidence: float,
    reason: str,
) -> Relation:
    return Relation(
        kind,
        whole=ids[whole],
        parts=tuple(ids[p] for p in parts),
        complete=complete,
        confidence=confidence,
        reasons=(reason,),
    )
