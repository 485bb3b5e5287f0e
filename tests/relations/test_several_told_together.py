"""Figures that are told together: no alarm where they hold, and an alarm where they do not."""

from __future__ import annotations

import pytest

import checker
from checker.facts import gather
from checker.model import RelationKind
from checker.reading import from_text


def rules(text: str) -> list[str]:
    return [f.rule for f in checker.check(text).findings if f.severity.value != "note"]


@pytest.mark.parametrize(("rest", "found"), [("، وحالة وفاة واحدة بإقليم الساحل", []), ("", ["CF202"])])
def test_one_case_ends_a_list_of_places(rest: str, found: list[str]):
    text = "أحصت الوزارة 133 وفاة.\nوأوضحت أنه تم تسجيل 90 وفاة بإقليم الشرق، و42 وفاة بإقليم الجبل{}."
    assert rules(text.format(rest)) == found


@pytest.mark.parametrize(("last", "found"), [("، رضيع", []), ("", ["CF202"])])
def test_the_last_of_a_list_in_brackets(last: str, found: list[str]):
    assert rules(f"تم انتشال 20 جثة (10 رجال، 9 نساء{last}) فيما يتواصل البحث.") == found


@pytest.mark.parametrize(("dead", "found"), [("11", []), ("6", ["CF402"])])
def test_the_missing_are_found_among_the_dead(dead: str, found: list[str]):
    text = (
        "أعلنت السلطات مصرع {} شخصا وفقدان 44 آخرين في غرق المركب.\nوأشارت حصيلة أولية إلى سقوط أربعة قتلى و51 مفقودا."
    )
    assert rules(text.format(dead)) == found


def test_open_bounds_make_no_total():
    text = (
        "انتشل الحرس جثتين لمهاجرين.\nوكانت الوزارة أعلنت انتشال أكثر من 900 جثة منذ الصيف.\n"
        "وأفاد القاضي بانتشال 23 جثة قرب الجزيرة.\nوأحصى المشروع أكثر من 1800 ضحية في البحر."
    )
    assert not [r for r in gather(from_text(text)).relations if r.kind is RelationKind.SUM]


def test_accidents_of_one_headline():
    text = (
        "إصابة 15 شخصا في حوادث سير بالمحافظات\n\n"
        "أصيب 7 أشخاص بجروح في حادث تصادم قرب القرية، ونقلوا إلى المستشفى.\n"
        "كما تعاملت الفرق مع حادث تصادم بمنطقة المنشية نتج عنه إصابة 4 أشخاص بجروح.\n"
        "وفي البلدة أصيب 4 أشخاص بجروح في حادث تصادم على الجسر."
    )
    assert rules(text) == []


def test_parts_of_figures_far_from_each_other():
    text = (
        "قتل 5 مواطنين، بينهم 3 نساء، في غارة على البلدة.\n"
        "وبذلك يرتفع إلى 158، بينهم 34 امرأة، عدد القتلى في غارات على البلدة."
    )
    assert rules(text) == []


def test_new_cases_that_make_different_totals():
    text = (
        "سجلت الوزارة في البلدة الأولى 489 إصابة جديدة ليرتفع الإجمالي إلى 130701 إصابة.\n"
        "وسجلت وزارة البلدة الثانية 575 إصابة جديدة بإجمالي بلغ 228937."
    )
    assert rules(text) == []


def test_others_beside_those_of_the_headline():
    text = "مقتل 67 عاملا وإصابة 20 في حريق\n\nلقي 67 عاملا مصرعهم وأصيب 20 آخرون و3 من رجال الأمن في حريق بالمصنع."
    assert rules(text) == []


def test_two_places_make_no_total_of_the_last_two_in_a_list():
    text = (
        "أفادت المنظمة بنزوح 375 شخصا من النور، و495 آخرين من الجبل.\nورصدت نزوح 1020 شخصا من الساحل.\n"
        "وأعلنت المنظمة تسجيل 1290 نازحا جديدا من الولايتين."
    )
    assert rules(text) == []


def test_a_count_given_before_the_new_one():
    text = "لقي 22 شخصا مصرعهم في انقلاب الحافلة.\nوقال المسعف إن الحادث أسفر عن مصرع 19 شخصا{}."
    assert rules(text.format("، قبل أن تعلن الوزارة الحصيلة الجديدة")) == []
    assert rules(text.format("")) != []


def test_the_new_cases_of_a_headline_and_all_so_far():
    text = "تسجيل 2264 إصابة جديدة و72 وفاة في يوم\n\nرفعت الحصيلة الجديدة عدد حالات الإصابة المؤكدة إلى 199745 حالة."
    assert rules(text) == []
