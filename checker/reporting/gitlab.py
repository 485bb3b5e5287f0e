"""GitLab's code quality report (a subset of Code Climate's format)."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import Any

from checker.consistency.rules import RuleSet
from checker.model import Failure, Report, Severity, Span
from checker.reporting.inert import clean
from checker.reporting.places import Places
from checker.reporting.rows import Row, rows, web_path

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(report: Report, lang: str, rules: RuleSet) -> str:
    """One issue a finding; each fingerprint stands once, as GitLab wants it."""
    seen: Counter[str] = Counter()
    issues = []
    for row in rows(report, rules):
        key = f"{row.path}\n{row.fingerprint}"
        seen[key] += 1
        issues.append(_issue(row, lang, f"{key}\n{seen[key]}"))
    issues += [_unread(failure, lang) for failure in report.failures]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(row: Row, lang: str, key: str) -> dict[str, Any]:
    place = Places(row.report.document).of(Span(row.finding.start, row.finding.end))
    return {
        "type": "issue",
        "description": row.message(lang),
        "check_name": f"{row.rule.id} {row.rule.name}",
        "fingerprint": _digest(key),
        "severity": _SEVERITIES[row.finding.severity],
        "location": {"path": row.path, "lines": {"begin": place.line, "end": place.end_line}},
    }


def _unread(failure: Failure, lang: str) -> dict[str, Any]:
    return {
        "type": "issue",
        "description": clean(failure.ar if lang == "ar" else failure.en),
        "check_name": failure.code,
        "fingerprint": _digest(f"{failure.path}\n{failure.code}"),
        "severity": "blocker",
        "location": {"path": web_path(failure.path), "lines": {"begin": 1, "end": 1}},
    }


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
