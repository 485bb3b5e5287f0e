"""Figures of several articles that count the same people of the same happening."""

from __future__ import annotations

from checker.across.evidence import article_evidence, compatible, evidence, rivals, value_evidence
from checker.across.profile import Profile

Pair = tuple[int, int]


def pair_evidence(p: Profile, q: Profile) -> dict[Pair, dict[str, float]]:
    """All evidence on every pair of figures of two articles that can be one (by index)."""
    articles = article_evidence(p, q)
    found: dict[Pair, dict[str, float]] = {}
    near: dict[Pair, float] = {}
    for i, a in enumerate(p.figures):
        for j, b in enumerate(q.figures):
            if compatible(a, b):
                own = evidence(a, b, p, q)
                near[i, j] = alike(own)
                found[i, j] = {**articles, **own, **value_evidence(a, b, {**articles, **own})}
    for pair, facts in rivals(p, q, near).items():
        found[pair].update(facts)
    return found


def alike(facts: dict[str, float]) -> float:
    """How alike the surroundings of two figures are, their numbers aside."""
    return (
        facts["clause words"]
        + facts["sentence alike"]
        + facts["around alike"]
        + facts["rare words"]
        + 0.5 * (facts["places shared"] - facts["places apart"])
        + 0.5 * facts["both in front"]
        + 0.5 * facts["large figures beside"]
        + 0.3 * facts["same group"]
        + 0.3 * facts["same noun"]
        - 0.5 * facts["only one is a part"]
    )
