"""Findings that rest on a figure which may not be what the page shows: warnings at most, and they say so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from checker.model import Claim, Facts, Finding, Severity
from checker.values import replace

#: Why such a finding is no error, as the reasons of links are given.
REASON = "a figure in doubt"


def claims_in_doubt(facts: Facts) -> frozenset[str]:
    """The ids of claims of which a part lies in a stretch in doubt."""
    doubts = sorted(facts.document.doubts)
    furthest = list(accumulate((doubt.end for doubt in doubts), max))

    def touched(claim: Claim) -> bool:
        before = bisect_right(doubts, claim.end - 1, key=lambda doubt: doubt.start)
        return before > 0 and furthest[before - 1] > claim.start

    return frozenset(claim.id for claim in facts.claims if touched(claim))


def lowered(facts: Facts, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, those on a figure in doubt as warnings at most, with the reason."""
    if not facts.document.doubts:
        return tuple(findings)
    doubtful = claims_in_doubt(facts)
    return tuple(_lowered(finding) if doubtful.intersection(finding.claims) else finding for finding in findings)


def _lowered(finding: Finding) -> Finding:
    severity = min(finding.severity, Severity.WARNING, key=lambda severity: severity.rank)
    return replace(finding, severity=severity, reasons=(*finding.reasons, REASON))
