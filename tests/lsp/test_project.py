"""What the configuration beside a draft has set counts in the editor too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.errors import ConfigurationError
from checker.lsp.project import Projects
from checker.model import Severity
from checker.pipeline import Settings
from tests.lsp.conftest import Stdio

SUM = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين."


def test_the_nearest_file_speaks_for_a_draft(tmp_path: Path):
    (tmp_path / "checker.toml").write_text('[severities]\nCF202 = "note"\n', encoding="utf-8")
    draft = tmp_path / "مسودات" / "حريق.txt"
    draft.parent.mkdir()
    settings = Projects().settings(draft.as_uri(), Settings(ignore=("CF601",)))
    assert settings.severities == (("CF202", Severity.NOTE),)
    assert settings.ignore == ("CF601",)


def test_a_change_of_the_file_counts_at_once(tmp_path: Path):
    file = tmp_path / "checker.toml"
    projects = Projects()
    uri = (tmp_path / "draft.txt").as_uri()
    file.write_text('ignore = ["CF202"]', encoding="utf-8")
    assert projects.settings(uri, Settings()).ignore == ("CF202",)
    file.write_text('ignore = ["CF1"]', encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert projects.settings(uri, Settings()).ignore == ("CF1",)
    file.write_text('ignoer = ["CF1"]', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="did you mean ignore"):
        projects.settings(uri, Settings())
    file.unlink()
    assert projects.settings(uri, Settings()) == Settings()


def test_a_draft_that_is_no_file_belongs_to_no_project():
    editor = Settings(select=("CF1",))
    assert Projects().settings("untitled:Untitled-1", editor) is editor


def test_over_the_wire(editor: Stdio, tmp_path: Path):
    (tmp_path / "checker.toml").write_text('[severities]\nCF202 = "note"\n', encoding="utf-8")
    editor.start()
    editor.open(SUM, uri=(uri := (tmp_path / "one.txt").as_uri()))
    (found,) = editor.diagnostics(1, uri)
    assert (found["code"], found["severity"]) == ("CF202", 3)
    (tmp_path / "checker.toml").write_text('selekt = ["CF1"]', encoding="utf-8")
    editor.open(SUM, uri=(uri := (tmp_path / "two.txt").as_uri()))
    (found,) = editor.diagnostics(1, uri)
    assert "select" in found["message"]
