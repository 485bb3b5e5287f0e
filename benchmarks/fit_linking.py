"""Fits the weights of ``rules/linking.toml`` to annotated articles.

::

    uv run python -m benchmarks.fit_linking ../shared/gold            # figures and weights
    uv run python -m benchmarks.fit_linking ../shared/gold --write    # into rules/linking.toml

The folder holds ``gold.json`` (articles with ``text``, ``claims`` and
``same``) and perhaps ``mutants/mutants.json`` (slips planted in them, which
are most of the pairs whose numbers differ). Every pair of claims that can
state one figure is a row; logistic regression weighs its evidence. Folds are
made by article, so that no pair is judged by weights that saw its article.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from checker.arabic.lexicon import default_lexicon
from checker.claims.extract import read_claims
from checker.facts import place
from checker.reading import from_text
from checker.relations.evidence import Placed, evidence, value_evidence
from checker.relations.same import default_weights, is_candidate
from checker.resources import rules_root

_FOLDS, _STRENGTH = 10, 0.5
_THRESHOLDS = (0.3, 0.4, 0.45, 0.5, 0.6, 0.7)

Row = tuple[dict[str, float], bool]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="folder with gold.json")
    parser.add_argument("--write", action="store_true", help="put the weights into rules/linking.toml")
    options = parser.parse_args()
    rows, folds = collect(options.gold)
    names = list(rows[0][0])
    data = np.array([[facts[name] for name in names] for facts, _ in rows])
    same = np.array([label for _, label in rows])
    model = LogisticRegression(C=_STRENGTH, max_iter=2000)
    chance = cross_val_predict(
        model, data, same, groups=np.array(folds), cv=GroupKFold(_FOLDS), method="predict_proba"
    )[:, 1]
    differ = data[:, names.index("numbers differ")] == 1
    print(f"{len(same)} pairs, {same.sum()} of one figure, of them {same[differ].sum()} whose numbers differ")  # noqa: T201
    for threshold in _THRESHOLDS:
        every = _measure(chance >= threshold, same)
        print(f"{threshold:.2f}  all {every}   numbers differ {_measure(chance[differ] >= threshold, same[differ])}")  # noqa: T201
    model.fit(data, same)
    text = as_toml(float(model.intercept_[0]), dict(zip(names, model.coef_[0].tolist(), strict=True)))
    if options.write:
        path = rules_root() / "linking.toml"
        head = path.read_text(encoding="utf-8").partition("[same]")[0]
        path.write_text(head + text, encoding="utf-8")
    else:
        print(text)  # noqa: T201


def collect(folder: Path) -> tuple[list[Row], list[int]]:
    """All pairs with their labels, and for each the number of its article."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    planted = folder / "mutants" / "mutants.json"
    mutants = json.loads(planted.read_text(encoding="utf-8")) if planted.exists() else []
    rows: list[Row] = []
    folds: list[int] = []
    for number, article in enumerate(gold):
        texts: list[tuple[str, dict[str, Any] | None]] = [(article["text"], None)]
        texts += [
            ((folder / "mutants" / mutant["file"]).read_bytes().decode(), mutant)
            for mutant in mutants
            if mutant["article"] == article["file"]
        ]
        for text, mutant in texts:
            found = list(_pairs(text, article, mutant))
            rows += found
            folds += [number] * len(found)
    return rows, folds


def _pairs(text: str, article: dict[str, Any], mutant: dict[str, Any] | None) -> Iterator[Row]:
    placed = place(read_claims(from_text(text), default_lexicon()))
    names = {p.index: name for p in placed if (name := _annotated(p, article, mutant)) is not None}
    same = {frozenset(pair) for group in article["same"] for pair in combinations(group, 2)}
    for a, b in combinations((p for p in placed if p.index in names), 2):
        if is_candidate(a, b):
            yield {**evidence(a, b), **value_evidence(a, b)}, frozenset((names[a.index], names[b.index])) in same


def _annotated(p: Placed, article: dict[str, Any], mutant: dict[str, Any] | None) -> str | None:
    """The annotated claim whose number this one overlaps; a planted slip moves what stands behind it."""
    number = p.draft.mention.number
    for claim in article["claims"]:
        start, end = _span(claim, article)
        if mutant is not None:
            shift = len(mutant["new"]) - len(mutant["old"])
            start += shift if start > mutant["start"] else 0
            end += shift if end > mutant["start"] else 0
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


def _measure(said: Any, right: Any) -> str:
    hits = int((said & right).sum())
    precision = hits / max(1, int(said.sum()))
    recall = hits / max(1, int(right.sum()))
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def as_toml(bias: float, weights: dict[str, float]) -> str:
    """The ``[same]`` table; the thresholds are those of the file."""
    kept = default_weights()
    lines = [
        "[same]",
        f"bias = {bias:.2f}",
        f"threshold = {kept.threshold}",
        f"threshold_conflict = {kept.threshold_conflict}",
        f"threshold_headline = {kept.threshold_headline}",
        "",
        "[same.evidence]",
        *(f'"{name}" = {worth:.2f}' for name, worth in weights.items()),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
