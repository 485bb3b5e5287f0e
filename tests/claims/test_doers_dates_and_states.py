"""Who does it to a crowd, tolls behind dates, two of whom one verb tells, and states: one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import told

KILLED, INJURED, CASUALTIES = "killed", "injured", "casualties"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who harms many is not harmed
        ("دهس سائق مجموعة من المارة، ما تسبب في وفاة سيدة.", [(KILLED, 1)]),
        ("دهس رجل المارة وقتل اثنين.", [(KILLED, 2)]),
        ("قتل جندي وأصيب عدد من المواطنين.", [(KILLED, 1)]),
        # whose case was just counted
        ("وصلت 5 إصابات، بينها إصابة حرجة لشاب أصيب برصاصة.", [(INJURED, 5), (INJURED, 1)]),
        # one or two of whom a clause with "had" is told
        ("وكان ضابط قد قتل في انفجار.", [(KILLED, 1)]),
        ("وكان ضابط وأمين شرطة قد لقيا حتفهما في انفجار.", [(KILLED, 1), (KILLED, 1)]),
        ("وكان مسلح قتل خمسة عمال.", [(KILLED, 5)]),
        # a toll behind a date
        ("ارتفع عدد القتلى منذ 7 أكتوبر 2023 إلى 35.", [(KILLED, 35)]),
        ("بلغ عدد القتلى هذا العام 14، بينما ارتفع العدد منذ 7 أكتوبر 2023 إلى 35.", [(KILLED, 14), (KILLED, 35)]),
        ("ارتفع عدد القتلى بين عامي 2010 و2015 إلى 300 قتيل.", [(KILLED, 300)]),
        # the number of those who met their death
        ("يصل عدد من لقوا حتفهم بالرصاص منذ مطلع العام الحالي إلى 14.", [(KILLED, 14)]),
        # the second word of harm has a figure of its own behind a hedge
        ("خلف الانفجار 182 قتيلا وإصابة أكثر من 600 شخص.", [(KILLED, 182), (INJURED, 601)]),
        ("سجلت 900 حالة وفاة وإصابة خلال 3 أشهر.", [(CASUALTIES, 900)]),
        # some of the kidnapped are free
        ("خطف مسلحون 29 تلميذة، وقالت المديرة إن 14 منهن أطلق سراحهن.", [("kidnapped", 29), ("other", 14)]),
        # in a grave state, by its other name
        ("مات عاملان، وهناك 14 عاملا في حال خطرة.", [(KILLED, 2), (INJURED, 14)]),
    ],
)
def test_told(claims, text, expected):
    assert told(claims(text)) == expected
