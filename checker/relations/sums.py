"""Figures that are parts of, or add up to, another figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.claims.draft import Draft
from checker.model import Group, Outcome, Relation, RelationKind
from checker.relations.evidence import Placed

#: A claim with its index in the document.
_Indexed = tuple[int, Draft]
_SURE, _LIKELY, _GUESS = 1.0, 0.85, 0.6


def find_sums(
    placed: Sequence[Placed], same: Mapping[int, int], ids: Mapping[int, str]
) -> list[Relation]:
    """All sums of a document.

    ``same`` maps a claim's index to the first index of its group of equal
    figures, so that one figure is not counted twice.
    """
    found = [
        *_stated_parts(placed, ids),
        *_lumped(placed, same, ids),
        *_incidents(placed, same, ids),
        *_listed(placed, same, ids),
    ]
    unique: dict[tuple[str | None, frozenset[str]], Relation] = {}
    for relation in found:
        unique.setdefault((relation.whole, frozenset(relation.parts)), relation)
    return list(unique.values())


def _low(draft: Draft) -> int:
    return draft.mention.min or 0


def _exact(draft: Draft) -> int | None:
    mention = draft.mention
    return mention.min if mention.min is not None and mention.min == mention.max else None


def _adds_up(whole: Draft, parts: Sequence[Draft]) -> bool:
    """Whether the numbers as written make the whole: "at least 14" of 10 and 4 counts."""
    number = whole.mention.min if whole.mention.min is not None else whole.mention.max
    if whole.mention.hedge == "more_than" and number is not None:
        number -= 1
    return number is not None and number == sum(_low(part) for part in parts)


def _sum(
    whole: int, parts: Sequence[int], ids: Mapping[int, str], *, complete: bool, confidence: float, reason: str
) -> Relation:
    return Relation(
        RelationKind.SUM,
        whole=ids[whole],
        parts=tuple(ids[p] for p in parts),
        complete=complete,
        confidence=confidence,
        reasons=(reason,),
    )


def _stated_parts(placed: Sequence[Placed], ids: Mapping[int, str]) -> Iterator[Relation]:
    """ "بينهم …", "منهم …", "هم …": the text itself says what is a part of what."""
    index_of = {id(p.draft): p.index for p in placed}
    lists: dict[int, list[_Indexed]] = defaultdict(list)
    for p in placed:
        if p.draft.whole is not None:
            lists[index_of[id(p.draft.whole)]].append((p.index, p.draft))
    by_index = {p.index: p.draft for p in placed}
    for whole, parts in lists.items():
        drafts = [draft for _, draft in parts]
        exact = len(parts) > 1 and _adds_up(by_index[whole], drafts)
        told = any(draft.complete for draft in drafts)
        run = len(parts) > 2 and drafts[0].phrase.of_before and not any(d.path == "reference" for d in drafts)
        yield _sum(
            whole,
            [index for index, _ in parts],
            ids,
            complete=exact or ((told or run) and len(parts) > 1),
            confidence=_SURE if told or exact or len(parts) == 1 else _LIKELY,
            reason="stated as parts",
        )


def _lumped(placed: Sequence[Placed], same: Mapping[int, int], ids: Mapping[int, str]) -> Iterator[Relation]:
    """A toll of killed and injured in one, and the two told apart afterwards."""
    for p in placed:
        whole = p.draft
        if whole.outcome is not Outcome.CASUALTIES or not _low(whole) or same.get(p.index, p.index) != p.index:
            continue
        pairs = list(_pairs(placed, p))
        if not pairs:
            continue
        exact = [pair for pair in pairs if _adds_up(whole, [d for _, d in pair])]
        chosen = exact[0] if exact else pairs[0] if len(pairs) == 1 or _close(p, placed, pairs[0]) else None
        if chosen is None:
            total = _all_incidents(pairs, whole)
            if total is not None:
                yield _sum(p.index, total, ids, complete=True, confidence=_LIKELY, reason="killed and injured")
            continue
        yield _sum(
            p.index,
            [index for index, _ in chosen],
            ids,
            complete=True,
            confidence=_SURE if exact else _LIKELY,
            reason="killed and injured",
        )


def _pairs(placed: Sequence[Placed], whole: Placed) -> Iterator[tuple[_Indexed, _Indexed]]:
    """Killed and injured told side by side, in the order of the text."""
    for a, b in zip(placed, placed[1:], strict=False):
        x, y = a.draft, b.draft
        if {x.outcome, y.outcome} == {Outcome.KILLED, Outcome.INJURED} and x.sentence == y.sentence:
            if x.whole is None and y.whole is None and b.index != whole.index and a.index != whole.index:
                yield (a.index, x), (b.index, y)


def _close(whole: Placed, placed: Sequence[Placed], pair: tuple[_Indexed, _Indexed]) -> bool:
    """Whether the pair is told where the whole is, or in the lead after the headline."""
    by_index = {p.index: p for p in placed}
    other = by_index[pair[0][0]]
    near = other.context.position - whole.context.position
    return other.context.turns == whole.context.turns and 0 <= near <= 2


def _all_incidents(pairs: Sequence[tuple[_Indexed, _Indexed]], whole: Draft) -> list[int] | None:
    flat = [item for pair in pairs for item in pair]
    return [index for index, _ in flat] if _adds_up(whole, [draft for _, draft in flat]) else None


def _incidents(placed: Sequence[Placed], same: Mapping[int, int], ids: Mapping[int, str]) -> Iterator[Relation]:
    """An overall toll and the tolls of single happenings told after it."""
    for p in placed:
        whole = p.draft
        if whole.whole is not None or _low(whole) < 2 or whole.outcome is Outcome.CASUALTIES:
            continue
        later = [q for q in placed if q.index > p.index and _can_be_incident(p, q, same)]
        if not later:
            continue
        parts = _exact_run(whole, later)
        if parts is not None:
            yield _sum(
                p.index,
                [q.index for q in parts],
                ids,
                complete=True,
                confidence=_SURE if p.context.several or len(parts) > 2 else _LIKELY,
                reason="single tolls of an overall toll",
            )
            continue
        firsts = _first_of_each(later)
        if p.context.pair and len(firsts) == 2:
            yield _sum(
                p.index, [q.index for q in firsts], ids, complete=True, confidence=_LIKELY, reason="two happenings"
            )
        elif any(q.context.among for q in firsts) and p.context.several and len(firsts) > 1:
            yield Relation(
                RelationKind.TOLL,
                whole=ids[p.index],
                parts=tuple(ids[q.index] for q in firsts),
                confidence=_LIKELY,
                reasons=("single tolls of an overall toll",),
            )


def _can_be_incident(whole: Placed, part: Placed, same: Mapping[int, int]) -> bool:
    x, y = whole.draft, part.draft
    if y.outcome is not x.outcome or y.whole is not None or y.path in ("reference", "zero") or y.earlier:
        return False
    if same.get(whole.index, whole.index) == same.get(part.index, part.index):
        return False
    if same.get(part.index, part.index) != part.index:
        return False
    if x.group is not Group.PEOPLE and y.group not in (x.group, Group.PEOPLE):
        return False
    return y.mention.hedge != "vague" and 0 < _low(y) <= _low(x)


def _exact_run(whole: Draft, later: Sequence[Placed]) -> list[Placed] | None:
    """A run of neighbouring tolls that makes the whole exactly."""
    for length in range(2, min(len(later), 10) + 1):
        for start in range(len(later) - length + 1):
            run = list(later[start : start + length])
            if _adds_up(whole, [q.draft for q in run]):
                return run
    if len(later) <= 6:
        for length in (2, 3):
            for chosen in combinations(later, length):
                if _low(whole) > 4 and _adds_up(whole, [q.draft for q in chosen]):
                    return list(chosen)
    return None


def _first_of_each(later: Sequence[Placed]) -> list[Placed]:
    """The first toll of each happening: a list goes on in its sentence, a new one begins another."""
    return list(later)


def _listed(placed: Sequence[Placed], same: Mapping[int, int], ids: Mapping[int, str]) -> Iterator[Relation]:
    """A list "ضابط و3 جنود" that spells out a total told elsewhere."""
    lists: list[list[Placed]] = []
    for p in placed:
        if p.draft.path == "joined" and lists and lists[-1][-1].index == p.index - 1:
            last = lists[-1][-1].draft
            if last.outcome is p.draft.outcome and last.sentence == p.draft.sentence:
                lists[-1].append(p)
                continue
        lists.append([p])
    for run in lists:
        if len(run) < 2:
            continue
        drafts = [q.draft for q in run]
        for p in placed:
            if p.index in {q.index for q in run} or p.draft.sentence == drafts[0].sentence:
                continue
            if p.draft.outcome is drafts[0].outcome and p.draft.whole is None and _adds_up(p.draft, drafts):
                if same.get(p.index, p.index) == p.index:
                    yield _sum(
                        p.index,
                        [q.index for q in run],
                        ids,
                        complete=True,
                        confidence=_LIKELY,
                        reason="a list that makes the total",
                    )
                    break
