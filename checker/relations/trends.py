"""What the text makes of two periods: "20 this month and 14 last month, which means that the toll has fallen"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.tagging import Tagged
from checker.model import Hedge, Outcome, Relation, RelationKind
from checker.relations.evidence import Placed, compatible

#: The word of rising or falling stands so close behind the conclusion, and the people who did close behind it.
_REACH, _WHO = 8, 5
#: The present period is told so many sentences back.
_NEAR = 4
#: So many figures in front of a conclusion are looked at.
_MOST = 12
_LIKELY = 0.7


def trends(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """The count of the earlier period and that of the present one, with the sign that the text concludes."""
    met: set[int] = set()
    for i in tagged.places("concludes"):
        told = _in_front(i, placed)
        if not told or told[0].draft.sentence.first in met:
            continue  # one conclusion a sentence
        met.add(told[0].draft.sentence.first)
        sign, at = _direction(tagged, i, told[0].draft.sentence.last)
        if not sign:
            continue
        who = _who(tagged, at, told[0].draft.sentence.last)
        for before, after in _periods(tagged, told, placed):
            if who is None or before.draft.outcome is who:
                yield Relation(
                    RelationKind.CHANGE,
                    (ids[before.index], ids[after.index]),
                    sign=sign,
                    confidence=_LIKELY,
                    reasons=("what the text makes of two periods",),
                )


def _in_front(i: int, placed: Sequence[Placed]) -> list[Placed]:
    """The last figures in front of a token in its sentence, in text order."""
    end = bisect_left(placed, i, key=_begins)
    first = end
    while first > max(0, end - _MOST) and placed[first - 1].draft.sentence.last > i:
        first -= 1
    return [p for p in placed[first:end] if p.draft.last <= i]


def _begins(p: Placed) -> int:
    return p.draft.first


def _direction(tagged: Tagged, first: int, last: int) -> tuple[int, int]:
    """+1 or -1 and the word that says so; 0 where none does, or a figure follows that says by how much."""
    for k in range(first, min(first + _REACH, last)):
        sign = tagged.cue(k, "rise") - tagged.cue(k, "fall")
        if sign:
            return sign, k
        if tagged.tokens[k].kind == "number":
            break
    return 0, last


def _who(tagged: Tagged, at: int, last: int) -> Outcome | None:
    """Whose number has risen or fallen, where the text says: "انخفاضا في عدد القتلى"."""
    for k in range(at + 1, min(at + 1 + _WHO, last)):
        roles = tagged.roles[k]
        if roles.victim is not None or roles.trigger is not None:
            return roles.victim.outcome if roles.victim is not None else roles.trigger and roles.trigger.outcome
    return None


def _periods(tagged: Tagged, told: Sequence[Placed], placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Each figure of the earlier period with that of the present one, in its sentence or before it."""
    for before in told:
        draft = before.draft
        if not _counts(before) or not _is_past(tagged, before):
            continue
        ahead = (p for p in reversed(placed[: before.index]) if _counts(p) and not _is_past(tagged, p))
        near = (p for p in ahead if before.context.position - p.context.position <= _NEAR)
        after = next((p for p in near if p.draft.outcome is draft.outcome and p.draft.group is draft.group), None)
        if after is not None and compatible(before.draft, after.draft):
            yield before, after


def _counts(p: Placed) -> bool:
    draft = p.draft
    plain = draft.whole is None and draft.mention.hedge is not Hedge.VAGUE
    return plain and draft.mention.kind == "number" and not draft.sentence.in_title


def _is_past(tagged: Tagged, p: Placed) -> bool:
    """Whether the figure is of the earlier period: "حصيلة الشهر الماضي بلغت 14", "مقابل 14 في الشهر السابق"."""
    sentence, mention = p.draft.sentence, p.draft.mention
    told = range(max(sentence.first, mention.first - _REACH), mention.first)
    return p.draft.earlier or any(tagged.cue(k, "was") or tagged.cue(k, "gone_by") for k in told)
