"""Comparisons that were made and hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from checker.consistency.equations import Sides, loosely
from checker.consistency.system import Element, System
from checker.model import Check, Claim, Facts, RelationKind

_KINDS = {"toll": RelationKind.TOLL, "change": RelationKind.CHANGE}


def ticks(facts: Facts, system: System, by_id: Mapping[str, Claim], broken: Collection[Element]) -> Iterator[Check]:
    """Every relation without its ``broken`` claims, and every constraint that is not broken itself."""
    for relation in facts.relations:
        if relation.kind is RelationKind.SAME:
            agreeing = tuple(claim for claim in relation.claims if claim not in broken)
            if len(agreeing) > 1:
                yield Check(relation.kind, agreeing, " = ".join(loosely(by_id[claim]) for claim in agreeing))
    for index, linear in enumerate(system.constraints):
        if index in broken or linear.kind == "projection":
            continue
        sides = Sides(linear, (by_id[linear.whole],), [(c, (by_id[name],)) for c, name in linear.added], system)
        if not broken or sides.equation() is None:  # where nothing is broken, all was compared and holds
            yield Check(_KINDS.get(linear.kind, RelationKind.SUM), linear.claims, str(sides.relation()))
