"""The score on annotated articles may not sink. Skipped where they do not lie beside the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checker.model import DocumentReport, Failure, Report
from checker.pipeline import Settings, check_paths
from checker.reporting.json_report import to_json

GOLD = Path(__file__).parents[2] / "shared" / "gold"

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated articles (../shared/gold) are not here")


def _report(folder: Path, output: Path) -> Path:
    items = list(check_paths([str(folder)], Settings()))
    documents = tuple(item for item in items if isinstance(item, DocumentReport))
    assert not [item for item in items if isinstance(item, Failure)]
    output.write_text(to_json(Report(documents)), encoding="utf-8")
    return output


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("score")
    articles = _report(GOLD / "articles", folder / "articles.json")
    mutants = _report(GOLD / "mutants", folder / "mutants.json")
    planted = GOLD / "mutants" / "mutants.json"
    words = [sys.executable, GOLD / "score.py", articles, "--mutants", mutants, planted, "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
    return found


@pytest.mark.parametrize(
    ("part", "measure", "floor"),
    [
        ("claims", "f1", 0.985),
        ("spans", "f1", 0.985),
        ("same", "f1", 0.94),
        ("complete_sums", "f1", 0.85),
        ("mutants", "recall", 0.90),
    ],
)
def test_floor(score: dict[str, Any], part: str, measure: str, floor: float):
    assert score[part][measure] >= floor


def test_few_false_alarms(score: dict[str, Any]):
    assert score["findings"]["false_alarms_per_100"] <= 2
    assert score["findings"]["recall"] >= 0.94
