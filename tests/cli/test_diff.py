"""Only the drafts that git says have changed."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SLIP = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n"


def git(*words: str) -> None:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *words], check=True, capture_output=True, env={**clean, **who})


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in [key for key in os.environ if key.startswith("GIT_")]:
        monkeypatch.delenv(name)
    Path("drafts").mkdir()
    for name in ("old", "edited", "خبر"):
        Path(f"drafts/{name}.txt").write_text(SLIP, encoding="utf-8")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "drafts")
    git("checkout", "-qb", "edit")
    return tmp_path


def checked(run: Run, *more: str) -> list[str]:
    report = json.loads(run("check", "drafts", "--diff", "main", "--format", "json", *more).out)
    return [Path(document["path"]).name for document in report["documents"]]


def test_nothing_changed(run: Run, repository: Path):
    ran = run("check", "drafts", "--diff", "main")
    assert ran.status == 0
    assert "no draft has changed since main" in ran.err


def test_committed_edited_and_new_drafts_are_checked(run: Run, repository: Path):
    Path("drafts/edited.txt").write_text(SLIP + "x", encoding="utf-8")
    git("commit", "-qam", "edit")
    Path("drafts/خبر.txt").write_text(SLIP + "x", encoding="utf-8")
    Path("drafts/new.txt").write_text(SLIP, encoding="utf-8")
    assert checked(run) == ["edited.txt", "new.txt", "خبر.txt"]
    Path("drafts/edited.txt").unlink()
    assert checked(run) == ["new.txt", "خبر.txt"]


def test_what_changed_on_the_other_branch_since_is_not_ours(run: Run, repository: Path):
    git("checkout", "-q", "main")
    Path("drafts/old.txt").write_text(SLIP + "x", encoding="utf-8")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "edit")
    Path("drafts/new.txt").write_text(SLIP, encoding="utf-8")
    assert checked(run) == ["new.txt"]


def test_from_a_folder_of_the_repository(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch):
    Path("drafts/new.txt").write_text(SLIP, encoding="utf-8")
    monkeypatch.chdir(repository / "drafts")
    report = json.loads(run("check", ".", "--diff", "main", "--format", "json").out)
    assert [document["path"] for document in report["documents"]] == ["new.txt"]


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "-h", "main:drafts", ""])
def test_what_is_no_commit_is_an_error(run: Run, repository: Path, base: str):
    ran = run("check", "drafts", f"--diff={base}")
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert not Path("x").exists()


def test_no_repository_is_an_error(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.txt").write_text(SLIP, encoding="utf-8")
    assert run("check", ".", "--diff", "main").status == 2
