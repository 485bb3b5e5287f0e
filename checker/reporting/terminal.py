"""The report for people at a terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.consistency.bounds import default_thresholds, interval_of
from checker.consistency.rules import RuleSet
from checker.model import Claim, DocumentReport, Finding, Report, Severity, Span
from checker.reporting.messages import say
from checker.reporting.snippets import clean, snippets

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is printed."""

    lang: str = "ar"
    verbose: bool = False
    visual: bool = False


def print_report(report: Report, rules: RuleSet, console: Console, look: Look) -> None:
    """Print every document with its findings, then what could not be read, then the totals."""
    printer = _Printer(rules, console, look)
    for document in report.documents:
        printer.document(document)
    printer.failures(report)
    if len(report.documents) != 1 or report.failures:
        printer.totals(report)


class _Printer:
    def __init__(self, rules: RuleSet, console: Console, look: Look) -> None:
        self._rules = rules
        self._console = console
        self._look = look
        self._order: Callable[[str], str] = str
        if look.visual:
            from checker.reporting.bidi import visual

            self._order = visual

    def _say(self, key: str, **values: object) -> str:
        return say(self._look.lang, key, **values)

    def _print(self, text: str | Text = "", indent: int = 0, style: str = "") -> None:
        """Print wrapped; a string in visual order if that is asked for."""
        from rich.padding import Padding
        from rich.text import Text

        if isinstance(text, str):
            lines = self._wrap(text, indent) if self._look.visual else [text]
            for line in lines:
                self._console.print(Padding(Text(self._order(line), style=style), (0, 0, 0, indent), expand=False))
            return
        self._console.print(Padding(text, (0, 0, 0, indent), expand=False))

    def _wrap(self, text: str, indent: int) -> list[str]:
        """Lines are broken before they are reordered, else the first words would come last."""
        import textwrap

        return textwrap.wrap(text, max(20, self._console.width - indent)) or [""]

    def document(self, report: DocumentReport) -> None:
        """One document: path, notices, findings, coverage, ticks."""
        self._print(clean(report.document.path), style="bold underline")
        for notice in report.document.notices:
            self._print(self._say("notice", text=notice.ar if self._look.lang == "ar" else notice.en), 2, "dim")
        for finding in report.findings:
            self._print()
            self._finding(report, finding)
        self._print()
        self._coverage(report)
        if self._look.verbose and report.checks:
            self._print(self._say("holds"), 2)
            by_id = {claim.id: claim for claim in report.claims}
            for check in report.checks:
                lines = sorted({self._line(report, by_id[claim]) for claim in check.claims})
                where = self._say("line", line=", ".join(map(str, lines)))
                self._print(f"✓ {check.arithmetic}  ({where})", 4, "green")
        self._print()

    def _line(self, report: DocumentReport, claim: Claim) -> int:
        return report.document.text.count("\n", 0, claim.start) + 1

    def _finding(self, report: DocumentReport, finding: Finding) -> None:
        from rich.text import Text

        rule = self._rules.get(finding.rule)
        style = _STYLES[finding.severity]
        label = f"{_MARKS[finding.severity]} {self._say(finding.severity.value)}"
        head = Text.assemble((self._order(label), style), ("  ", ""), (finding.rule, "bold"), (f" {rule.name}", "dim"))
        self._print(head, 2)
        self._print(clean(finding.message[self._look.lang]), 4)
        by_id = {claim.id: claim for claim in report.claims}
        claims = [by_id[claim] for claim in finding.claims]
        spans = [Span(claim.start, claim.end) for claim in claims] or [Span(finding.start, finding.end)]
        for snippet in snippets(report.document.text, spans):
            self._snippet(self._say("line", line=snippet.line), snippet.text, snippet.marks, style)
        if finding.severity is not rule.severity and finding.confidence < 1:
            self._print(self._say("perhaps", percent=round(finding.confidence * 100)), 4, "dim")
        if self._look.verbose:
            self._reasons(finding, claims)
        self._print(self._say("look", text=rule.look[self._look.lang]), 4, "italic")

    def _snippet(self, where: str, text: str, marks: tuple[Span, ...], style: str) -> None:
        """A sentence with its figures between brackets, and coloured where there is colour."""
        from rich.text import Text

        pieces: list[tuple[str, str]] = []
        place = 0
        for mark in marks:
            if mark.start >= place:
                pieces += [(text[place : mark.start], ""), (f"⟦{text[mark.start : mark.end]}⟧", style)]
                place = mark.end
        pieces.append((text[place:], ""))
        if self._look.visual:
            self._print(f"{where}: " + "".join(piece for piece, _ in pieces), 6)
            return
        self._print(Text.assemble((f"{where}: ", "dim"), *pieces), 6)

    def _reasons(self, finding: Finding, claims: list[Claim]) -> None:
        thresholds = default_thresholds()
        shown = []
        for claim in claims:
            low, high = interval_of(claim, thresholds)
            shown.append(f"{claim.id} {low}–{high}" if high is not None else f"{claim.id} {low}+")
        if shown:
            self._print(self._say("bounds", bounds="; ".join(shown)), 4, "dim")
        if finding.reasons:
            self._print(self._say("because", reasons=", ".join(finding.reasons)), 4, "dim")

    def _coverage(self, report: DocumentReport) -> None:
        count = len(report.claims)
        if not count:
            self._print(self._say("no_claims"), 2)
            return
        if not report.findings:
            self._print(self._say("clean"), 2, "green")
        compared = report.compared
        self._print(self._say("coverage", claims=count, compared=compared, alone=count - compared), 2)

    def failures(self, report: Report) -> None:
        """The inputs that could not be read, so that nobody takes silence for a clean bill."""
        if report.failures:
            self._print(self._say("failures", count=len(report.failures)), style="bold red")
            for failure in report.failures:
                self._print(clean(failure.ar if self._look.lang == "ar" else failure.en), 2)
            self._print()

    def totals(self, report: Report) -> None:
        """The totals of a run over several inputs."""
        self._print(
            self._say(
                "summary",
                documents=len(report.documents),
                claims=len(report.claims),
                errors=report.count(Severity.ERROR),
                warnings=report.count(Severity.WARNING),
                notes=report.count(Severity.NOTE),
            )
        )
