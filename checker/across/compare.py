"""Several articles, checked and then held against one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from checker.across.blocks import article_pairs
from checker.across.disagree import Article, Judged, disagreements
from checker.across.figures import figures_of
from checker.across.link import link
from checker.across.profile import Profile
from checker.model import DocumentReport, Figure, Finding

Compared = tuple[tuple[DocumentReport, ...], tuple[Figure, ...]]


def compare(
    documents: Sequence[DocumentReport], profiles: Sequence[Profile], judged: Judged, draft: str | None = None
) -> Compared:
    """The documents with what the others say against them, and the figures that they share.

    ``profiles`` are those of the documents, in the same order. ``draft`` is
    the path of the one that all findings across articles are to be about.
    """
    articles = articles_of(documents, profiles)
    groups = link(profiles, article_pairs(profiles))
    figures = figures_of(groups, profiles, [article.claims for article in articles])
    return add_findings(documents, disagreements(groups, articles, judged, draft)), figures


def articles_of(documents: Sequence[DocumentReport], profiles: Sequence[Profile]) -> list[Article]:
    """Reports and profiles side by side."""
    return [
        Article(report.document.text, profile, {claim.id: claim for claim in report.claims})
        for report, profile in zip(documents, profiles, strict=True)
    ]


def add_findings(
    documents: Sequence[DocumentReport], found: Sequence[tuple[int, Finding]]
) -> tuple[DocumentReport, ...]:
    """The documents with further findings (each with the index of its document), in text order."""
    more: dict[int, list[Finding]] = defaultdict(list)
    for article, finding in found:
        more[article].append(finding)
    return tuple(
        replace(report, findings=tuple(sorted((*report.findings, *more[k]), key=lambda f: (f.start, f.rule))))
        if k in more
        else report
        for k, report in enumerate(documents)
    )
