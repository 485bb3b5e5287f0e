"""What a happening comes to, where the displaced came from, and who is alive: one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import told

KILLED, INJURED, RESCUED, DISPLACED = "killed", "injured", "rescued", "displaced"
CASUALTIES = "casualties"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the toll of a happening counts its dead
        ("ارتفعت حصيلة الزلزال إلى 70 شخصا.", [(KILLED, 70)]),
        ("ارتفعت حصيلة حرائق الغابات التي اندلعت، في ولاية النور، إلى 16 شخصا.", [(KILLED, 16)]),
        ("بلغت حصيلة انهيار البناية 16 شخصا.", [(KILLED, 16)]),
        # … unless the words say something else
        ("كانت حصيلة الحادث إصابة سبعة أشخاص.", [(INJURED, 7)]),
        ("وبلغت حصيلة الانهيار أربعة مصابين.", [(INJURED, 4)]),
        ("بلغت حصيلة الاشتباكات 30 بين قتيل وجريح.", [(CASUALTIES, 30)]),
        ("بلغت حصيلة الحرائق 50 هكتارا من الغابات.", []),
        ("استعرض المدير حصيلة الحوادث لعام 2014 وبلغ عددها 300.", []),
        ("بلغ عدد القتلى 30، وتبين أن من بين المتوفين 20 مصابا بالفيروس.", [(KILLED, 30), (KILLED, 20)]),
        # who is told of in the name of a happening is not its toll
        ("ارتفعت حصيلة الهجوم الذي شارك فيه 40 مسلحا إلى 12 قتيلا.", [(KILLED, 12)]),
        ("ارتفع عدد قتلى الهجوم الذي شارك فيه 40 مسلحا إلى 12.", [(KILLED, 12)]),
        ("ارتفع عدد الجرحى الذي كان في حدود 90.", [(INJURED, 90)]),
        # the next place that people came from
        (
            "أفادت بنزوح 1500 شخص من بلدة النور بمحلية الريف الشرقي (جنوب الإقليم)، إضافة إلى 375 شخصا من بلدة الجبل.",
            [(DISPLACED, 1500), (DISPLACED, 375)],
        ),
        # who is alive among the bodies, and one of the things
        ("تم انتشال ثلاث جثث وشخص على قيد الحياة.", [(KILLED, 3), (RESCUED, 1)]),
        ("استهدفوا الحي بثلاثة صواريخ سقط أحدهم في الساحة.", []),
        # two, since as exact a count of others stands behind
        ("مصرع عاملين وإصابة ثلاثة آخرين في انفجار.", [(KILLED, 2), (INJURED, 3)]),
    ],
)
def test_told(claims, text, expected):
    assert told(claims(text)) == expected
