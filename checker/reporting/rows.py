"""The findings of a report one by one, for the formats that are lists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePath

from checker.consistency.fingerprint import fingerprint
from checker.consistency.rules import Rule, RuleSet
from checker.model import Claim, DocumentReport, Finding, Report, Span, Suppressed
from checker.reporting.inert import clean


class Row:
    """One finding with all that a format may say of it; ``suppressed`` if somebody lets it stand."""

    def __init__(self, report: DocumentReport, finding: Finding, rule: Rule, suppressed: Suppressed | None) -> None:
        self.report = report
        self.finding = finding
        self.rule = rule
        self.suppressed = suppressed

    @property
    def path(self) -> str:
        """The path of the document with ``/`` between its parts, as web services want it."""
        return web_path(self.report.document.path)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the finding, in text order."""
        wanted = set(self.finding.claims)
        return tuple(claim for claim in self.report.claims if claim.id in wanted)

    @property
    def span(self) -> Span:
        """Where the finding points, in code points of the document's text."""
        return Span(self.finding.start, self.finding.end)

    @cached_property
    def fingerprint(self) -> str:
        """What the finding is known by from run to run."""
        return fingerprint(self.finding, self.report.claims, self.report.document)

    def message(self, lang: str) -> str:
        """The sentence of the finding, with nothing in it that could steer what shows it."""
        return clean(self.finding.message[lang])


def rows(report: Report, rules: RuleSet, *, suppressed: bool = False) -> Iterator[Row]:
    """The findings of all documents in order, each document's suppressed ones after its others if wanted."""
    for document in report.documents:
        for finding in document.findings:
            yield Row(document, finding, rules.get(finding.rule), None)
        for kept in document.suppressed if suppressed else ():
            yield Row(document, kept.finding, rules.get(kept.finding.rule), kept)


def web_path(path: str) -> str:
    """A path without ``./`` at its head and with ``/`` on every system."""
    return PurePath(clean(path)).as_posix()
