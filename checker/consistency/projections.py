"""People of one group in single tolls are among that group in the overall toll.

"More than 50 were killed, 14 of them soldiers" with "14 soldiers" in one place
and "ten, among them soldiers" in another: no pair of these figures shows it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.consistency.bounds import Thresholds
from checker.consistency.constraints import Linear
from checker.consistency.figures import Figures
from checker.model import Claim, Facts, Group, Presence, Relation, RelationKind


def projections_of(facts: Facts, figures: Figures, thresholds: Thresholds) -> list[Linear]:
    """One constraint for every group that an overall toll and its single tolls give."""
    tolls = [relation for relation in facts.relations if relation.kind is RelationKind.TOLL]
    if not tolls:
        return []
    projector = _Projector(facts, figures, thresholds)
    return [linear for relation in tolls for linear in projector.of(relation)]


class _Projector:
    def __init__(self, facts: Facts, figures: Figures, thresholds: Thresholds) -> None:
        self._by_id = {claim.id: claim for claim in facts.claims}
        self._figures = figures
        self._most = thresholds.projection
        self._parts: defaultdict[str, list[Claim]] = defaultdict(list)
        self._present: defaultdict[str, list[Presence]] = defaultdict(list)
        for claim in facts.claims:
            if claim.part_of is not None:
                self._parts[claim.part_of].append(claim)
        for presence in facts.presences:
            self._present[presence.whole].append(presence)

    def of(self, relation: Relation) -> Iterator[Linear]:
        if relation.whole is None:
            return
        whole = self._by_id[relation.whole]
        told: set[str] = set()
        for stating in self._figures.stating(whole.id):
            for stated in self._parts.get(stating, ()):
                special = stated.group not in (Group.PEOPLE, Group.OTHER, whole.group)
                figure = self._figures.of(stated.id)
                if special and stated.outcome is whole.outcome and figure not in told:
                    told.add(figure)
                    yield from self._projection(relation, stated)

    def _projection(self, relation: Relation, stated: Claim) -> Iterator[Linear]:
        """The people of the stated group in each single toll, if two or more tell of some."""
        counted: list[str] = []
        present: list[str] = []
        constant = 0
        ties = []
        for part in relation.parts:
            if self._by_id[part].group is stated.group:
                counted.append(part)
                continue
            for stating in self._figures.stating(part):
                inner = [claim.id for claim in self._parts.get(stating, ()) if claim.group is stated.group]
                known = sum(p.min for p in self._present.get(stating, ()) if p.group is stated.group)
                if inner:
                    counted.extend(inner)
                elif known:
                    constant += known
                    present.append(stating)
                else:
                    continue
                if stating != part:
                    ties.append(self._figures.ties[self._figures.of(part)])
                break
        if len(counted) + len(present) < 2 or not counted:
            return
        yield Linear(
            "projection",
            ((-1, stated.id), *((1, claim) for claim in counted)),
            None,
            -constant,
            (stated.id, *present, *counted),
            min([relation.confidence, self._most, *(tie.confidence for tie in ties)]),
            (*relation.reasons, "the same group in the single tolls"),
            constant,
        )
