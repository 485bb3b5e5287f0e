"""The hooks of ``.pre-commit-hooks.yaml``, run by pre-commit itself on a commit in a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLIP = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n"
SOUND = "قتل 14 شخصا هم 10 جنود وأربعة مدنيين.\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Desk:
    """A newsroom's repository with the hook installed."""

    def __init__(self, folder: Path, hook: str) -> None:
        self.folder = folder / "desk"
        self.folder.mkdir()
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
        self.environment = {
            **clean,
            **{f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]]),
            "PRE_COMMIT_HOME": str(folder / "cache"),
            # The hook's own environment gets the package alone; its libraries are those that run the tests.
            "PIP_NO_DEPS": "1",
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "CHECKER_LANG": "en",
        }
        source = folder / "checker"
        self._copy(source)
        self.run("git", "init", "-q", "-b", "main")
        revision = self.run("git", "rev-parse", "HEAD", cwd=source).stdout.strip()
        (self.folder / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {source.as_uri()}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n", encoding="utf-8"
        )
        self.run(sys.executable, "-m", "pre_commit", "install")

    def _copy(self, source: Path) -> None:
        """The project as it stands in the checkout, in a repository of its own."""
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
        names = [name for name in listed.stdout.split("\0") if name] or [".pre-commit-hooks.yaml", "pyproject.toml"]
        for name in names:
            if (ROOT / name).is_file():
                (source / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, source / name)
        for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "project")):
            self.run("git", *words, cwd=source)

    def run(self, *words: str, status: int | None = 0, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            words, cwd=cwd or self.folder, env=self.environment, capture_output=True, text=True, encoding="utf-8"
        )
        assert status is None or done.returncode == status, done.stdout + done.stderr
        return done

    def commit(self, name: str, text: str, status: int) -> str:
        (self.folder / name).write_text(text, encoding="utf-8")
        self.run("git", "add", "-A")
        done = self.run("git", "commit", "-m", "draft", status=status)
        return done.stdout + done.stderr


@pytest.mark.parametrize("hook", ["checker-installed", "checker"])
def test_a_slip_stops_the_commit(hook: str, tmp_path: Path):
    desk = Desk(tmp_path, hook)
    said = desk.commit("خبر.txt", SLIP, status=1)
    assert "CF202" in said
    assert "10 + 5 = 15 ≠ 14" in said
    assert "Passed" in desk.commit("خبر.txt", SOUND, status=0)
    assert "no files to check" in desk.commit("code.py", "x = 1\n", status=0)
