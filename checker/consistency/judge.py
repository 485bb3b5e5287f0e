"""What cannot all hold in one document, named and explained."""

from __future__ import annotations

from bisect import bisect_right

from checker.consistency.bounds import Thresholds, default_thresholds, interval_of
from checker.consistency.constraints import constraints_of
from checker.consistency.cores import conflicts
from checker.consistency.explain import Explainer
from checker.consistency.figures import figures_of
from checker.consistency.naming import Conflict, rule_for
from checker.consistency.projections import projections_of
from checker.consistency.rules import Rule, RuleSet
from checker.consistency.single import (
    ambiguous_forms,
    divided_tolls,
    dropped_hedges,
    falling_tolls,
    lumped_headlines,
    more_than_aboard,
    restated_figures,
    unexplained,
    wrong_weekdays,
)
from checker.consistency.system import Element, System
from checker.consistency.templates import fill
from checker.consistency.ticks import ticks
from checker.model import Check, Facts, Finding, Severity


def judge(
    facts: Facts, rules: RuleSet, thresholds: Thresholds | None = None
) -> tuple[tuple[Finding, ...], tuple[Check, ...]]:
    """Findings in text order, and the comparisons that hold.

    Severity is the rule's own, lowered where the relations behind the
    finding are less than sure. ``thresholds`` default to the shipped ones.
    """
    if not (facts.claims or facts.dates or facts.restated):
        return (), ()
    thresholds = thresholds or default_thresholds()
    found = [*restated_figures(facts), *lumped_headlines(facts), *wrong_weekdays(facts)]
    checks: tuple[Check, ...] = ()
    if facts.aboard:
        found.extend(more_than_aboard(facts, {claim.id: claim for claim in facts.claims}, thresholds))
    if facts.relations or any(claim.part_of for claim in facts.claims):
        more, checks = _compare(facts, thresholds)
        found.extend(more)
    lines = _Lines(facts.document.text)
    named = ((conflict, rule_for(conflict, rules)) for conflict in found)
    findings = [_finding(conflict, rule, thresholds, lines) for conflict, rule in named if rule is not None]
    findings.sort(key=lambda f: (f.start, f.rule))
    return tuple(findings), checks


def name_conflict(conflict: Conflict, rules: RuleSet, thresholds: Thresholds, text: str) -> Finding | None:
    """A conflict that was found elsewhere as a finding in a text; None where no rule of the run names it."""
    rule = rule_for(conflict, rules)
    return None if rule is None else _finding(conflict, rule, thresholds, _Lines(text))


def _compare(facts: Facts, thresholds: Thresholds) -> tuple[list[Conflict], tuple[Check, ...]]:
    """Conflicts between claims, and the comparisons that hold."""
    by_id = {claim.id: claim for claim in facts.claims}
    figures = figures_of(facts.relations)
    constraints = (*constraints_of(facts), *projections_of(facts, figures, thresholds))
    tied = {*figures.name, *(claim for linear in constraints for claim in linear.claims)}
    intervals = {claim.id: interval_of(claim, thresholds) for claim in facts.claims if claim.id in tied}
    system = System(intervals, figures.name, constraints)
    explainer = Explainer(system, figures.ties, by_id, facts.presences)
    found: list[Conflict] = []
    told: set[frozenset[str]] = set()
    broken: set[Element] = set()
    for core in conflicts(system):
        tied_by = [element for element in core if isinstance(element, int)]
        broken.update(tied_by or core[-1:])
        conflict = explainer.conflict(core)
        names = frozenset(map(figures.of, (claim.id for claim in conflict.claims)))
        if len(names) > 1 and names in told:
            continue  # the same paragraph printed twice
        told.add(names)
        found.append(conflict)
    troubled = {claim.id for conflict in found for claim in conflict.claims}
    found.extend(falling_tolls(facts, by_id, thresholds))
    found.extend(divided_tolls(facts, by_id))
    found.extend(unexplained(facts, by_id, system, thresholds))
    found.extend(dropped_hedges(facts, by_id, troubled))
    found.extend(ambiguous_forms(facts, system, troubled))
    return found, tuple(ticks(facts, system, by_id, broken))


def _finding(conflict: Conflict, rule: Rule, thresholds: Thresholds, lines: _Lines) -> Finding:
    words = rule.words_for(conflict.kind)
    ceiling = min(words.severity, conflict.ceiling or words.severity, key=lambda s: s.rank)
    severity = _severity(ceiling, conflict.confidence, thresholds)
    start, end = conflict.start, conflict.end
    if start < 0:
        start, end = conflict.claims[-1].start, conflict.claims[-1].end
    values = {**conflict.values, "arithmetic": conflict.arithmetic}
    line, column = lines.at(start)
    return Finding(
        rule.id,
        severity,
        tuple(claim.id for claim in sorted(conflict.claims, key=lambda c: c.start)),
        {lang: fill(template, values) for lang, template in words.message.items()},
        start,
        end,
        line,
        column,
        conflict.arithmetic,
        conflict.reasons,
        conflict.confidence,
        conflict.beyond,
    )


def _severity(ceiling: Severity, confidence: float, thresholds: Thresholds) -> Severity:
    if confidence >= thresholds.error_from:
        return ceiling
    lowered = Severity.WARNING if confidence >= thresholds.warning_from else Severity.NOTE
    return min(ceiling, lowered, key=lambda severity: severity.rank)


class _Lines:
    """Line and column of a position, both from 1, in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def at(self, position: int) -> tuple[int, int]:
        if self._starts is None:
            self._starts = [0]
            i = self._text.find("\n")
            while i >= 0:
                self._starts.append(i + 1)
                i = self._text.find("\n", i + 1)
        line = bisect_right(self._starts, position)
        return line, position - self._starts[line - 1] + 1
