"""Arabic in Buckwalter's Latin letters."""

from __future__ import annotations

import subprocess
import sys

import pytest
from camel_tools.utils.charmap import CharMapper
from hypothesis import given
from hypothesis import strategies as st

from checker.arabic.transliterate import buckwalter

_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْٰٱ"


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("قتل 5 جنود", "qtl 5 jnwd"),
        ("إصابة", "<SAbp"),
        ("شُهداءُ", "$uhdA'u"),
        ("نحو ٣٥ شخصًا، بينهم طفل", "nHw ٣٥ $xSFA، bynhm Tfl"),
        ("", ""),
    ],
)
def test_buckwalter(written: str, latin: str):
    assert buckwalter(written) == latin


@given(st.text(alphabet=_ARABIC + " 0123456789\n", max_size=60))
def test_every_letter_comes_back(text: str):
    assert CharMapper.builtin_mapper("bw2ar").map_string(buckwalter(text)) == text


def test_camel_tools_is_imported_when_asked_for():
    code = "import sys, checker.arabic.transliterate; assert 'camel_tools' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
