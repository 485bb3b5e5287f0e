"""Every rule file is whole, and what is wrong with one is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.arabic.lexicon import build_lexicon
from checker.consistency import judge, load_rules
from checker.consistency.rules import KINDS, read_rule
from checker.consistency.templates import places
from checker.errors import RuleFileError, UsageError
from checker.model import Claim, Document, Facts, Group, Hedge, Outcome, Relation, RelationKind, Span
from checker.resources import rules_root

RULES = list(load_rules().rules.values())
#: The rules of the design page.
EXPECTED = {
    "CF101", "CF102", "CF103", "CF104", "CF201", "CF202", "CF203", "CF204", "CF205", "CF206", "CF301", "CF302", "CF401",
    "CF402", "CF501", "CF601", "CF701", "CF801", "CF901", "CF902", "CF903",
}  # fmt: skip


def test_all_rules_are_there():
    assert set(load_rules().ids) == EXPECTED


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_whole(rule):
    assert rule.file == f"{rule.id}-{rule.name}.toml"
    assert rule.when["kind"] in KINDS
    assert len(rule.fires) >= 2
    assert len(rule.silent) >= 2
    for words in (rule.message, *(variant.message for variant in rule.also.values())):
        assert {p.removesuffix("_ar") for p in places(words["ar"])} == {
            p.removesuffix("_en") for p in places(words["en"])
        }
        assert "arithmetic" in places(words["en"]) or rule.id in ("CF601", "CF801", "CF901", "CF902", "CF903")


GOOD = (rules_root() / "checks" / "CF202-parts-do-not-add-up.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("broken", "key"),
    [
        (GOOD.replace('severity = "error"', 'severity = "grave"'), "severity"),
        (GOOD.replace('name = "parts-do-not-add-up"\n', ""), "name"),
        (GOOD.replace('kind = "sum"', 'kind = "sums"'), "when.kind"),
        (GOOD.replace('kind = "sum"', 'kind = "sum"\nheadlines = true'), "when.headlines"),
        (GOOD.replace("rationale =", "rational ="), "rational"),
        (GOOD.replace('en = "', 'fr = "'), "message.fr"),
        (GOOD.replace("{total}", "{sum}", 1), "message.ar"),
        (GOOD.replace('kind = "sum"', 'kind = "sum"\nsources = "two"'), "when.sources"),
        (GOOD.replace('kind = "sum"', 'kind = "sum"\noutcome = ["dead"]'), "when.outcome"),
        (GOOD.replace('kind = "sum"', 'kind = "sum"\nleast_difference = true'), "when.least_difference"),
        (GOOD.replace('title = "', 'titel = "'), "fires.titel"),
        ("id = [", "-"),
    ],
)
def test_a_broken_rule_is_named(tmp_path: Path, broken: str, key: str):
    path = tmp_path / "CF202-broken.toml"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        read_rule(path)
    assert caught.value.key == key
    assert "CF202-broken.toml" in str(caught.value)
    assert "CF202-broken.toml" in caught.value.ar


HOUSE = """
id = "HR1"
name = "children-counted-twice"
severity = "note"
rationale = "Our desk looks again at every figure of children that is given twice and differs by two or more."
rationale_ar = "يعيد مكتبنا النظر في كل عدد أطفال ورد مرتين بفارق اثنين أو أكثر."
look = "Ask the reporter."
look_ar = "اسأل المراسل."

[when]
kind = "repeat"
group = ["children"]
least_difference = 2

[message]
ar = "عدد الأطفال {a} ثم {b}: {arithmetic}."
en = "Children: {a}, then {b}: {arithmetic}."

[[fires]]
text = "قتل 4 أطفال."
[[fires]]
text = "قتل 5 أطفال."
[[silent]]
text = "قتل 6 أطفال."
[[silent]]
text = "قتل 7 أطفال."
"""


def test_a_house_rule_needs_no_python(tmp_path: Path):
    (tmp_path / "HR1.toml").write_text(HOUSE, encoding="utf-8")
    rules = load_rules([tmp_path])
    assert rules.get("children-counted-twice").id == "HR1"
    assert rules.ids[:-1] == load_rules().ids

    def named(group: Group, other: int) -> list[str]:
        claims = tuple(
            Claim(f"c{n}", n, n + 1, "", Span(n, n + 1), "", n, n, Hedge.EXACT, Outcome.KILLED, group)
            for n in (4, other)
        )
        same = Relation(RelationKind.SAME, tuple(claim.id for claim in claims))
        return [finding.rule for finding in judge(Facts(Document("x" * 20), claims, (same,)), rules)[0]]

    assert named(Group.CHILDREN, 9) == ["HR1"]
    assert named(Group.CHILDREN, 5) == ["CF101"]
    assert named(Group.WOMEN, 9) == ["CF101"]


def test_a_rule_folder_that_is_not_there_is_an_error(tmp_path: Path):
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(RuleFileError):
            load_rules([path])


def test_unknown_rules_are_errors_with_the_nearest_name():
    with pytest.raises(UsageError, match="CF204"):
        load_rules().get("CF214")
    with pytest.raises(UsageError):
        load_rules().select(["CF0"])
    assert load_rules().select(["CF1", "cf202"]).ids == ("CF101", "CF102", "CF103", "CF104", "CF202")


def test_a_broken_lexicon_is_named(tmp_path: Path):
    for path in (rules_root() / "ar").glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "events.toml").write_text("blast = 5\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        build_lexicon([tmp_path])
    assert (caught.value.file, caught.value.key) == ("ar/events.toml", "blast")
