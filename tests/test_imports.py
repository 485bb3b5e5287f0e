"""Heavy libraries stay out of a plain check, so that it starts fast."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
#: Each costs a tenth of a second or more, or memory by the hundred megabytes.
HEAVY = (
    "camel_tools",
    "dask",
    "docx",
    "fastapi",
    "lsprotocol",
    "lxml",
    "matplotlib",
    "numpy",
    "pandas",
    "pdfminer",
    "pyarrow",
    "pygls",
    "requests",
    "trafilatura",
    "uvicorn",
    "z3",
)
TERMINAL = ("rich", "typer")
ARTICLE = "مقتل 14 شخصا في حريق\n\nقتل 14 شخصا وأصيب 9 آخرون في حريق بمصنع، بينهم 3 نساء.\n"


def loaded(code: str, names: tuple[str, ...], cwd: Path = ROOT) -> list[str]:
    """Which of the packages a fresh process has loaded after the code."""
    listing = f"import sys; print(*(name for name in {names!r} if name in sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{listing}"],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CHECKER_MORPHOLOGY": "off", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.split()


@pytest.mark.parametrize(
    "code",
    [
        "import checker",
        "import checker.facts, checker.consistency, checker.pipeline",
        "import checker.reporting.json_report",
        f"import checker; assert checker.check({ARTICLE!r}).claims",
        f"import checker; assert checker.find_quantities({ARTICLE!r})",
    ],
)
def test_the_library_loads_nothing_heavy(code: str):
    assert loaded(code, HEAVY + TERMINAL) == []


def test_a_check_at_the_terminal_loads_only_what_draws(tmp_path: Path):
    (tmp_path / "fire.txt").write_text(ARTICLE, encoding="utf-8")
    code = (
        "from checker.cli import main\ntry: main(['check', 'fire.txt'])\nexcept SystemExit as end: assert not end.code"
    )
    assert loaded(code, (*HEAVY, "rich.console", "rich.text", "typer", "inspect"), tmp_path) == []


def test_a_listing_would_be_seen():
    assert {"numpy", "pandas"} <= set(loaded("import pandas", HEAVY))


def test_the_command_line_is_loaded_without_what_it_runs():
    assert loaded("import checker.cli", ("checker.claims", "checker.consistency", "checker.relations")) == []
