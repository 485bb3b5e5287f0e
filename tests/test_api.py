"""What ``import checker`` offers."""

from __future__ import annotations

import time

import checker

TEXT = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين."


def test_check():
    report = checker.check(TEXT)
    (finding,) = report.findings
    assert finding.rule == "CF202"


def test_a_title_is_read_as_the_headline():
    report = checker.check("قتل 15 عاملا في حريق شب في مصنع للنسيج.", title="مقتل 14 عاملا في حريق مصنع")
    assert [finding.rule for finding in report.findings] == ["CF301"]


def test_extract():
    claims = checker.extract(TEXT)
    assert [(c.min, c.max, c.outcome.value) for c in claims] == [
        (14, 14, "killed"),
        (10, 10, "killed"),
        (5, 5, "killed"),
    ]
    assert [TEXT[c.start : c.end] for c in claims] == ["14 شخصا", "10 جنود", "خمسة مدنيين"]


def test_find_quantities():
    (found,) = checker.find_quantities("أكثر من 1.5 مليون شخص")
    assert (found.min, found.max, found.hedge.value) == (1_500_001, None, "more_than")


def test_the_same_answer_twice():
    assert checker.check(TEXT) == checker.check(TEXT)


def test_hostile_text_takes_time_in_proportion_to_its_length():
    """Words, digits, brackets and figures without end, long against short in one run."""
    for piece in ("بينهم 3 ", "مئة و", "قتلى وجرحى ", "((«", "أكثر من ", "١٬", "بحسب وفق ", "لم "):
        short, long = (min(_seconds(piece * n) for _ in range(2)) for n in (1_500, 6_000))
        assert long < 12 * short + 0.05, piece


def _seconds(text: str) -> float:
    begin = time.perf_counter()
    checker.check(text)
    return time.perf_counter() - begin
