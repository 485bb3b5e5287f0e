"""The findings as a table: the columns of CSV and Excel, in one place."""

from __future__ import annotations

from collections.abc import Iterator

from checker.consistency.rules import RuleSet
from checker.model import Report
from checker.reporting.inert import clean
from checker.reporting.rows import rows

#: The columns in order; CSV names them so, a workbook by the phrase ``col_`` and the name.
COLUMNS = (
    "path", "line", "column", "rule", "name", "severity", "message", "arithmetic", "figures", "confidence",
    "fingerprint", "let_stand", "reason",
)  # fmt: skip

Cell = str | int | float


def findings_table(report: Report, lang: str, rules: RuleSet) -> Iterator[tuple[Cell, ...]]:
    """One row a finding, also those that are let stand, in the order of :data:`COLUMNS`."""
    for row in rows(report, rules, suppressed=True):
        finding, kept = row.finding, row.suppressed
        yield (
            clean(row.report.document.path),
            finding.line,
            finding.column,
            row.rule.id,
            clean(row.rule.name),
            finding.severity.value,
            row.message(lang),
            clean(finding.arithmetic),
            " | ".join(clean(claim.text) for claim in row.claims),
            round(finding.confidence, 3),
            row.fingerprint,
            kept.by.value if kept else "",
            clean(kept.reason) if kept else "",
        )
