"""Known victims referred to by a number that was not told before: "أسر القتلى الستة والعشرين" of 23 dead.

The article says that the reader knows them, so they are the toll of the lead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.slips import is_slip
from checker.relations.arithmetic import low
from checker.relations.evidence import Placed, apart_in_time, compatible
from checker.relations.same import Link, is_candidate

#: Enough for a warning: they may be some of the dead told of together.
_LIKELY = 0.7
#: Their noun and number were told before.
_SURE = 0.9
#: So few are met by chance.
_FEW = 2
#: The numbers are a slip apart, or this near to each other.
_CLOSE = 1.25


def known_links(placed: Sequence[Placed]) -> Iterator[Link]:
    """Each reference to known people with its like, or else with the first figure of its outcome in the body.

    Of the latter a slip must explain their numbers.
    """
    for b in placed:
        yield from _told_before(placed, b)
        if not _is_reference(b):
            continue
        before = [a for a in placed[: b.index] if a.draft.outcome is b.draft.outcome]
        told = [a for a in before if low(a.draft) == low(b.draft)]  # by itself or as a total
        if told:
            if low(b.draft) > _FEW and is_candidate(told[-1], b, conflict=False):
                yield Link(told[-1].index, b.index, _SURE, False, ("victims told as known",))
            continue
        for a in before:
            if a.lead:
                if _can_be_it(a, b):
                    yield Link(a.index, b.index, _LIKELY, True, ("victims told as known",))
                break


def _told_before(placed: Sequence[Placed], b: Placed) -> Iterator[Link]:
    """ "بينهم ثلاثة أجانب", and then "الأجانب الثلاثة": the same people, a part of others or not; the nearest such."""
    draft = b.draft
    if not draft.phrase.definite or draft.mention.kind != "number" or not draft.victims_key:
        return
    for a in reversed(placed[: b.index]):
        x = a.draft
        alike = x.outcome is draft.outcome and x.victims_key == draft.victims_key and compatible(x, draft)
        if alike and low(x) == low(draft) > 1 and x.sentence != draft.sentence:
            yield Link(a.index, b.index, _SURE, False, ("victims told as known",))
            return


def _is_reference(p: Placed) -> bool:
    draft = p.draft
    counted = draft.mention.kind == "number" and draft.whole is None and low(draft) > 1
    return counted and draft.phrase.definite and draft.phrase.outcome is draft.outcome


def _can_be_it(a: Placed, b: Placed) -> bool:
    lesser, greater = sorted((low(a.draft), low(b.draft)))
    slip = is_slip(lesser, greater) or greater <= lesser * _CLOSE
    return slip and compatible(a.draft, b.draft) and a.context.turns == b.context.turns and not apart_in_time(a, b)
