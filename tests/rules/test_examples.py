"""Every rule's own examples, run through the whole checker."""

from __future__ import annotations

from dataclasses import replace

import pytest

import checker
from checker.across.texts import compare_documents
from checker.consistency import Rule, RuleSet, judge, load_rules
from checker.consistency.rules import PLACES, Example, Variant
from checker.facts import gather
from checker.model import Finding
from checker.reading import from_text

RULES = list(load_rules().rules.values())


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{kind}-{k}")
        for rule in RULES
        for k, example in enumerate(getattr(rule, kind))
    ]


def findings_of(example: Example, rules: RuleSet) -> tuple[Finding, ...]:
    """Those of its text, which its other articles are held against."""
    document = from_text(example.text, "example", example.title)
    if not example.others:
        return judge(gather(document), rules)[0]
    others = [from_text(text, f"other {k}") for k, text in enumerate(example.others, 1)]
    return compare_documents([document, *others], rules, "example").documents[0].findings


def found(example: Example) -> set[str]:
    if example.others:
        return {finding.rule for finding in findings_of(example, load_rules())}
    return {finding.rule for finding in checker.check(example.text, example.title).findings}


@pytest.mark.parametrize(("rule", "example"), cases("fires"))
def test_fires(rule: Rule, example: Example):
    assert rule.id in found(example)


@pytest.mark.parametrize(("rule", "example"), cases("silent"))
def test_silent(rule: Rule, example: Example):
    assert rule.id not in found(example)


def wordy(kind: str) -> dict[str, str]:
    """A message that asks for all that the words on a kind of conflict can speak of."""
    return {lang: " ".join(f"{{{place}}}" for place in sorted(PLACES[kind] | {"arithmetic"})) for lang in ("ar", "en")}


#: What is found in comments, and not in figures.
DIRECTIVES = ("unused", "reasonless", "misdirected")


@pytest.mark.parametrize(("rule", "example"), cases("fires"))
def test_all_that_words_can_speak_of_is_there(rule: Rule, example: Example):
    if rule.when["kind"] in DIRECTIVES:
        pytest.skip("found after judging")
    known = {
        other.id: replace(
            other,
            message=wordy(other.when["kind"]),
            also={kind: Variant(variant.severity, wordy(kind)) for kind, variant in other.also.items()},
        )
        for other in RULES
    }
    findings = findings_of(example, RuleSet(known, known))
    assert findings
    assert not any("{" in words for finding in findings for words in finding.message.values())
