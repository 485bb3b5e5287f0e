"""``checker check`` as a user meets it."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SLIPPED = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n"
SOUND = "قتل 14 شخصا هم 10 جنود وأربعة مدنيين.\n"


@pytest.fixture
def slipped(tmp_path: Path) -> str:
    path = tmp_path / "slipped.txt"
    path.write_text(SLIPPED, encoding="utf-8")
    return str(path)


@pytest.fixture
def sound(tmp_path: Path) -> str:
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, encoding="utf-8")
    return str(path)


def test_a_finding_has_its_arithmetic_and_status_1(run: Run, slipped: str):
    ran = run("check", slipped)
    assert ran.status == 1
    assert "CF202" in ran.out
    assert "10 + 5 = 15 ≠ 14" in ran.out
    assert "⟦14 شخصا⟧" in ran.out


def test_nothing_found_is_status_0_and_says_what_was_compared(run: Run, sound: str):
    ran = run("check", sound)
    assert ran.status == 0
    assert "No figures contradict one another." in ran.out
    assert "3 figures, 3 compared, 0 alone." in ran.out


def test_verbose_ticks_what_holds(run: Run, sound: str):
    assert "✓ 10 + 4 = 14" in run("check", sound, "--verbose").out


def test_arabic_by_default_and_by_option(run: Run, slipped: str, monkeypatch: pytest.MonkeyPatch):
    assert "خطأ" in run("check", slipped, "--lang", "ar").out
    monkeypatch.delenv("CHECKER_LANG")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "خطأ" in run("check", slipped).out


def test_every_line_fits_80_columns(run: Run, tmp_path: Path):
    path = tmp_path / "long.txt"
    path.write_text("وقال المتحدث " * 60 + SLIPPED + "ثم " * 200, encoding="utf-8")
    for line in run("check", str(path), "--verbose").out.splitlines():
        wide = sum(unicodedata.combining(c) == 0 for c in line)
        assert wide <= max(80, len(str(path)) + 4), line


def test_select_and_ignore(run: Run, slipped: str):
    assert run("check", slipped, "--select", "CF1").status == 0
    assert run("check", slipped, "--select", "CF1,parts-do-not-add-up").status == 1
    assert run("check", slipped, "--ignore", "CF202").status == 0


def test_fail_on(run: Run, slipped: str, tmp_path: Path):
    assert run("check", slipped, "--fail-on", "never").status == 0
    path = tmp_path / "hedge.txt"
    path.write_text("مقتل 20 عاملا في حريق\n\nقتل 20 عاملا على الأقل في حريق في مصنع.\n", encoding="utf-8")
    assert run("check", str(path)).status == 0
    assert run("check", str(path), "--fail-on", "note").status == 1


def test_output_goes_to_a_file_but_never_over_an_article(run: Run, slipped: str, tmp_path: Path):
    ran = run("check", slipped, "--format", "json", "--output", str(tmp_path / "report.json"))
    assert (ran.status, ran.out) == (1, "")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1
    ran = run("check", slipped, "--output", slipped)
    assert ran.status == 2
    assert Path(slipped).read_text(encoding="utf-8") == SLIPPED


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SLIPPED.encode())))
    assert run("check", "-").status == 1


def test_visual_order(run: Run, slipped: str):
    assert "انفجار" not in run("check", slipped, "--visual", "--lang", "ar").out
    assert "اصخش 14" in run("check", slipped, "--visual").out


def test_colour_can_be_forced_and_is_off_in_a_pipe(run: Run, slipped: str):
    assert "\x1b[" not in run("check", slipped).out
    assert "\x1b[" in run("check", slipped, "--color", "always").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--select", "CF999"), "CF999"),
        (("--format", "xml"), "known: terminal, json"),
        (("--lang", "fr"), "fr"),
        (("--fail-on", "erorr"), "did you mean error?"),
        (("--no-such-option",), "--no-such-option"),
    ],
)
def test_usage_errors_are_one_line_and_status_2(run: Run, slipped: str, words: tuple[str, ...], says: str):
    ran = run("check", slipped, *words)
    assert ran.status == 2
    assert says in ran.err
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err


def _bad_inputs(folder: Path) -> dict[str, str]:
    (folder / "nothing").mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "undecodable.txt").write_bytes(b"\xff\x81\x8d\x8f\x90" * 40)
    (folder / "many.txt").write_text("قتل خمسة أشخاص في انفجار " * 3000, encoding="utf-8")
    with (folder / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    return {
        "missing.txt": "no such file",
        "nothing": "no article",
        "empty.txt": "no text",
        "binary.txt": "binary",
        "undecodable.txt": "",
        "many.txt": "over 2000 casualty figures",
        "large.txt": "over 20 MB",
    }


def test_bad_inputs_are_said_and_the_others_are_checked(run: Run, slipped: str, tmp_path: Path):
    bad = _bad_inputs(tmp_path)
    ran = run("check", *(str(tmp_path / name) for name in bad), slipped)
    assert ran.status == 2
    assert "CF202" in ran.out
    complaints = ran.err.splitlines()
    assert len(complaints) == len(bad)
    for (name, says), line in zip(bad.items(), complaints, strict=True):
        assert name in line
        assert says in line
    assert f"could not be read: {len(bad)}" in ran.out
    assert "Traceback" not in ran.err


def test_json_names_what_could_not_be_read(run: Run, sound: str, tmp_path: Path):
    ran = run("check", str(tmp_path / "missing.txt"), sound, "--format", "json")
    report = json.loads(ran.out)
    assert ran.status == 2
    assert [failure["code"] for failure in report["failures"]] == ["not-found"]
    assert len(report["documents"]) == 1


def test_another_encoding_is_said(run: Run, tmp_path: Path):
    path = tmp_path / "old.txt"
    path.write_bytes("قتل خمسة أشخاص وأصيب عشرة آخرون في انفجار بسوق المدينة القديمة.".encode("cp1256"))
    ran = run("check", str(path))
    assert ran.status == 0
    assert "Windows-1256" in ran.out


def test_text_is_never_markup(run: Run, tmp_path: Path):
    path = tmp_path / "m.txt"
    path.write_text("قتل 14 شخصا هم 10 جنود وخمسة [red]مدنيين[/x] {0} %s \x9b31m\u202e.\n", encoding="utf-8")
    ran = run("check", str(path), "--verbose")
    assert ran.status == 1
    assert "red" in ran.out
    assert "[/x]" in ran.out
    assert "{0} %s" in ran.out
    assert "\x9b" not in ran.out
    assert "\u202e" not in ran.out


def test_a_folder_is_read_in_order_and_twice_the_same(run: Run, slipped: str, sound: str, tmp_path: Path):
    first = run("check", str(tmp_path), "--format", "json")
    assert first.out == run("check", str(tmp_path), "--format", "json").out
    assert [Path(d["path"]).name for d in json.loads(first.out)["documents"]] == ["slipped.txt", "sound.txt"]
