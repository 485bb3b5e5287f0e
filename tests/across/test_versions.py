"""What became of each figure from version to version."""

from __future__ import annotations

from checker.across.disagree import Judged
from checker.across.profile import profile
from checker.across.versions import compare_versions
from checker.consistency import judge, load_rules
from checker.consistency.bounds import default_thresholds
from checker.facts import gather_whole
from checker.model import ChangeKind, DocumentReport, Severity
from checker.reading import from_text

FIRE = """مقتل {a} شخصا في حريق بمصنع في المنيا

قتل {a} شخصا وأصيب {b} آخرون في حريق اندلع في مصنع بمدينة المنيا جنوب مصر. {tail}
"""


def compared(*texts: str):
    rules = load_rules()
    gathered = [gather_whole(from_text(text, f"v{k}.txt")) for k, text in enumerate(texts, 1)]
    reports = [DocumentReport(one.facts, *judge(one.facts, rules)) for one in gathered]
    judged = Judged(rules, default_thresholds())
    return compare_versions(reports, [profile(one) for one in gathered], judged)


def kinds(changes) -> list[ChangeKind]:
    return [change.kind for change in changes]


def test_raised_and_kept():
    _, changes = compared(FIRE.format(a=14, b=9, tail=""), FIRE.format(a=16, b=9, tail=""))
    assert kinds(changes) == [ChangeKind.RAISED, ChangeKind.KEPT]


def test_new_and_dropped():
    more = FIRE.format(a=14, b=9, tail="وأوقف خمسة أشخاص.")
    assert ChangeKind.NEW in kinds(compared(FIRE.format(a=14, b=9, tail=""), more)[1])
    assert ChangeKind.DROPPED in kinds(compared(more, FIRE.format(a=14, b=9, tail=""))[1])


def test_a_toll_that_falls_without_a_word():
    documents, changes = compared(FIRE.format(a=14, b=9, tail=""), FIRE.format(a=14, b=7, tail=""))
    assert ChangeKind.LOWERED in kinds(changes)
    assert [f.rule for f in documents[1].findings] == ["CF402"]


def test_a_figure_changed_in_one_place_is_an_error():
    tail = "وقال مسؤول إن 14 شخصا قتلوا."
    documents, changes = compared(FIRE.format(a=14, b=9, tail=tail), FIRE.format(a=16, b=9, tail=tail))
    assert ChangeKind.PARTLY in kinds(changes)
    assert any(f.severity is Severity.ERROR for f in documents[1].findings)


def test_three_versions_are_two_steps():
    _, changes = compared(*(FIRE.format(a=a, b=9, tail="") for a in (14, 16, 19)))
    assert {(c.before, c.after) for c in changes} == {("v1.txt", "v2.txt"), ("v2.txt", "v3.txt")}
