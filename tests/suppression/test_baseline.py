"""The baseline: written, heeded, pruned; an edit elsewhere keeps an entry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run

__all__ = ["run"]

SLIP = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n"
OTHER = "قتل 20 شخصا هم 10 جنود وخمسة مدنيين في الساحل.\n"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "a.txt").write_text(SLIP, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    return folder


def test_known_findings_are_not_reported_and_new_ones_are(run: Run, archive: Path):
    assert run("check", "archive").status == 1
    assert run("baseline", "write", "archive").status == 0
    known = ("check", "archive", "--baseline", "checker-baseline.json")
    ran = run(*known)
    assert ran.status == 0
    assert "Let stand on purpose: 1 (CF202)." in ran.out
    (archive / "a.txt").write_text("وصل الوفد أمس.\n\n" + SLIP + "\nوفي حادث آخر جرح تسعة.\n", encoding="utf-8")
    assert run(*known).status == 0
    (archive / "a.txt").rename(archive / "moved.txt")
    assert run(*known).status == 0
    (archive / "moved.txt").write_text(SLIP.replace("14", "13"), encoding="utf-8")
    assert run(*known).status == 1


def test_show_and_prune(run: Run, archive: Path):
    run("baseline", "write", "archive")
    shown = run("baseline", "show").out
    assert "CF202" in shown
    assert "Findings in the baseline: 2" in shown
    (archive / "b.txt").write_text("وصل الوفد أمس.\n", encoding="utf-8")
    (archive / "c.txt").write_text(OTHER.replace("20", "21"), encoding="utf-8")
    assert "struck from checker-baseline.json: 1" in run("baseline", "prune", "archive").err
    assert "Findings in the baseline: 1" in run("baseline", "show").out


def test_what_cannot_be_read_strikes_nothing(run: Run, archive: Path):
    run("baseline", "write", "archive")
    before = Path("checker-baseline.json").read_bytes()
    ran = run("baseline", "prune", "archive/a.txt", "archive/none.txt")
    assert ran.status == 2
    assert Path("checker-baseline.json").read_bytes() == before
    ran = run("baseline", "write", "archive/none.txt")
    assert ran.status == 2
    assert "left as it is" in ran.err
    assert Path("checker-baseline.json").read_bytes() == before


def test_the_file_is_the_same_twice_and_one_entry_a_line(run: Run, archive: Path):
    run("baseline", "write", "archive", "--lang", "ar")
    first = Path("checker-baseline.json").read_text(encoding="utf-8")
    run("baseline", "write", "archive", "--lang", "ar")
    assert Path("checker-baseline.json").read_text(encoding="utf-8") == first
    entries = json.loads(first)["findings"]
    assert len([line for line in first.splitlines() if "fingerprint" in line]) == len(entries) == 2


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}', "[" * 9999]
)
def test_a_broken_baseline_is_an_error(run: Run, archive: Path, text: str):
    Path("broken.json").write_text(text, encoding="utf-8")
    ran = run("check", "archive", "--baseline", "broken.json")
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert "broken.json" in ran.err


def test_a_missing_baseline_is_an_error(run: Run, archive: Path):
    assert run("baseline", "show").status == 2
    assert run("check", "archive", "--baseline", "none.json").status == 2
