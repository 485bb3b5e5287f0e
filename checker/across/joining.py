"""Joining figures of several articles into groups, the surest links first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from checker.across.evidence import agree
from checker.across.profile import Profile, Told
from checker.across.words import Weights
from checker.model import Outcome

Node = tuple[int, int]
"""An article and a figure of it, both by index."""

#: What the article's own link between two of its figures is worth, in log odds.
_TIE = 1.0
#: What a link gains from what has been joined, in log odds: figures that stand beside its two, or all others.
_BESIDE = 1.5
#: So many reasons are told.
_REASONS = 4
_NONE: frozenset[int] = frozenset()
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
    """Figures of two or more articles that are one; ``confidence`` is the probability, 0 to 1.

    Where their numbers cannot all hold it is that of the disagreement: how sure
    it is that two which contradict each other are one. Many articles that
    agree say nothing of the one that does not.
    """

    nodes: tuple[Node, ...]
    confidence: float
    reasons: tuple[str, ...]
    against: tuple[int, int] | None = None
    """The articles of the two, by index."""


def join(profiles: Sequence[Profile], links: Sequence[Link], weights: Weights) -> list[Group]:
    """Join the surest links first, each only if the two groups as wholes are likely to be one figure.

    What is joined then speaks for what stands beside it: where the dead of two
    articles are one figure, so are the injured told with them. So it does for
    what is left over: where two articles are about one happening and each has
    just one figure of the injured that the other one lacks, these are one.
    """
    joiner = _Joiner(profiles, links, weights)
    joiner.sweep([*joiner.ties, *links])
    joiner.sweep(joiner.raise_beside(links))
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
        self._tied: dict[Node, list[Node]] = defaultdict(list)
        """The other numbers of a figure in its own article."""
        for tie in self.ties:
            self._tied[tie.a].append(tie.b)
            self._tied[tie.b].append(tie.a)
        self._compared = {(one.a[0], one.b[0]) for one in links}
        self._refused: set[tuple[int, int, int, int]] = set()
        """Pairs of groups, with their sizes, that did not become one."""
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

    def sweep(self, links: Iterable[Link]) -> None:
        """Join what the links allow, the surest first, until nothing more is joined."""
        least = min(self._least, self._least_conflict)
        told = sorted((one for one in links if one.score >= least), key=lambda one: (-one.score, one.a, one.b))
        for _ in range(_SWEEPS):
            if not [one for one in told if self.merge(one)]:
                break

    def raise_beside(self, links: Iterable[Link]) -> list[Link]:
        """The links that gain from what has been joined beside them, with their new scores."""
        joined = _Joined(self._profiles, self._members)
        raised = [
            replace(one, score=one.score + _BESIDE)
            for one in links
            if self._group[one.a] != self._group[one.b] and (self._gains(one) or joined.left_over(one.a, one.b))
        ]
        self._scores.update({(one.a, one.b): one for one in raised})
        self._refused.clear()
        return raised

    def _gains(self, one: Link) -> bool:
        """Whether figures told in one breath with its two are one, or ones beside them, where no other is meant."""
        a, b = self.told(one.a), self.told(one.b)
        if self._groups_of(one.a[0], self._paired(one.a)) & self._groups_of(one.b[0], self._paired(one.b)):
            return True
        if not (self._alone(one.a) and self._alone(one.b)):
            return False
        return bool(self._groups_of(one.a[0], a.beside) & self._groups_of(one.b[0], b.beside))

    def _paired(self, node: Node) -> Iterable[int]:
        """Those told in one breath with a figure; for an earlier count what the article gives now.

        "ارتفعت الحصيلة إلى 20 قتيلا. وكانت الشرطة ذكرت أن 14 قتلوا وأصيب 79"
        """
        told, figures = self.told(node), self._profiles[node[0]].figures
        if not told.earlier:
            return told.paired
        found = set(told.paired)
        for k in told.paired:
            now = next((n for n in range(k - 1, -1, -1) if _is_current(figures[n], figures[k].outcome)), None)
            if now is not None and not any(figures[n].outcome is told.outcome for n in figures[now].beside):
                found.add(now)
        return found

    def _groups_of(self, article: int, figures: Iterable[int]) -> set[int]:
        return {self._group[article, k] for k in figures if (article, k) in self._group}

    def _alone(self, node: Node) -> bool:
        told = self.told(node)
        others = (self.told((node[0], k)) for k in told.beside)
        return told.whole is None and not any(o.outcome is told.outcome and o.whole is None for o in others)

    def merge(self, one: Link) -> bool:
        """Make one group of two, if all that is known of their members allows it."""
        a, b = sorted((self._group[one.a], self._group[one.b]))
        if a == b:
            return False
        tried = (a, len(self._members[a]), b, len(self._members[b]))  # groups only grow
        if tried in self._refused:
            return False
        self._refused.add(tried)
        score = self._score(a, b)
        if score is None:
            return False
        if score < (self._least if self._agree(self._members[a], self._members[b]) else self._least_conflict):
            return False
        for node in self._members[b]:
            self._group[node] = a
        self._members[a] += self._members.pop(b)
        return True

    def _score(self, a: int, b: int) -> float | None:
        """The mean score of all pairs between two groups; None where two of them cannot be one."""
        total, count = 0.0, 0
        both: set[int] = set()
        xs, ys = self._members[a], self._members[b]
        # An article carries its other number with it: what others say of that one does not count.
        carried = {y for y in ys if self._has_other(y, a)}
        for x in xs:
            carries = self._has_other(x, b)
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
                if carries or y in carried:
                    continue
                known = self._link(x, y)
                if known is not None:
                    total += known.score
                    count += 1
                elif (min(x[0], y[0]), max(x[0], y[0])) in self._compared:
                    return None
        if not count or len(both) > 1:
            return None  # two articles that give both numbers do not contradict themselves in the same way
        return total / count

    def _has_other(self, x: Node, group: int) -> bool:
        return x in self._tied and any(self._group[y] == group for y in self._tied[x])

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
            apart = [one for one in inside if self.told(one.a).strict.meets(self.told(one.b).strict).empty]
            worst = max(apart, key=lambda one: one.score, default=None)
            sure = worst.score if worst else sum(one.score for one in inside) / len(inside)
            reasons = dict.fromkeys(r for one in sorted(inside, key=lambda o: -o.score) for r in one.reasons)
            against = (worst.a[0], worst.b[0]) if worst else None
            found.append(Group(nodes, 1 / (1 + exp(-sure)), tuple(reasons)[:_REASONS], against))
        return sorted(found, key=lambda group: group.nodes)


def _is_current(told: Told, outcome: Outcome) -> bool:
    """Whether a figure of this outcome is a toll as the article gives it now."""
    return told.outcome is outcome and told.whole is None and not (told.earlier or told.background)


class _Joined:
    """What has been joined so far, asked for by article."""

    def __init__(self, profiles: Sequence[Profile], members: Mapping[int, Sequence[Node]]) -> None:
        self._profiles = profiles
        self._articles: dict[Node, frozenset[int]] = {}
        """Those that give a figure."""
        self._main: dict[int, set[int]] = defaultdict(set)
        """The groups of the figures that an article is about."""
        for group, nodes in members.items():
            articles = frozenset(article for article, _ in nodes)
            if len(articles) > 1:
                for article, k in nodes:
                    self._articles[article, k] = articles
                    told = profiles[article].figures[k]
                    if (told.title or told.lead) and not told.background:
                        self._main[article].add(group)
        self._left: dict[tuple[int, int, Outcome], int | None] = {}

    def left_over(self, a: Node, b: Node) -> bool:
        """Whether two articles are about one happening, and only these two figures of an outcome are not joined."""
        if not self._main.get(a[0], _NONE) & self._main.get(b[0], _NONE):
            return False
        outcome = self._profiles[a[0]].figures[a[1]].outcome
        return self._only(a[0], b[0], outcome) == a[1] and self._only(b[0], a[0], outcome) == b[1]

    def _only(self, article: int, other: int, outcome: Outcome) -> int | None:
        """The one figure of an outcome in an article that another one lacks, parts and what is past aside."""
        key = article, other, outcome
        if key not in self._left:
            figures = [
                k
                for k, told in enumerate(self._profiles[article].figures)
                if _is_current(told, outcome) and other not in self._articles.get((article, k), _NONE)
            ]
            self._left[key] = figures[0] if len(figures) == 1 else None
        return self._left[key]


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
