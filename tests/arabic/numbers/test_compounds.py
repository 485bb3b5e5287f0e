"""Compounds that go over digits, scales, halves and unknown units, and where a number ends."""

from __future__ import annotations

import pytest

from checker.arabic.numbers import find_quantities


def _bounds(text: str) -> list[tuple[int | None, int | None]]:
    return [(quantity.min, quantity.max) for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # the accusative of units
        ("ثلاثا وعشرين امرأة", 23),
        ("ثمانيا وأربعين ساعة", 48),
        ("مائة وخمسا وعشرين أسرة", 125),
        # the article on every part, or on the first
        ("الخمسة والعشرين جنديا", 25),
        ("للخمسة عشر جنديا", 15),
        ("الجنود الـ25", 25),
        # digits inside a compound
        ("مئة و20 شخصا", 120),
        ("ألف و200 شخص", 1200),
        ("مليون و336 ألفا و989 نسمة", 1_336_989),
        ("3 ملايين و200 ألف نازح", 3_200_000),
        ("مليار و200 مليون", 1_200_000_000),
        ("50 ألفا و300", 50_300),
        # blanks between groups of three digits
        ("10 000 شخص", 10_000),
        ("1 250 000 نازح", 1_250_000),
        # decimals in front of a scale
        ("1,5 مليون", 1_500_000),
        ("١٫٥ مليون", 1_500_000),
        ("2.300 مليون", 2_300_000),
        ("3ر2 مليون", 2_300_000),
        ("٢١٫٠٠٠ مريض", 21_000),
        # halves and quarters
        ("نصف مليون نازح", 500_000),
        ("ربع مليون نازح", 250_000),
        ("مليون ونصف المليون لاجئ", 1_500_000),
        ("ثلاثة ملايين ونصف المليون نازح", 3_500_000),
        ("مليونين ونصف المليون نازح", 2_500_000),
        # two thousand in front of its noun has an alif, one thousand has none
        ("ألفا شخص", 2000),
        ("ألفا من الجنود", 1000),
        ("ألفًا وثلاثمئة", 1300),
        ("مليونا لاجئ", 2_000_000),
        ("23 ألفا", 23_000),
    ],
)
def test_one_number(text: str, value: int) -> None:
    assert _bounds(text) == [(value, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("عشرون وثلاثون", [20, 30]),
        ("خمسة عشر وثلاثة", [15, 3]),
        ("مئة ومئتان", [100, 200]),
        ("خمسة آلاف وعشرة آلاف", [5000, 10_000]),
        ("خمسة و10 جرحى", [5, 10]),
        ("5 آلاف و6000", [5000, 6000]),
        ("نصف القتلى و3 جرحى", [3]),
    ],
)
def test_parts_must_fall(text: str, values: list[int]) -> None:
    assert [low for low, _ in _bounds(text)] == values


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("عشرون ونيف", 21, 29, "range"),
        ("نيفا وعشرين", 21, 29, "range"),
        ("مئة ونيف", 101, None, "more_than"),
        ("مئة وبضعة وعشرون", 123, 129, "range"),
        ("بضعة وعشرون ألفا", 23_000, 29_000, "range"),
        ("بضعة آلاف", 3000, 9000, "vague"),
        ("بضع مئات", 300, 900, "vague"),
        ("بضع عشرات", 30, 90, "vague"),
        ("عشرات الآلاف", 20_000, None, "vague"),
        ("مئات آلاف النازحين", 200_000, None, "vague"),
        ("ملايين اللاجئين", 2_000_000, None, "vague"),
        ("الآلاف", 2000, None, "vague"),
        ("بالعشرات", 20, None, "vague"),
    ],
)
def test_unknown_units(text: str, low: int, high: int | None, hedge: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.min, quantity.max, quantity.hedge.value) == (low, high, hedge)


@pytest.mark.parametrize(
    "text",
    [
        "1.2.3", "0.225 ريال", "5.7 بالمئة", "الثلث", "ثلثي مليون", "ثلاثة أرباع السكان", "ألّف كتابا",
        "ألف الكاتب رواية", "لست هنا", "أحد الجنود", "وإحدى النساء", "123456789", "كمية", "وكميات من السلاح",
        "كل أربع أو خمس ساعات",
    ],
)  # fmt: skip
def test_no_number(text: str) -> None:
    assert _bounds(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("و3 جنود", "3"),
        ("وبـ5 قتلى", "5"),
        ("وللخمسة جنود", "خمسة"),
        ("«خمسة وعشرون» قتيلا", "خمسة وعشرون"),
        ("الضحايا: مئة و خمسة", "مئة و خمسة"),
        ("\u200f٥٠\u200f شخصا", "٥٠"),
        ("والمئات", "المئات"),
        ("وَخَمْسَةُ جنود", "خَمْسَةُ"),
        ("وبـِخمسة جنود", "خمسة"),
        ("وَالْمِئَات", "الْمِئَات"),
        ("الضحايا 15% 20 منهم", "20"),
    ],
)
def test_the_number_alone(text: str, number: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.number.of(text) == number
