"""Every rule's own examples, run through the whole checker."""

from __future__ import annotations

import pytest

import checker
from checker.consistency import Rule, load_rules
from checker.consistency.rules import Example

RULES = list(load_rules().rules.values())


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{kind}-{k}")
        for rule in RULES
        for k, example in enumerate(getattr(rule, kind))
    ]


def found(example: Example) -> set[str]:
    return {finding.rule for finding in checker.check(example.text, example.title).findings}


@pytest.mark.parametrize(("rule", "example"), cases("fires"))
def test_fires(rule: Rule, example: Example):
    assert rule.id in found(example)


@pytest.mark.parametrize(("rule", "example"), cases("silent"))
def test_silent(rule: Rule, example: Example):
    assert rule.id not in found(example)
