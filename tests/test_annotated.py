"""The figures on the articles that ship with the project may not sink."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.evaluation.gold import GoldSet, load_gold
from checker.evaluation.run import evaluate
from checker.pipeline import Settings

ANNOTATED = Path(__file__).parents[1] / "examples" / "annotated"


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    return evaluate(GoldSet(load_gold(ANNOTATED), ()), Settings()).figures()


@pytest.mark.parametrize(
    ("figure", "floor"),
    [
        ("claims F1", 0.97),
        ("spans F1", 0.975),
        ("part_of F1", 0.855),
        ("same F1", 0.905),
        ("sums F1", 0.785),
        ("complete sums F1", 0.815),
        ("group accuracy", 0.93),
        ("findings recall", 0.75),
        ("findings precision", 0.88),
    ],
)
def test_floor(figures: dict[str, float], figure: str, floor: float):
    assert figures[figure] >= floor


def test_few_false_alarms(figures: dict[str, float]):
    assert figures["false errors per 100"] <= 1
    assert figures["false alarms per 100"] <= 5
