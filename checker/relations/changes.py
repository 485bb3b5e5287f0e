"""Tolls that rise or fall: "ارتفعت الحصيلة من 20 إلى 25", "بعدما كانت 20"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.tagging import Tagged
from checker.model import Relation, RelationKind
from checker.relations.evidence import Placed

#: An earlier count is told within so many sentences of the later one.
_NEAR = 2
_LIKELY = 0.8


def find_changes(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> list[Relation]:
    """Rises, falls and superseded counts."""
    return [*_from_to(tagged, placed, ids), *_risen(tagged, placed, ids), *_updates(tagged, placed, ids)]


def _from_to(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "ارتفع من 20 إلى 25", with "بعد وفاة 5" where it is told."""
    for a, b in itertools.pairwise(placed):
        x, y = a.draft, b.draft
        if x.sentence != y.sentence or x.outcome is not y.outcome:
            continue
        if not tagged.word(x.mention.first - 1, "of") or not tagged.word(y.mention.first - 1, "to"):
            continue
        sign = _direction(tagged, x.sentence.first, x.mention.first)
        if sign:
            told = [ids[p.index] for p in (a, _difference(tagged, b, placed), b) if p is not None]
            yield Relation(RelationKind.CHANGE, tuple(told), sign=sign, reasons=("a toll that changes",))


def _risen(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "ارتفعت إلى 13 بعد انتشال 3 جثث، وكانت الحصيلة السابقة 10": the earlier count stands behind."""
    for after in placed:
        draft = after.draft
        if not tagged.word(draft.mention.first - 1, "to"):
            continue
        sign = _direction(tagged, draft.sentence.first, draft.mention.first)
        difference = _difference(tagged, after, placed)
        before = next((p for p in placed[after.index + 1 :] if _was(p, after)), None)
        if sign and difference is not None and before is not None and before is not difference:
            told = (ids[before.index], ids[difference.index], ids[after.index])
            yield Relation(RelationKind.CHANGE, told, sign=sign, confidence=_LIKELY, reasons=("a toll that changes",))


def _was(p: Placed, after: Placed) -> bool:
    """Whether a figure is the earlier count of a toll, told close behind it."""
    x, y = p.draft, after.draft
    near = p.context.position - after.context.position <= _NEAR
    return x.earlier and near and x.outcome is y.outcome and x.whole is None


def _difference(tagged: Tagged, after: Placed, placed: Sequence[Placed]) -> Placed | None:
    """The claim that says by how many the toll has changed, if it stands right behind and says why."""
    y = after.draft
    for p in placed[after.index + 1 : after.index + 2]:
        x = p.draft
        if x.sentence != y.sentence or x.outcome is not y.outcome or x.whole is not None:
            return None
        if any(tagged.cue(k, "since") for k in range(y.last, x.first)):
            return p
    return None


def _direction(tagged: Tagged, first: int, last: int) -> int:
    """+1 after a word of rising, -1 after one of falling, 0 where neither stands."""
    for k in range(last - 1, first - 1, -1):
        if tagged.cue(k, "rise"):
            return 1
        if tagged.cue(k, "fall"):
            return -1
    return 0


def _updates(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """An earlier count, and the claim of the same outcome that supersedes it."""
    for p in placed:
        if not p.draft.earlier:
            continue
        others = [
            q
            for q in placed
            if q is not p
            and not q.draft.earlier
            and q.draft.outcome is p.draft.outcome
            and q.draft.whole is None
            and q.draft.group is p.draft.group
            and abs(q.context.position - p.context.position) <= 3
        ]
        if others:
            later = max(others, key=lambda q: (q.draft.mention.min or 0, -q.index))
            revised = any(tagged.cue(k, "revised") for k in range(p.draft.sentence.first, p.draft.sentence.last))
            yield Relation(
                RelationKind.UPDATE,
                (ids[p.index], ids[later.index]),
                explained=revised,
                confidence=0.7,
                reasons=("an earlier count",),
            )
