"""Small arithmetic on the numbers of drafts."""

from __future__ import annotations

from collections.abc import Iterable

from checker.claims.draft import Draft
from checker.model import Hedge

#: A total said to be "more than 90" may be made of parts that come to a little more.
_OPEN_SLACK = 1.05


def low(draft: Draft) -> int:
    """The smallest number the claim allows, 0 where it gives none."""
    return draft.mention.min or 0


def stated(draft: Draft) -> int | None:
    """The number as it is printed: 50 for "more than 50"."""
    mention = draft.mention
    if mention.min is None:
        return mention.max
    return mention.min - 1 if mention.hedge is Hedge.MORE_THAN else mention.min


def adds_up(whole: Draft, parts: Iterable[Draft]) -> bool:
    """Whether the numbers as printed make the whole."""
    number = stated(whole)
    if number is None or whole.mention.hedge is Hedge.VAGUE:
        return False
    total = sum(low(part) for part in parts)
    if whole.mention.hedge is Hedge.MORE_THAN and total > number >= 20:
        return total <= number * _OPEN_SLACK
    return total == number
