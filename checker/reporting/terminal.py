"""The report for people at a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from checker.consistency.bounds import adjusted, interval_of
from checker.consistency.doubtful import REASON
from checker.consistency.rules import RuleSet
from checker.model import Claim, DocumentReport, Failure, Finding, Report, Severity, Span
from checker.reporting.bidi import isolate, isolate_arabic
from checker.reporting.canvas import Canvas
from checker.reporting.inert import clean
from checker.reporting.lines import Lines
from checker.reporting.messages import say, say_reason
from checker.reporting.screen import Screen, screen
from checker.reporting.snippets import Snippet, snippets
from checker.values import frozen

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}


@frozen
class Look:
    """How a report is printed: language, ticks and bounds or not, order of the letters."""

    lang: str = "ar"
    verbose: bool = False
    visual: bool = False


def print_report(report: Report, rules: RuleSet, screen: Screen, look: Look) -> None:
    """Print every document with its findings, then the totals and what could not be read."""
    printer = Printer(rules, screen, look)
    for document in report.documents:
        printer.document(document)
    printer.totals(report)


def render(report: Report, lang: str, rules: RuleSet) -> str:
    """The report as it is printed where there is no terminal: without colours, 80 columns wide."""
    file = io.StringIO()
    print_report(report, rules, screen("never", None, file), Look(lang))
    return file.getvalue()


class Printer:
    """Prints the documents of a run one after another, as they come."""

    def __init__(self, rules: RuleSet, screen: Screen, look: Look) -> None:
        self._rules = rules
        self._look = look
        self._canvas = Canvas(screen, visual_order=look.visual)
        self._isolates = self._canvas.reorders and look.lang == "ar"
        self._told = isolate_arabic if self._canvas.reorders else str

    def document(self, report: DocumentReport) -> None:
        """One document: path, notices, findings, coverage, ticks."""
        lines = Lines(report.document.text)
        by_id = {claim.id: claim for claim in report.claims}
        self._canvas.write(clean(report.document.path), style="bold underline")
        for notice in report.document.notices:
            text = clean(notice.ar if self._look.lang == "ar" else notice.en)
            self._canvas.write(self._say("notice", text=text), indent="  ", style="dim")
        for finding in report.findings:
            self._finding(report, finding, [by_id[claim] for claim in finding.claims], lines)
        self._coverage(report)
        if self._look.verbose:
            self._ticks(report, by_id, lines)
        self._canvas.write()

    def totals(self, report: Report) -> None:
        """The totals of a run over several inputs, what they share, and the inputs that could not be read."""
        if report.figures is not None or report.changes is not None:
            from checker.reporting.shared import print_shared  # only where articles are compared

            print_shared(report, self._canvas, self._look.lang, verbose=self._look.verbose)
        if len(report.documents) > 1 or report.failures:
            counts = {
                "documents": len(report.documents),
                "count": len(report.claims),
                "errors": report.count(Severity.ERROR),
                "warnings": report.count(Severity.WARNING),
                "notes": report.count(Severity.NOTE),
            }
            self._canvas.write(self._say("summary", **counts))
        for notice in report.notices:
            text = clean(notice.ar if self._look.lang == "ar" else notice.en)
            self._canvas.write(self._say("notice", text=text), style="dim")
        if report.failures:
            self._canvas.write(self._say("failures", count=len(report.failures)), style="bold red")
        for failure in report.failures:
            self._failure(failure)

    def _say(self, key: str, **values: object) -> str:
        return say(self._look.lang, key, **values)

    def _isolate(self, text: str) -> str:
        return isolate(text) if self._isolates else text

    def _failure(self, failure: Failure) -> None:
        message = clean(failure.ar if self._look.lang == "ar" else failure.en)
        path = clean(failure.path)
        self._canvas.write(message.replace(path, self._isolate(path), 1), indent="  ")

    def _finding(self, report: DocumentReport, finding: Finding, claims: Sequence[Claim], lines: Lines) -> None:
        rule = self._rules.get(finding.rule)
        style = _STYLES[finding.severity]
        label = f"{_MARKS[finding.severity]} {self._say(finding.severity.value)}"
        head = [(label, style), ("  ", ""), (finding.rule, "bold"), ("  ", ""), (clean(rule.name), "dim")]
        self._canvas.write(head, indent="  ")
        message, arithmetic = clean(finding.message[self._look.lang]), clean(finding.arithmetic)
        told = self._told(message)
        self._canvas.write(told.replace(arithmetic, self._isolate(arithmetic)) if arithmetic else told, indent="    ")
        if arithmetic not in message:
            self._canvas.write(arithmetic, indent="    ", style="bold")
        spans = [Span(claim.start, claim.end) for claim in claims] or [Span(finding.start, finding.end)]
        for snippet in snippets(report.document.text, spans, lines):
            self._snippet(snippet, style)
        if finding.confidence < adjusted(report.thresholds).error_from:
            self._canvas.write(
                self._say("perhaps", percent=round(finding.confidence * 100)), indent="    ", style="dim"
            )
        if REASON in finding.reasons:
            self._canvas.write(self._say("doubtful"), indent="    ", style="dim")
        if self._look.verbose:
            self._bounds(report, finding, claims, lines)
        self._canvas.write(self._say("look", text=clean(rule.look[self._look.lang])), indent="    ", style="italic")
        self._canvas.write()

    def _snippet(self, snippet: Snippet, style: str) -> None:
        """A sentence beside its line number, its figures between brackets and in colour."""
        text = [(f"⟦{piece.text}⟧", style) if piece.marked else (piece.text, "") for piece in snippet.pieces]
        self._canvas.write(text, indent=f"{snippet.line:>8} │ ", hang=" " * 8 + " │ ", mark_style=style)

    def _bounds(self, report: DocumentReport, finding: Finding, claims: Sequence[Claim], lines: Lines) -> None:
        """The numbers that each claim left possible, and why the claims were put side by side."""
        if claims:
            self._canvas.write(self._say("bounds"), indent="    ", style="dim")
        for claim in claims:
            low, high = interval_of(claim, adjusted(report.thresholds))
            if high is None:
                numbers = self._say("from", low=low)
            else:
                numbers = str(low) if low == high else self._say("between", low=low, high=high)
            self._canvas.write(f"{self._figure(claim, lines)}: {numbers}", indent=" " * 6, style="dim")
        if finding.reasons:
            separator = "، " if self._look.lang == "ar" else ", "
            reasons = separator.join(say_reason(self._look.lang, reason) for reason in finding.reasons)
            self._canvas.write(self._say("because", reasons=clean(reasons)), indent="    ", style="dim")

    def _figure(self, claim: Claim, lines: Lines) -> str:
        return f"{clean(claim.text)} ({self._say('line', line=lines.of(claim.start))})"

    def _coverage(self, report: DocumentReport) -> None:
        count = len(report.claims)
        if report.suppressed:
            self._let_stand(report)
        if not report.findings and not report.suppressed and count:
            self._canvas.write(self._say("clean"), indent="  ", style="green")
        if count:
            compared = report.compared
            text = self._say("coverage", count=count, compared=compared, alone=count - compared)
        else:
            text = self._say("no_claims")
        self._canvas.write(text, indent="  ")

    def _let_stand(self, report: DocumentReport) -> None:
        """How many findings somebody lets stand, and why if more is asked for."""
        rules = sorted({kept.finding.rule for kept in report.suppressed})
        listed = self._isolate(", ".join(rules))
        text = self._say("let_stand_count", count=len(report.suppressed), rules=listed)
        self._canvas.write(text, indent="  ", style="dim")
        for kept in report.suppressed if self._look.verbose else ():
            why = clean(kept.reason) or self._say(f"by_{kept.by.value}")
            self._canvas.write(f"{self._isolate(kept.finding.rule)}: {why}", indent="    ", style="dim")

    def _ticks(self, report: DocumentReport, by_id: dict[str, Claim], lines: Lines) -> None:
        """What was compared and holds, then the figures that had nothing to be compared with."""
        if report.checks:
            self._canvas.write(self._say("holds"), indent="  ")
        for check in report.checks:
            where = self._where(lines.of(by_id[claim].start) for claim in check.claims)
            self._canvas.write(f"✓ {self._isolate(clean(check.arithmetic))}  ({where})", indent="    ", style="green")
        compared = {claim for check in report.checks for claim in check.claims}
        compared.update(claim for finding in report.findings for claim in finding.claims)
        compared.update(claim for kept in report.suppressed for claim in kept.finding.claims)
        alone = [claim for claim in report.claims if claim.id not in compared]
        if alone:
            self._canvas.write(self._say("alone"), indent="  ")
        for claim in alone:
            self._canvas.write(self._figure(claim, lines), indent="    ", style="dim")

    def _where(self, numbers: Iterable[int]) -> str:
        found = sorted(set(numbers))
        separator = "، " if self._look.lang == "ar" else ", "
        return self._say("line" if len(found) == 1 else "lines", line=separator.join(map(str, found)))
