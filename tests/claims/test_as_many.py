"""Counts given as that of the count before, one of a list by place, and those who died since yesterday's toll."""

from __future__ import annotations

import pytest

KILLED, INJURED, DETAINED = "killed", "injured", "detained"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل خمسة أشخاص وأصيب مثلهم في انفجار.", [(KILLED, 5), (INJURED, 5)]),
        ("أسفر الحادث عن مقتل 7 أشخاص وإصابة عدد مماثل.", [(KILLED, 7), (INJURED, 7)]),
        ("قتل سبعة جنود وجرح العدد نفسه في الهجوم.", [(KILLED, 7), (INJURED, 7)]),
        ("اعتقل 12 شخصا في العاصمة ومثلهم في الشمال.", [(DETAINED, 12), (DETAINED, 12)]),
        ("مقتل 5 في السهل، و4 في الجبل، ومثلها في الوادي.", [(KILLED, 5), (KILLED, 4), (KILLED, 4)]),
        ("صادرت الشرطة 20 سيارة ومثلها من الدراجات، وقتل شخص.", [(KILLED, 1)]),
        ("قتل ثلاثة جنود، ومثل المتهم أمام القضاء.", [(KILLED, 3)]),
        ("قتل 12 جنديا، ولم تشهد البلاد مثلها منذ عام.", [(KILLED, 12)]),
        ("قتل 4 في البلدة و3 في القرية وواحد في المدينة.", [(KILLED, 4), (KILLED, 3), (KILLED, 1)]),
        ("ارتفعت الوفيات إلى 54، بزيادة 15 حالة وفاة عن حصيلة أمس.", [(KILLED, 54), (KILLED, 15)]),
        ("ارتفع عدد القتلى إلى 120، بزيادة 15 قتيلا عن العام الماضي.", [(KILLED, 120)]),
    ],
)
def test_counts(claims, text, expected):
    assert [(claim.outcome.value, claim.min) for claim in claims(text)] == expected


def test_the_words_are_its_number(claims):
    text = "قتل خمسة أشخاص وأصيب مثلهم."
    again = claims(text)[1]
    assert text[again.number.start : again.number.end] == "مثلهم"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سجلت حالتا وفاة لمواطن في السبعين من العمر بالساحل ولمقيمة بالجبل.", [2, 1, 1]),
        ("وسجلت وفاتان لرجل وامرأة.", [2, 1, 1]),
        ("وقال إن الجثث الثلاث لرجل وامرأتين.", [3, 1, 2]),
        ("سجل المستشفى خمس إصابات لثلاثة رجال وطفلين.", [5, 3, 2]),
        ("وعثر على جثة لرجل.", [1]),
    ],
)
def test_whose_cases_were_counted(claims, text, expected):
    found = claims(text)
    assert [claim.min for claim in found] == expected
    assert {claim.part_of for claim in found[1:]} <= {found[0].id}
    assert not any(claim.text.startswith("ل") for claim in found)


def test_the_lines_of_a_list_begin_with_one(claims):
    text = (
        "أفادت الغرفة بسقوط قتيلين وخمسة جرحى في الحوادث، وتوزعت على الشكل الآتي:\n"
        "- قتيل وجريحان: تصادم بين شاحنة وسيارة.\n- قتيلة دهسا على الطريق.\n"
        "- جريح نتيجة انزلاق دراجة.\n- جريحان في الميناء."
    )
    expected = [(KILLED, 2), (INJURED, 5), (KILLED, 1), (INJURED, 2), (KILLED, 1), (INJURED, 1), (INJURED, 2)]
    assert [(claim.outcome.value, claim.min) for claim in claims(text)] == expected


def test_another_from_the_next_place(claims):
    text = "اعتقل 18 مواطنا: تسعة من الساحل، وسبعة من الجبل، ومواطن من السهل، وآخر من الوادي."
    assert [claim.min for claim in claims(text)] == [18, 9, 7, 1, 1]
