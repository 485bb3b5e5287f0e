"""Which other time a sentence tells of: another year, last month, years ago."""

from __future__ import annotations

from checker.arabic.calendar import calendar
from checker.claims.tagging import Tagged

#: The mark of a time before the article's own that no year names.
PAST = "past"


def times_in(tagged: Tagged, first: int, last: int) -> frozenset[str]:
    """Marks of other times in a range of tokens: years as written, and ``PAST``."""
    return frozenset(mark for k in range(first, last) if (mark := _mark(tagged, k)))


def apart_in_time(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one happened in a time that the other did not."""
    return a != b and not a & b


def _mark(tagged: Tagged, k: int) -> str:
    token = tagged.tokens[k]
    if token.kind == "number":
        if len(token.norm) == 4 and token.norm[:2] in ("19", "20") and tagged.cue(k - 1, "in_year"):
            return "" if tagged.cue(k - 2, "from_year") else token.norm
        return PAST if tagged.word(k - 1, "before") and tagged.cue(k + 1, "long_ago") else ""
    if tagged.cue(k, "other_time"):
        return PAST
    return PAST if tagged.cue(k, "gone_by") and tagged.tokens[k - 1].norm in calendar().gregorian else ""
