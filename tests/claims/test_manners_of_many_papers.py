"""Classes of sentences from the manners of papers of many countries, one invented sentence each."""

from __future__ import annotations

import pytest

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
DISPLACED, CASUALTIES, KIDNAPPED, RESCUED = "displaced", "casualties", "kidnapped", "rescued"


def told(claims):
    return [(c.outcome.value, c.min) for c in claims]


@pytest.mark.parametrize(
    ("text", "outcome", "quote", "number"),
    [
        ("أخمدت النيران من دون وقوع إصابات.", INJURED, "من دون وقوع إصابات", "دون"),
        ("غادر العمال النفق دون أن يصابوا بأذى.", INJURED, "دون أن يصابوا بأذى", "دون"),
        ("وقال القبطان إنه لم يعد هناك أي مفقود.", MISSING, "لم يعد هناك أي مفقود", "لم"),
        ("ونبه إلى عدم تسجيل أي حالة تسمم بين الطلاب.", INJURED, "عدم تسجيل أي حالة تسمم", "عدم"),
        ("أما في الميناء فلم تسجل خسائر في صفوف البحارة.", CASUALTIES, "لم تسجل خسائر في صفوف", "لم"),
        ("ولم يتم تسجيل أي خسائر في الأرواح.", KILLED, "لم يتم تسجيل أي خسائر في الأرواح", "لم"),
    ],
)
def test_none(claims, text, outcome, quote, number):
    (claim,) = claims(text)
    assert (claim.outcome.value, claim.min, claim.max) == (outcome, 0, 0)
    assert (claim.text, claim.number_text) == (quote, number)


@pytest.mark.parametrize("text", ["لم يتم تأكيد حصيلة القتلى.", "لم تسجل خسائر مالية."])
def test_no_denial(claims, text):
    assert not claims(text)
