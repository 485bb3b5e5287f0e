"""The dead and the hurt told the other way round."""

from __future__ import annotations

import pytest

import checker


@pytest.mark.parametrize(
    ("again", "found"),
    [
        ("قتل 17 مدنيا وأصيب 12 آخرون في التفجير.", True),
        ("قتل 12 مدنيا وأصيب 17 آخرون في التفجير.", False),
        ("قتل 17 مسلحا وأصيب 12 آخرون في التفجير.", False),  # other people
        ("قتل 17 مدنيا وأصيب 19 آخرون في هجوم آخر.", False),
    ],
)
def test_dead_and_hurt_the_other_way_round(again: str, found: bool):
    text = "أعلنت الشرطة مقتل 12 مدنيا وإصابة 17 في السوق.\nوأشارت مصادر طبية إلى أن الحصيلة أولية.\n" + again
    rules = {f.rule for f in checker.check(text).findings if f.severity.value != "note"}
    assert bool(rules & {"CF101", "CF102"}) is found
