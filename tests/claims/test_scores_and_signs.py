"""Numerals that count nothing: scores, numbers behind a hash sign."""

from __future__ import annotations

import pytest

import checker


@pytest.mark.parametrize(
    "text",
    [
        "قتل الفريق المباراة في دقائقها الأولى وفاز 2 - صفر.",
        "أنهى اللاعب المباراة بهدف قتل به آمال ضيفه، وانتهت 1-صفر.",
        "قال &#8220;قتل الجندي&#8221; في المعركة.",
        "قتل صاحب اللوحة #47 أمام منزله.",
    ],
)
def test_counts_nobody(text: str):
    assert [claim.number_text for claim in checker.extract(text) if not claim.implicit] == []
