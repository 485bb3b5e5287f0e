"""Totals of an audit: by severity, rule, month and group; rates are per 100 articles read."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from checker.archive.scan import month_of

SEVERITIES = ("error", "warning", "note")
_RANK = {"error": 2, "warning": 1, "note": 0}
#: Groups with fewer articles tell nothing by their rate.
FEWEST = 5
#: So many articles that could not be read are listed; all are counted.
_LISTED = 200


class Tally:
    """Counts records one by one; what it keeps does not grow with the archive."""

    def __init__(self, first: int) -> None:
        self._first = first
        self.read = self.with_claims = self.with_findings = self.claims = self.compared = self.suppressed = 0
        self.chars = 0
        self.outcomes: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.rules: dict[str, Counter[str]] = defaultdict(Counter)
        self.groups: dict[str, Counter[str]] = defaultdict(Counter)
        self.months: dict[str, Counter[str]] = defaultdict(Counter)
        self.unread: Counter[str] = Counter()
        self.unread_list: list[dict[str, Any]] = []
        self.notices: Counter[str] = Counter()
        self.broken_sources = 0
        self._worst: list[tuple[Any, ...]] = []
        self._count = 0

    def add(self, record: dict[str, Any]) -> None:
        """Count one record."""
        if "unread" in record:
            self.unread[record["unread"]] += 1
            self.broken_sources += "source" in record
            if len(self.unread_list) < _LISTED or "source" in record:
                self.unread_list.append({key: record[key] for key in ("place", "id", "ar", "en")})
            return
        self.read += 1
        self.chars += record["chars"]
        self.with_claims += bool(record["claims"])
        self.with_findings += bool(record["findings"])
        self.claims += len(record["claims"])
        self.compared += record["compared"]
        self.suppressed += record["suppressed"]
        self.outcomes.update(claim[9] for claim in record["claims"])
        self.notices.update(record["notices"])
        severities = [finding["severity"] for finding in record["findings"]]
        self.severities.update(severities)
        for table, key in ((self.groups, record["group"]), (self.months, month_of(record["date"]))):
            row = table[key or ""]
            row["articles"] += 1
            row["claims"] += len(record["claims"])
            row["with_findings"] += bool(severities)
            row.update(severities)
        for finding in record["findings"]:
            self.rules[finding["rule"]][finding["severity"]] += 1
            self._weigh(finding, record)

    def _weigh(self, finding: dict[str, Any], record: dict[str, Any]) -> None:
        """Keep the findings worth reading first: errors, the surest, those of the most figures, the first."""
        self._count += 1
        weight = (_RANK[finding["severity"]], finding["confidence"], len(finding["claims"]), -self._count)
        shown = {key: record[key] for key in ("id", "place", "title", "date", "group")}
        entry = (weight, finding, shown)
        if len(self._worst) < self._first:
            heapq.heappush(self._worst, entry)
        elif self._worst and weight > self._worst[0][0]:
            heapq.heapreplace(self._worst, entry)

    @property
    def worst(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """The findings worth reading first, each with its article."""
        return [(finding, article) for _, finding, article in sorted(self._worst, key=lambda e: e[0], reverse=True)]

    def plain(self) -> dict[str, Any]:
        """All counts as values for JSON."""
        return {
            "articles": {
                "read": self.read,
                "unread": sum(self.unread.values()),
                "with_claims": self.with_claims,
                "with_findings": self.with_findings,
                "characters": self.chars,
            },
            "claims": {
                "total": self.claims,
                "compared": self.compared,
                "alone": self.claims - self.compared,
                "by_outcome": dict(sorted(self.outcomes.items())),
            },
            "findings": {
                "total": sum(self.severities.values()),
                **{name: self.severities[name] for name in SEVERITIES},
                "suppressed": self.suppressed,
                "articles_with_findings_per_100": per_100(self.with_findings, self.read),
            },
            "by_rule": {rule: _row(self.rules[rule]) for rule in sorted(self.rules)},
            "by_group": {name: _rated(self.groups[name]) for name in sorted(self.groups)},
            "by_month": {name: _rated(self.months[name]) for name in sorted(self.months)},
            "unread": dict(sorted(self.unread.items())),
            "unread_first": self.unread_list,
            "notices": dict(sorted(self.notices.items())),
        }


def per_100(part: int, whole: int) -> float:
    """A rate per 100, to two decimals."""
    return round(100 * part / whole, 2) if whole else 0.0


def _row(counts: Counter[str]) -> dict[str, int]:
    return {"total": sum(counts[name] for name in SEVERITIES), **{name: counts[name] for name in SEVERITIES}}


def _rated(counts: Counter[str]) -> dict[str, Any]:
    return {
        "articles": counts["articles"],
        "claims": counts["claims"],
        "findings": _row(counts),
        "articles_with_findings": counts["with_findings"],
        "per_100": per_100(counts["with_findings"], counts["articles"]),
    }


def tally(records: Iterable[dict[str, Any]], first: int) -> Tally:
    """The totals of records."""
    total = Tally(first)
    for record in records:
        total.add(record)
    return total
