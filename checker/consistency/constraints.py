"""Relations as linear constraints over the figures of a document.

Claims of one ``same`` group are one unknown (a *figure*); every other
relation is a sum of figures that must lie between two bounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from checker.consistency.bounds import Thresholds
from checker.model import Claim, Facts, Group, Relation, RelationKind

#: What a constraint says, and so which rule a conflict with it falls under.
ConstraintKind = Literal["sum", "parts", "part", "toll", "projection", "change"]


@dataclass(frozen=True, slots=True)
class Linear:
    """``low <= sum(coefficient * claim) <= high``; None is no limit.

    ``claims`` are all claims that the constraint speaks of, also those that
    stand in it as a constant (people present without a number).
    """

    kind: ConstraintKind
    terms: tuple[tuple[int, str], ...]
    low: int | None
    high: int | None
    claims: tuple[str, ...]
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    constant: int = 0
    """What is added to the parts without a figure of its own."""

    @property
    def whole(self) -> str:
        """The claim on the other side of the sum."""
        return next(claim for coefficient, claim in self.terms if coefficient < 0)

    @property
    def parts(self) -> tuple[str, ...]:
        """The claims that are added up."""
        return tuple(claim for coefficient, claim in self.terms if coefficient > 0)


def constraints_of(facts: Facts, thresholds: Thresholds) -> list[Linear]:
    """All constraints of a document, ``same`` apart."""
    by_id = {claim.id: claim for claim in facts.claims}
    found = [*_from_relations(facts), *_from_parts(facts)]
    found.extend(_projections(facts, by_id, thresholds))
    return found


def _sum(kind: ConstraintKind, whole: str, parts: tuple[str, ...], complete: bool, relation: Relation) -> Linear:
    return Linear(
        kind,
        ((-1, whole), *((1, part) for part in parts)),
        0 if complete else None,
        0,
        (whole, *parts),
        relation.confidence,
        relation.reasons,
    )


def _from_relations(facts: Facts) -> Iterator[Linear]:
    for relation in facts.relations:
        if relation.whole is not None:
            toll = relation.kind is RelationKind.TOLL
            kind: ConstraintKind = "sum" if relation.complete else "toll" if toll else "parts"
            if len(relation.parts) == 1 and not relation.complete and not toll:
                kind = "part"
            yield _sum(kind, relation.whole, relation.parts, relation.complete, relation)
        elif relation.kind is RelationKind.CHANGE:
            yield _change(relation)
        elif relation.kind is RelationKind.DENIAL:
            zero, figure = relation.claims
            yield Linear(
                "part", ((-1, zero), (1, figure)), None, 0, (zero, figure), relation.confidence, relation.reasons
            )


def _change(relation: Relation) -> Linear:
    """ "from a to b": b is above a for a rise; with the change told, a + change = b."""
    first, *middle, last = relation.claims
    terms: tuple[tuple[int, str], ...] = ((-1, last), (1, first), *((relation.sign, change) for change in middle))
    if middle:
        return Linear("change", terms, 0, 0, relation.claims, relation.confidence, relation.reasons)
    terms = ((-relation.sign, last), (relation.sign, first))
    return Linear("change", terms, None, 0, relation.claims, relation.confidence, relation.reasons)


def _from_parts(facts: Facts) -> Iterator[Linear]:
    """Parts that no sum names yet."""
    covered = {part for relation in facts.relations if relation.whole for part in relation.parts}
    for claim in facts.claims:
        if claim.part_of is not None and claim.id not in covered:
            yield Linear(
                "part",
                ((-1, claim.part_of), (1, claim.id)),
                None,
                0,
                (claim.part_of, claim.id),
                1.0,
                ("stated as a part",),
            )


def _projections(facts: Facts, by_id: Mapping[str, Claim], thresholds: Thresholds) -> Iterator[Linear]:
    """People of one group in single tolls are among that group in the overall toll."""
    same = {
        claim: group.claims for group in facts.relations if group.kind is RelationKind.SAME for claim in group.claims
    }
    for relation in facts.relations:
        if relation.kind is not RelationKind.TOLL or relation.whole is None:
            continue
        whole = by_id[relation.whole]
        wholes = same.get(whole.id, (whole.id,))
        for stated in facts.claims:
            special = stated.part_of in wholes and stated.outcome is whole.outcome
            if special and stated.group not in (Group.PEOPLE, Group.OTHER, whole.group):
                linear = _projection(facts, by_id, relation, stated, thresholds)
                if linear is not None:
                    yield linear


def _projection(
    facts: Facts, by_id: Mapping[str, Claim], relation: Relation, stated: Claim, thresholds: Thresholds
) -> Linear | None:
    terms: list[tuple[int, str]] = []
    present: list[str] = []
    constant = 0
    for part in relation.parts:
        if by_id[part].group is stated.group:
            terms.append((1, part))
            continue
        inner = [c.id for c in facts.claims if c.part_of == part and c.group is stated.group]
        if inner:
            terms.extend((1, claim) for claim in inner)
            continue
        known = sum(p.min for p in facts.presences if p.whole == part and p.group is stated.group)
        if known:
            constant += known
            present.append(part)
    if len(terms) + len(present) < 2 or not terms:
        return None
    return Linear(
        "projection",
        ((-1, stated.id), *terms),
        None,
        -constant,
        (stated.id, *present, *(claim for _, claim in terms)),
        min(relation.confidence, thresholds.projection),
        (*relation.reasons, "the same group in the single tolls"),
        constant,
    )
