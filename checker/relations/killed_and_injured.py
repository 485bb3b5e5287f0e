"""A toll of killed and injured in one, and the two told apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.tagging import Tagged
from checker.model import WIDE_GROUPS, Hedge, Outcome, Relation
from checker.relations.arithmetic import adds_up, hand_slip, low, one_slip
from checker.relations.evidence import Placed, two_sources
from checker.relations.sum_relation import LIKELY, SURE, sum_of

#: How many sentences behind a lump of killed and injured the two may be told apart.
_NEAR = 3
#: The opening of the body: so many sentences behind the headline.
_OPENING = 2
#: A headline's "dozens of dead and injured" is told apart up to so many times further down.
_FURTHER = 2
#: A toll so far filled by the next figure goes on in it.
_FILLED = 0.9
#: So many pairs are told one by one.
_DAYS = 2


def killed_and_injured(
    tagged: Tagged, placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """A toll of killed and injured in one, and the two told apart."""
    pairs = list(_pairs(placed))
    told: set[int] = set()
    wholes = [p for p in placed if p.draft.outcome is Outcome.CASUALTIES and low(p.draft) and not p.draft.whole]
    first = pairs[0][0].index if pairs else 0
    wholes.sort(key=lambda p: (p.index > first, -p.index))  # the nearest in front of the first pair
    for p in wholes:
        if p.index in told:
            continue
        others = [pair for pair in pairs if p not in pair]
        further = [pair for pair in _pairs(placed, reach=1) if p not in pair]
        exact = next((pair for pair in (*others, *further) if adds_up(p.draft, [q.draft for q in pair])), None)
        if exact is not None:
            yield sum_of(p.index, [q.index for q in exact], ids, True, SURE, "killed and injured")
        elif (parts := _all_pairs(p, others)) is not None:
            yield sum_of(p.index, parts, ids, True, LIKELY, "killed and injured of all")
        elif (said := _said_behind(tagged, p, others)) is not None:
            yield sum_of(p.index, [q.index for q in said], ids, True, SURE, "killed and injured")
        elif (days := _day_by_day(p, others)) is not None:
            yield sum_of(p.index, days, ids, True, LIKELY, "killed and injured of all")
        elif (near := _near_pair(tagged, p, others or _only(further, placed))) is not None and not _goes_on(
            p, near, placed
        ):
            yield sum_of(p.index, [q.index for q in near], ids, True, LIKELY, "killed and injured")
        else:
            continue
        told.update(same.get(p.index, ()))


def _pairs(placed: Sequence[Placed], reach: int = 0) -> Iterator[tuple[Placed, ...]]:
    """Killed and injured told side by side, in the order of the text; parts of the first may stand between.

    Where the first is a list ("10 جنود و3 عمال"), all of it is added. The
    second may stand ``reach`` sentences further on.
    """
    for a, b in itertools.pairwise(placed):
        while b.draft.whole is a.draft and b.index + 1 < len(placed):
            b = placed[b.index + 1]
        outcomes = {a.draft.outcome, b.draft.outcome}
        near = b.context.position - a.context.position <= reach
        if (
            outcomes == {Outcome.KILLED, Outcome.INJURED}
            and near
            and (a.draft.whole is None) == (b.draft.whole is None)
        ):
            yield (*_list_before(placed, a), a, b)


def _list_before(placed: Sequence[Placed], last: Placed) -> list[Placed]:
    """The figures that ``last`` goes on with in a list of one outcome."""
    found: list[Placed] = []
    here = last
    while here.draft.path == "joined" and here.draft.whole is None and here.index > 0:
        here = placed[here.index - 1]
        if here.draft.outcome is not last.draft.outcome or here.draft.sentence != last.draft.sentence:
            break
        found.insert(0, here)
    return found


def _all_pairs(whole: Placed, pairs: Sequence[tuple[Placed, ...]]) -> list[int] | None:
    """The pairs behind the whole that make it together: the first two or more, each figure once."""
    parts: list[Placed] = []
    for pair in pairs:
        if pair[0].index > (parts[-1].index if parts else whole.index):
            again = bool(parts)
            parts.extend(pair)
            if again and adds_up(whole.draft, [p.draft for p in parts]):
                return [p.index for p in parts]
    return None


def _said_behind(tagged: Tagged, whole: Placed, pairs: Sequence[tuple[Placed, ...]]) -> tuple[Placed, ...] | None:
    """The pair right in front of what is called its total: "مقتل 26 وإصابة 53، أي ما مجموعه 79 ضحية"."""
    for pair in pairs:
        first = pair[-1].draft.last
        if pair[-1].index == whole.index - 1 and pair[-1].draft.sentence == whole.draft.sentence:
            larger = all(low(q.draft) < low(whole.draft) for q in pair)
            return pair if larger and tagged.cued("in_all", first, whole.draft.mention.first) else None
    return None


def _day_by_day(whole: Placed, pairs: Sequence[tuple[Placed, ...]]) -> list[int] | None:
    """All the pairs of the sentence behind, two or more, where a slip of the hand explains what they miss."""
    parts: list[Placed] = []
    days = 0
    for pair in pairs:
        if 0 < pair[0].context.position - whole.context.position <= 1 and pair[0] not in parts:
            parts.extend(pair)
            days += 1
    if days < _DAYS or whole.draft.mention.hedge is not Hedge.EXACT or parts[0].index != whole.index + 1:
        return None
    return [p.index for p in parts] if hand_slip(whole.draft, [p.draft for p in parts]) else None


def _near_pair(tagged: Tagged, whole: Placed, pairs: Sequence[tuple[Placed, ...]]) -> tuple[Placed, ...] | None:
    """The one pair told right behind the whole, where it must be the same people."""
    behind = [pair for pair in pairs if pair[0].index > whole.index]
    vague = whole.draft.mention.hedge is Hedge.VAGUE
    if not behind or (vague and not whole.draft.sentence.in_title):
        return None
    pair = behind[0]
    distance = pair[0].context.position - whole.context.position
    far = _FURTHER if vague else 1
    fits = distance <= _NEAR * far and pair[0].index - whole.index <= 2 * far
    drafts = [p.draft for p in pair]
    made_with_one_more = pair[0].context.own_death and low(whole.draft) - sum(map(low, drafts)) == 1
    told = _headline_alone(whole, pair) or one_slip(whole.draft, drafts)
    explained = vague or (told and not made_with_one_more)
    first = pair[0].draft
    admitted = any(tagged.cue(k, "admits") for k in range(first.sentence.first, first.first))
    one_side = whole.draft.group not in WIDE_GROUPS and all(p.draft.group is whole.draft.group for p in pair)
    if any(two_sources(whole, p) for p in pair) and (admitted or not one_side):
        return None  # "قالت الحركة إنها أوقعت ستة بين قتيل وجريح. واعترف الجيش بمقتل جندي وجرح اثنين"
    return pair if fits and explained and pair[0].context.turns == whole.context.turns else None


def _only(pairs: Sequence[tuple[Placed, ...]], placed: Sequence[Placed]) -> list[tuple[Placed, ...]]:
    """The pair that holds all the killed and injured of the body, where there is one."""
    told = [
        p
        for p in placed
        if p.draft.outcome in (Outcome.KILLED, Outcome.INJURED)
        and p.draft.whole is None
        and not p.draft.sentence.in_title
    ]
    return [pair for pair in pairs if list(pair) == told]


def _headline_alone(whole: Placed, pair: Sequence[Placed]) -> bool:
    """Whether a headline's only figure is told apart in the opening, where no other number can be meant."""
    opening = pair[0].context.position <= _OPENING and not (whole.context.several or pair[0].context.several)
    exact = all(p.draft.mention.hedge is Hedge.EXACT for p in (whole, *pair))
    return whole.draft.sentence.in_title and len(whole.pattern) == 1 and opening and exact


def _goes_on(whole: Placed, pair: tuple[Placed, ...], placed: Sequence[Placed]) -> bool:
    """Whether the figure behind the pair all but fills what it leaves open: victims told day by day."""
    made, aim = sum(low(p.draft) for p in pair), low(whole.draft)
    if made >= aim:
        return False
    return any(
        p.draft.outcome in (Outcome.KILLED, Outcome.INJURED)
        and p.draft.whole is None
        and p.draft.path != "reference"
        and aim * _FILLED <= made + low(p.draft) <= aim
        for p in placed[pair[-1].index + 1 : pair[-1].index + 2]
    )
