"""Takes what is let stand out of a document's findings, and reports what lets nothing stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from checker.consistency.fingerprint import fingerprint
from checker.consistency.naming import Conflict, rule_for
from checker.consistency.rules import RuleSet
from checker.consistency.templates import fill
from checker.errors import UsageError
from checker.model import DocumentReport, Finding, Span, Suppressed, SuppressedBy
from checker.suppression.configured import Allowance
from checker.suppression.directives import Directive, directives
from checker.values import replace

#: The kind of rule whose findings only comparing articles makes.
_ACROSS = "across"


def suppress(
    report: DocumentReport,
    rules: RuleSet,
    allowances: Sequence[Allowance] = (),
    baseline: Collection[str] = frozenset(),
    *,
    compared: bool = False,
) -> DocumentReport:
    """The report without what is let stand, and with what is wrong about comments that let things stand.

    A directive in the draft without a reason lets nothing stand. It, one that
    names no rule, and one that fits no finding become findings themselves
    (rules of the kinds ``reasonless``, ``misdirected`` and ``unused``).
    ``allowances`` are those that concern the document, ``baseline`` the
    fingerprints of findings that are known. Comments on what only comparing
    finds are without use only where the document was ``compared``.
    """
    asked = directives(report.document)
    if not asked and not (report.findings and (allowances or baseline)):
        return report
    kept: list[Finding] = []
    stand: list[Suppressed] = []
    used: set[int] = set()
    meant = [_meant(directive, rules) for directive in asked]
    allowed = [(allowance, _rules(allowance.rules, rules)) for allowance in allowances]
    for finding in report.findings:
        fitting = [k for k, d in enumerate(asked) if finding.rule in meant[k] and _touches(report, finding, d)]
        used.update(fitting)
        name = fingerprint(finding, report.claims, report.document) if allowed or baseline else ""
        permits = [a for a, known in allowed if finding.rule in known and a.means(report, finding, name)]
        if fitting:
            stand.append(Suppressed(finding, SuppressedBy.DRAFT, asked[fitting[0]].reason))
        elif permits:
            stand.append(Suppressed(finding, SuppressedBy.CONFIGURATION, permits[0].reason, permits[0].name))
        elif name in baseline:
            stand.append(Suppressed(finding, SuppressedBy.BASELINE, ""))
        else:
            kept.append(finding)
    sought = frozenset(name for name in rules.rules if compared or not _of_articles(rules, name))
    kept += _about(report, asked, meant, used, rules, sought)
    kept.sort(key=lambda finding: (finding.start, finding.rule))
    return replace(report, findings=tuple(kept), suppressed=tuple(stand))


def let_by_draft(report: DocumentReport, rules: RuleSet) -> list[str]:
    """The claims (ids) on which comments in the draft let stand what comparing articles may find, in text order."""
    asked = [d for d in directives(report.document) if any(_of_articles(rules, name) for name in _meant(d, rules))]
    return [
        claim.id
        for claim in report.claims
        if any(d.lines is None or (claim.start < d.lines.end and d.lines.start < claim.end) for d in asked)
    ]


def _of_articles(rules: RuleSet, name: str) -> bool:
    return bool(rules.known[name].when["kind"] == _ACROSS)


def _meant(directive: Directive, rules: RuleSet) -> frozenset[str]:
    """The rules whose findings a directive lets stand; none if it gives no reason."""
    return _rules(directive.rules, rules) if directive.reason and not directive.fault else frozenset()


def _rules(names: Iterable[str], rules: RuleSet) -> frozenset[str]:
    """Ids by their ids, names or beginnings; a name that fits no rule is none."""
    found: set[str] = set()
    for name in names:
        try:
            found.update(RuleSet(rules.known, rules.known).select([name]).ids)
        except UsageError:
            continue
    return frozenset(found)


def _touches(report: DocumentReport, finding: Finding, directive: Directive) -> bool:
    """Whether one of the finding's figures stands on the lines of the directive."""
    lines = directive.lines
    if lines is None:
        return True
    wanted = set(finding.claims)
    spans = [Span(c.start, c.end) for c in report.claims if c.id in wanted] or [Span(finding.start, finding.end)]
    return any(span.start < lines.end and lines.start < span.end for span in spans)


def _about(
    report: DocumentReport,
    asked: Sequence[Directive],
    meant: Sequence[Collection[str]],
    used: set[int],
    rules: RuleSet,
    sought: frozenset[str],
) -> Iterable[Finding]:
    """The findings about directives: without a reason, without a rule, without a use.

    ``sought`` are the rules whose findings were looked for.
    """
    lines = [0, *(match.end() for match in re.finditer("\n", report.document.text))] if asked else []
    for number, directive in enumerate(asked):
        fault = directive.fault or _unknown(directive, rules)
        told = ", ".join(directive.rules)
        if fault:
            conflict = Conflict("misdirected", (), "", {"text_ar": fault[0], "text_en": fault[1], "rules": told})
        elif not directive.reason:
            conflict = Conflict("reasonless", (), "", {"rules": told})
        elif number not in used and set(meant[number]) <= sought:
            conflict = Conflict("unused", (), "", {"rules": told, "reason": directive.reason})
        else:
            continue
        finding = _finding(conflict, directive.span, rules, lines)
        if finding is not None:
            yield finding


def _unknown(directive: Directive, rules: RuleSet) -> tuple[str, str] | None:
    """The first name of a directive that fits no rule, with the nearest that does."""
    for name in directive.rules:
        try:
            RuleSet(rules.known, rules.known).select([name])
        except UsageError as error:
            return error.ar, error.en
    return None


def _finding(conflict: Conflict, span: Span, rules: RuleSet, lines: Sequence[int]) -> Finding | None:
    """A finding about a comment; ``lines`` are the starts of the document's lines."""
    rule = rule_for(conflict, rules)
    if rule is None:
        return None
    message = {lang: fill(template, conflict.values) for lang, template in rule.message.items()}
    line = bisect_right(lines, span.start)
    return Finding(rule.id, rule.severity, (), message, span.start, span.end, line, span.start - lines[line - 1] + 1)
