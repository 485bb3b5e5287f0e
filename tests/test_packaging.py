"""A wheel that is installed works away from a checkout, with its rules."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
UV = shutil.which("uv")

pytestmark = pytest.mark.skipif(UV is None, reason="uv builds the wheel")


def run(*command: str | Path, cwd: Path, status: int = 0, **environment: str) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of a fresh environment with nothing but the wheel.

    The wheel is built from the source archive, so that the archive is proven
    to be whole as well.
    """
    folder = tmp_path_factory.mktemp("wheel")
    assert UV is not None
    run(UV, "build", "--quiet", "--out-dir", folder, ROOT, cwd=folder, CHECKER_NATIVE="off")
    (wheel,) = folder.glob("*.whl")
    run(UV, "venv", "--quiet", "--python", sys.executable, folder / "env", cwd=folder)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    run(UV, "pip", "install", "--quiet", "--no-deps", "--offline", "--python", python, wheel, cwd=folder)
    return scripts


@pytest.fixture
def away(tmp_path: Path) -> Path:
    """A folder with one draft that contradicts itself."""
    (tmp_path / "draft.txt").write_text("قتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n", encoding="utf-8")
    return tmp_path


def checker(installed: Path, away: Path, *arguments: str, status: int = 0) -> str:
    """Run the installed command; its libraries come from the environment that runs the tests."""
    return run(installed / "checker", *arguments, cwd=away, status=status, PYTHONPATH=sysconfig.get_path("purelib"))


def test_the_installed_command_checks(installed: Path, away: Path):
    report = json.loads(checker(installed, away, "check", "draft.txt", "--format", "json", status=1))
    assert [finding["rule"] for finding in report["documents"][0]["findings"]] == ["CF202"]


def test_the_installed_command_explains(installed: Path, away: Path):
    assert "CF202" in checker(installed, away, "explain", "CF202")
    assert json.loads(checker(installed, away, "schema"))["$schema"]


def test_it_is_the_wheel_that_runs(installed: Path, away: Path):
    code = (
        "import checker.resources as r; from importlib.resources import files;"
        "print(r.rules_root(), (files('checker') / 'py.typed').is_file())"
    )
    printed = run(installed / "python", "-c", code, cwd=away, PYTHONPATH=sysconfig.get_path("purelib")).split()
    assert Path(printed[0]).is_relative_to(installed.parent)
    assert printed[1] == "True"


def test_the_page_is_in_the_wheel(installed: Path, away: Path):
    code = "from checker.web.page import assets, page; print(len(page('ar').body) > 0, *sorted(assets()))"
    printed = run(installed / "python", "-c", code, cwd=away, PYTHONPATH=sysconfig.get_path("purelib")).split()
    assert printed[0] == "True"
    assert {"page.css", "page.js", "icon.svg", "sample.txt"} <= set(printed)
