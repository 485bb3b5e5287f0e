"""Claims that state one and the same figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.model import Relation, RelationKind
from checker.values import frozen


@frozen
class Tie:
    """How sure it is that several claims state one figure, and what speaks for it."""

    confidence: float
    reasons: tuple[str, ...]


@frozen
class Figures:
    """The figures that more than one claim states, each named by one of its claims."""

    name: Mapping[str, str]
    """The figure of a claim."""
    members: Mapping[str, tuple[str, ...]]
    """The claims of a figure."""
    ties: Mapping[str, Tie]

    def of(self, claim: str) -> str:
        """The figure that a claim states; a claim that stands alone is its own."""
        return self.name.get(claim, claim)

    def stating(self, claim: str) -> tuple[str, ...]:
        """All claims that state the same figure as this one, itself first."""
        members = self.members.get(self.of(claim), ())
        return (claim, *(other for other in members if other != claim))


def figures_of(relations: Iterable[Relation]) -> Figures:
    """The figures of a document; ``same`` relations with a claim in common make one."""
    name: dict[str, str] = {}
    members: dict[str, tuple[str, ...]] = {}
    ties: dict[str, Tie] = {}
    for relation in relations:
        if relation.kind is not RelationKind.SAME:
            continue
        joined = dict.fromkeys(name.get(claim, claim) for claim in relation.claims)
        figure = next((known for known in joined if known in members), relation.claims[0])
        claims = dict.fromkeys(claim for known in joined for claim in members.pop(known, (known,)))
        known_ties = [ties.pop(known) for known in joined if known in ties]
        members[figure] = tuple(claims)
        name.update(dict.fromkeys(claims, figure))
        supports: list[Tie | Relation] = [*known_ties, relation]
        reasons = dict.fromkeys(reason for support in supports for reason in support.reasons)
        ties[figure] = Tie(min(support.confidence for support in supports), tuple(reasons))
    return Figures(name, members, ties)
