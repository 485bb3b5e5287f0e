"""The evaluation counts as a person would, and says what changed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checker.errors import UsageError
from checker.evaluation import Evaluation, GoldSet, evaluate, load_gold, load_mutants
from checker.evaluation.counts import Count
from checker.evaluation.saved import compare, to_json
from checker.pipeline import Settings

SHARED = Path(__file__).parents[3] / "shared" / "gold"
TEXT = "مقتل 14 جنديا في هجوم\n\nقتل 15 جنديا وجرح 9 آخرون في هجوم على ثكنة أمس، بينهم ضابطان.\n"


def claim(cid: str, quote: str, number: str, value: int, **fields: Any) -> dict[str, Any]:
    known = {
        "cid": cid, "quote": quote, "number": number, "occurrence": 1, "min": value, "max": value, "hedge": "exact",
        "outcome": "killed", "group": "security", "victims": "جنديا", "implicit": False, "of": None, "event": "e1",
    }  # fmt: skip
    return {**known, **fields}


ARTICLE = {
    "file": "raid.txt",
    "text": TEXT,
    "claims": [
        claim("c1", "14 جنديا", "14", 14),
        claim("c2", "15 جنديا", "15", 15),
        claim("c3", "9 آخرون", "9", 9, outcome="injured"),
        claim("c4", "ضابطان", "ضابطان", 2, of="c3", outcome="injured"),
    ],
    "same": [["c1", "c2"]],
    "sums": [{"whole": "c3", "parts": ["c4"], "complete": False}],
    "discrepancies": [{"cids": ["c1", "c2"], "kind": "headline", "severity": "error", "why": "14, not 15"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold.json").write_text(json.dumps([ARTICLE], ensure_ascii=False), encoding="utf-8")
    slip = TEXT.replace("15", "25")
    (tmp_path / "raid-m1.txt").write_text(slip, encoding="utf-8")
    place = slip.index("25")
    planted = {"file": "raid-m1.txt", "relation": "same", "start": place, "end": place + 2, "old": "15", "new": "25"}
    (tmp_path / "mutants.json").write_text(json.dumps([planted]), encoding="utf-8")
    return tmp_path


def run(folder: Path) -> Evaluation:
    return evaluate(GoldSet(load_gold(folder), load_mutants(folder)), Settings())


def test_counts_of_a_small_article(folder: Path):
    found = run(folder)
    assert found.counts["claims"] == Count(4, 4, 4)
    assert found.counts["same"] == Count(1, 1, 1)
    assert found.counts["planted slips"] == Count(1, 1, 1)
    assert found.counts["form: dual"] == Count(1, 1, 1)
    assert found.counts["place: title"].annotated == 1
    assert found.figures()["findings recall"] == 1


def test_what_is_missed_and_what_is_wrong_is_told_with_its_place(folder: Path):
    wrong = {**ARTICLE, "claims": [claim("c1", "14 جنديا", "14", 41), claim("c2", "ثكنة", "ثكنة", 3)]}
    wrong |= {"same": [], "sums": [], "discrepancies": []}
    (folder / "gold.json").write_text(json.dumps([wrong], ensure_ascii=False), encoding="utf-8")
    slips = [slip for slip in run(folder).slips if slip.measure == "claims"]
    assert [slip.spans[0].of(TEXT) for slip in slips if slip.missed] == ["14", "ثكنة"]
    assert len([slip for slip in slips if not slip.missed]) == 3


def test_a_saved_run_is_compared(folder: Path, tmp_path: Path):
    saved = tmp_path / "run.json"
    saved.write_text(to_json(run(folder)), encoding="utf-8")
    assert compare(saved, run(folder)) == ({}, (), ())
    worse = {**ARTICLE, "same": []}
    (folder / "gold.json").write_text(json.dumps([worse], ensure_ascii=False), encoding="utf-8")
    change = compare(saved, run(folder))
    assert change.figures["same F1"] == (1.0, 0.0)
    assert len(change.new) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "JSON"),
        (b"{}", "expected a list"),
        (b'[{"file": "x.txt"}]', "article x.txt: no 'text'"),
        (json.dumps([{**ARTICLE, "text": "لا شيء"}]).encode(), "claim c1"),
        (json.dumps([{**ARTICLE, "same": [["c1", "c9"]]}]).encode(), "unknown claim c9"),
    ],
)
def test_a_broken_annotation_is_named(tmp_path: Path, content: bytes, told: str):
    (tmp_path / "gold.json").write_bytes(content)
    with pytest.raises(UsageError, match=r"gold\.json") as caught:
        load_gold(tmp_path)
    assert told in str(caught.value)


def checker(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "checker", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_the_command_prints_figures_slips_and_changes(folder: Path, tmp_path: Path):
    saved = tmp_path / "run.json"
    done = checker("evaluate", folder, "--mutants", folder, "--show", "all", "--save", saved)
    assert done.returncode == 0, done.stderr
    assert "planted slips" in done.stdout
    again = checker("evaluate", folder, "--mutants", folder, "--against", saved)
    assert "nothing changed" in again.stdout


def test_the_command_says_what_is_wrong(tmp_path: Path):
    done = checker("evaluate", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "gold.json" in done.stderr
    assert checker("evaluate", tmp_path, "--show", "sum").returncode == 2


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles (../shared/gold) are not here")
def test_it_counts_as_the_published_measure_does(tmp_path: Path):
    report = tmp_path / "report.json"
    done = checker("check", SHARED / "articles", "--format", "json", "--fail-on", "never", "--output", report)
    assert done.returncode == 0, done.stderr
    words = [sys.executable, str(SHARED / "score.py"), str(report), "--json"]
    published = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
    found = evaluate(GoldSet(load_gold(SHARED)), Settings())
    for name in ("claims", "spans", "implicit", "vague", "part_of", "same", "sums", "complete_sums"):
        count = found.counts[name.replace("_", " ") if name == "complete_sums" else name]
        assert (count.right, count.said, count.annotated) == tuple(published[name][k] for k in ("tp", "said", "gold"))
    figures = found.figures()
    assert figures["findings recall"] == published["findings"]["recall"]
    assert figures["false alarms per 100"] == published["findings"]["false_alarms_per_100"]
