"""Totals told behind the figures that make them.

"58 وفاة في الشمال، و41 في الشرق، و19 في الجنوب … وبذلك يبلغ إجمالي الوفيات 118".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from checker.claims.slips import is_slip
from checker.claims.tagging import Tagged
from checker.model import WIDE_GROUPS, Hedge
from checker.relations.arithmetic import adds_up, low, one_slip
from checker.relations.changes import is_risen
from checker.relations.evidence import Placed, groups_meet
from checker.relations.nearly import there_and_later
from checker.relations.times import PAST

#: The word for a total stands so close in front of it.
_WORD = 8
#: The parts begin within so many sentences in front of the total, …
_NEAR = 8
#: … and are at the most so many.
_MOST = 12
#: Where no word says that it is a total, it is as large as this, and made of three or more.
_TELLING, _SEVERAL = 10, 3
#: What is called a total of this size is made of the two figures in front, if they miss it by a step or two.
_LARGE, _STEP = 100, 2
_SURE, _LIKELY, _POSSIBLE = 0.95, 0.85, 0.6


class Total(NamedTuple):
    """A total, the figures in front of it that make it, and how sure that is."""

    whole: Placed
    parts: Sequence[Placed]
    confidence: float


def totals_behind(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Total]:
    """Each total with the run of figures in front of it that makes it."""
    for whole in placed:
        if not _can_be_total(whole):
            continue
        counted = is_called_total(tagged, whole)
        said = counted or is_risen(tagged, whole.draft)
        before = _before(whole, placed)
        several = low(whole.draft) >= _TELLING
        runs = [run for run in _exact(whole, before) if said or (several and _is_telling(whole, run))]
        runs = [run for run in runs if not _has_its_total(whole, run, placed)]
        for run in runs:
            yield Total(whole, run, _SURE if said else _LIKELY)
        if counted and not runs and (pair := _of_both(tagged, whole, placed)):
            yield Total(whole, pair, _SURE)
            continue
        if not runs and (two := _nearest_two(tagged, whole, before, said)):
            yield Total(whole, two, _POSSIBLE)
            continue
        if said and not runs:
            before = _before(whole, placed, over=True)
            if before and (listed := _list_in_front(tagged, whole, before, counted)) is not None:
                yield Total(whole, listed, _POSSIBLE)


def _can_be_total(p: Placed) -> bool:
    draft = p.draft
    plain = draft.whole is None and draft.path not in ("reference", "joined", "zero") and not draft.earlier
    plain = plain and not draft.phrase.definite  # "ومن بين الضحايا الثلاثة عشر": known before
    return plain and not draft.sentence.in_title and low(draft) > 2 and draft.mention.hedge is not Hedge.VAGUE


def is_called_total(tagged: Tagged, whole: Placed) -> bool:
    """Whether the text calls it the total."""
    first = whole.draft.mention.first
    start = max(whole.draft.sentence.first, first - _WORD)
    return tagged.cued("in_all", start, first)


def _before(whole: Placed, placed: Sequence[Placed], *, over: bool = False) -> list[Placed]:
    """The figures in front that the total can be made of, the nearest first, up to a larger one or another time.

    ``over`` lets one that is larger by a slip pass.
    """
    found: list[Placed] = []
    x = whole.draft
    for p in reversed(placed[: whole.index]):
        y = p.draft
        far = whole.context.position - p.context.position > _NEAR or _of_other_time(whole, p)
        if far or p.context.turns != whole.context.turns or len(found) == _MOST:
            break
        if y.outcome is not x.outcome or y.whole is not None or y.earlier or y.sentence.in_title:
            continue
        if y.tells is not None:
            continue  # "القتلى هم 3 جنود و4 عمال": told before by their number
        if y.path in ("reference", "zero") or y.mention.hedge is Hedge.VAGUE or not groups_meet(x.group, y.group):
            continue
        if not (0 < low(y) < low(x) or (over and low(y) > low(x))):
            break
        found.append(p)
    return found


def _of_both(tagged: Tagged, whole: Placed, placed: Sequence[Placed]) -> list[Placed]:
    """ "وبذلك يصل مجموع القتلى في الحادثين إلى 62": the nearest two figures that make it, whenever they happened."""
    x = whole.draft
    near = range(max(x.sentence.first, x.first - _WORD), min(x.sentence.last, x.last + _WORD))
    if not any(tagged.cue(k, "pair") and tagged.definite(k) for k in near):
        return []
    told = [
        p
        for p in placed[: whole.index]
        if p.draft.outcome is x.outcome and p.draft.whole is None and not p.draft.sentence.in_title
    ]
    pairs = ([p, q] for p, q in combinations(reversed(told), 2) if adds_up(x, [p.draft, q.draft]))
    return sorted(next(pairs, []), key=lambda p: p.index)


def _nearest_two(tagged: Tagged, whole: Placed, before: Sequence[Placed], said: bool) -> list[Placed]:
    """ "وبذلك بلغت حصيلة الحادثين 33": the last two figures, which make it but for a slip."""
    x, two = whole.draft, list(before[:2])
    listed = any(p.draft.path == "joined" for p in two)  # of more than two
    if len(two) < 2 or low(x) < _TELLING or listed:
        return []
    near = range(max(x.sentence.first, x.first - _WORD), min(x.sentence.last, x.last + _WORD))
    both = any(tagged.cue(k, "both") or (tagged.cue(k, "pair") and tagged.definite(k)) for k in near)
    drafts = [p.draft for p in two]
    missed = abs(low(x) - sum(map(low, drafts)))
    slip = one_slip(x, drafts) if both else said and low(x) >= _LARGE and missed <= _STEP
    return two[::-1] if slip else []


def _of_other_time(whole: Placed, part: Placed) -> bool:
    """Whether the total is of another time, or the part of another year: last month's dead may be of this year's."""
    x, y = whole.context.times, part.context.times
    return bool(x - y or y - x - {PAST})


def _exact(whole: Placed, before: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The runs in front of the total that make it, in text order.

    A run of two or more ends right in front of it; one of several may also
    end with an earlier sentence: the same people told apart twice.
    """
    for start, p in enumerate(before):
        if start and p.draft.sentence == before[start - 1].draft.sentence:
            continue
        for count in range(len(before) - start, (_SEVERAL if start else 2) - 1, -1):
            run = before[start : start + count]
            if adds_up(whole.draft, [p.draft for p in run]) and not _holds_a_total(run[::-1]):
                yield list(run[::-1])
                break


def _has_its_total(whole: Placed, run: Sequence[Placed], placed: Sequence[Placed]) -> bool:
    """ "قتل ثمانية جنود، سقط ستة وتوفي جنديان … ما يرفع إلى ثمانية عدد المسلحين": the soldiers have their own."""
    groups = {p.draft.group for p in run}
    if len(groups) > 1 or not groups.isdisjoint(WIDE_GROUPS) or whole.draft.group in groups:
        return False
    return any(
        p.draft.group in groups
        and p.draft.outcome is whole.draft.outcome
        and p.draft.whole is None
        and low(p.draft) == low(whole.draft)
        for p in placed[: run[0].index]
    )


def _holds_a_total(run: Sequence[Placed]) -> bool:
    """Whether one of them is the total of those right behind it: "17 شخصا … 11 في قرية وستة في قرية"."""
    for k, p in enumerate(run):
        behind = run[k + 1 :]
        if any(adds_up(p.draft, [q.draft for q in behind[:count]]) for count in range(2, len(behind) + 1)):
            return True
    return False


def _is_telling(whole: Placed, run: Sequence[Placed]) -> bool:
    """Whether so many figures hardly make the number by chance, as open bounds do."""
    return len(run) >= _SEVERAL and all(p.draft.mention.max is not None for p in (whole, *run))


def _list_in_front(tagged: Tagged, whole: Placed, before: Sequence[Placed], counted: bool) -> list[Placed] | None:
    """The figures of one sentence right in front, which make the total but for one slip.

    They are three or more, or two in the sentence of what is called the total.
    """
    run = [p for p in before if p.draft.sentence == before[0].draft.sentence]
    two = len(run) == 2 and run[0].draft.sentence == whole.draft.sentence
    two = two and (counted or there_and_later(tagged, run[::-1]))
    told = two or len(run) >= _SEVERAL
    made = sum(low(p.draft) for p in run)
    most = 2 * made >= low(whole.draft) or is_slip(made, low(whole.draft))
    return run[::-1] if told and most and one_slip(whole.draft, [p.draft for p in run]) else None
