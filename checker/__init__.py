"""Finds casualty figures in Arabic news that cannot all be true.

>>> import checker
>>> report = checker.check("قتل 14 شخصا هم 10 جنود وخمسة مدنيين.")
>>> [finding.rule for finding in report.findings]
['CF202']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.core import begin
from checker.version import __version__

begin()

if TYPE_CHECKING:
    from checker.model import Claim, Quantity, Report

__all__ = ["__version__", "check", "extract", "find_quantities"]


def check(text: str, title: str | None = None) -> Report:
    """Check one article.

    Offsets in the report are code points into ``text``. A ``title`` that is
    not the text's first line is put in front of it, and offsets then count
    from there.
    """
    from checker.model import Report
    from checker.pipeline import Settings, check_document
    from checker.reading import from_text

    return Report((check_document(from_text(text, title=title), Settings()),))


def extract(text: str) -> list[Claim]:
    """The claims of people killed, hurt, missing, held or displaced, in text order."""
    from checker.facts import gather
    from checker.reading import from_text

    return list(gather(from_text(text)).claims)


def find_quantities(text: str) -> list[Quantity]:
    """Every number of a text that counts something, with its bounds and hedge.

    Unlike :func:`extract` this needs no word of harm. Duals of people
    ("جنديان") are numbers too.
    """
    from checker.claims.quantities import quantities_of

    return quantities_of(text)
