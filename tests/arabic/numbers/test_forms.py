"""Numbers as newspapers write them: value, hedge, exact span."""

from __future__ import annotations

import pytest

import checker


@pytest.mark.parametrize(
    ("text", "number", "low", "high", "hedge"),
    [
        # digits and separators
        ("50 شخصا", "50", 50, 50, "exact"),
        ("٥٠ شخصا", "٥٠", 50, 50, "exact"),
        ("۵۰ شخصا", "۵۰", 50, 50, "exact"),
        ("1,200 شخص", "1,200", 1200, 1200, "exact"),
        ("١٬٢٠٠ شخص", "١٬٢٠٠", 1200, 1200, "exact"),
        ("1.200 شخص", "1.200", 1200, 1200, "exact"),
        ("«33» عاملا", "33", 33, 33, "exact"),
        ("(7) عمال", "7", 7, 7, "exact"),
        ("و3 جنود", "3", 3, 3, "exact"),
        ("لـ35 جريحا", "35", 35, 35, "exact"),
        ("الـ24 شخصا", "24", 24, 24, "exact"),
        # digits with words
        ("1.5 مليون نازح", "1.5 مليون", 1_500_000, 1_500_000, "exact"),
        ("5ر1 مليون نازح", "5ر1 مليون", 1_500_000, 1_500_000, "exact"),
        ("23 ألفا", "23 ألفا", 23_000, 23_000, "exact"),
        ("4 آلاف و300 شخص", "4 آلاف و300", 4300, 4300, "exact"),
        # words
        ("خمسة وعشرون قتيلا", "خمسة وعشرون", 25, 25, "exact"),
        ("خمس وعشرين امرأة", "خمس وعشرين", 25, 25, "exact"),
        ("أحد عشر طفلا", "أحد عشر", 11, 11, "exact"),
        ("إحدى عشرة طفلة", "إحدى عشرة", 11, 11, "exact"),
        ("اثنا عشر راكبا", "اثنا عشر", 12, 12, "exact"),
        ("إثنتي عشرة راكبة", "إثنتي عشرة", 12, 12, "exact"),
        ("ثلاثمائة عامل", "ثلاثمائة", 300, 300, "exact"),
        ("ثلاث مئة عامل", "ثلاث مئة", 300, 300, "exact"),
        ("ثلاثمئة عامل", "ثلاثمئة", 300, 300, "exact"),
        ("مئتي عامل", "مئتي", 200, 200, "exact"),
        ("مائة وخمسة عمال", "مائة وخمسة", 105, 105, "exact"),
        ("ألف شخص", "ألف", 1000, 1000, "exact"),
        ("ألفين وثلاثة أشخاص", "ألفين وثلاثة", 2003, 2003, "exact"),
        ("خمسة وعشرون ألفا وثلاثمئة واثنان", "خمسة وعشرون ألفا وثلاثمئة واثنان", 25_302, 25_302, "exact"),
        ("مليون ومئتا ألف وخمسة", "مليون ومئتا ألف وخمسة", 1_200_005, 1_200_005, "exact"),
        ("ثمانيه اشخاص", "ثمانيه", 8, 8, "exact"),
        ("اربعه جنود", "اربعه", 4, 4, "exact"),
        ("وأَرْبَعَةُ جنود", "أَرْبَعَةُ", 4, 4, "exact"),
        ("خمســـة جنود", "خمســـة", 5, 5, "exact"),
        # hedges
        ("أكثر من 50 شخصا", "50", 51, None, "more_than"),
        ("ما لا يقل عن 23 راكبا", "23", 23, None, "at_least"),
        ("10 أشخاص على الأقل", "10", 10, None, "at_least"),
        ("خمسة جنود أتراك على الاقل", "خمسة", 5, None, "at_least"),
        ("50 فأكثر", "50", 50, None, "at_least"),
        ("50 شخصا أو أكثر", "50", 50, None, "at_least"),
        ("نحو 30 عاملا", "30", 30, 30, "about"),
        ("ونحو 30 عاملا", "30", 30, 30, "about"),
        ("زهاء مئة قتيل", "مئة", 100, 100, "about"),
        ("ما يقرب من خمسة آلاف مدني", "خمسة آلاف", 5000, 5000, "about"),
        ("حوالى «40» شخصا", "40", 40, 40, "about"),
        ("لا يتجاوز عشرة", "عشرة", None, 10, "at_most"),
        ("عددا يصل إلى 390", "390", None, 390, "at_most"),
        ("أقل من 5 جرحى", "5", None, 4, "less_than"),
        ("يتجاوز 200 قتيل", "200", 201, None, "more_than"),
        # ranges and decades
        ("بين 20 و30 شخصا", "20 و30", 20, 30, "range"),
        ("من 20 إلى 30 شخصا", "20 إلى 30", 20, 30, "range"),
        ("20-30 قتيلا", "20-30", 20, 30, "range"),
        ("3 أو 4 أشخاص", "3 أو 4", 3, 4, "range"),
        ("ثلاثة أو أربعة أشخاص", "ثلاثة أو أربعة", 3, 4, "range"),
        ("بضعة وعشرون شخصا", "بضعة وعشرون", 23, 29, "range"),
        ("نيف وعشرون شخصا", "نيف وعشرون", 21, 29, "range"),
        ("بضعة عشر شخصا", "بضعة عشر", 13, 19, "range"),
        # vague
        ("عشرات القتلى", "عشرات", 20, None, "vague"),
        ("مئات الجرحى", "مئات", 200, None, "vague"),
        ("آلاف النازحين", "آلاف", 2000, None, "vague"),
        ("مئات الآلاف من النازحين", "مئات الآلاف", 200_000, None, "vague"),
        ("بضعة أشخاص", "بضعة", 3, 9, "vague"),
        # duals of people
        ("جنديان", "جنديان", 2, 2, "exact"),
        ("امرأتين", "امرأتين", 2, 2, "exact"),
    ],
)
def test_form(text, number, low, high, hedge):
    (quantity,) = checker.find_quantities(text)
    assert quantity.number.of(text) == number
    assert (quantity.min, quantity.max, quantity.hedge.value) == (low, high, hedge)
    assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    "text",
    [
        "21 يوليو 2015", "07/سبتمبر/2024", "07/09/2024", "21-10-1436هـ", "في عام 2013", "صيف 2012", "11:57",
        "الساعة 5", "عمره 49 عاما", "15%", "15 في المئة", "15 بالمئة", "هاتف 4567123", "966512345678", "الإصدار 1.2.3",
        "اللواء 55", "إف-16", "الثالث", "المركز السادس", "أبو خمسين", "شارع الأربعين", "يوم الاثنين", "أحد الجنود",
        "0300 بتوقيت غرينتش", "كانون الثاني 2014",
    ],
)  # fmt: skip
def test_no_number(text):
    assert checker.find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("خمسة وثلاثة جنود", [5, 3]),
        ("عشرة وثلاثة", [10, 3]),
        ("ارتفع من 20 إلى 25", [20, 25]),
        ("20 قتيلا و30 جريحا", [20, 30]),
        ("بين 20 قتيلا و30 جريحا", [20, 30]),
    ],
)
def test_two_numbers(text, numbers):
    assert [quantity.min for quantity in checker.find_quantities(text)] == numbers


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        ("(15) خمسة عشر", 15, 15),
        ("خمسة عشر (15) جنديا", 15, 15),
        ("(15) خمسة وعشرون", 15, 25),
        ("12 (أحد عشر)", 12, 11),
    ],
)
def test_digits_repeated_in_words(text, first, again):
    (quantity,) = checker.find_quantities(text)
    assert quantity.restated is not None
    assert (quantity.min, quantity.restated.min) == (first, again)


def test_and_one_ten_is_not_one():
    """ "وأحد عشر" is folded like "واحد عشر"."""
    (quantity,) = checker.find_quantities("وأحد عشر جنديا")
    assert (quantity.min, quantity.text) == (11, "أحد عشر")
    assert [q.min for q in checker.find_quantities("ألف وأحد عشر جنديا")] == [1011]
    assert [q.min for q in checker.find_quantities("واحد وعشرون جنديا")] == [21]
