"""More classes of sentences from the manners of papers of many countries, one invented sentence each."""

from __future__ import annotations

import pytest

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
DISPLACED, CASUALTIES, KIDNAPPED, RESCUED = "displaced", "casualties", "kidnapped", "rescued"


def told(claims):
    return [(c.outcome.value, c.min) for c in claims]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("سجلت ثلاث وفيات بالوادي وحالة وفاة واحدة بالجبل.", ["ثلاث وفيات", "حالة وفاة واحدة"]),
        ("توفي 06 أشخاص في السد وجرح 09 آخرون.", ["06 أشخاص", "09 آخرون"]),
    ],
)
def test_quotes(claims, text, quotes):
    assert [c.text for c in claims(text)] == quotes


def test_padded_days_are_no_people(claims):
    assert not claims("انتهت مهلة تسليم القتلى يوم 06 مارس 2019 على الساعة 08:00.")
