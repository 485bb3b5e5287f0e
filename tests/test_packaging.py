"""The wheel carries the rules, and finds them away from a checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_CHECK = """
import checker, checker.resources
root = checker.resources.rules_root()
assert root.name == "_rules", root
assert [f.rule for f in checker.check("قتل 14 شخصا هم 10 جنود وخمسة مدنيين.").findings] == ["CF202"]
"""


@pytest.mark.skipif(shutil.which("uv") is None, reason="uv builds the wheel")
def test_a_wheel_finds_its_rules(tmp_path: Path):
    built = subprocess.run(
        ["uv", "build", "--wheel", "--out-dir", str(tmp_path), str(ROOT)], capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    assert (site / "checker" / "_rules" / "checks" / "CF202-parts-do-not-add-up.toml").is_file()
    assert (site / "checker" / "_rules" / "ar" / "people.toml").is_file()
    assert (site / "checker" / "schema" / "report.schema.json").is_file()
    done = subprocess.run(
        [sys.executable, "-c", _CHECK],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
