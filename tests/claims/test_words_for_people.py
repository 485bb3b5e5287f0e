"""Words for the people who are counted: trades, ranks, kin, peoples; one, two and many of them."""

from __future__ import annotations

import pytest

PEOPLE, SECURITY, MILITANTS = "people", "security", "militants"
WOMEN, CHILDREN = "women", "children"


def told(claims):
    return [(c.min, c.group.value) for c in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # trades, by an expression or one word
        ("مقتل ساعي بريد في الحريق.", [(1, PEOPLE)]),
        ("قتل عاملا نظافة في الانفجار.", [(2, PEOPLE)]),
        ("أصيب عاملي نظافة بجروح.", [(2, PEOPLE)]),
        ("توفي سباكان وحلواني.", [(2, PEOPLE), (1, PEOPLE)]),
        ("مقتل جامع خردة بانفجار لغم.", [(1, PEOPLE)]),
        ("قتل راعي أغنام وأصيب راعيان.", [(1, PEOPLE), (2, PEOPLE)]),
        ("إصابة 3 كوادر طبية.", [(3, PEOPLE)]),
        ("انتحار سجينة في زنزانتها.", [(1, PEOPLE)]),
        # many in front of their owner, and not two
        ("ذبح المسلحون عشرة صيادي سمك قرب البحيرة.", [(10, PEOPLE)]),
        # kin
        ("قتل أخوين في المدينة.", [(2, PEOPLE)]),
        ("مقتل شابة دهسا.", [(1, WOMEN)]),
        ("وفاة 3 أطفال خدج.", [(3, CHILDREN)]),
        # ranks of armies and police forces
        ("وفاة ضابطي صف في حادث سير.", [(2, SECURITY)]),
        ("استشهاد رقيب أول وجندي أول.", [(1, SECURITY), (1, SECURITY)]),
        ("مقتل شرطي وعون أمن.", [(1, SECURITY), (1, SECURITY)]),
        ("إصابة عوني حماية مدنية.", [(2, SECURITY)]),
        ("مقتل 12 عنصرا نظاميا.", [(12, SECURITY)]),
        ("قتل 4 من عناصر خفر السواحل.", [(4, SECURITY)]),
        # fighters, and the bodies that they are of
        ("استشهاد مقاوم وإصابة اثنين.", [(1, MILITANTS), (2, MILITANTS)]),
        ("مقتل 3 شبيحة.", [(3, MILITANTS)]),
        ("مقتل 6 من أنصار الشريعة.", [(6, MILITANTS)]),
        ("مقتل 7 في صفوف الجيش و12 في صفوف المسلحين.", [(7, SECURITY), (12, MILITANTS)]),
        # titles by an expression count one of many
        ("اغتيال رئيس بلدية.", [(1, PEOPLE)]),
        ("مقتل قائد كتيبة وستة من مقاتلي الفصائل.", [(1, PEOPLE), (6, MILITANTS)]),
        ("اعتقال سبعة نشطاء وخطيب جامع.", [(7, PEOPLE), (1, PEOPLE)]),
        # women by their origin
        ("استشهاد فلسطينية برصاص مجهول.", [(1, PEOPLE)]),
        ("قتل 22 سائحا بينهم بريطانية.", [(22, PEOPLE), (1, PEOPLE)]),
        ("مقتل إيزيديتين في القرية.", [(2, PEOPLE)]),
    ],
)
def test_who_is_counted(claims, text, expected):
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ونجا رئيس بلدية الواحة من الانفجار.",  # a known man
        "أعلن عن مقتل ابن شقيق الزعيم.",
        "قتلت قوات إسرائيلية الوقت في الانتظار.",  # an adjective, and no woman
        "مقتل زميله في الحادث.",  # his colleague
        "أخلت طائرتان عسكريتان الجرحى.",
    ],
)
def test_not_one_woman_or_a_known_man(claims, text):
    assert not claims(text)
