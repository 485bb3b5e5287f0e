"""Sentences about claims and findings, as diagnostics and hovers say them."""

from __future__ import annotations

from checker.consistency import load_rules
from checker.consistency.bounds import default_thresholds, interval_of
from checker.errors import CheckerError
from checker.lsp.checked import Checked
from checker.model import Claim, Finding
from checker.reporting.inert import clean
from checker.reporting.messages import say


def told(checked: Checked, finding: Finding) -> str:
    """The sentence of a finding with its arithmetic, and whether it is less than sure.

    Without marks that isolate the arithmetic: some editors show them as
    ``<2066>``, and Arabic reads it from the right as well.
    """
    lang = checked.lang
    message, arithmetic = clean(finding.message[lang]), clean(finding.arithmetic)
    if arithmetic not in message:
        message = f"{message} {arithmetic}"
    if finding.confidence < default_thresholds().error_from:
        message += " " + say(lang, "perhaps", percent=round(finding.confidence * 100))
    return message


def advice(checked: Checked, finding: Finding) -> str:
    """Where to look, from the rule."""
    try:
        rule = load_rules().get(finding.rule)
    except CheckerError:
        return ""
    return say(checked.lang, "look", text=clean(rule.look[checked.lang]))


def quoted(checked: Checked, claim: Claim) -> str:
    """A claim in its own words, and its line."""
    marks = "«»" if checked.lang == "ar" else "“”"
    return f"{marks[0]}{clean(claim.text)}{marks[1]} ({say(checked.lang, 'line', line=checked.line_of(claim))})"


def bounds(checked: Checked, claim: Claim) -> str:
    """The numbers that a claim leaves possible, as comparisons read it."""
    low, high = interval_of(claim, default_thresholds())
    if high is None:
        return say(checked.lang, "from", low=low)
    return str(low) if low == high else say(checked.lang, "between", low=low, high=high)


def who(checked: Checked, claim: Claim) -> str:
    """What happened to whom."""
    outcome = say(checked.lang, f"hover_outcome_{claim.outcome.value}")
    group = say(checked.lang, f"hover_group_{claim.group.value}")
    return f"{outcome} · {group}"
