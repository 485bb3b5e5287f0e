"""Figures of other places, times and subjects are others, however alike."""

from __future__ import annotations

import pytest

from checker.facts import gather
from checker.model import RelationKind
from checker.reading import from_text

_LEAD = "حريق في مصنع بطنطا\n\nاندلع حريق في مصنع للغزل بمدينة طنطا فجر اليوم.\n"


def groups(text: str) -> list[list[str]]:
    relations = gather(from_text(text)).relations
    return sorted(list(r.claims) for r in relations if r.kind is RelationKind.SAME)


@pytest.mark.parametrize(
    "second",
    [
        "وفي دمياط، قتل سبعة عمال في انهيار جدار.",
        "وفي مدينة دمياط قالت الشرطة إن سبعة عمال قتلوا في انهيار جدار.",
        "أما في بيت النخيل شرق دمياط فقد قتل سبعة عمال في انهيار جدار.",
        "وسبق أن قتل سبعة عمال في المصنع.",
        "وقتل سبعة عمال في حريق نشب بالمصنع نفسه في نوفمبر تشرين الثاني.",
        "من جهة أخرى، أعلنت الإسعاف وفاة سبعة أشخاص جراء موجة البرد.",
    ],
)
def test_a_figure_of_another_happening(second: str):
    assert groups(f"{_LEAD}وقتل سبعة عمال احتراقا داخل المخزن.\n{second}") == []


@pytest.mark.parametrize(
    "second",
    [
        "وفي طنطا، قالت الشرطة إن سبعة عمال قتلوا.",  # the story is there already
        "وفي تصريح للصحافة قالت الشرطة إن سبعة عمال قتلوا.",
        "وفي المخزن نفسه قال شاهد إن سبعة عمال قتلوا احتراقا.",
        "من جهة أخرى، قالت الشرطة إن سبعة عمال قتلوا داخل المخزن.",
    ],
)
def test_a_figure_told_again(second: str):
    assert groups(f"{_LEAD}وقتل سبعة عمال احتراقا داخل المخزن.\n{second}") == [["c1", "c2"]]


def test_a_place_that_the_first_sentence_names_is_no_other():
    text = _LEAD + "وقتل سبعة عمال كانوا في طريقهم إلى دمياط.\nوفي دمياط، شيع أهالي القرية سبعة عمال قتلوا في الحريق."
    assert groups(text) == [["c1", "c2"]]


def test_lines_of_a_list_stay_apart():
    text = (
        "السيول تغرق ثلاث محافظات\n\nأعلنت الحماية المدنية حصيلة السيول:\n"
        "- محافظة قنا: 13 قتيلا\n- محافظة سوهاج: 13 قتيلا\n- الأقصر: 3 قتلى\n"
        "وأضافت أن 3 متطوعين قتلوا في سوهاج."
    )
    assert groups(text) == []
