"""Figures of several articles that count the same people of the same happening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.across.evidence import (
    apart,
    article_evidence,
    compatible,
    evidence,
    of_other_days,
    rivals,
    value_evidence,
)
from checker.across.joining import Group, Link, join
from checker.across.profile import Profile
from checker.across.words import Weights, settings

Pair = tuple[int, int]
#: Evidence worth more than this is told as a reason.
_REASON = 0.3
_REASONS = 4


def pair_evidence(p: Profile, q: Profile) -> dict[Pair, dict[str, float]]:
    """All evidence on every pair of figures of two articles that can be one (by index)."""
    articles = article_evidence(p, q)
    elsewhere = bool(articles["articles: places apart"])
    found: dict[Pair, dict[str, float]] = {}
    near: dict[Pair, float] = {}
    for i, a in enumerate(p.figures):
        for j, b in enumerate(q.figures):
            if compatible(a, b):
                if elsewhere and apart(a, b):
                    continue  # what happened in other towns, article and sentence agree
                around = {**articles, **evidence(a, b, p, q)}
                near[i, j] = alike(around)
                found[i, j] = {**around, **value_evidence(a, b, p, q, around)}
    for pair, facts in rivals(p, q, near).items():
        found[pair].update(facts)
    return found


def alike(facts: Mapping[str, float]) -> float:
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


def links_between(m: int, p: Profile, n: int, q: Profile, weights: Weights) -> list[Link]:
    """The links between the figures of two articles, which are number ``m`` and ``n``."""
    links = []
    for (i, j), facts in pair_evidence(p, q).items():
        if of_other_days(p.figures[i], q.figures[j], p, q, facts):
            continue
        score = weights.bias
        told = []
        for name, weight in weights.evidence.items():
            value = facts.get(name)
            if value:
                worth = weight * value
                score += worth
                if worth > _REASON:
                    told.append((-worth, name))
        told.sort()
        links.append(Link((m, i), (n, j), score, tuple(name for _, name in told[:_REASONS])))
    return links


def link(
    profiles: Sequence[Profile], pairs: Iterable[Pair] | None = None, weights: Weights | None = None
) -> list[Group]:
    """Groups of figures that are one, in the order of the articles.

    ``pairs`` are the articles that are compared (by index), all of them by
    default.
    """
    weights = weights or settings().weights
    if pairs is None:
        pairs = [(m, n) for m in range(len(profiles)) for n in range(m + 1, len(profiles))]
    links = [found for m, n in pairs for found in links_between(m, profiles[m], n, profiles[n], weights)]
    return join(profiles, links, weights)
