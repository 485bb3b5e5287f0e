"""The other commands."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pandas as pd
import pytest

from checker.consistency import load_rules
from tests.cli.conftest import Run

TEXT = "قتل 14 شخصا، بينهم 3 أطفال، وأصيب أكثر من 20 آخرين في انفجار.\n"


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_extract_prints_a_table(run: Run, draft: str):
    ran = run("extract", draft)
    assert ran.status == 0
    for cell in ("14 شخصا", "children", "c1", "injured"):
        assert cell in ran.out


def test_extract_formats_agree(run: Run, draft: str, tmp_path: Path):
    from_csv = pd.read_csv(io.StringIO(run("extract", draft, "--format", "csv").out))
    lines = [json.loads(line) for line in run("extract", draft, "--format", "jsonl").out.splitlines()]
    file = tmp_path / "t.parquet"
    assert run("extract", draft, "--format", "parquet", "--output", str(file)).status == 0
    from_parquet = pd.read_parquet(file)
    assert list(from_csv["min"]) == [line["min"] for line in lines] == list(from_parquet["min"]) == [14, 3, 21]
    for row in lines:
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_parquet_needs_a_file(run: Run, draft: str):
    ran = run("extract", draft, "--format", "parquet")
    assert (ran.status, ran.out) == (2, "")
    assert "--output" in ran.err


def test_csv_holds_no_formula(run: Run, tmp_path: Path):
    path = tmp_path / "=cmd.txt"
    path.write_text(TEXT, encoding="utf-8")
    for line in run("extract", str(path), "--format", "csv").out.splitlines()[1:]:
        assert not line.startswith(("=", "+", "@", "-"))


def test_buckwalter(run: Run, draft: str):
    table = pd.read_csv(io.StringIO(run("extract", draft, "--format", "csv", "--buckwalter").out))
    assert table["buckwalter"][0] == "14 $xSA"


def test_rules_lists_every_rule(run: Run):
    out = run("rules").out
    assert [name for name in load_rules().ids if name not in out] == []


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", sorted(load_rules().ids))
def test_every_rule_is_explained(run: Run, name: str, lang: str):
    ran = run("explain", name, "--lang", lang)
    assert ran.status == 0
    assert name in ran.out


def test_an_unknown_rule_is_named(run: Run):
    ran = run("explain", "CF2020")
    assert ran.status == 2
    assert "CF202" in ran.err


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_info_says_whether_morphology_is_there(run: Run, lang: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHECKER_MORPHOLOGY", "off")
    ran = run("info", "--lang", lang)
    assert ran.status == 0
    assert str(len(load_rules().ids)) in ran.out


def test_version_and_help(run: Run):
    assert run("--version").out.startswith("checker ")
    for command in ("check", "extract", "rules", "explain", "info", "schema"):
        assert run(command, "--help").status == 0
    assert run().status == 2


def test_completion_for_a_shell(run: Run, monkeypatch: pytest.MonkeyPatch):
    # It is that of the shell that started the process, and the tests may be started by none.
    monkeypatch.setattr("shellingham.detect_shell", lambda *_: ("bash", "/bin/bash"))
    assert "_CHECKER_COMPLETE" in run("--show-completion").out


def test_a_group_of_commands_alone_names_them(run: Run):
    ran = run("baseline")
    assert (ran.status, ran.out) == (2, "")
    assert "write, show, prune" in ran.err
    assert len(ran.err.splitlines()) == 1
