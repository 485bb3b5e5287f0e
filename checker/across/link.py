"""Figures of several articles that count the same people of the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from checker.across.evidence import agree, article_evidence, compatible, evidence, rivals, value_evidence
from checker.across.profile import Profile, Told
from checker.across.words import Weights, settings

Pair = tuple[int, int]
Node = tuple[int, int]
"""An article and a figure of it, both by index."""

#: What the article's own link between two of its figures is worth, in log odds.
_TIE = 1.0
#: Evidence worth more than this is told as a reason.
_REASON = 0.3
_REASONS = 4
#: Sweeps over the links; the first joins nearly all.
_SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Link:
    """Two figures of different articles, the log odds that they are one, and what speaks for it."""

    a: Node
    b: Node
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of two or more articles that are one; ``confidence`` is the probability, 0 to 1."""

    nodes: tuple[Node, ...]
    confidence: float
    reasons: tuple[str, ...]


def pair_evidence(p: Profile, q: Profile) -> dict[Pair, dict[str, float]]:
    """All evidence on every pair of figures of two articles that can be one (by index)."""
    articles = article_evidence(p, q)
    found: dict[Pair, dict[str, float]] = {}
    near: dict[Pair, float] = {}
    for i, a in enumerate(p.figures):
        for j, b in enumerate(q.figures):
            if compatible(a, b):
                around = {**articles, **evidence(a, b, p, q)}
                if around["articles: places apart"] and around["own places apart"]:
                    continue  # what happened in other towns, article and sentence agree
                near[i, j] = alike(around)
                found[i, j] = {**around, **value_evidence(a, b, around)}
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
        score = weights.bias
        told = []
        for name, value in facts.items():
            if value and (worth := weights.evidence.get(name, 0.0) * value):
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


def join(profiles: Sequence[Profile], links: Sequence[Link], weights: Weights) -> list[Group]:
    """Join the surest links first, each only if the two groups as wholes are likely to be one figure."""
    joiner = _Joiner(profiles, links, weights)
    least = min(log_odds(weights.threshold), log_odds(weights.threshold_conflict))
    told = sorted(
        (one for one in joiner.ties + list(links) if one.score >= least), key=lambda one: (-one.score, one.a, one.b)
    )
    for _ in range(_SWEEPS):
        if not [one for one in told if joiner.merge(one)]:
            break
    return joiner.groups()


def log_odds(probability: float) -> float:
    """A probability (between 0 and 1) as log odds."""
    return log(probability / (1 - probability))


class _Joiner:
    """Groups in the making."""

    def __init__(self, profiles: Sequence[Profile], links: Sequence[Link], weights: Weights) -> None:
        self._profiles = profiles
        self._least = log_odds(weights.threshold)
        self._least_conflict = log_odds(weights.threshold_conflict)
        self.ties = list(_ties(profiles, {node for one in links for node in (one.a, one.b)}))
        self._scores = {(one.a, one.b): one for one in (*links, *self.ties)}
        self._compared = {(one.a[0], one.b[0]) for one in links}
        self._group: dict[Node, int] = {}
        self._members: dict[int, list[Node]] = {}
        for k, node in enumerate(sorted({node for pair in self._scores for node in pair})):
            self._group[node] = k
            self._members[k] = [node]

    def told(self, node: Node) -> Told:
        """The figure behind a node."""
        return self._profiles[node[0]].figures[node[1]]

    def _link(self, x: Node, y: Node) -> Link | None:
        return self._scores.get((x, y) if x < y else (y, x))

    def merge(self, one: Link) -> bool:
        """Make one group of two, if all that is known of their members allows it."""
        a, b = self._group[one.a], self._group[one.b]
        if a == b:
            return False
        score = self._score(self._members[a], self._members[b])
        if score is None:
            return False
        if score < (self._least if self._agree(self._members[a], self._members[b]) else self._least_conflict):
            return False
        for node in self._members[b]:
            self._group[node] = a
        self._members[a] += self._members.pop(b)
        return True

    def _score(self, xs: Sequence[Node], ys: Sequence[Node]) -> float | None:
        """The mean score of all pairs between two groups; None where two of them cannot be one."""
        total, count = 0.0, 0
        both: set[int] = set()
        for x in xs:
            for y in ys:
                if x[0] == y[0]:
                    if self.told(x).number != self.told(y).number:
                        both.add(x[0])
                    known = self._link(x, y)
                    if known is not None:
                        total += known.score
                        count += 1
                    elif self.told(x).number != self.told(y).number:
                        return None  # the article tells them apart
                    continue
                if self._tied(x, ys) or self._tied(y, xs):
                    continue  # the article carries its other number with it
                known = self._link(x, y)
                if known is not None:
                    total += known.score
                    count += 1
                elif (min(x[0], y[0]), max(x[0], y[0])) in self._compared:
                    return None
        if not count or len(both) > 1:
            return None  # two articles that give both numbers do not contradict themselves in the same way
        return total / count

    def _tied(self, x: Node, group: Sequence[Node]) -> bool:
        return any(y[0] == x[0] and self._link(x, y) is not None for y in group)

    def _agree(self, xs: Sequence[Node], ys: Sequence[Node]) -> bool:
        return all(agree(self.told(x), self.told(y)) for x in xs for y in ys)

    def groups(self) -> list[Group]:
        """Those that join two articles or more."""
        found = []
        for members in self._members.values():
            if len({article for article, _ in members}) < 2:
                continue
            nodes = tuple(sorted(members))
            inside = [
                known
                for k, x in enumerate(nodes)
                for y in nodes[k + 1 :]
                if x[0] != y[0] and (known := self._link(x, y)) is not None
            ]
            mean = sum(one.score for one in inside) / len(inside)
            reasons = dict.fromkeys(r for one in sorted(inside, key=lambda o: -o.score) for r in one.reasons)
            found.append(Group(nodes, 1 / (1 + exp(-mean)), tuple(reasons)[:_REASONS]))
        return sorted(found, key=lambda group: group.nodes)


def _ties(profiles: Sequence[Profile], nodes: set[Node]) -> Iterable[Link]:
    """What the articles themselves say is one figure, though with two numbers."""
    tied: dict[Node, list[Node]] = defaultdict(list)
    for article, figure in sorted(nodes):
        tied[article, profiles[article].figures[figure].group_of].append((article, figure))
    for members in tied.values():
        for k, x in enumerate(members):
            for y in members[k + 1 :]:
                if _sums_up(profiles[x[0]], x[1], y[1]):
                    continue
                yield Link(x, y, _TIE, ("told as one in the article",))


def _sums_up(profile: Profile, x: int, y: int) -> bool:
    """Whether one of two figures is the other and a third of the article: "5 قتلى" above "قتل 4 … وقتل شرطي"."""
    a, b = profile.figures[x], profile.figures[y]
    return any(
        told.number == abs(a.number - b.number) and told.outcome is a.outcome and told.whole is None
        for k, told in enumerate(profile.figures)
        if k not in (x, y)
    )
