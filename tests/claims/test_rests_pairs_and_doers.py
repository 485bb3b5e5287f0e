"""Rests of a figure, two who are told of as two elsewhere, and who did it: one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Reader, told

KILLED, INJURED, DISPLACED, RESCUED, OTHER = "killed", "injured", "displaced", "rescued", "other"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what became of those whom another fate befell before
        ("قال طبيب إن أربعة من الذين أسعفوا توفوا ليلا.", [(KILLED, 4)]),
        ("قال طبيب إن أربعة ممن نقلوا إلى المشفى فارقوا الحياة.", [(KILLED, 4)]),
        # who fell is the suspect, and not those who shot at him
        ("قال إن الحراس الثلاثة أطلقوا النار على المشتبه به الذي سقط أرضا.", []),
        # the rest of a figure, by its article alone
        (
            "قتل 60 شخصا. سقط 40 من القتلى في السهل، في حين قضى الـ20 الباقون في الجبل.",
            [(KILLED, 60), (KILLED, 40), (KILLED, 20)],
        ),
        # with others is not "they are"
        ("أنقذت المروحيات 7 كانوا عالقين، ويشارك 90 جنديا في البحث، سيلحق بهم 50 آخرون.", [(RESCUED, 7)]),
        # one of them, and who he is
        ("قتل ثلاثة عمال أحدهم طفل قضى حرقا.", [(KILLED, 3), (KILLED, 1)]),
        # two, because they are two elsewhere
        ("وفاة مشجعين في تدافع.\n\nوأعلن النادي وفاة مشجعين اثنين ليلا.", [(KILLED, 2), (KILLED, 2)]),
        ("مقتل شرطيين في البلدة.\n\nقتل 8 شرطيين وأصيب 10 آخرون.", [(KILLED, 8), (INJURED, 10)]),
        # who carried it out is not harmed
        ("قتلوا في هجوم نفذه ثلاثة مسلحين قرب السوق.", []),
        ("قتل 13 شخصا في هجومين نفذتهما ثلاث فتيات.", [(KILLED, 13)]),
        # how many the dead are, in dozens, and what has to do with martyrs
        ("قال المصدر إن قتلى الميليشيا وحلفائها بالعشرات.", [(KILLED, 20)]),
        ("ندوة عن شهداء الجنوب تجمع 52 كاتبا.", []),
        # how those who are saved came off
        ("ونجا راكبان بأعجوبة دون إصابة.", [(RESCUED, 2)]),
        ("وانتهت المواجهة دون إصابات.", [(INJURED, 0)]),
        # the same people counted twice, and those who are set free
        ("إن 40 ألف أسرة، أي نحو 200 ألف فرد، فرت من المدينة.", [(DISPLACED, 40000), (DISPLACED, 200000)]),
        ("والمفرج عنهم 20 هنديا و11 سريلانكيا.", [(OTHER, 20), (OTHER, 11)]),
        # ranks that are names as well
        ("أعلنت القيادة وفاة رائد وإصابة أربعة جنود.", [(KILLED, 1), (INJURED, 4)]),
        ("أعلنت القيادة وفاة رائد الشعر الحديث.", []),
        ("قتلت القذيفة طفلين ومرافقة واحدة.", [(KILLED, 2), (KILLED, 1)]),
    ],
)
def test_is_read(claims: Reader, text: str, expected: list[tuple[str, int | None]]) -> None:
    assert told(claims(text)) == expected


def test_two_nouns_in_front_of_two(claims: Reader) -> None:
    (claim,) = claims("أعلن الجيش مقتل عسكريين تركيين اثنين.")
    assert (claim.text, claim.group.value) == ("عسكريين تركيين اثنين", "security")


def test_some_of_some_of_the_hurt(claims: Reader) -> None:
    whole, some, dead = claims("أصيب 90 شخصا. ونقلت المروحيات 33 من المصابين إلى العاصمة، توفي اثنان منهم.")
    assert (some.part_of, dead.part_of) == (whole.id, some.id)
