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


def test_a_toll_reported_the_day_before_is_an_earlier_count():
    text = (
        "الكوليرا تودي بحياة 164 شخصا\n\nارتفع عدد وفيات الكوليرا في البلاد إلى 164 شخصا.\n"
        "وكانت الوزارة أوردت أول من أمس حصيلة بلغت 154 متوفى."
    )
    assert groups(text) == [["c1", "c2"]]
    assert any(r.kind is RelationKind.UPDATE for r in gather(from_text(text)).relations)


def test_an_earlier_count_is_no_part_of_a_figure_told_before():
    text = "سقط 4 قتلى وأصيب 9 في الحي.\nوأصيب 9 في الميناء وسقط 4 قتلى، وكانت حصيلة أولى تحدثت عن قتيلين."
    assert not [r for r in gather(from_text(text)).relations if r.kind is RelationKind.SUM]


def test_who_counts_people_of_his_own_does_not_count_those_of_another():
    text = "قالت النقابة إن عدد المحامين الذين قتلوا بلغ 93، بينما أعلنت الوكالة أن أكثر من 150 من موظفيها قتلوا."
    assert groups(text) == []


def test_a_small_figure_met_twice_does_not_tie_what_stands_beside_it():
    text = (
        "استقبل المستشفى 24 جريحا من رجال الشرطة وجثث أربعة مسلحين سقطوا في الميناء.\n"
        "وقتل ثلاثون جنديا وأصيب ستون على الجبهة، وقتل عشرة صيادين وأصيب مئة في الساحل.\n"
        "وقالت الغرفة إن أربعة تجار قتلوا وأصيب تسعة في الأسواق."
    )
    assert ["c1", "c8"] not in groups(text)


def test_a_toll_does_not_fall_to_a_fraction():
    text = "قتل 7 عمال في المنجم.\nوكان الاتحاد ذكر أن حصيلة قتلى المناجم بلغت 400 عامل."
    assert not [r for r in gather(from_text(text)).relations if r.kind is RelationKind.UPDATE]


def test_a_person_whom_no_word_counts_is_missing_in_a_list():
    text = "سقط للجيش ثلاثة قتلى هم ملازم أول وقارع طبول وجندي مجند."
    assert not [r for r in gather(from_text(text)).relations if r.kind is RelationKind.SUM and r.complete]


def sums(text: str) -> list[tuple[str | None, tuple[str, ...], bool]]:
    kinds = (RelationKind.SUM, RelationKind.TOLL)
    return [(r.whole, r.parts, r.complete) for r in gather(from_text(text)).relations if r.kind in kinds]


@pytest.mark.parametrize("total", [28, 26])
def test_a_list_of_places_makes_the_toll_in_front_of_it(total: int):
    text = (
        "السيول تغرق ثلاث محافظات\n\n"
        f"أعلنت الحماية المدنية أن السيول أدت إلى مقتل {total} شخصا وإصابة 11، على النحو التالي:\n"
        "- محافظة قنا: 13 قتيلا و6 جرحى\n- محافظة سوهاج: 8 قتلى\n- الأقصر: 7 قتلى و5 جرحى\n"
    )
    assert sums(text) == [("c1", ("c3", "c5", "c6"), True), ("c2", ("c4", "c7"), True)]


def test_one_happening_does_not_cover_other_places():
    text = (
        "قتلى في حريق بطنطا\n\nقتل 9 عمال في حريق بمصنعين في طنطا.\nوقالت الشرطة إن 5 قتلوا في المصنع الأول.\n"
        "وقال المحافظ إن 4 قتلوا في المصنع الثاني.\nوفي دمياط، قتل 4 صيادين غرقا.\n"
    )
    assert sums(text) == [("c1", ("c2", "c3"), True)]


def test_figures_on_both_sides_of_a_toll_told_again_do_not_make_it():
    text = (
        "مقتل 22 شرطيا في الجنوب ومصرع 14 في الشمال\n\nقتل 14 شخصا في تفجير بسوق في الشمال وأصيب 30.\n"
        "من جهة أخرى قتل 22 شرطيا في هجمات على حواجز في الجنوب.\nوقتل 8 من رجال الدرك في كمين على الحدود.\n"
    )
    assert ("c1", ("c3", "c6"), True) not in sums(text)
