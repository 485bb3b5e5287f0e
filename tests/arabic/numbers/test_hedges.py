"""Hedges in front of a number, behind it, and behind its noun; ranges and changes."""

from __future__ import annotations

import pytest

from checker.arabic.numbers import find_quantities
from checker.arabic.numbers.lexicon import expand


@pytest.mark.parametrize("negator", ["لا", "لم", "لن"])
@pytest.mark.parametrize(
    ("verb", "plain", "denied"),
    [
        ("يتجاوز", (51, None), (None, 50)),
        ("تتعدى", (51, None), (None, 50)),
        ("يزيد على", (51, None), (None, 50)),
        ("يزيد عن", (51, None), (None, 50)),
        ("يفوق", (51, None), (None, 50)),
        ("يقل عن", (None, 49), (50, None)),
    ],
)
def test_a_denied_verb_says_the_opposite(
    verb: str, negator: str, plain: tuple[int | None, int | None], denied: tuple[int | None, int | None]
) -> None:
    for text, expected in ((f"{verb} 50 شخصا", plain), (f"{negator} {verb} 50 شخصا", denied)):
        (quantity,) = find_quantities(text)
        assert (quantity.min, quantity.max) == expected
        assert quantity.text == text.removesuffix(" شخصا")


@pytest.mark.parametrize(
    ("text", "low", "high", "start"),
    [
        ("تجاوز عدد القتلى 50", 51, None, "50"),
        ("تجاوزت حصيلة ضحايا الزلزال الـ50 قتيلا", 51, None, "50"),
        ("لم يتجاوز عدد القتلى 50", None, 50, "50"),
        ("لا يقل عدد القتلى عن 50", 50, None, "50"),
        ("ما يزيد عددهم على 50", 51, None, "ما"),
        ("وما لا يقل عن 50", 50, None, "ما"),
        ("لايقل عن 50", 50, None, "لايقل"),
        ("بما لا يقل عن خمسين", 50, None, "بما"),
        ("ما يزيد قليلا على 50", 51, None, "ما"),
    ],
)
def test_a_verb_and_what_is_counted(text: str, low: int | None, high: int | None, start: str) -> None:
    """The quantity takes in the verb unless the noun that is counted stands between."""
    (quantity,) = find_quantities(text)
    assert (quantity.min, quantity.max) == (low, high)
    assert quantity.text.startswith(start)


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("دون الـ50", None, 49, "less_than"),
        ("دون الخمسين", None, 49, "less_than"),
        ("دون 50 إصابة", 50, 50, "exact"),
        ("قرب الخمسين", 50, 50, "about"),
        ("قرب ثلاث مدن", 3, 3, "exact"),
        ("أكثر من (2000) شخص", 2001, None, "more_than"),
        ("لأكثر من 50", 51, None, "more_than"),
        ("ما يصل إلى 50", None, 50, "at_most"),
        ("ليس أكثر من 50", None, 50, "at_most"),
        ("50 شخصا كحد أقصى", None, 50, "at_most"),
        ("يقدر عددهم بنحو 50", 50, 50, "about"),
        ("50 شخصا تقريبا", 50, 50, "about"),
        ("نحو 50 شخصا على الأقل", 50, None, "at_least"),
        ("أكثر من 50 شخصا على الأقل", 51, None, "more_than"),
        ("قرابة نصف مليون", 500_000, 500_000, "about"),
    ],
)
def test_hedge(text: str, low: int | None, high: int | None, hedge: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.min, quantity.max, quantity.hedge.value) == (low, high, hedge)


def test_a_hedge_between_commas_is_that_of_the_number_in_front() -> None:
    for text in ("8 جنود، على الأقل، و3 مدنيين", "8 جنود، على الأقل"):
        assert (find_quantities(text)[0].min, find_quantities(text)[0].max) == (8, None)


def test_a_hedge_behind_belongs_to_the_nearest_number() -> None:
    text = "قتل خمسة جنود وأصيب عشرة على الأقل"
    assert [(q.min, q.max) for q in find_quantities(text)] == [(5, 5), (10, None)]


@pytest.mark.parametrize(
    "text", ["10 جنود، على الأقل هذا ما قيل", "10 جنود. على الأقل 20", "10 من كل من كان هنا أو هناك على الأقل"]
)
def test_a_hedge_behind_has_a_reach(text: str) -> None:
    assert find_quantities(text)[0].hedge == "exact"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("بين (20) و(30) شخصا", 20, 30),
        ("بين الـ20 والـ30", 20, 30),
        ("ما بين عشرين وثلاثين", 20, 30),
        ("ما بين 20 إلى 30", 20, 30),
        ("بين خمسة وعشرين وثلاثين", 25, 30),
        ("20 – 30", 20, 30),
        ("20ـ30 شخصا", 20, 30),
        ("100 ـ 200 شخص", 100, 200),
        ("بين 3 و5 آلاف", 3000, 5000),
        ("3-4 آلاف", 3000, 4000),
        ("من 500 إلى ألف", 500, 1000),
        ("سبعة أو الثمانية", 7, 8),
    ],
)
def test_range(text: str, low: int, high: int) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.min, quantity.max, quantity.hedge.value) == (low, high, "range")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("وارتفع العدد من عشرين إلى خمسة وعشرين", [20, 25]),
        ("انخفضت الحصيلة من 30 إلى 25", [30, 25]),
        ("4-3", [4, 3]),
        ("بين 20 قتيلا و30 جريحا", [20, 30]),
    ],
)
def test_no_range(text: str, values: list[int]) -> None:
    assert [q.min for q in find_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        ("«15» خمسة عشر", 15, 15),
        ("(15) (خمسة عشر)", 15, 15),
        ("أكثر من (15) خمسة عشر", 16, 15),
        ("خمسة (5 منهم نساء)", 5, None),
        ("12 (3 نساء)", 12, None),
        ("لسنة واحدة (18) ألف", 1, None),
        ("(20) عشرين مليون", 20, None),
    ],
)
def test_restated_only_where_it_says_the_same(text: str, first: int, again: int | None) -> None:
    quantity = find_quantities(text)[0]
    assert (quantity.min, quantity.restated and quantity.restated.min) == (first, again)


def test_patterns_expand() -> None:
    assert list(expand("[ما] يقارب|يناهز")) == [("ما", "يقارب"), ("ما", "يناهز"), ("يقارب",), ("يناهز",)]
