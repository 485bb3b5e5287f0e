"""A figure told again, by its noun or as that of known people: a slip in any telling is found."""

from __future__ import annotations

import re

import pytest

import checker

#: Texts that tell one number several times, and the number.
TOLD_AGAIN = [
    (
        "مقتل {} وإصابة 12 في انهيار مبنى بالعاصمة\n\nلقي {} أشخاص مصرعهم وأصيب 12 آخرون، أمس، في انهيار مبنى سكني وسط "
        "العاصمة.\n\nوقال الدفاع المدني إن المبنى قديم.",
        7,
    ),
    (
        "غرق قارب مهاجرين: انتشال {} جثة\n\nأعلن خفر السواحل انتشال {} جثة بعد غرق قارب للمهاجرين قبالة الساحل.\n\n"
        "وأكد المتحدث أن الجثث الـ{} نقلت إلى مستشفى المدينة.",
        18,
    ),
    (
        "اعتقال {} شخصا في حملة أمنية\n\nأوقفت الشرطة {} شخصا في حملة أمنية واسعة بالمدينة.\n\n"
        "وأحيل الموقوفون الـ{} إلى النيابة.",
        27,
    ),
    (
        "مقتل {} متظاهرين برصاص الأمن\n\nقتل {} متظاهرين وأصيب 26 برصاص قوات الأمن خلال احتجاجات.\n\n"
        "وتظاهر الآلاف تنديدا بمقتل المتظاهرين الـ{}.",
        6,
    ),
    (
        "نزوح {} شخص بسبب الفيضانات\n\nاضطر {} شخص إلى مغادرة منازلهم بسبب الفيضانات، وفق الأمم المتحدة.",
        14500,
    ),
    ("خطف مسلحون {} تلميذا من مدرسة في القرية.\n\nوطالب أهالي التلاميذ الـ{} الحكومة بالتحرك.", 34),
]


def rules(text: str) -> list[str]:
    """The rules of all findings but notes."""
    found = checker.check(text).documents[0].findings
    return [finding.rule for finding in found if finding.severity.value != "note"]


def told(text: str, number: int, slipped: int = -1, step: int = 0) -> str:
    """The text with its number in every place, and a step more in one of them."""
    places = len(re.findall(r"\{\}", text))
    return text.format(*(number + step * (place == slipped) for place in range(places)))


@pytest.mark.parametrize(("text", "number"), TOLD_AGAIN)
def test_the_same_number_is_no_finding(text: str, number: int):
    assert rules(told(text, number)) == []


@pytest.mark.parametrize("step", [1, -1, 2])
@pytest.mark.parametrize(("text", "number"), TOLD_AGAIN)
def test_a_slip_in_any_telling_is_found(text: str, number: int, step: int):
    for place in range(text.count("{}")):
        assert rules(told(text, number, place, step)), place


def test_the_headline_under_the_text():
    headline = "الجيش يعلن عن إصابة {} أشخاص بقصف عبر الحدود"
    text = (
        "{}\n\nأصيب ستة قرويين بينهم أربع نساء وطفلان في قصف على قرى حدودية.\nوأعلن الجيش إصابة ستة أشخاص في القصف.\n"
        "رابط الخبر بصحيفة البلد: {}"
    )
    assert rules(text.format(headline.format(6), headline.format(6))) == []
    assert rules(text.format(headline.format(6), headline.format(4)))
