"""Figures that several articles give, with what they say of each other."""

from __future__ import annotations

from collections.abc import Sequence

from checker.across.profile import Told


def holds(figures: Sequence[Told]) -> bool:
    """Whether all that is said of one figure can be true, "about" read as exact."""
    highs = [told.strict.high for told in figures if told.strict.high is not None]
    return not highs or max(told.strict.low for told in figures) <= min(highs)
