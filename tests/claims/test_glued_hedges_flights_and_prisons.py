"""Hedges written as one word, flights, prisons, offers, households and headlines' tolls so far: invented sentences."""

from __future__ import annotations

import pytest

from checker import check
from tests.claims.conftest import Reader, told

KILLED, INJURED, DETAINED, OTHER, RESCUED = "killed", "injured", "detained", "other", "rescued"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # offered, and not done
        ("وكان قد عرض الإفراج عن ثلاثة منهم.", []),
        ("وأعلن الإفراج عن ثلاثة محتجزين.", [(OTHER, 3)]),
        # who they were stands in two words
        ("3500 من المهاجرين واللاجئين لاقوا حتفهم في البحر.", [(KILLED, 3500)]),
        ("توفي خمسة أطفال من أسرتين نازحتين.", [(KILLED, 5)]),
        # people in prison
        ("وقالت إن نحو ألف ما زالوا في سجونها.", [(DETAINED, 1000)]),
        ("وإن 20 يقبعون في السجون.", [(DETAINED, 20)]),
        # a headline's toll so far
        ("استخراج 21 جثة جديدة والحصيلة 201.", [(KILLED, 21), (KILLED, 201)]),
        ("انتشال 15 جثة والحصيلة تتخطى المئتين.", [(KILLED, 15), (KILLED, 201)]),
        ("2400 قتيل في الهزة، والأمم المتحدة تخفضها إلى 1294.", [(KILLED, 2400), (KILLED, 1294)]),
        # some of the things in front, a flight
        ("تصادم 28 سيارة، تفحمت 6 منها.", []),
        ("على اختفاء طائرة الرحلة إم إتش 370.", []),
        # the others are helped; his guard is no woman
        ("وأصيب 6 وتم إسعاف الثلاثة الآخرين.", [(INJURED, 6), (INJURED, 3)]),
        ("وأصيب حارسه.", []),
        ("واستشهد عون من الحماية المدنية.", [(KILLED, 1)]),
        ("قضى 9 أشخاص في حادث، وعون الناس من البر.", [(KILLED, 9)]),
    ],
)
def test_is_read(claims: Reader, text: str, expected: list[tuple[str, int | None]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("أصيب مالايقل عن عشرة آخرين.", (10, None)),
        ("وقتل لايقل عن 20 شخصا.", (20, None)),
        ("وأصيب عدد لايتجاوز 5 أشخاص.", (None, 5)),
    ],
)
def test_hedges_in_one_word(claims: Reader, text: str, bounds: tuple[int | None, int | None]) -> None:
    (claim,) = claims(text)
    assert (claim.min, claim.max) == bounds


def test_a_number_in_brackets_ends_there(claims: Reader) -> None:
    quotes = [claim.text for claim in claims("أصيب 24 شخصا نقلوا إلى مشفى البلدة (15) ودمنهور (9).")]
    assert quotes == ["24 شخصا", "15", "9"]


def test_what_was_said_before_a_correction_is_no_part() -> None:
    report = check(
        "قتيلان و13 جريحا.. والشرطة: 10 مصابين\n\nقتل شخصان وأصيب 10 آخرون، وفق الشرطة، بعدما تحدثت عن 13 مصابا."
    )
    assert [finding.rule for finding in report.findings] == []
