"""What one side says it has lost, and the other says it has killed."""

from __future__ import annotations

import checker


def disagreements(text: str) -> list[tuple[str, ...]]:
    """The claims of every finding that two sources disagree or that one figure is told twice."""
    found = checker.check(text).documents[0].findings
    return [finding.claims for finding in found if finding.rule in ("CF101", "CF102")]


def test_the_figure_of_like_size_is_the_one_that_the_other_side_answers():
    text = (
        "أعلن الجيش سقوط ثلاثة جنود خلال العملية. وفي الهجوم على القاعدة قتل 61 عسكريا. "
        "وقالت الجماعة في تسجيل صوتي إن مقاتليها قتلوا 97 جنديا في القاعدة."
    )
    assert disagreements(text) == [("c2", "c3")]


def test_the_names_of_an_enemy():
    text = (
        "وأفاد مصدر عسكري بأن 12 جنديا قتلوا في المعركة. وقالت قناة الجماعة في المقابل إن 37 من «المرتزقة» قتلوا فيها."
    )
    assert disagreements(text) == [("c1", "c2")]


def test_numbers_of_units_count_no_one():
    claims = (
        checker.check("قال المصدر إن 12 جنديا من اللواء 143 مشاة واللواء 72 قتلوا في المعركة.")
        .documents[0]
        .facts.claims
    )
    assert [claim.min for claim in claims] == [12]
