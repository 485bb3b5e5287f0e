"""Figures that leave no one out of a total by what is said of them, and miss it by a slip.

"19 شخصا … 14 في مكان الحادث، وتوفي أربعة في المستشفى"; "استقبل المستشفى العام 22 جريحا، والمركزي 17".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.claims.parts import are_the_others
from checker.claims.tagging import Tagged
from checker.model import WIDE_GROUPS, Group, Hedge, Outcome
from checker.relations.arithmetic import adds_up, hand_slip, low, one_slip
from checker.relations.evidence import Placed, apart_in_time
from checker.relations.nearly import one_more, there_and_later
from checker.relations.scenes import is_hospital

#: The total is told so many sentences in front at the most; those of the opening may be meant further on.
_NEAR, _OPENING = 3, 2
#: A hospital is named so close behind those whom it took in.
_BESIDE = 5
#: Smaller totals are all but made by chance.
_TELLING = 5
#: Where nothing but "others" or the sides speak for it, the total is so near, if large.
_STEP, _MANY = 2, 10
_ARMED = {Group.SECURITY, Group.MILITANTS}


class Completed(NamedTuple):
    """A total and the figures that are all of it."""

    whole: Placed
    parts: Sequence[Placed]


def completed(tagged: Tagged, placed: Sequence[Placed], done: frozenset[int]) -> Iterator[Completed]:
    """Figures of one sentence that all but make a total; ``done`` are claims that a sum explains already."""
    told: dict[tuple[int, Outcome], list[Placed]] = defaultdict(list)
    for p in placed:
        if p.draft.whole is None:
            told[p.draft.sentence.first, p.draft.outcome].append(p)
    for members in told.values():
        for run in (members, members[1:]):
            if len(run) < 2 or any(p.index in done or not _is_plain(p) for p in run):
                continue
            whole = _total(tagged, placed, run, done)
            if whole is not None:
                yield Completed(whole, run)
                break


def _is_plain(p: Placed) -> bool:
    draft = p.draft
    counted = draft.tells is None and draft.path not in ("reference", "zero") and not draft.sentence.in_title
    return counted and low(draft) > 0 and draft.mention.hedge is Hedge.EXACT and not draft.earlier


def _all_hospitals(tagged: Tagged, run: Sequence[Placed]) -> bool:
    """Whether a hospital stands beside each: in front of it, behind the one before, or right behind it."""
    start = run[0].draft.sentence.first
    for p in run:
        draft = p.draft
        stop = min(draft.last + _BESIDE, draft.sentence.last)
        if not any(is_hospital(tagged, k) for k in (*range(start, draft.first), *range(draft.last, stop))):
            return False
        start = draft.last
    return True


def _are_others(tagged: Tagged, p: Placed) -> bool:
    """ "وستة آخرون", "وعلى 6 جثث أخرى"."""
    return p.draft.phrase.others or tagged.cue(p.draft.last, "others") or tagged.cue(p.draft.last, "another")


def _all_sides(run: Sequence[Placed]) -> bool:
    """Whether each counts another side, civilians among them, or both who fought."""
    groups = {p.draft.group for p in run}
    both = groups >= _ARMED or (Group.CIVILIANS in groups and bool(_ARMED & groups))
    return both and len(groups) == len(run) and groups.isdisjoint(WIDE_GROUPS)


def _is_the_toll(tagged: Tagged, run: Sequence[Placed]) -> bool:
    """ "الحصيلة باتت ثلاثة قتلى في صفوف الجيش، كما قتل مسلحان، وبالإمكان مشاهدة أربع جثث": all sides of the toll."""
    first = run[0].draft
    groups = {p.draft.group for p in run}
    named = any(tagged.cue(k, "toll_names") for k in range(first.sentence.first, first.first))
    return named and len(run) > 2 and len(groups) == len(run) and groups >= _ARMED


def _total(tagged: Tagged, placed: Sequence[Placed], run: Sequence[Placed], done: frozenset[int]) -> Placed | None:
    """The nearest total in front that the run all but makes, if it makes none."""
    first, drafts = run[0], [p.draft for p in run]
    sure = there_and_later(tagged, run) or _all_hospitals(tagged, run)
    sides, toll = _all_sides(run), _is_the_toll(tagged, run)
    sure = sure or toll
    if not (sure or sides or _are_others(tagged, run[-1])):
        return None
    before = [p for p in placed[: first.index] if p.draft.outcome is first.draft.outcome and p.draft.whole is None]
    made_by = next((p for p in reversed(before) if adds_up(p.draft, drafts)), None)
    if made_by is not None or one_more(tagged, placed, run[-1].draft):
        return made_by if sure or are_the_others(tagged, run[-1].draft) else None
    made, slip = sum(map(low, drafts)), one_slip if toll else hand_slip
    for p in reversed(before):
        away = first.context.position - p.context.position
        far = away > (_NEAR if sure else 1) and p.context.position > _OPENING
        if far or p.context.turns != first.context.turns:
            return None
        near = abs(made - low(p.draft)) <= (_STEP if low(p.draft) >= _MANY else 1)
        if sides and away:
            return None  # "من جهتهم أعلن مسؤولون مقتل 11 مسلحا و10 مدنيين": of another happening
        if _is_total(p, run) and (sure or p.index not in done) and (near or (sure and slip(p.draft, drafts))):
            return p
    return None


def _is_total(p: Placed, run: Sequence[Placed]) -> bool:
    draft = p.draft
    plain = draft.mention.hedge in (Hedge.EXACT, Hedge.AT_LEAST) and draft.path not in ("reference", "zero")
    larger = low(draft) >= _TELLING and all(low(q.draft) < low(draft) for q in run)
    holds = draft.group in WIDE_GROUPS or {q.draft.group for q in run} == {draft.group}
    return plain and larger and holds and not draft.earlier and not apart_in_time(p, run[0])
