"""Every number in every gender, case and spelling, from a speller written apart from the grammar."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.arabic.numbers import find_quantities

#: Masculine nouns take the first form (gender polarity), feminine nouns the second; 1 and 2 agree.
_UNITS = {
    1: ("واحد", "واحدة"), 2: ("اثنان", "اثنتان"), 3: ("ثلاثة", "ثلاث"), 4: ("أربعة", "أربع"), 5: ("خمسة", "خمس"),
    6: ("ستة", "ست"), 7: ("سبعة", "سبع"), 8: ("ثمانية", "ثماني"), 9: ("تسعة", "تسع"),
}  # fmt: skip
_TENS = dict(enumerate(("عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"), 2))
_HUNDRED_STEMS = dict(enumerate(("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"), 3))
_SCALES = (
    (10**9, "مليار", "ملياران", "مليارات"),
    (10**6, "مليون", "مليونان", "ملايين"),
    (1000, "ألف", "ألفان", "آلاف"),
)


class Style(NamedTuple):
    """How a speller writes: gender of the noun, case, and the spelling of hundreds and of "and"."""

    feminine: bool
    oblique: bool
    hundred: str
    solid: bool
    blank_after_and: bool


def _oblique(word: str, style: Style) -> str:
    if not style.oblique:
        return word
    for nominative, oblique in (("ون", "ين"), ("ان", "ين")):
        if word.endswith(nominative) and word not in ("ثمان",) and word != "مليون":
            return word.removesuffix(nominative) + oblique
    return word


def _below_hundred(n: int, style: Style) -> list[str]:
    gender = int(style.feminine)
    if n < 10:
        return [_oblique(_UNITS[n][gender], style)]
    if n == 10:
        return ["عشر" if style.feminine else "عشرة"]
    if n < 20:
        unit = {1: ("أحد", "إحدى"), 2: ("اثنا", "اثنتا")}.get(n - 10, _UNITS[n - 10])[gender]
        if n == 12 and style.oblique:
            unit = unit.removesuffix("ا") + "ي"
        return [f"{unit} {'عشرة' if style.feminine else 'عشر'}"]
    tens = _oblique(_TENS[n // 10], style)
    return [*_below_hundred(n % 10, style), tens] if n % 10 else [tens]


def _below_thousand(n: int, style: Style) -> list[str]:
    hundreds, rest = divmod(n, 100)
    words = []
    if hundreds == 1:
        words = [style.hundred]
    elif hundreds == 2:
        words = [style.hundred.removesuffix("ة") + ("تين" if style.oblique else "تان")]
    elif hundreds:
        words = [_HUNDRED_STEMS[hundreds] + ("" if style.solid else " ") + style.hundred]
    return words + (_below_hundred(rest, style) if rest else [])


def spell(n: int, style: Style) -> str:
    """The number in words."""
    parts = []
    for scale, one, two, many in _SCALES:
        count, n = divmod(n, scale)
        masculine = style._replace(feminine=False)  # the scales themselves are masculine
        if count == 1:
            parts.append([one])
        elif count == 2:
            parts.append([_oblique(two, style)])
        elif count:
            *front, last = _below_thousand(count, masculine)
            parts.append([*front, f"{last} {many if 3 <= count % 100 <= 10 else one}"])
    parts.append(_below_thousand(n, style) if n else [])
    joint = " و " if style.blank_after_and else " و"
    return joint.join(word for part in parts for word in part)


def _ends_in_one(n: int) -> bool:
    """101, 1 002 …: the noun is repeated instead ("مئة رجل ورجل"), and 201 thousand is no number in words."""
    return any(group > 100 and group % 100 in (1, 2) for group in (n // 1000 % 1000, n // 10**6 % 1000))


_STYLES = st.builds(
    Style, st.booleans(), st.booleans(), st.sampled_from(["مئة", "مائة", "ماية"]), st.booleans(), st.booleans()
)
_NUMBERS = st.one_of(st.integers(1, 1200), st.integers(1, 10**6), st.integers(1, 10**10)).filter(
    lambda n: not _ends_in_one(n)
)
#: A particle and a number that are written like another word: "I am not", "quantity".
_HOMOGRAPHS = {("ل", "ست"), ("ك", "مئة")}
_SPELLINGS: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: text.replace("ة", "ه"),
    lambda text: text.translate(str.maketrans("أإآ", "ااا")),
    lambda text: text.replace("ث", "ثـ"),
    lambda text: text.replace("خ", "خَ").replace("س", "سْ"),
    lambda text: text.replace("ي", "ى") if text.endswith("ي") else text,
]


@given(_NUMBERS, _STYLES, st.sampled_from(_SPELLINGS), st.sampled_from(["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل"]))
def test_round_trip(number: int, style: Style, spelling: Callable[[str], str], particle: str) -> None:
    plain = spell(number, style)
    assume((particle[-1:], plain.split()[0]) not in _HOMOGRAPHS)
    words = spelling(plain)
    text = f"الضحايا {particle}{words} رجلا"
    (quantity,) = find_quantities(text)
    assert quantity.min == quantity.max == number
    assert quantity.number.of(text) == words


@pytest.mark.parametrize("feminine", [False, True])
@pytest.mark.parametrize("oblique", [False, True])
def test_every_number_to_two_thousand(feminine: bool, oblique: bool) -> None:
    style = Style(feminine, oblique, "مئة", solid=True, blank_after_and=False)
    wrong = [
        (n, spell(n, style))
        for n in range(1, 2000)
        if [q.min for q in find_quantities(f"الضحايا {spell(n, style)} رجلا")] != [n]
    ]
    assert wrong == []


@given(st.integers(1, 999), st.integers(1, 999), _STYLES)
def test_a_number_is_not_read_on_into_the_next(first: int, second: int, style: Style) -> None:
    """Behind a noun another number begins, whatever its size."""
    text = f"{spell(first, style)} رجلا و{spell(second, style)} امرأة"
    assert [q.min for q in find_quantities(text)] == [first, second]


@given(st.integers(1, 99), st.sampled_from([1000, 10**6, 10**9]), st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩"]))
def test_digits_before_a_scale(number: int, scale: int, script: str) -> None:
    scale_word = {1000: "ألف", 10**6: "مليون", 10**9: "مليار"}[scale]
    written = f"{number}".translate(str.maketrans("0123456789", script)) + " " + scale_word
    text = f"نحو {written} نازح"
    (quantity,) = find_quantities(text)
    assert (quantity.min, quantity.number.of(text)) == (number * scale, written)
