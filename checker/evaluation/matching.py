"""Which claim of a report is which annotated claim."""

from __future__ import annotations

from collections.abc import Sequence

from checker.evaluation.gold import GoldClaim
from checker.model import Claim, Span


def meets(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def match(gold: Sequence[GoldClaim], said: Sequence[Claim]) -> dict[str, Claim]:
    """One claim at most for each annotated one whose number it overlaps, the best fitting first."""
    pairs = sorted(
        (-_fit(g, s), abs(g.number.start - s.number.start), g.id, k)
        for g in gold
        for k, s in enumerate(said)
        if meets(g.number, s.number)
    )
    found: dict[str, Claim] = {}
    used: set[int] = set()
    for _, _, name, k in pairs:
        if name not in found and k not in used:
            found[name] = said[k]
            used.add(k)
    return found


def _fit(gold: GoldClaim, said: Claim) -> int:
    return same_outcome(gold, said) + same_bounds(gold, said)


def same_outcome(gold: GoldClaim, said: Claim) -> bool:
    """Whether both say that the same happened to the people."""
    return gold.outcome == said.outcome.value


def same_bounds(gold: GoldClaim, said: Claim) -> bool:
    """Whether both commit to the same numbers."""
    return (gold.min, gold.max) == (said.min, said.max)
