"""Folding, beside camel-tools' own normalisers."""

from __future__ import annotations

import unicodedata

import pytest
from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar
from hypothesis import given
from hypothesis import strategies as st

from checker.arabic.normalise import digits, fold

#: Letters and marks that both fold; the project also folds ئ and ؤ, which camel-tools keeps.
_SHARED = "ءآأإٱابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْٰ"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("قُتِلَ", "قتل"),
        ("شخصًا", "شخصا"),
        ("أربعــة", "اربعه"),
        ("إصابة", "اصابه"),
        ("مئة", "ميه"),
        ("مسؤول", "مسوول"),
        ("على", "علي"),
        ("٣٥", "35"),
        ("۳۵", "35"),
        ("\u202bقتل\u202c", "قتل"),
        ("ﻗﺘﻞ", "قتل"),
        ("ﻻ", "لا"),
        ("یک", "يك"),
        ("آلاف", "الاف"),
        ("ا\u0654لف", "الف"),
        ("", ""),
    ],
)
def test_fold(written: str, folded: str):
    assert fold(written) == folded


@given(st.text(alphabet=_SHARED + "ئؤگپکیـ٣۵٪ﻻﷺAz9-\u200f\u2067", max_size=20))
def test_folding_twice_changes_nothing(word: str):
    assert fold(fold(word)) == fold(word)


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي", max_size=12), st.data())
def test_marks_and_tatweel_do_not_matter(word: str, data: st.DataObject):
    marks = st.text(alphabet="ًٌٍَُِّْـ\u200f\u202b\u2069\ufeff", max_size=3)
    dressed = "".join(letter + data.draw(marks) for letter in word)
    assert fold(dressed) == word


@given(st.text(alphabet=_SHARED, max_size=20))
def test_agrees_with_camel_tools(word: str):
    theirs = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(dediac_ar(word))))
    assert fold(word) == theirs


@pytest.mark.parametrize("letters", ["لأ", "قتيلة", "مستشفى", "شهيد"])
def test_presentation_forms_are_the_letters_that_they_show(letters: str):
    """As PDF files and old pages hold them: every letter in its joined shape."""
    shapes = {"ل": "ﻟ", "أ": "ﺄ", "ق": "ﻗ", "ت": "ﺘ", "ي": "ﻴ", "ة": "ﺔ", "م": "ﻣ", "س": "ﺴ", "ش": "ﺸ",
              "ف": "ﻔ", "ى": "ﻰ", "ه": "ﻬ", "د": "ﺪ"}  # fmt: skip
    shown = "".join(shapes[letter] for letter in letters)
    assert unicodedata.normalize("NFKC", shown) == letters
    assert fold(shown) == fold(letters)


def test_digits_leave_letters_alone():
    assert digits("٢٣ألفًا و۵") == "23ألفًا و5"
