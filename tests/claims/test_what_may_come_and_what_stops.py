"""What may come, can be, is expected or only played, and verbs whose object is another thing: invented sentences."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Reader, told

KILLED, DETAINED = "killed", "detained"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("حذر الخبراء من أن الحرب قد تودي بحياة الملايين.", []),
        ("قالوا إن الحرب تودي بحياة المئات.", [(KILLED, 200)]),
        ("يمكن للقاح أن ينقذ حياة 500 ألف شخص.", []),
        ("تتوقع المنظمة وفاة 100 ألف طفل هذا العام.", []),
        ("تدريب وهمي يحاكي إصابة 50 شخصا.", []),
        ("خطة لإجلاء مليوني شخص عند ثوران البركان.", []),
        ("لم يؤكد الجيش مقتل الجنود الثلاثة.", []),
        ("وأكد الجيش مقتل ثلاثة جنود.", [(KILLED, 3)]),
        ("طالبت النيابة بإعدام ستة متهمين.", []),
        ("نفذت السلطات إعدام ستة متهمين.", [(KILLED, 6)]),
        ("أصيب المنتخب بانتكاسة بعد غياب خمسة لاعبين.", []),
        ("أوقف القاضي الجلسة بعد حضور 40 محاميا.", []),
        ("أوقفت الحكومة دعم 300 ألف أسرة.", []),
        ("أوقفت دورية 30 شخصا.", [(DETAINED, 30)]),
        # whom the dead leave, and who saw it
        ("مات الرجل وترك خمسة أبناء.", []),
        ("توفي وله سبعة أبناء.", []),
        ("قتل الأب أمام أطفاله الأربعة.", []),
        ("قتل الأب وأطفاله الأربعة.", [(KILLED, 4)]),
        ("فر 12 جنديا من الخدمة.", []),
        ("التهم الحريق 200 دونم و30 خلية نحل.", []),
    ],
)
def test_is_read(claims: Reader, text: str, expected: list[tuple[str, int | None]]) -> None:
    assert told(claims(text)) == expected
