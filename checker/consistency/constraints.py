"""Relations as linear constraints over the figures of a document.

Claims of one ``same`` group are one unknown (a *figure*); every other
relation is a sum of figures that must lie between two bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from checker.model import Facts, Relation, RelationKind
from checker.values import frozen

#: What a constraint says, and so which rule a conflict with it falls under.
ConstraintKind = Literal["sum", "parts", "part", "toll", "projection", "change"]


@frozen
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
    def added(self) -> tuple[tuple[int, str], ...]:
        """The claims that are added up, each with 1, or with -1 for a fall."""
        whole = self.whole
        return tuple((coefficient, claim) for coefficient, claim in self.terms if claim != whole)

    @property
    def present(self) -> tuple[str, ...]:
        """The claims that stand in it as a constant only."""
        named = {claim for _, claim in self.terms}
        return tuple(claim for claim in self.claims if claim not in named)


def constraints_of(facts: Facts) -> list[Linear]:
    """The constraints that relations and stated parts make, ``same`` apart."""
    return [*_from_relations(facts), *_from_parts(facts)]


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
    changes = {frozenset(relation.members) for relation in facts.relations if relation.kind is RelationKind.CHANGE}
    for relation in facts.relations:
        if relation.whole is not None:
            if relation.complete and frozenset(relation.members) in changes:
                continue  # "from 18 to 27 after 9 more died" says the same
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
