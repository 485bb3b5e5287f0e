"""Small arithmetic on the numbers of drafts."""

from __future__ import annotations

from collections.abc import Iterable

from checker.claims.draft import Draft
from checker.claims.slips import is_slip
from checker.model import Hedge

#: A total said to be "more than 90" may be made of parts that come to a little more.
_OPEN_SLACK = 1.05
#: Numbers this close to each other are taken for one another.
_LITTLE = 3
#: … and these steps a hand makes, where there are many.
_STEP, _MANY = 2, 10
#: Kinds of mentions that hold no numeral.
_WORDS_ALONE = ("single", "dual", "one_of", "rest")


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
    parts = list(parts)
    total = sum(low(part) for part in parts)
    if whole.mention.hedge is Hedge.MORE_THAN and total > number >= 20:
        return total <= number * _OPEN_SLACK and all(low(part) < number for part in parts)
    return number in (total, sum(stated(part) or 0 for part in parts))


def one_slip(whole: Draft, parts: Iterable[Draft]) -> bool:
    """Whether a slip in one of the figures explains that the parts do not make the whole."""
    meant = _meant(whole, parts)
    return any(b > 0 and (abs(a - b) <= max(_LITTLE, a // 4) or is_slip(a, b)) for a, b in meant)


def hand_slip(whole: Draft, parts: Iterable[Draft]) -> bool:
    """Whether one digit or a step in one of the figures explains it: less than :func:`one_slip` lets pass.

    For parts that the text does not call so, and so may be other people.
    """
    meant = _meant(whole, parts)
    step = _STEP if (stated(whole) or 0) >= _MANY else 1
    return any(b > 0 and (abs(a - b) <= step or (is_slip(a, b) and not _is_next(a, b))) for a, b in meant)


def _meant(whole: Draft, parts: Iterable[Draft]) -> list[tuple[int, int]]:
    """Each number that can have slipped, with what it would have to be; "a child" and "two children" cannot."""
    parts, number = list(parts), stated(whole) or 0
    missed = number - sum(low(part) for part in parts)
    return [
        (number, number - missed),
        *((low(part), low(part) + missed) for part in parts if part.mention.kind not in _WORDS_ALONE),
    ]


def _is_next(a: int, b: int) -> bool:
    """Whether two numbers differ in the last digit alone: few steps apart, as numbers are by chance."""
    return a // 10 == b // 10
