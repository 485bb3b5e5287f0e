"""The number grammar beside two independent spellers, and under every way of writing.

num2words errs where ``misspelt`` says so; these numbers are left out. ICU's
rules write forms that no editor would ("ثلاثة مائة", "إحدى عشر ألف", "خمسة
مليون"), which are wrong Arabic and yet name one number only: all are read.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.messageformat import MessageFormat
from num2words import num2words

from checker.arabic.numbers import find_quantities
from checker.model import Hedge


def misspelt(number: int) -> bool:
    """num2words writes 101, 102, 201 … thousands and millions as "مائة و مليون مليون"."""
    groups = (number // 1000 % 1000, number // 10**6)
    return any(group > 100 and group % 100 in (1, 2) for group in groups)


def spelled(number: int) -> str:
    return str(num2words(number, lang="ar"))


def read(text: str) -> int | None:
    found = find_quantities(text + " شخصا")
    return found[0].min if len(found) == 1 else None


def spelled_by_icu(number: int) -> str:
    return str(_ICU.format({"n": number}))


_ICU = MessageFormat("{n, spellout}", "ar")
_SPELLERS = pytest.mark.parametrize("spell", [spelled, spelled_by_icu])


@_SPELLERS
def test_every_number_to_a_hundred_thousand(spell: Callable[[int], str]):
    wrong = [n for n in range(1, 100_001) if read(spell(n)) != n]
    assert wrong == []


@_SPELLERS
def test_a_spread_to_a_billion(spell: Callable[[int], str]):
    chance = random.Random(7)
    numbers = [chance.randrange(100_000, 10**9) for _ in range(3000)] + [10**k for k in range(5, 10)]
    left_out = misspelt if spell is spelled else lambda number: False
    wrong = [(n, spell(n)) for n in numbers if not left_out(n) and read(spell(n)) != n]
    assert wrong == []


def test_what_num2words_misspells_is_left_out_for_a_reason():
    assert "مليون مليون" in spelled(101_000_000)


_VARIANTS = {"ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ئ": "ئ", "ى": "ي"}


@given(
    st.integers(1, 99_999),
    st.sampled_from(["", "و", "ب", "ل", "وب"]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_spelling_variants(number, particle, bare, stretched, genitive):
    text = spelled(number)
    if misspelt(number):
        return
    text = text.replace(" و ", " و")
    if genitive:
        text = text.replace("ون", "ين")
    if bare:
        text = "".join(_VARIANTS.get(letter, letter) for letter in text)
    if stretched:
        text = text.replace("ر", "رــ")
    whole = f"قرب {particle}{text} عاملا"
    (quantity,) = find_quantities(whole)
    assert quantity.min == number
    assert quantity.number.of(whole) == text


@given(
    st.integers(1, 9_999_999),
    st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]),
    st.sampled_from(["", ",", "٬"]),
)
def test_digit_scripts_and_separators(number, script, separator):
    written = f"{number:,}".replace(",", separator) if separator else str(number)
    written = written.translate(str.maketrans("0123456789", script))
    text = f"بلغ العدد {written} شخصا"
    (quantity,) = find_quantities(text)
    assert (quantity.min, quantity.number.of(text)) == (number, written)


@given(st.text(alphabet="خمسة وعشرون ألف مئة 0123456789٠٣,.٬-–()«»%/:هـ بين من إلى أو على الأقل\n", max_size=120))
def test_spans_are_in_order_and_in_the_text(text):
    place = 0
    for quantity in find_quantities(text):
        assert place <= quantity.number.start < quantity.number.end <= len(text)
        assert quantity.start <= quantity.number.start
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.min is None or quantity.max is None or quantity.min <= quantity.max
        assert isinstance(quantity.hedge, Hedge)
        place = quantity.number.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "و",
        "خمسة و",
        "ألف ",
        "أكثر من ",
        "(",
        "1-",
        "من 1 إلى ",
        "بين ",
        "على الأقل ",
        "111 ",
        "1 (",
        "1ـ",
        "2015 و",
        "تجاوز عدد ",
        "20 و",
        "عدد 5 ",
        "لا يزيد ",
    ],
)
def test_linear_on_hostile_text(piece):
    def seconds(count: int) -> float:
        begin = time.perf_counter()
        find_quantities(piece * count)
        return time.perf_counter() - begin

    small, large = (min(seconds(count) for _ in range(2)) for count in (3_000, 30_000))
    assert large < 40 * small + 0.1
