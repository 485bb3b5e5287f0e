"""Why two differing figures may after all count different people, so that no error is made of them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import WIDE_GROUPS
from checker.relations.arithmetic import low
from checker.relations.context import likeness
from checker.relations.evidence import Placed

#: No link in doubt is surer than this: enough for a warning, not for an error.
DOUBTFUL = 0.75
#: Clauses as alike as this are one clause told twice, and a difference is a slip.
_ALIKE = 0.7


def in_doubt(a: Placed, b: Placed, placed: Sequence[Placed]) -> bool:
    """Whether the larger figure may hold more people than the smaller one, or a likeness of words alone ties them."""
    lesser, greater = sorted((a, b), key=lambda p: low(p.draft))
    narrower = lesser.draft.group not in WIDE_GROUPS and greater.draft.group in WIDE_GROUPS
    listed = bool(lesser.list_total) and not greater.list_total
    titled = a.draft.sentence.in_title or b.draft.sentence.in_title
    reworded = not titled and _likeness(a, b) < _ALIKE
    unlike = narrower or listed or reworded or _other_company(a, b)
    return unlike or (titled and _has_room(greater, lesser, placed))


def _likeness(a: Placed, b: Placed) -> float:
    x, y = a.context, b.context
    if x.clause and x.clause == y.clause:
        return 1.0
    return max(likeness(x.clause, y.clause), likeness(x.sentence, y.sentence))


def _other_company(a: Placed, b: Placed) -> bool:
    """Whether what is told beside the two differs as well: "18 قتيلا و25 جريحا" and "38 قتيلا و24 جريحا"."""
    common = {outcome for outcome, _ in a.companions & b.companions}
    both = {outcome for outcome, _ in a.companions} & {outcome for outcome, _ in b.companions}
    return not both <= common


def _has_room(headline: Placed, told: Placed, placed: Sequence[Placed]) -> bool:
    """Whether the headline may add another figure of the body to this one."""
    left = low(headline.draft) - low(told.draft)
    return any(
        0 < low(p.draft) <= left
        for p in placed
        if headline.draft.sentence.in_title
        and p.draft.outcome is headline.draft.outcome
        and p.draft.whole is None
        and p.draft.sentence not in (headline.draft.sentence, told.draft.sentence)
    )
