"""Fits the weights of ``rules/across.toml`` to clusters of articles that were linked by reading.

::

    uv run python -m benchmarks.fit_across ../shared/gold/clusters.json            # held-out figures and weights
    uv run python -m benchmarks.fit_across ../shared/gold/clusters.json --write    # into rules/across.toml
    uv run python -m benchmarks.fit_across ../shared/gold/clusters.json more.json  # on several files

The file holds clusters of ``articles`` (``id``, ``file``, ``text``) with the
``figures`` they share (``mentions``: ``article``, ``quote``, ``number``,
``occurrence``) and which of these ``differ``. A row is a pair of figures of
two articles. Papers seldom differ, so copies are added in which a shared
figure has another number in one of its articles. Each piece of evidence may speak only
for or only against a link, as its name says: a weight of the wrong sign is 0.
Folds are made by cluster: no link is judged by weights that saw its cluster.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from checker.across import common
from checker.across.blocks import keys
from checker.across.figures import holds
from checker.across.link import link, pair_evidence
from checker.across.profile import Profile, Told, profile
from checker.across.words import Weights, settings
from checker.consistency.bounds import Interval
from checker.facts import gather_whole
from checker.model import Hedge, Span
from checker.reading import from_text
from checker.resources import rules_root

_FOLDS, _STRENGTH = 12, 0.03
#: Copies of a cluster with altered numbers, and how often a shared figure is altered in one article.
_COPIES, _ALTERED = 8, 0.25
_FACTORS = (1.05, 1.1, 1.1, 1.2, 1.3, 1.5, 1.8, 2.4, 3.4)
#: How often a later article gives more where two differ.
_MORE = 0.67
#: The least spread of a piece of evidence that it is scaled by.
_SPREAD = 0.1
#: What a pair of figures of unrelated articles weighs, and how many words that hardly any article has
#: articles of two clusters share before they may tell of one happening after all.
_STRANGERS, _KIN = 0.5, 3
_THRESHOLDS = ((0.5, 0.7), (0.5, 0.6), (0.5, 0.55), (0.5, 0.5), (0.5, 0.4))

#: What can only speak against two figures being one; all else only for it.
AGAINST = frozenset(
    {
        "nothing alike",
        "places apart",
        "own places apart",
        "days apart",
        "numbers far apart",
        "kinds apart",
        "differ, kinds apart",
        "differ, killed and hurt in one",
        "each has a name of its own",
        "own days apart",
        "both of several, days apart",
        "differ, its number is told nearer",
        "group left open",
        "outcome lumped",
        "only one in the headline",
        "only one in front",
        "only one is a part",
        "only one is in a list",
        "one adds up to the other",
        "other figures beside",
        "only one is a list of several",
        "order apart",
        "only one is implicit",
        "articles: places apart",
        "articles: days between",
        "one vague",
        "numbers differ",
        "one against many",
        "numbers apart",
        "another is nearer",
        "differ, another is nearer",
        "differ, its number is told otherwise",
        "same, as are others",
        "differ, several, days between",
        "differ, fighting",
        "differ, fighting, days between",
        "differ, neither in front",
        "differ, an earlier count",
        "differ, both earlier",
        "differ, others beside",
        "differ, one is a person",
    }
)

Mention = tuple[str, tuple[int, int]]
Rows = tuple[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Profiles of a cluster's articles, for each figure of them the shared one it is, and the mentions of those."""

    profiles: list[Profile]
    labels: list[list[int | None]]
    gold: list[list[Mention]]
    differs: list[int]
    mention: dict[tuple[str, str], Mention]
    """By path and claim id: the annotated mention at the place of the claim, or the place itself."""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", help="clusters.json")
    parser.add_argument("--write", action="store_true", help="put the weights into rules/across.toml")
    options = parser.parse_args()
    files = (json.loads(path.read_text(encoding="utf-8")) for path in options.gold)
    clusters = [_cluster(data) for file in files for data in file]
    names, rows = _rows(clusters)
    held: dict[tuple[float, float], Counter[str]] = {pair: Counter() for pair in _THRESHOLDS}
    for fold in range(_FOLDS):
        weights = _fit(names, [r for k, r in enumerate(rows) if k % _FOLDS != fold])
        for cluster in clusters[fold::_FOLDS]:
            for pair in _THRESHOLDS:
                held[pair] += _measure(cluster, replace(weights, threshold=pair[0], threshold_conflict=pair[1]))
    for pair, counts in held.items():
        print(f"{pair[0]:.2f} {pair[1]:.2f}  {_shown(counts)}")  # noqa: T201
    weights = _fit(names, rows)
    if options.write:
        path = rules_root() / "across.toml"
        head = path.read_text(encoding="utf-8").partition("[link]")[0]
        path.write_text(head + as_toml(weights), encoding="utf-8")
    else:
        print(as_toml(weights))  # noqa: T201


def _cluster(data: dict[str, Any]) -> Cluster:
    texts = {article["id"]: article["text"] for article in data["articles"]}
    files = {article["id"]: article["file"] for article in data["articles"]}
    gold = [[(files[m["article"]], _span(texts[m["article"]], m)) for m in f["mentions"]] for f in data["figures"]]
    profiles, labels, mention = [], [], {}
    for article in data["articles"]:
        gathered = gather_whole(from_text(article["text"], article["file"]))
        found = profile(gathered)
        figure: dict[str, int] = {}
        for claim in gathered.facts.claims:
            known = _annotated(found.path, claim.number, gold)
            mention[found.path, claim.id] = known[1] if known else (found.path, (claim.number.start, claim.number.end))
            if known:
                figure[claim.id] = known[0]
        profiles.append(found)
        labels.append([_label(told, figure) for told in found.figures])
    return Cluster(profiles, labels, gold, data["differs"], mention)


def _span(text: str, mention: dict[str, Any]) -> tuple[int, int]:
    """Where the number of a mention stands: in the so-manieth occurrence of its quotation."""
    position = -1
    for _ in range(mention["occurrence"]):
        position = text.find(mention["quote"], position + 1)
    start = position + mention["quote"].find(mention["number"])
    return start, start + len(mention["number"])


def _annotated(path: str, number: Span, gold: list[list[Mention]]) -> tuple[int, Mention] | None:
    for k, mentions in enumerate(gold):
        for mention in mentions:
            if mention[0] == path and number.start < mention[1][1] and mention[1][0] < number.end:
                return k, mention
    return None


def _label(told: Told, figure: dict[str, int]) -> int | None:
    counts = Counter(figure[claim] for claim in told.claims if claim in figure)
    return counts.most_common(1)[0][0] if counts else None


def _rows(clusters: Sequence[Cluster]) -> tuple[list[str], list[Rows]]:
    """The names of all evidence, and per cluster its rows: evidence, label, weight."""
    chance = random.Random(1)  # noqa: S311
    names: list[str] = []
    rows: list[Rows] = []
    strangers = _strangers(clusters)
    for k, cluster in enumerate(clusters):
        found = []
        for copy in range(_COPIES + 1):
            profiles = _altered(cluster, chance) if copy else cluster.profiles
            for (p, x), (q, y) in combinations(list(zip(profiles, cluster.labels, strict=True)), 2):
                found += _pairs(p, x, q, y)
        for p, q in strangers[k]:
            found += [(facts, False, _STRANGERS) for facts in pair_evidence(p, q).values()]
        if found and not names:
            names = list(found[0][0])
        rows.append(
            (
                np.array([[facts[name] for name in names] for facts, _, _ in found]).reshape(len(found), len(names)),
                np.array([label for _, label, _ in found], bool),
                np.array([weight for _, _, weight in found]),
            )
        )
    return names, rows


def _strangers(clusters: Sequence[Cluster]) -> dict[int, list[tuple[Profile, Profile]]]:
    """By cluster (the first of two) pairs of articles of unrelated clusters that share a block of the archive."""
    blocks = [[set(keys(p)) for p in cluster.profiles] for cluster in clusters]
    words = [[common.rarest(_all_around(p)) for p in cluster.profiles] for cluster in clusters]
    found: dict[int, list[tuple[Profile, Profile]]] = defaultdict(list)
    for a, b in combinations(range(len(clusters)), 2):
        if any(len(x & y) >= _KIN for x in words[a] for y in words[b]):
            continue
        for p, x in zip(clusters[a].profiles, blocks[a], strict=True):
            found[a] += [(p, q) for q, y in zip(clusters[b].profiles, blocks[b], strict=True) if x & y]
    return found


def _all_around(p: Profile) -> frozenset[str]:
    return frozenset().union(*(told.around for told in p.figures))


def _pairs(
    p: Profile, x: Sequence[int | None], q: Profile, y: Sequence[int | None]
) -> Iterator[tuple[dict[str, float], bool, float]]:
    for (i, j), facts in pair_evidence(p, q).items():
        mentions = len(p.figures[i].claims) * len(q.figures[j].claims)
        yield facts, x[i] is not None and x[i] == y[j], min(mentions, 4) ** 0.5


def _altered(cluster: Cluster, chance: random.Random) -> list[Profile]:
    """The articles with some of their shared figures altered, each in one article throughout."""
    days: dict[int, list[int]] = defaultdict(list)
    for p, labels in zip(cluster.profiles, cluster.labels, strict=True):
        for label in set(labels) - {None}:
            days[label].append(p.day or 0)
    altered = []
    for p, labels in zip(cluster.profiles, cluster.labels, strict=True):
        figures = list(p.figures)
        for shared in sorted({label for label in labels if label is not None}):
            if chance.random() >= _ALTERED:
                continue
            places = [
                k
                for k, label in enumerate(labels)
                if label == shared and figures[k].hedge is not Hedge.VAGUE and figures[k].number > 1
            ]
            if places:
                number = figures[places[0]].number
                known = days[shared]
                more = 0.5 if min(known) == max(known) else _MORE if (p.day or 0) > min(known) else 1 - _MORE
                factor = chance.choice(_FACTORS)
                other = max(1, round(number * factor if chance.random() < more else number / factor))
                other += chance.choice((1, 2)) if other == number else 0
                for k in places:
                    open_above = figures[k].bounds.high is None
                    bounds = Interval(other, None if open_above else other)
                    figures[k] = replace(figures[k], number=other, bounds=bounds, strict=bounds)
        altered.append(replace(p, figures=tuple(figures)))
    return altered


def _fit(names: Sequence[str], rows: Sequence[Rows]) -> Weights:
    """Logistic regression whose weights have the sign that their evidence must have."""
    data = np.vstack([r[0] for r in rows])
    scale = np.maximum(data.std(0), _SPREAD)
    data = data / scale
    signs = np.where(np.concatenate([r[1] for r in rows]), 1.0, -1.0)
    worth = np.concatenate([r[2] for r in rows])
    size = len(names)

    def loss(point: Any) -> tuple[float, Any]:
        margin = signs * (data @ point[:size] + point[size])
        slope = -signs * worth / (1 + np.exp(np.clip(margin, -50, 50)))
        value = _STRENGTH * float((worth * np.logaddexp(0, -margin)).sum()) + 0.5 * float((point[:size] ** 2).sum())
        return value, np.append(_STRENGTH * (data.T @ slope) + point[:size], _STRENGTH * slope.sum())

    bounds = [(None, 0.0) if name in AGAINST else (0.0, None) for name in names]
    found = minimize(
        loss, np.zeros(size + 1), jac=True, bounds=[*bounds, (None, None)], method="L-BFGS-B", options={"maxiter": 600}
    ).x
    known = settings().weights
    evidence = {
        name: round(float(value), 2)
        for name, value in zip(names, found[:size] / scale, strict=True)
        if abs(value) >= 0.005
    }
    return Weights(round(float(found[size]), 2), evidence, known.threshold, known.threshold_conflict)


def _measure(cluster: Cluster, weights: Weights) -> Counter[str]:
    """Pairs of mentions and differing figures, said and right, as ``score_across.py`` counts them."""
    counts: Counter[str] = Counter()
    want = [_mention_pairs(mentions) for mentions in cluster.gold]
    all_wanted = set().union(*want)
    hit = [False] * len(cluster.gold)
    got: set[frozenset[Mention]] = set()
    for group in link(cluster.profiles, weights=weights):
        told = [(cluster.profiles[m], cluster.profiles[m].figures[k]) for m, k in group.nodes]
        pairs = _mention_pairs([cluster.mention[p.path, claim] for p, figure in told for claim in figure.claims])
        got |= pairs
        if not holds([figure for _, figure in told]):
            counts["differ said"] += 1
            right = [k for k in cluster.differs if want[k] & pairs]
            counts["differ right"] += bool(right)
            for k in right:
                hit[k] = True
    counts["said"], counts["right"], counts["gold"] = len(got), len(got & all_wanted), len(all_wanted)
    counts["differ found"], counts["differ gold"] = sum(hit), len(cluster.differs)
    return counts


def _mention_pairs(mentions: Sequence[Mention]) -> set[frozenset[Mention]]:
    return {frozenset(pair) for pair in combinations(set(mentions), 2) if pair[0][0] != pair[1][0]}


def _shown(counts: Counter[str]) -> str:
    precision, recall = counts["right"] / max(1, counts["said"]), counts["right"] / max(1, counts["gold"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    right = counts["differ right"] / max(1, counts["differ said"])
    found = counts["differ found"] / max(1, counts["differ gold"])
    return f"links P {precision:.3f} R {recall:.3f} F1 {f1:.3f}   differ P {right:.3f} R {found:.3f}"


def as_toml(weights: Weights) -> str:
    """The ``[link]`` table; the thresholds are those of the file."""
    lines = [
        "[link]",
        f"bias = {weights.bias:.2f}",
        f"threshold = {weights.threshold}",
        f"threshold_conflict = {weights.threshold_conflict}",
        "",
        "[link.evidence]",
        *(f'"{name}" = {worth:.2f}' for name, worth in weights.evidence.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
