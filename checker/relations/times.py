"""Which other time a sentence tells of: another year, last month, years ago."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from checker.arabic.calendar import calendar
from checker.claims.tagging import Tagged

#: The mark of a time before the article's own that no year names.
PAST = "past"
#: "Since" stands so close in front of its year: "منذ ظهور المرض بالمملكة في يونيو 2012".
_SINCE = 5


def times_in(tagged: Tagged, first: int, last: int) -> frozenset[str]:
    """Marks of other times in a range of tokens: years as written, and ``PAST``."""
    places = {k for name in ("other_time", "gone_by") for k in _between(tagged.places(name), first, last)}
    months = calendar().gregorian
    places.update(k for k in range(first, last) if tagged.tokens[k].kind == "number" or tagged.tokens[k].norm in months)
    return frozenset(mark for k in places if (mark := _mark(tagged, k)))


def _between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    return places[bisect_left(places, first) : bisect_left(places, last)]


def _mark(tagged: Tagged, k: int) -> str:
    token = tagged.tokens[k]
    months = calendar().gregorian
    if token.kind == "number":
        if len(token.norm) == 4 and token.norm[:2] in ("19", "20"):
            lead = k - 1
            if tagged.tokens[lead].norm in months:
                lead -= 1  # "في يوليو 2012"; with a day in front it may be the article's own date
            if tagged.cue(lead, "in_year"):
                since = any(tagged.cue(i, "from_year") for i in range(max(0, lead - _SINCE), lead))
                return "" if since else token.norm
        return PAST if tagged.word(k - 1, "before") and tagged.cue(k + 1, "long_ago") else ""
    if (tagged.cue(k, "other_time") and not tagged.cue(k - 1, "begun")) or _is_month(tagged, k):
        return PAST
    return PAST if tagged.cue(k, "gone_by") and tagged.tokens[k - 1].norm in months else ""


def _is_month(tagged: Tagged, k: int) -> bool:
    """A month by itself, with no day in front and no year behind: "في يونيو"."""
    tokens, months = tagged.tokens, calendar().gregorian
    if tokens[k].norm not in months or not tagged.word(k - 1, "place_of"):
        return False
    behind = k + 1
    while behind < len(tokens) and (tokens[behind].norm in months or tokens[behind].text in "/("):
        behind += 1
    return behind >= len(tokens) or tokens[behind].kind != "number"
