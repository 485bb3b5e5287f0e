"""Fits the weights of ``rules/linking.toml``.

::

    uv run python -m benchmarks.fit_linking CORPUS GOLD examples/annotated            # figures and weights
    uv run python -m benchmarks.fit_linking CORPUS GOLD examples/annotated --write    # into rules/linking.toml
    uv run python -m benchmarks.fit_linking CORPUS GOLD … --without OTHER             # the texts of OTHER left out
    uv run python -m benchmarks.fit_linking CORPUS GOLD … --leave differ --write      # that table as it is

``[same]``, for one number told twice, and ``[agree]``, for two numbers that can
both hold, are fitted to the annotated articles of each folder's ``gold.json``:
every pair of claims that can state one figure is a row.

``[differ]``, for numbers that cannot, is fitted to such pairs of the annotated
articles, and as they hold few slips, to unannotated articles as well
(``CORPUS``: JSON lines with ``title``, ``text`` and ``published``, perhaps
gzipped). In every figure that is told twice with one number a slip is planted,
and the pairs that it breaks are to be linked; all pairs whose numbers differ
as the articles stand are not to be. Some of the latter are slips of the
papers' own, so the figures printed are a little worse than the truth.

Logistic regression weighs the evidence. Folds are made by article or by day of
publication, so that no pair is judged by weights that saw its article, or one
on the same news.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import log
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks.slips import slip
from checker.arabic.lexicon import default_lexicon
from checker.claims.extract import read_claims
from checker.model import Hedge
from checker.reading import from_text
from checker.relations.arithmetic import stated
from checker.relations.differing import differing_evidence
from checker.relations.evidence import Placed, differ, evidence, value_evidence
from checker.relations.placing import place
from checker.relations.same import LinkWeights, Weights, cluster, default_weights, find_links, is_candidate
from checker.resources import rules_root

#: Of few rows the weights are held closer to nothing.
_FOLDS, _STRENGTH, _HELD = 10, 0.5, 0.2
#: Evidence worth less than this in log odds is left out, and the rest weighed anew.
_LITTLE = 0.1
_THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)
_TABLES = ("same", "agree", "differ")
#: Slips are planted in figures linked as surely as this, two in each claim.
_SURE, _SLIPS = 0.8, 2
#: What an annotated pair counts beside one that nobody has read.
_ANNOTATED = 2.0
#: How many pairs that differ of themselves may pass, for the figures printed.
_PASSING = (20, 40, 60, 80, 100, 130, 170)
#: … and how many may pass at even odds: about one in 100 articles, half of them slips of the papers' own.
_ALLOWED = 60
_NEVER = Weights(0.0, 1.1, {})


@dataclass(frozen=True, slots=True)
class Row:
    """The evidence of a pair of claims, whether they are one figure, and the fold and planted slip it belongs to."""

    facts: dict[str, float]
    same: bool
    fold: str
    planted: str = ""
    annotated: bool = False
    """Whether a reader says so; else it is what most articles of the kind are."""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="articles as JSON lines, perhaps gzipped")
    parser.add_argument("gold", type=Path, nargs="+", help="folders with annotated articles in gold.json")
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="further folders whose texts are left out")
    parser.add_argument("--leave", nargs="*", default=[], choices=_TABLES, help="tables that stay as they are")
    parser.add_argument("--write", action="store_true", help="put the weights into rules/linking.toml")
    options = parser.parse_args()
    pairs: dict[str, list[Row]] = {name: [] for name in _TABLES}
    for folder in options.gold:
        for row, table in annotated(folder):
            pairs[table].append(row)
    fitted: list[Weights] = []
    for name in _TABLES[:2]:
        weights, chances = fit(pairs[name], _HELD)
        fitted.append(getattr(default_weights(), name) if name in options.leave else weights)
        _print_same(name, pairs[name], chances)
    if "differ" in options.leave:
        fitted.append(default_weights().differ)
    else:
        kept_out = [_text(article) for folder in (*options.gold, *options.without) for article in _gold(folder)]
        known = LinkWeights(*fitted, _NEVER)
        rows = [*planted(options.corpus, known, kept_out), *(replace(row, annotated=True) for row in pairs["differ"])]
        weights, chances = fit(rows, _STRENGTH)
        _print_differing(rows, chances)
        fitted.append(calibrated(weights, rows, chances))
    text = "\n".join(as_toml(name, weights) for name, weights in zip(_TABLES, fitted, strict=True))
    if options.write:
        path = rules_root() / "linking.toml"
        head = path.read_text(encoding="utf-8").partition("\n[same]\n")[0]
        path.write_text(f"{head}\n{text}", encoding="utf-8")
    else:
        print(text)  # noqa: T201


def fit(rows: Sequence[Row], strength: float) -> tuple[Weights, Any]:
    """Weights for the rows, and the chance of each by weights that did not see its fold."""
    names = [*dict.fromkeys(name for row in rows for name in row.facts)]
    model = _fitted(rows, names, strength)
    names = [name for name, worth in zip(names, model.coef_[0], strict=True) if abs(worth) >= _LITTLE]
    model = _fitted(rows, names, strength)
    data, same, weight = _table(rows, names)
    folds = np.array([row.fold for row in rows])
    chances = cross_val_predict(
        LogisticRegression(C=strength, max_iter=5000),
        data,
        same,
        groups=folds,
        cv=GroupKFold(_FOLDS),
        method="predict_proba",
        params={"sample_weight": weight},
    )[:, 1]
    worths = {name: round(float(worth), 2) for name, worth in zip(names, model.coef_[0], strict=True)}
    return Weights(round(float(model.intercept_[0]), 2), 0.5, worths), chances


def calibrated(weights: Weights, rows: Sequence[Row], chances: Any) -> Weights:
    """The weights with the bias at which even odds are those of the last pair that may pass.

    How many slips there are to how many pairs that differ is the planter's
    choice, and says nothing of real drafts.
    """
    differing = sorted(
        (chance for row, chance in zip(rows, chances, strict=True) if not row.planted and not row.annotated),
        reverse=True,
    )
    chance = float(differing[_ALLOWED])
    return replace(weights, bias=round(weights.bias - log(chance / (1 - chance)), 2))


def _fitted(rows: Sequence[Row], names: Sequence[str], strength: float) -> Any:
    data, same, weight = _table(rows, names)
    return LogisticRegression(C=strength, max_iter=5000).fit(data, same, sample_weight=weight)


def _table(rows: Sequence[Row], names: Sequence[str]) -> tuple[Any, Any, Any]:
    """Evidence, labels, and weights: a slip counts once, however many pairs it breaks."""
    pairs: dict[str, int] = {}
    for row in rows:
        pairs[row.planted] = pairs.get(row.planted, 0) + 1
    data = np.array([[row.facts.get(name, 0.0) for name in names] for row in rows])
    weight = np.array([1 / pairs[row.planted] if row.planted else _ANNOTATED if row.annotated else 1.0 for row in rows])
    return data, np.array([row.same for row in rows]), weight


def annotated(folder: Path) -> Iterator[tuple[Row, str]]:
    """The pairs of annotated articles, each with the table that weighs it."""
    for article in _gold(folder):
        placed = _placed(_text(article))
        names = {p.index: name for p in placed if (name := _annotated(p, article)) is not None}
        same = {frozenset(pair) for group in article["same"] for pair in combinations(group, 2)}
        for a, b in combinations((p for p in placed if p.index in names), 2):
            if _comparable(a, b):
                conflict = differ(a.draft, b.draft)
                facts = {**evidence(a, b), **(differing_evidence(a, b) if conflict else value_evidence(a, b))}
                label = frozenset((names[a.index], names[b.index])) in same
                table = "differ" if conflict else _TABLES[stated(a.draft) != stated(b.draft)]
                yield Row(facts, label, f"{folder} {article['file']}"), table


def planted(corpus: Path, known: LinkWeights, kept_out: Sequence[str]) -> Iterator[Row]:
    """The pairs of unannotated articles whose numbers differ: as they stand, and by slips that are planted."""
    read = {_beginning(line) for text in kept_out for line in text.splitlines() if len(line) > _LONG}
    for number, article in enumerate(_articles(corpus)):
        if any(_beginning(line) in read for line in article["text"].splitlines() if len(line) > _LONG):
            continue
        text = f"{article['title']}\n\n{article['text']}" if article.get("title") else article["text"]
        placed = _placed(text)
        fold = article["published"][:10]
        for a, b in combinations(placed, 2):
            if differ(a.draft, b.draft) and _comparable(a, b):
                yield _differing(a, b, same=False, fold=fold)
        for slipped, members, name in _with_slips(text, placed, known, Random(number)):  # noqa: S311
            for a, b in combinations(slipped, 2):
                broken = {a.index, b.index} <= members and differ(a.draft, b.draft)
                if broken and _comparable(a, b):
                    yield _differing(a, b, same=True, fold=fold, planted=f"{number} {name}")


#: Lines as long as this tell articles from one another by their beginnings.
_LONG = 80


def _beginning(line: str) -> str:
    return line.strip()[:_LONG]


def _with_slips(
    text: str, placed: Sequence[Placed], known: LinkWeights, chance: Random
) -> Iterator[tuple[list[Placed], set[int], str]]:
    """The article with one slip, the claims of the figure that it is in, and a name for it."""
    for group in cluster(placed, find_links(placed, known)):
        members = [placed[index] for index in group.indices]
        exact = all(p.draft.mention.hedge is Hedge.EXACT and p.draft.mention.kind == "number" for p in members)
        if group.confidence < _SURE or not exact or len({p.draft.mention.min for p in members}) > 1:
            continue
        for p in members:
            start, end = p.draft.mention.number
            for made in sorted({slip(text[start:end], chance) or "" for _ in range(_SLIPS)} - {""}):
                shift = len(made) - (end - start)
                starts = {q.draft.mention.number.start + (shift if q.index > p.index else 0) for q in members}
                slipped = _placed(text[:start] + made + text[end:])
                found = {q.index for q in slipped if q.draft.mention.number.start in starts}
                yield slipped, found, f"{start} {made}"


def _differing(a: Placed, b: Placed, *, same: bool, fold: str, planted: str = "") -> Row:
    return Row({**evidence(a, b), **differing_evidence(a, b)}, same, fold, planted)


def _comparable(a: Placed, b: Placed) -> bool:
    return a.draft.sentence != b.draft.sentence and is_candidate(a, b, conflict=differ(a.draft, b.draft))


def _placed(text: str) -> list[Placed]:
    reading = read_claims(from_text(text), default_lexicon())
    return place(reading) if reading.drafts else []


def _gold(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return found


def _text(article: dict[str, Any]) -> str:
    return str(article["text"])


def _articles(corpus: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if corpus.suffix == ".gz" else open
    with opened(corpus, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _annotated(p: Placed, article: dict[str, Any]) -> str | None:
    """The annotated claim whose number this one overlaps."""
    number = p.draft.mention.number
    for claim in article["claims"]:
        start, end = _span(claim, article)
        if number.start < end and start < number.end:
            return str(claim["cid"])
    return None


def _span(claim: dict[str, Any], article: dict[str, Any]) -> tuple[int, int]:
    """Where the number of an annotated claim stands: in the so-manieth occurrence of its quotation."""
    position = -1
    for _ in range(claim["occurrence"]):
        position = article["text"].find(claim["quote"], position + 1)
    start = position + claim["quote"].find(claim["number"])
    return start, start + len(claim["number"])


def _print_same(name: str, rows: Sequence[Row], chances: Any) -> None:
    same = np.array([row.same for row in rows])
    print(f"{name}: {len(same)} annotated pairs, {same.sum()} of one figure")  # noqa: T201
    for threshold in _THRESHOLDS:
        print(f"{threshold:.2f}  {_measure(chances >= threshold, same)}")  # noqa: T201


def _print_differing(rows: Sequence[Row], chances: Any) -> None:
    """How many slips are found by a pair that ranks above all but so many of the pairs that differ of themselves."""
    best: dict[str, float] = {}
    for row, chance in zip(rows, chances, strict=True):
        if row.planted:
            best[row.planted] = max(best.get(row.planted, 0.0), chance)
    differing = sorted(
        (chance for row, chance in zip(rows, chances, strict=True) if not row.planted and not row.annotated),
        reverse=True,
    )
    print(f"{len(differing)} pairs that differ, {len(best)} planted slips")  # noqa: T201
    for passing in _PASSING:
        found = sum(chance > differing[passing] for chance in best.values())
        print(f"{passing:4} pass at {differing[passing]:.2f}: {found / len(best):.3f} of the slips")  # noqa: T201


def _measure(said: Any, right: Any) -> str:
    hits = int((said & right).sum())
    precision = hits / max(1, int(said.sum()))
    recall = hits / max(1, int(right.sum()))
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def as_toml(name: str, weights: Weights) -> str:
    """A table of weights; the threshold is that of the file."""
    threshold: float = getattr(default_weights(), name).threshold
    lines = [
        f"[{name}]",
        f"bias = {weights.bias:.2f}",
        f"threshold = {threshold}",
        "",
        f"[{name}.evidence]",
        *(f'"{piece}" = {worth:.2f}' for piece, worth in weights.evidence.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
