"""Those let go, at large or run away, who is buried, who loses what, and known people who are freed: invented ones."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Reader, told

KILLED, INJURED, DETAINED, RESCUED = "killed", "injured", "detained", "rescued"
KIDNAPPED, DISPLACED, OTHER = "kidnapped", "displaced", "other"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the held, and those who are not
        ("بلغ عدد الموقوفين 31 متهما، منهم 12 في حالة فرار.", [(DETAINED, 31)]),
        ("أفرجت السلطات عن الدفعة الثانية من الأسرى وعددهم 50.", [(OTHER, 50)]),
        ("خطف 276 تلميذة من المدرسة، فر منهن 57.", [(KIDNAPPED, 276), (OTHER, 57)]),
        ("وانتهى الحصار بتحرير الرهائن السبعة.", [(RESCUED, 7)]),
        ("إيقاف شبكة تزوير تضم 8 فتيات.", [(DETAINED, 8)]),
        # crowds run from war, a few from the police
        ("هرب نحو 20 ألفا من القرويين إلى الجبال.", [(DISPLACED, 20000)]),
        ("هرب ثلاثة لصوص من المكان.", []),
        ("هرب 400 شاب من التجنيد.", []),
        # who loses what is his
        ("خسر 300 مستثمر مدخراتهم.", []),
        ("وخسر الجيش 17 من جنوده.", [(KILLED, 17)]),
        # who is buried is one, and who comes are many
        ("شارك في تشييع الشهيد أكثر من 10 آلاف.", []),
        # half of those whose number stands behind
        ("قتل نصف ركاب الحافلة البالغ عددهم 44.", []),
        # a wounded man who dies, one more, the same end
        ("وفاة جريح في المشفى.", [(KILLED, 1)]),
        ("أوقعت الغارة شهيدين اثنين وجريحا.", [(KILLED, 2), (INJURED, 1)]),
        ("ولقي المصير نفسه ثلاثة من أبناء عمومته.", [(KILLED, 3)]),
        ("أنهت رصاصة طائشة حياة عروس.", [(KILLED, 1)]),
        ("ارتفع عداد الموت إلى 16.", [(KILLED, 16)]),
        # who does it, with a word that describes him
        ("قتل شرطي سابق زوجته وطفليه.", [(KILLED, 2)]),
    ],
)
def test_is_read(claims: Reader, text: str, expected: list[tuple[str, int | None]]) -> None:
    assert told(claims(text)) == expected
