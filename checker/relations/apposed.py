"""A total and the figures that make it, told right behind it in its own sentence.

"38 قتيلا، موضحا أن 17 جنديا لقوا حتفهم في مقابل 14 مقاتلا، فيما سقط سبعة مدنيين".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.claims.tagging import Tagged
from checker.model import Hedge
from checker.relations.arithmetic import adds_up, low, one_slip
from checker.relations.evidence import Placed

#: Two figures make a smaller total by chance, three one below the other number.
_TWO, _THREE = 10, 6
#: Longer lists are looked at no further.
_MOST = 12


class Apposed(NamedTuple):
    """A total, the figures behind it that make it, and whether they do so exactly."""

    whole: Placed
    parts: Sequence[Placed]
    exact: bool


def apposed(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Apposed]:
    """Totals with the free figures of their sentence that make them.

    The first of these opens a clause of its own: behind "and" it is told beside the total, and no part of it.
    """
    for whole in placed:
        if not _is_free(whole) or low(whole.draft) < _THREE or _is_one_of_many(whole, placed):
            continue
        told = list(_behind(whole, placed))
        if len(told) < 2 or _is_beside(tagged, whole, told[0]):
            continue
        runs = (told[:count] for count in range(2, len(told) + 1))
        made = next((run for run in runs if adds_up(whole.draft, [p.draft for p in run])), None)
        if made is not None:
            if len(made) > 2 or low(whole.draft) >= _TWO:
                yield Apposed(whole, made, True)
        elif _is_list(tagged, told) and one_slip(whole.draft, [p.draft for p in told]):
            yield Apposed(whole, told, False)


def _is_free(p: Placed) -> bool:
    draft = p.draft
    plain = draft.path not in ("reference", "zero") and draft.mention.hedge is not Hedge.VAGUE
    return plain and draft.whole is None and draft.tells is None and not draft.earlier


def _behind(whole: Placed, placed: Sequence[Placed]) -> Iterator[Placed]:
    """The free figures of its outcome behind it in its sentence, up to one that it cannot hold."""
    for p in placed[whole.index + 1 : whole.index + 1 + _MOST]:
        draft = p.draft
        if draft.sentence != whole.draft.sentence:
            return
        if draft.outcome is not whole.draft.outcome or not _is_free(p):
            continue
        if not 0 < low(draft) < low(whole.draft):
            return
        yield p


def _is_list(tagged: Tagged, told: Sequence[Placed]) -> bool:
    """Whether a colon opens three or more figures that "and" ties: they are told as all of them."""
    if tagged.tokens[told[0].draft.first - 1].text != ":":
        return False
    ties = all(p.draft.mention.joined and p.index == told[k].index + 1 for k, p in enumerate(told[1:]))
    return len(told) > 2 and ties


def _is_one_of_many(whole: Placed, placed: Sequence[Placed]) -> bool:
    """Whether its sentence has told another figure of its outcome: the total opens it."""
    for p in reversed(placed[max(0, whole.index - _MOST) : whole.index]):
        if p.draft.sentence != whole.draft.sentence:
            return False
        if p.draft.outcome is whole.draft.outcome and p.draft.whole is None:
            return True
    return False


def _is_beside(tagged: Tagged, whole: Placed, first: Placed) -> bool:
    """Whether the first figure goes on with the total: "قتل 9 في المدينة و4 …", "فيما قتل 4"; "من 9 إلى 4"."""
    draft, start = first.draft, whole.draft.last
    harm = draft.harm if draft.harm is not None and draft.harm.first >= start else None
    opens = min(draft.first, draft.first if harm is None else harm.first)
    joined = draft.mention.joined or draft.path == "joined" or draft.phrase.others or tagged.joined(opens)
    changed = tagged.word(draft.mention.first - 1, "to")
    return joined or changed or first.context.also or any(tagged.cue(k, "contrast") for k in range(start, draft.first))
