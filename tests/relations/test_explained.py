"""Differences that the text itself explains, and links that a sum shows to be wrong."""

from __future__ import annotations

import pytest

import checker
from checker.facts import gather
from checker.model import RelationKind
from checker.reading import from_text


def rules(text: str) -> list[str]:
    """The rules of all findings but notes."""
    found = checker.check(text).documents[0].findings
    return [finding.rule for finding in found if finding.severity.value != "note"]


def test_the_hurt_who_died_since():
    text = (
        "استشهد {} من الحراس وأصيب 7 آخرون في تفجير بمسجد.\n"
        "وكانت الوزارة أعلنت استشهاد عشرة من الحراس وإصابة تسعة آخرين في التفجير بالمسجد.\n"
        "وقالت القناة إن اثنين من المصابين استشهدا متأثرين بجروحهما."
    )
    assert not rules(text.format(12))


def test_someone_without_a_number_fills_what_a_list_leaves():
    text = "أصيب 47 شخصا في حادث حافلة.\nومن بين المصابين من ركاب الحافلة وصفت حالة 15 بالحرجة و31 بالمتوسطة{}."
    assert not rules(text.format("، كما أصيب قائد الشاحنة بجروح"))


def test_a_total_is_not_one_of_the_figures_that_make_it():
    facts = gather(
        from_text(
            "انفجار عند مركز للشرطة يقتل أربعة أشخاص\n\n"
            "قالت وكالة للأنباء إن ثلاثة أشخاص قتلوا وأصيب عشرة في انفجار عند مركز للشرطة.\n\n"
            "وأكد مكتب الحاكم مقتل ثلاثة مهاجمين ورجل شرطة في الهجوم."
        )
    )
    same = [set(r.claims) for r in facts.relations if r.kind is RelationKind.SAME]
    wholes = [(r.whole, set(r.parts)) for r in facts.relations if r.kind is RelationKind.SUM]
    assert wholes
    assert not any(whole in group and parts & group for whole, parts in wholes for group in same)


def test_one_of_several_attacks_is_no_total_of_the_next():
    text = (
        "نفذ الثوار هجومين استهدفت إحداها حافلة، ما أدى إلى إصابة ثمانية متمردين.\n"
        "وأصيب ثلاثة متمردين في قصف موقعهم.\nوأصيب سبعة متمردين في كمين."
    )
    assert "CF202" not in rules(text)


@pytest.mark.parametrize("headline", ["إعدام ألفي معتقل في السجن", "إعدام 2000 معتقل في السجن"])
def test_whole_thousands_in_a_headline_are_no_count(headline):
    text = "{}\n\nأعدم المسلحون أكثر من 2000 معتقل في السجن."
    assert not rules(text.format(headline))


def test_a_group_told_over_several_tolls():
    facts = gather(
        from_text(
            "مقتل 39 طفلا خلال العيد\n\nقتلت القوات 143 شخصا، بينهم 36 طفلا و24 امرأة.\n"
            "وقتل التنظيم أربعة مدنيين بينهم طفل وسيدتان، أما الجبهة فقتلت طفلين."
        )
    )
    assert ("c1", ("c3", "c6", "c8")) in [(r.whole, r.parts) for r in facts.relations if r.complete]


def test_those_who_were_drowning_and_were_rescued():
    claims = gather(from_text("قال إن الفرق أنقذت 13 حالة غرق في العيد.")).claims
    assert [claim.outcome.value for claim in claims] == ["rescued"]


def test_the_rest_of_a_figure_told_in_another_sentence_need_not_fill_it():
    text = (
        "أشارت الحصيلة إلى 33 قتيلا و58 مصابا.\nويرقد 29 منهم في مستشفى المدينة و17 في مستشفى القرية، "
        "فيما نقل التسعة الباقون "
        "إلى العاصمة."
    )
    assert "CF202" not in rules(text)


def test_some_of_a_part_are_no_part_of_the_whole():
    text = (
        "حصدت المواجهات تسعة قتلى: ستة من الحركة، بينهم قائدها في المدينة وأربعة من مرافقيه، واثنان من المسلحين، ومدني."
    )
    assert rules(text) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("قتل 5 أشخاص وأصيب 12 أمس في شجار بين عائلتين.", ["CF301"]),
        ("قتل 5 أشخاص وأصيب 12 أمس في شجار بين عائلتين.\nوفي بلدة مجاورة قتل 4 آخرون.", []),  # 5 + 4
        ("قتل أكثر من 5 أشخاص أمس في شجار بين عائلتين.", []),
        ("قتل 8 أشخاص أمس في شجار بين عائلتين، ثم انتحر المهاجم.", []),
    ],
)
def test_a_headline_that_nothing_in_the_body_explains(body: str, found: list[str]):
    assert rules(f"مقتل تسعة بسلاح ناري قرب سوق\n\n{body}") == found


def test_a_headline_is_compared_with_the_toll_as_it_stands_or_the_only_one_of_its_kind():
    text = "{} قتيلا في زلزال\n\nسقط 38 قتيلا في الوادي، و11 في الجبل، وقالت المنظمة إن الحصيلة النهائية بلغت 49 قتيلا."
    assert "CF301" in rules(text.format(57))
    assert rules(text.format(49)) == []
    text = (
        "توقيف 64 مشتبها و{} قاصرا بعد مباراة\n\nأوقفت الشرطة 64 شخصا يشتبه في تورطهم في الشغب.\n"
        "ووضع 35 منهم رهن الحراسة، فيما جرى الاحتفاظ بـ29 قاصرا."
    )
    assert rules(text.format(27)) == ["CF301"]
    assert rules(text.format(29)) == []


def test_a_headline_over_several_accidents_adds_more_than_the_first():
    assert rules("مصرع 16 في حوادث مرورية\n\nلقي 4 أشخاص مصرعهم في تصادم.\nوتوفي 5 في انقلاب حافلة.") == []
