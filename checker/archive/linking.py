"""Where the articles of an archive disagree: a step between the scan and the report.

Every record of the scan holds the profile of its article. They are blocked,
linked and judged here, in the order of the archive, so that it does not matter
where the scan ran.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from checker.across.blocks import article_pairs
from checker.across.disagree import Article, Judged, disagreements
from checker.across.figures import holds, told
from checker.across.link import link
from checker.across.plain import from_plain
from checker.archive.model import Options
from checker.archive.scan import plain_finding
from checker.archive.steps import Records
from checker.consistency.bounds import default_thresholds
from checker.model import Claim, Finding, Group, Hedge, Outcome, Severity, Span
from checker.pipeline import Settings, rules_for


class Linking:
    """The step: findings CF701, each with the newest article that another one contradicts."""

    name = "link"

    def __init__(self, options: Options) -> None:
        self._judged = Judged(rules_for(Settings(options.select, options.ignore)), default_thresholds())

    def run(self, records: Records) -> dict[str, list[dict[str, Any]]]:
        """Findings by the id of their article."""
        names: list[str] = []
        profiles = []
        for record in records():
            if "profile" in record:
                names.append(record["id"])
                profiles.append(replace(from_plain(record["profile"]), path=_label(record)))
        groups = [
            group
            for group in link(profiles, article_pairs(profiles))
            if not holds([figure for _, figure in told(group, profiles)])
        ]
        wanted = {names[article]: article for group in groups for article, _ in group.nodes}
        articles = [Article("", profile, {}) for profile in profiles]
        left: dict[int, set[str]] = {}
        for record in records():
            if "profile" in record and record["id"] in wanted:
                at = wanted[record["id"]]
                articles[at] = Article(record["text"], profiles[at], dict(map(_claim, record["claims"])))
                left[at] = set(record.get("let_stand", ()))
        found: dict[str, list[dict[str, Any]]] = {}
        for at, finding in disagreements(groups, articles, self._judged, None):
            article = articles[at]
            if left[at] & set(finding.claims):
                continue  # a comment in the article lets it stand
            found.setdefault(names[at], []).append(plain_finding(self._graded(finding), article.text, article.claims))
        return found

    def _graded(self, finding: Finding) -> Finding:
        """A disagreement that is not as sure as an error must be, as a note.

        Who compares a few articles has chosen them; of the many pairs of an
        archive more are alike by chance.
        """
        sure = finding.confidence >= self._judged.thresholds.error_from
        return finding if sure else replace(finding, severity=Severity.NOTE)


def _label(record: dict[str, Any]) -> str:
    """What an article is called in the findings of another."""
    return " ".join(part for part in (record["group"], record["id"]) if part)


def _claim(cells: list[Any]) -> tuple[str, Claim]:
    """A claim from the cells that the scan has written, with its id."""
    name, _, start, end, text, number, low, high, hedge, outcome, group, *rest = cells
    return name, Claim(
        name, start, end, text, Span(start, end), number, low, high, Hedge(hedge), Outcome(outcome), Group(group), *rest
    )
