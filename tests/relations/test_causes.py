"""A headline that gives the toll of one cause as if it were all."""

from __future__ import annotations

import pytest

import checker

_BODY = (
    "\n\nاستقبلت المستشفيات خلال الربع الأول 64 وفاة نتيجة الحوادث المرورية، و12 وفاة نتيجة حوادث الحريق، "
    "وثلاث وفيات بسبب الغرق."
)


def rules(text: str) -> list[str]:
    return [f.rule for f in checker.check(text).findings if f.severity.value != "note"]


def test_the_toll_of_one_cause_over_an_account_of_several():
    assert rules("مستشفيات المنطقة تستقبل 64 حالة وفاة" + _BODY) == ["CF204"]


@pytest.mark.parametrize(
    "title",
    [
        "64 حالة وفاة على طرق المنطقة المرورية",  # the headline says of what
        "64 قتيلا في تصادم",
        "مستشفيات المنطقة تستقبل 79 حالة وفاة",  # all of them
    ],
)
def test_no_headline_of_one_cause(title: str):
    assert "CF204" not in rules(title + _BODY)


def test_two_causes_are_no_account():
    text = "مستشفيات المنطقة تستقبل 64 حالة وفاة\n\nسجلت المستشفيات 64 وفاة نتيجة الحوادث، و12 وفاة نتيجة الحريق."
    assert rules(text) == []
