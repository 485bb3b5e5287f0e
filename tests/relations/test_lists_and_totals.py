"""What a list does not hold, and what a total adds up: no findings; with a slip that is left, one."""

from __future__ import annotations

import pytest

import checker


def rules(text: str) -> list[str]:
    """The rules of all findings but notes."""
    found = checker.check(text).documents[0].findings
    return [finding.rule for finding in found if finding.severity.value != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "استقبلت مستشفيات المدينة 120 جريحا، منهم 71 في مستشفى الوادي و34 في مستشفى الساحل، "
        "فيما نقل الآخرون إلى العاصمة.",
        "قتل 42 شخصا، بينهم 12 في بلدة الوادي، و19 في مدينة الساحل، بينهم ثلاث نساء، و11 في قرية النهر.",
        "اعتقلت الشرطة 18 شخصا: تسعة من بلدة الوادي، وسبعة من الساحل، ومواطن من النهر، وآخر من التل.",
        "32 قتيلا في هجومين على بلدتين\n\nقتل 30 شخصا في انفجار في سوق الوادي.\n\n"
        "وفي قرية النهر أصيب خمسة، وقال شهود إن اثنين قتلا في الهجوم الثاني.",
        "مقتل 25 عنصرا في الجبال\n\nقالت الوزارة إن 25 عنصرا قتلوا، وأوضحت أن الجيش قتل 8 أشخاص في الوادي، "
        "فيما قتلت الشرطة 17 عنصرا في الساحل.",
    ],
)
def test_nothing_contradicts(text: str):
    assert rules(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "قتل 40 شخصا، بينهم 12 في بلدة الوادي، و19 في مدينة الساحل، بينهم ثلاث نساء، و11 في قرية النهر.",
        "32 قتيلا في هجوم على بلدة\n\nقتل 30 شخصا في هجوم على بلدة الوادي.\n\nوأصيب خمسة آخرون.",
    ],
)
def test_a_slip_is_left(text: str):
    assert len(rules(text)) == 1
