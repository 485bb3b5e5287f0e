"""Several reports of one run, and what is wrong with asking for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SLIP = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text(SLIP, encoding="utf-8")
    return "draft.txt"


def test_several_formats_in_one_run(run: Run, draft: str):
    names = ["r.html", "r.sarif", "r.md", "r.csv", "r.xlsx", "junit.xml", "gitlab:quality.json", "github:-", "r.txt"]
    ran = run("check", draft, *(word for name in names for word in ("--output", name)))
    assert ran.status == 1
    assert ran.out.startswith("::error file=draft.txt,line=1")
    for name in names:
        if not name.endswith("-"):
            assert Path(name.rpartition(":")[2]).stat().st_size > 50
    assert json.loads(Path("quality.json").read_text("utf-8"))[0]["check_name"].startswith("CF202")
    assert Path("r.xlsx").read_bytes().startswith(b"PK")
    assert "CF202" in Path("r.txt").read_text("utf-8")


def test_any_format_to_standard_output(run: Run, draft: str):
    assert run("check", draft, "--format", "html").out.startswith("<!doctype html>")
    assert json.loads(run("check", draft, "--output", "json:-").out)["summary"]["errors"] == 1


def test_format_goes_before_the_suffix(run: Run, draft: str):
    run("check", draft, "--format", "json", "--output", "r.html")
    assert json.loads(Path("r.html").read_text("utf-8"))["schema"] == 1


def test_the_report_says_what_the_terminal_would(run: Run, draft: str):
    shown = run("check", draft, "--verbose").out
    run("check", draft, "--verbose", "--output", "r.txt")
    assert Path("r.txt").read_text("utf-8") == shown


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--format", "htlm"), "did you mean html?"),
        (("--output", "htlm:r.html"), "did you mean html?"),
        (("--output", "r.docx"), "says no format"),
        (("--output", "html:"), "says no format"),
        (("--output", "r.html", "--output", "./r.html"), "two reports"),
        (("--output", "json:-", "--output", "-"), "two reports"),
        (("--output", "json:draft.txt"), "not overwritten"),
        (("--output", "no/such/folder/r.html"), "cannot write"),
    ],
)
def test_what_is_asked_wrongly_is_one_line_and_status_2(run: Run, draft: str, words: tuple[str, ...], says: str):
    ran = run("check", draft, *words)
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert says in ran.err
    assert Path(draft).read_text("utf-8") == SLIP
