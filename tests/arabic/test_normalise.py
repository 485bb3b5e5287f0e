"""Folding, beside camel-tools' own normalisers."""

from __future__ import annotations

import pytest

from checker.arabic.normalise import fold
from checker.arabic.transliterate import buckwalter


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
    ],
)
def test_fold(written, folded):
    assert fold(written) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize("word", ["أحمد", "إصابة", "آلاف", "مستشفى", "قُتِلَ", "ٱلجيش", "مُسلّحًا"])
def test_agrees_with_camel_tools(word):
    from camel_tools.utils.dediac import dediac_ar
    from camel_tools.utils.normalize import (
        normalize_alef_ar,
        normalize_alef_maksura_ar,
        normalize_teh_marbuta_ar,
    )

    theirs = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(dediac_ar(word))))
    assert fold(word) == theirs


def test_buckwalter():
    assert buckwalter("قتل 5 جنود") == "qtl 5 jnwd"
