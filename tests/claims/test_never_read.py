"""Classes of sentences met in articles that the grammar was not made on, one invented sentence each."""

from __future__ import annotations

import pytest

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
DISPLACED, CASUALTIES, KIDNAPPED, RESCUED = "displaced", "casualties", "kidnapped", "rescued"


def told(claims):
    return [(c.outcome.value, c.min) for c in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a vowel or the verb behind tells a dual from a plural
        ("مقتل عراقيَّين في الانفجار.", [(KILLED, 2)]),
        ("أصيب عراقيِّين في الانفجار.", []),
        ("وذكر الطبيب أن حارسين أصيبا عند البوابة.", [(INJURED, 2)]),
        ("وذكر الطبيب أن مدنيين أصيبا عند البوابة.", [(INJURED, 2)]),
        # two wounded told of before who die; two bodies that are brought out do not live
        ("وأعلن الطبيب وفاة الجريحين ليلا.", [(KILLED, 2)]),
        ("احترق عاملان. وأخرجت الفرق الجثتين.", [(INJURED, 2)]),
        # a toll without a word of harm goes on with the figure before
        ("قتل 20 شخصا في السوق. وارتفعت الحصيلة ليلا إلى 27.", [(KILLED, 20), (KILLED, 27)]),
        ("وسجلت 7 وفيات، ليصل العدد الإجمالي إلى 156.", [(KILLED, 7), (KILLED, 156)]),
        ("وسجلت 30 إصابة، ليبلغ المجموع 450.", [(INJURED, 30), (INJURED, 450)]),
        ("قتل 20 شخصا وسط مخاوف من ارتفاع الحصيلة إلى 50.", [(KILLED, 20)]),
        ("قتل 20 شخصا. وارتفع العدد الإجمالي للحافلات إلى 50.", [(KILLED, 20)]),
        # a number that is part of a name, and those whom a boat carries
        ("تسجيل 5 وفيات بمرض كوفيد - 19 في المدينة.", [(KILLED, 5)]),
        ("مقتل المطلوب الثالث في قائمة الـ 40.", []),
        # a hedge in front of a dual
        ("قتل ما لا يقل عن حارسين في الهجوم.", [(KILLED, 2)]),
        ("وأصيب أكثر من عاملين في الهجوم.", [(INJURED, 3)]),
        ("كان القارب يقل 26 صيادا، غرق أربعة منهم.", [(KILLED, 4)]),
    ],
)
def test_is_read(claims, text, expected):
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("قتل 18 شخصا، 10 في البلدة و8 في المدينة.", {2: 1, 3: 1}),
        ("قتل 18 شخصا في غارتين، 10 في البلدة و5 قرب الميناء و3 بالمطار.", {2: 1, 3: 1, 4: 1}),
        ("أصيب 20 عاملا، 12 رجلا و8 نساء.", {2: 1, 3: 1}),
        ("قتل شابان، 20 و22 عاما، في الحادث.", {}),
        ("قتل 18 شخصا، 10 في البلدة.", {}),
        ("قتل 18 شخصا، 40 في البلدة و50 في المدينة.", {}),
        ("قتل 18 شخصا، 10 في البلدة وأصيب 5 في المدينة.", {}),
    ],
)
def test_parts_behind_a_comma(claims, text, parts):
    found = claims(text)
    assert {int(c.id[1:]): int(c.part_of[1:]) for c in found if c.part_of} == parts


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("قتل 9 أشخاص العام الماضي.", "9 أشخاص"),
        ("أصيب العشرات بالرصاص.", "العشرات"),
        ("استشهاد اثنين واعتقال 15 بالضفة.", "15"),
        ("قتل ثلاثة بالغين.", "ثلاثة بالغين"),
    ],
)
def test_a_claim_ends_with_its_noun(claims, text, quote):
    assert claims(text)[-1].text == quote
