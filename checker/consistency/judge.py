"""What cannot all hold in one document, named and explained."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checker.consistency.bounds import Thresholds, default_thresholds, interval_of
from checker.consistency.constraints import Linear, constraints_of
from checker.consistency.cores import conflicts
from checker.consistency.explain import (
    ambiguous_forms,
    core_conflict,
    dropped_hedges,
    falling_tolls,
    holds,
    lumped_headlines,
    restated_figures,
    unexplained,
    wrong_weekdays,
)
from checker.consistency.naming import Conflict, rule_for
from checker.consistency.rules import Rule, RuleSet
from checker.consistency.system import System
from checker.consistency.templates import fill
from checker.model import Check, Facts, Finding, RelationKind, Severity


def judge(facts: Facts, rules: RuleSet) -> tuple[tuple[Finding, ...], tuple[Check, ...]]:
    """Findings in text order, and the comparisons that hold.

    Severity is the rule's own, lowered where the relations behind the
    finding are less than sure.
    """
    thresholds = default_thresholds()
    constraints = constraints_of(facts, thresholds) if facts.relations or facts.claims else []
    found = list(_conflicts(facts, constraints, thresholds))
    lines = _Lines(facts.document.text)
    findings = []
    for conflict in found:
        rule = rule_for(conflict, rules)
        if rule is not None:
            findings.append(_finding(conflict, rule, thresholds, lines))
    findings.sort(key=lambda f: (f.start, f.rule))
    troubled = {claim.id for conflict in found for claim in conflict.claims}
    return tuple(findings), tuple(holds(facts, constraints, troubled))


def _conflicts(facts: Facts, constraints: Sequence[Linear], thresholds: Thresholds) -> Iterator[Conflict]:
    yield from restated_figures(facts)
    yield from lumped_headlines(facts)
    yield from wrong_weekdays(facts)
    if not facts.relations and not constraints:
        return
    by_id = {claim.id: claim for claim in facts.claims}
    figure: dict[str, str] = {}
    confidence: dict[str, float] = {}
    for relation in facts.relations:
        if relation.kind is RelationKind.SAME:
            for claim in relation.claims:
                figure[claim] = relation.claims[0]
            confidence[relation.claims[0]] = relation.confidence
    tied = {*figure, *(claim for linear in constraints for claim in linear.claims)}
    intervals = {claim.id: interval_of(claim, thresholds) for claim in facts.claims if claim.id in tied}
    system = System(intervals, figure, tuple(constraints))
    seen: set[frozenset[str]] = set()
    cores = []
    for core in conflicts(system):
        conflict = core_conflict(system, core, by_id, facts, confidence)
        figures = frozenset(system.figure_of(claim.id) for claim in conflict.claims)
        if len(figures) > 1 and figures in seen:
            continue  # the same paragraph printed twice
        seen.add(figures)
        cores.append(conflict)
    yield from cores
    troubled = {claim.id for conflict in cores for claim in conflict.claims}
    yield from falling_tolls(facts, by_id, thresholds)
    yield from unexplained(facts, by_id, troubled)
    yield from dropped_hedges(facts, by_id, troubled)
    yield from ambiguous_forms(facts, troubled)


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
