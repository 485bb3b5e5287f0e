"""Figures that differ because one of them leaves out a person, or counts others."""

from __future__ import annotations

import pytest

import checker


def rules(text: str) -> list[str]:
    return [f.rule for f in checker.check(text).findings if f.severity.value != "note"]


@pytest.mark.parametrize(
    "text",
    [
        "خطف مسلحون ثمانية جنود شرق البلدة.\nوقال مصدر إن المسلحين خطفوا قائد الكتيبة برفقة سبعة جنود.",
        "أعلنت المحكمة توقيف 11 شرطيا على ذمة القضية.\nواعترف شرطي بالتهمة، فيما أوقف 10 شرطيين آخرين على ذمة القضية.",
        "أصيب ثلاثة عمال في الحريق.\nونقل مصابين اثنين إلى المستشفى العام، فيما نقل المصاب الثالث إلى مستشفى خاص.",
        "وصلت إلى المدينة 70 جثة من قتلى الجبهة.\nكما وصلت أمس 60 جثة أخرى من قتلى الجبهة.",
        "- عام 2003 هاجم انتحاريون مجمعا وكانت الحصيلة مقتل 26 شخصا.\n- هجوم على مجمع آخر، وكانت حصيلته 12 قتيلا.",
    ],
)
def test_nothing_differs(text: str):
    assert rules(text) == []


def test_one_figure_beside_the_same_other_one():
    text = "قتل تسعة مدنيين وأصيب 42 في قصف الأحياء.\nوقالت المسعفة إن المستشفى استقبل {} قتلى و42 جريحا."
    assert rules(text.format("سبعة")) == ["CF101"]
    assert rules(text.format("تسعة")) == []


def test_a_weak_link_of_equal_numbers_makes_no_difference_less_sure():
    text = "مقتل 29 شخصا في حريق بمستودع في الميناء\n\nقتل 31 شخصا، بينهم 9 من رجال الإطفاء، في حريق شبّ فجر اليوم.\n"
    titled = [f.severity.value for f in checker.check(text).findings if f.rule == "CF301"]
    again = [f.severity.value for f in checker.check(text + "القتلى: 31\n").findings if f.rule == "CF301"]
    assert titled == again == ["error"]
