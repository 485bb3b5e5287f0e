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
