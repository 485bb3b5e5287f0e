"""The findings as CSV, with no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

from checker.consistency.rules import RuleSet
from checker.model import Report
from checker.reporting.findings_table import COLUMNS, findings_table
from checker.reporting.table import inert


def render(report: Report, lang: str, rules: RuleSet) -> str:
    """One row a finding under English column names; ``checker extract --format csv`` lists the figures."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in findings_table(report, lang, rules):
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue()
