"""Charts: the same bytes each time, Arabic shaped and in its direction."""

from __future__ import annotations

import io
import re

import numpy as np
from matplotlib.image import imread

from checker.archive.charts import Bar, Chart, png, svg

BARS = (Bar("صدى الميناء", 12.5, "12.5 (81)"), Bar('<b>"ال&#1590;فة"</b>', 3, "3 (40)"), Bar("", 0, "0"))


def test_a_png_is_the_same_each_time():
    chart = Chart("by-group", "المقالات، بحسب المصدر", BARS, True)
    assert png(chart) == png(chart)


def ink(label: str) -> np.ndarray:
    """The columns of a chart's title that hold ink, cut to it."""
    image = imread(io.BytesIO(png(Chart("x", label, (), True))))
    dark = image[:60, :, :3].min(axis=2).min(axis=0) < 0.5
    return dark[np.flatnonzero(dark)[0] : np.flatnonzero(dark)[-1] + 1]


def test_arabic_letters_are_joined():
    """Five letters that join leave no gap; kept apart by non-joiners they do and take more room."""
    joined, apart = ink("ببببب"), ink("\u200c".join("ببببب"))
    assert joined.all()
    assert not apart.all()
    assert len(apart) > len(joined)


def test_arabic_runs_from_right_to_left():
    """A word and a number: what stands first in the text stands at the right."""
    word_first, number_first = ink("ب 11111111"), ink("11111111 ب")
    assert np.flatnonzero(~word_first)[-1] > len(word_first) / 2
    assert np.flatnonzero(~number_first)[0] < len(number_first) / 2


def test_svg_holds_text_and_no_markup_of_an_archive():
    drawn = svg(Chart("by-group", 'a "title"', BARS, True))
    assert "<b>" not in drawn
    assert 'direction="rtl"' in drawn
    assert re.findall(r'<rect x="([\d.]+)"[^>]*width="([\d.]+)"', drawn)[0] == ("80", "470")
    assert 'direction="ltr"' in svg(Chart("x", "x", BARS, False))
