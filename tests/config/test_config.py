"""The configuration: what counts, where it comes from, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run
from tests.rules.test_structure import HOUSE

__all__ = ["run"]

SLIP = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of drafts with a slip each, and the working directory."""
    monkeypatch.chdir(tmp_path)
    for name in ("drafts/a.txt", "wires/b.txt"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(SLIP, encoding="utf-8")
    return tmp_path


def configure(text: str, name: str = "checker.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def rules(ran_out: str) -> dict[str, list[tuple[str, str]]]:
    return {
        Path(d["path"]).name: [(f["rule"], f["severity"]) for f in d["findings"]]
        for d in json.loads(ran_out)["documents"]
    }


def found(run: Run, *more: str) -> dict[str, list[tuple[str, str]]]:
    return rules(run("check", "drafts", "wires", "--format", "json", *more).out)


def test_without_a_file_nothing_changes(run: Run, desk: Path):
    assert found(run) == {"a.txt": [("CF202", "error")], "b.txt": [("CF202", "error")]}


def test_ignore_severities_and_paths(run: Run, desk: Path):
    configure('severities = {CF202 = "warning"}\n[[per_path]]\npaths = ["wires/*"]\nignore = ["CF202"]\n')
    assert found(run) == {"a.txt": [("CF202", "warning")], "b.txt": []}
    assert run("check", "drafts").status == 0
    assert run("check", "drafts", "--fail-on", "warning").status == 1
    assert found(run, "--isolated")["b.txt"] == [("CF202", "error")]


def test_the_narrower_name_counts(run: Run, desk: Path):
    configure('severities = {CF202 = "note", CF2 = "warning"}\n')
    assert found(run)["a.txt"] == [("CF202", "note")]


def test_pyproject_and_a_folder_further_up(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch):
    configure('[tool.checker]\nselect = ["CF1"]\nfail-on = "note"\n', "pyproject.toml")
    monkeypatch.chdir(desk / "drafts")
    assert run("check", "a.txt").status == 0
    configure('select = ["CF2"]\n')
    assert run("check", "a.txt").status == 1


def test_the_command_line_goes_first(run: Run, desk: Path):
    configure('select = ["CF1"]\nfail_on = "never"\n')
    assert run("check", "drafts").status == 0
    assert found(run, "--select", "CF2")["a.txt"] == [("CF202", "error")]
    assert run("check", "drafts", "--select", "CF2", "--fail-on", "error").status == 1


def test_thresholds(run: Run, desk: Path):
    Path("drafts/a.txt").write_text("قتل 100 شخص هم نحو 70 جنديا و20 مدنيا.\n", encoding="utf-8")
    before = json.loads(run("check", "drafts", "--format", "json").out)
    configure("thresholds = {about_share = 0.5}\n")
    after = json.loads(run("check", "drafts", "--format", "json").out)

    def about(report: dict) -> dict:  # type: ignore[type-arg]
        (claim,) = (c for c in report["documents"][0]["claims"] if c["hedge"] == "about")
        return dict(claim["compared_as"])

    assert about(before) == {"min": 63, "max": 77}
    assert about(after) == {"min": 35, "max": 105}
    assert len(after["documents"][0]["findings"]) < len(before["documents"][0]["findings"])


def test_a_house_lexicon_adds_words(run: Run, desk: Path):
    Path("house").mkdir()
    Path("house/people.toml").write_text('[security]\nnouns = ["هجان هجانة"]\n', encoding="utf-8")
    Path("drafts/a.txt").write_text("قتل 5 هجانة في هجوم.\n", encoding="utf-8")

    def groups() -> list[str]:
        (document,) = json.loads(run("check", "drafts", "--format", "json").out)["documents"]
        return [claim["group"] for claim in document["claims"]]

    without = groups()
    configure('lexicon = ["house"]\n')
    assert groups() == ["security"] != without
    Path("other").mkdir()
    Path("other/peeple.toml").write_text("", encoding="utf-8")
    configure('lexicon = ["other"]\n')
    ran = run("check", "drafts")
    assert ran.status == 2
    assert "people.toml" in ran.err


@pytest.mark.parametrize(
    ("text", "says"),
    [('[securty]\nnouns = ["x"]', "security"), ('[security]\nnoun = ["x"]', "nouns"), ("security = 1", "dict")],
)
def test_a_slip_in_a_house_lexicon_is_named(run: Run, desk: Path, text: str, says: str):
    Path("house").mkdir()
    Path("house/people.toml").write_text(text, encoding="utf-8")
    configure('lexicon = ["house"]\n')
    ran = run("check", "drafts")
    assert ran.status == 2
    assert "house/people.toml" in ran.err
    assert says in ran.err


def test_house_rules_can_be_named(run: Run, desk: Path):
    Path("house").mkdir()
    Path("house/HR1.toml").write_text(HOUSE, encoding="utf-8")
    configure('rules = ["house"]\nselect = ["HR1", "CF2"]\nseverities = {HR1 = "error"}\n')
    text = "مقتل 4 أطفال في حريق المدرسة\n\nقتل 9 أطفال في حريق المدرسة.\n"
    Path("drafts/a.txt").write_text(text, encoding="utf-8")
    report = found(run)
    assert report["b.txt"] == [("CF202", "error")]
    assert run("check", "drafts", "--output", "r.sarif").status in (0, 1)
    listed = json.loads(Path("r.sarif").read_text("utf-8"))["runs"][0]["tool"]["driver"]["rules"]
    assert "HR1" in [rule["id"] for rule in listed]


def test_suppression_with_a_reason(run: Run, desk: Path):
    configure('[[suppress]]\nrules = ["CF202"]\npaths = ["wires/*"]\ntext = "خَمسة مدنيين"\nreason = "as sent"\n')
    ran = run("check", "drafts", "wires", "--format", "json")
    (kept,) = json.loads(ran.out)["documents"][1]["suppressed"]
    assert (kept["by"], kept["reason"]) == ("configuration", "as sent")
    assert rules(ran.out)["a.txt"] == [("CF202", "error")]


def test_an_unused_one_is_said_where_it_can_be_known(run: Run, desk: Path):
    entry = '[[suppress]]\nrules = ["CF301"]\nreason = "as sent"\n'
    configure(entry)
    assert "suppress[1]" in run("check", "drafts").out
    assert "suppress[1]" not in run("check", "drafts/a.txt").out
    configure(entry + 'paths = ["drafts/a.txt"]\n')
    assert "suppress[1]" in run("check", "drafts/a.txt").out
    assert "suppress[1]" not in run("check", "wires").out
    assert "suppress[1]" not in run("check", "drafts/a.txt", "--select", "CF2").out


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ('selekt = ["CF2"]', "selekt", "did you mean select?"),
        ("fail-on = 'eror'", "fail-on", "error, warning, note or never"),
        ("language = 'fr'", "language", "ar or en"),
        ("thresholds = {about_sahre = 1}", "thresholds.about_sahre", "about_share"),
        ("thresholds = {about_share = true}", "thresholds.about_share", "numbers"),
        ("severities = {CF2O2 = 'note'}", "severities", "CF202"),
        ("severities = {CF202 = ['note']}", "severities.CF202", "error, warning or note"),
        ("severities = {CF202 = 'grave'}", "severities.CF202", "error, warning or note"),
        ("severities = {CF202 = 'eror'}", "severities.CF202", "did you mean error?"),
        ("fail_on = 'warnnig'", "fail_on", "did you mean warning?"),
        ('ignore = ["CF2O2"]', "ignore", "CF202"),
        ('lexicon = ["nowhere"]', "lexicon", "a folder that is there"),
        ('[[suppress]]\nrules = ["CF202"]', "suppress[1].reason", "a reason in words"),
        ('[[suppress]]\nrules = ["CF202"]\nreason = " "', "suppress[1].reason", "a reason in words"),
        ('[[suppress]]\nreason = "x"', "suppress[1].rules", "a list of words"),
        ('[[suppress]]\nrules = ["CF202"]\nreason = "x"\npath = "y"', "suppress[1].path", "paths"),
        ('[[per_path]]\nignore = ["CF202"]', "per_path[1].paths", "a list of words"),
        ('[[per_path]]\npaths = ["x"]\nbaseline = "y"', "per_path[1].baseline", ""),
        ("per_path = 1", "per_path", "[[per_path]]"),
        ("select = [", "-", "valid TOML"),
        ("select = " + "[" * 5000, "-", "valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_the_nearest(run: Run, desk: Path, text: str, key: str, says: str):
    configure(text)
    ran = run("check", "drafts")
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert "checker.toml" in ran.err
    assert f"key {key}:" in ran.err
    assert says in ran.err
    assert run("check", "drafts", "--isolated").status == 1


def test_config_shows_values_and_origins(run: Run, desk: Path):
    configure(
        'ignore = ["CF3"]\nlanguage = "en"\n[thresholds]\nabout_share = 0.2\n'
        '[[per_path]]\npaths = ["wires/*"]\nignore = ["CF4"]\n'
    )
    told = json.loads(run("config", "wires/b.txt", "--format", "json").out)
    values = {entry["key"]: (entry["value"], entry["from"]) for entry in told["settings"]}
    assert values["thresholds.about_share"] == (0.2, "checker.toml")
    assert values["thresholds.about_least"] == (1.0, "shipped")
    assert values["ignore"] == (["CF3", "CF4"], "checker.toml, checker.toml per_path[1]")
    assert values["language"] == ("en", "CHECKER_LANG")
    shown = run("config").out
    assert "checker.toml" in shown
    assert 'ignore                   ["CF3"]  (checker.toml)' in shown
    assert "0.2  (checker.toml)" in shown


def test_the_language_of_the_file_counts_after_the_environment(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch):
    configure('language = "ar"\n')
    assert "error" in run("check", "drafts").out
    monkeypatch.delenv("CHECKER_LANG")
    assert "خطأ" in run("check", "drafts").out
    assert "error" in run("check", "drafts", "--lang", "en").out
