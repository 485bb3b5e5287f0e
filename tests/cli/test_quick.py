"""The short way into a plain check reads a command line as typer does, or leaves it to typer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checker.cli.quick import plain_check
from tests.test_imports import ARTICLE, loaded


def test_what_it_reads():
    assert plain_check(["check", "a.txt", "-"]) == {"paths": ["a.txt", "-"]}
    assert plain_check(["check", "--format=json", "a", "-v", "--lang", "en"]) == {
        "paths": ["a"], "format_": "json", "verbose": True, "lang": "en",
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        [], ["check"], ["rules"], ["check", "--help"], ["check", "a", "--format"], ["check", "a", "-fjson"],
        ["check", "a", "--format", "-x"], ["check", "a", "--verbose=yes"], ["check", "--", "-a"],
        ["check", "a", "--format="],
    ],
)  # fmt: skip
def test_what_it_leaves_to_typer(words):
    assert plain_check(words) is None


def test_both_ways_say_the_same(tmp_path: Path):
    (tmp_path / "fire.txt").write_text(ARTICLE, encoding="utf-8")

    def ran(*words: str) -> tuple[int, bytes, bytes]:
        done = subprocess.run([sys.executable, "-m", "checker", *words], cwd=tmp_path, capture_output=True)
        return done.returncode, done.stdout, done.stderr

    for words in (
        ("check", "fire.txt"),
        ("check", "fire.txt", "--format", "json"),
        ("check", "no.txt", "--lang", "en"),
    ):
        # "--width" is not among the plain options, so the second is read by typer.
        assert ran(*words) == ran(*words, "--width", "80")


def test_a_plain_check_loads_neither_typer_nor_what_it_brings(tmp_path: Path):
    (tmp_path / "fire.txt").write_text(ARTICLE, encoding="utf-8")
    code = "from checker.cli import main\ntry: main(['check', 'fire.txt'])\nexcept SystemExit: pass"
    heavy = ("click", "dask", "distributed", "matplotlib", "openpyxl", "pydantic", "tomllib", "typer")
    assert set(loaded(code, heavy, tmp_path)) <= {"tomllib"}  # tomllib where nothing is kept yet
    assert loaded(code, heavy, tmp_path) == []
