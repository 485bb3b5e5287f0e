"""Findings, and what could not be checked, as an editor underlines them."""

from __future__ import annotations

from pathlib import Path

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
)

from checker.consistency import load_rules
from checker.consistency.fingerprint import fingerprint
from checker.errors import CheckerError
from checker.lsp.checked import Checked
from checker.lsp.words import bounds, quoted, told
from checker.model import Claim, Finding, Notice, Severity
from checker.reporting.inert import clean
from checker.resources import rules_root

#: Who says it, beside each message.
SOURCE = "checker"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.NOTE: DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked) -> list[Diagnostic]:
    """Everything that an editor shows of a draft, in text order."""
    if checked.failure is not None:
        failure = checked.failure
        message = clean(failure.ar if checked.lang == "ar" else failure.en)
        where = checked.draft.positions.first_line()
        return [Diagnostic(where, message, DiagnosticSeverity.Warning, code=failure.code, source=SOURCE)]
    if checked.report is None:
        return []
    notices = [_notice(checked, notice) for notice in checked.report.document.notices]
    return notices + [_finding(checked, finding) for finding in checked.findings]


def name_of(checked: Checked, finding: Finding) -> str:
    """What a finding is known by from one version of a draft to the next."""
    assert checked.report is not None  # noqa: S101 - it is where the finding comes from
    return fingerprint(finding, checked.claims, checked.report.document)


def _notice(checked: Checked, notice: Notice) -> Diagnostic:
    positions = checked.draft.positions
    where = positions.first_line() if notice.start is None else positions.range(notice.start, notice.start + 1)
    message = clean(notice.ar if checked.lang == "ar" else notice.en)
    return Diagnostic(where, message, DiagnosticSeverity.Information, code=notice.code, source=SOURCE)


def _finding(checked: Checked, finding: Finding) -> Diagnostic:
    message = told(checked, finding)
    related = None
    others = checked.others(finding)
    if checked.client.related:
        related = [_related(checked, claim) for claim in others]
    elif others:
        separator = "، " if checked.lang == "ar" else ", "
        message += "\n" + separator.join(quoted(checked, claim) for claim in others)
    return Diagnostic(
        checked.range_of(finding),
        message,
        _SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=_description(finding) if checked.client.code_links else None,
        source=SOURCE,
        related_information=related,
        data={"finding": name_of(checked, finding)},
    )


def _related(checked: Checked, claim: Claim) -> DiagnosticRelatedInformation:
    words = f"{quoted(checked, claim)}: {bounds(checked, claim)}"
    if claim.source:
        words += f" — {clean(claim.source)}"
    return DiagnosticRelatedInformation(Location(checked.draft.uri, checked.range_of(claim)), words)


def _description(finding: Finding) -> CodeDescription | None:
    """The rule's own file, which holds its reason and its examples; it is there without a network."""
    try:
        file: Path = rules_root() / "checks" / load_rules().get(finding.rule).file
    except CheckerError:
        return None
    return CodeDescription(file.as_uri()) if file.is_file() else None
