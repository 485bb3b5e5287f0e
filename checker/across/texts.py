"""Comparing texts that are at hand, for programs and for the examples of rules."""

from __future__ import annotations

from collections.abc import Sequence

from checker.across.compare import compare
from checker.across.disagree import Judged
from checker.across.profile import profile
from checker.consistency import RuleSet, judge
from checker.consistency.bounds import default_thresholds
from checker.facts import gather_whole
from checker.model import Document, DocumentReport, Report


def compare_documents(documents: Sequence[Document], rules: RuleSet, draft: str | None = None) -> Report:
    """Check documents and hold them against one another; ``draft`` is the path of the one findings are about.

    Raises:
        InputError: a document has more figures than an article can hold.
    """
    gathered = [gather_whole(document) for document in documents]
    reports = [DocumentReport(one.facts, *judge(one.facts, rules)) for one in gathered]
    judged = Judged(rules, default_thresholds())
    told, figures = compare(reports, [profile(one) for one in gathered], judged, draft)
    return Report(told, figures=figures)
