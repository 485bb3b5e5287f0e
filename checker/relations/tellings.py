"""Two tellings of one toll, the second with one of its figures told apart.

"لقي شخصان مصرعهما وأصيب 4 … أسفر الحادث عن حالتي وفاة وإصابة حرجة وثلاث
إصابات متوسطة": the two dead are told again, so the four are the one and the
three.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from checker.claims.draft import Draft
from checker.model import Hedge, Outcome
from checker.relations.arithmetic import adds_up, one_slip

#: The second telling follows within so many sentences that hold figures.
_NEAR = 4
_HARMS = (Outcome.KILLED, Outcome.INJURED)

_Telling = Sequence[tuple[int, Draft]]


def told_apart_later(drafts: Sequence[Draft], moved: frozenset[int]) -> Mapping[int, frozenset[int]]:
    """For each figure that a later sentence tells apart, the figures it is told apart as (indices).

    ``moved`` are figures of those taken somewhere, who were counted before.
    """
    found: dict[int, frozenset[int]] = {}
    tellings = list(_tellings(drafts, moved))
    for k, first in enumerate(tellings):
        for second in tellings[k + 1 : k + 1 + _NEAR]:
            for lumped, apart in (_HARMS, _HARMS[::-1]):
                pair = _matched(first, second, lumped, apart)
                if pair is not None:
                    found.setdefault(*pair)
    return found


def _tellings(drafts: Sequence[Draft], moved: frozenset[int]) -> Iterator[_Telling]:
    """Per sentence the dead and hurt that are no parts of others."""
    counted = [
        (k, d)
        for k, d in enumerate(drafts)
        if d.outcome in _HARMS and d.whole is None and _is_number(d) and not d.earlier and k not in moved
    ]
    for _, members in groupby(counted, key=lambda member: member[1].sentence.first):
        yield list(members)


def _is_number(draft: Draft) -> bool:
    return draft.mention.hedge is not Hedge.VAGUE and bool(draft.mention.min) and draft.path != "reference"


def _matched(first: _Telling, second: _Telling, known: Outcome, split: Outcome) -> tuple[int, frozenset[int]] | None:
    """The figure of ``split`` in the first telling and its parts in the second, if ``known`` is the same in both."""
    same, again = _of(first, known), _of(second, known)
    whole, parts = _of(first, split), _of(second, split)
    if len(same) != 1 or len(again) != 1 or len(whole) != 1 or len(parts) < 2:
        return None
    if same[0][1].mention.min != again[0][1].mention.min:
        return None
    members = [draft for _, draft in parts]
    retold = [member for member in members if member.mention.min == whole[0][1].mention.min]
    if retold and (len(members) > 2 or retold[0].phrase.others):
        return None  # told again, and then apart, or beside others: "وأصيب 20 آخرون و3 من رجال الأمن"
    if adds_up(whole[0][1], members) or one_slip(whole[0][1], members):
        return whole[0][0], frozenset(index for index, _ in parts)
    return None


def _of(telling: _Telling, outcome: Outcome) -> list[tuple[int, Draft]]:
    return [member for member in telling if member[1].outcome is outcome]
