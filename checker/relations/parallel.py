"""Totals of two outcomes told alike: what makes the dead by place or happening makes the wounded, too.

"قتل 7 وأصيب 9 … قتل شخصان وأصيب 4 … قتل 5 وأصيب 5": the five dead and two show which of the hurt are meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.claims.tagging import Tagged
from checker.model import Hedge, Outcome, Relation
from checker.relations.arithmetic import adds_up, hand_slip, low
from checker.relations.evidence import Placed

_OTHER = {Outcome.KILLED: (Outcome.INJURED, Outcome.MISSING, Outcome.RESCUED), Outcome.INJURED: (Outcome.KILLED,)}
#: A total so small is made by chance.
_TELLING = 3
#: No figure of a sentence stands farther from another, in claims.
_FAR = 12


class Parallel(NamedTuple):
    """A total, its parts, and whether they make it."""

    whole: Placed
    parts: Sequence[Placed]
    exact: bool


def parallels(
    tagged: Tagged,
    placed: Sequence[Placed],
    sums: Sequence[Relation],
    index_of: Mapping[str, int],
    same: Mapping[int, tuple[int, ...]],
) -> Iterator[Parallel]:
    """For each sum told over several sentences the figures of another outcome that stand beside its own."""
    for relation in sums:
        if not relation.complete or relation.whole is None:
            continue
        whole, parts = placed[index_of[relation.whole]], [placed[index_of[part]] for part in relation.parts]
        if not _makes(whole, parts):
            continue
        if whole.index > parts[-1].index:  # "… لتصل الحصيلة إلى 3551 وفاة و5245 إصابة"
            for outcome in _OTHER.get(whole.draft.outcome, ()):
                if (total := _beside(whole, outcome, placed)) is not None:
                    yield from _alike(tagged, total, parts, outcome, placed)
            continue
        if len({p.draft.sentence.first for p in (whole, *parts)}) <= len(parts):
            continue
        for outcome in _OTHER.get(whole.draft.outcome, ()):
            for stated in sorted(same.get(whole.index, (whole.index,)), key=lambda k: abs(k - parts[0].index)):
                total = _beside(placed[stated], outcome, placed)
                if total is not None and total.index < parts[0].index:
                    yield from _alike(tagged, total, parts, outcome, placed)
                    break


def _makes(whole: Placed, parts: Sequence[Placed]) -> bool:
    return adds_up(whole.draft, [p.draft for p in parts])


def _alike(
    tagged: Tagged, total: Placed, beside: Sequence[Placed], outcome: Outcome, placed: Sequence[Placed]
) -> Iterator[Parallel]:
    """The total of another outcome with its figures beside those of a sum, and those told between them alone."""
    found = [_beside(p, outcome, placed) for p in beside]
    told = [p for p in found if p is not None]
    if len(told) < 2 or low(total.draft) < _TELLING:
        return
    parts = sorted({p.index: p for p in (*told, *_between(total, told, placed))}.values(), key=lambda p: p.index)
    drafts = [p.draft for p in parts]
    if any(low(draft) >= low(total.draft) for draft in drafts):
        return
    exact = adds_up(total.draft, drafts)
    untold = any(p is None and _is_told(tagged, q, outcome) for p, q in zip(found, beside, strict=True))
    plain = all(draft.mention.hedge is Hedge.EXACT for draft in (total.draft, *drafts))
    if exact or (plain and not untold and hand_slip(total.draft, drafts)):
        yield Parallel(total, parts, exact)


def _between(total: Placed, told: Sequence[Placed], placed: Sequence[Placed]) -> Iterator[Placed]:
    """Figures of a happening that had none of the other outcome."""
    for p in placed[total.index + 1 : told[-1].index]:
        draft = p.draft
        free = draft.whole is None and draft.outcome is total.draft.outcome and low(draft) != low(total.draft)
        if free and not draft.earlier and draft.sentence != total.draft.sentence and low(draft) > 0:
            yield p


def _beside(p: Placed, outcome: Outcome, placed: Sequence[Placed]) -> Placed | None:
    """The only figure of an outcome in the sentence of a figure, or the one right behind it; parts are left out."""
    found = [
        q
        for q in placed[max(0, p.index - _FAR) : p.index + _FAR]
        if q.draft.sentence == p.draft.sentence and q.draft.outcome is outcome and q.draft.whole is None
    ]
    told = found if len(found) == 1 else [q for q in found if q.index == p.index + 1]
    return told[0] if told and low(told[0].draft) > 0 else None


def _is_told(tagged: Tagged, p: Placed, outcome: Outcome) -> bool:
    """Whether the sentence of a figure tells of an outcome without one number: "وجرح آخرون"."""
    sentence = p.draft.sentence
    return any(harm.outcome is outcome for harm in tagged.harms_in(sentence.first, sentence.last))
