"""Links that follow from links: what stands beside, or is a part of, the same figure."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.claims.slips import is_slip
from checker.claims.tagging import Tagged
from checker.model import Group, Outcome
from checker.relations.arithmetic import low
from checker.relations.context import likeness
from checker.relations.differing import far_apart
from checker.relations.evidence import Placed, agree, part_and_total
from checker.relations.same import Link, SameGroup
from checker.relations.spelt_lists import runs

#: How sure such links are: enough for a warning, not for an error.
_TWICE, _PARTS, _BESIDE = 0.9, 0.78, 0.72
#: Clauses so alike, of at least so many telling words, are one clause printed twice.
_PRINTED, _WORDS = 0.85, 3
#: A figure beside a smaller one than this may stand there by chance.
_TELLING = 3
_SURE = 0.8
#: … and so may one below this, where the figures beside it differ.
_BY_CHANCE = 10
_PAIR = 2


def following_links(tagged: Tagged, placed: Sequence[Placed], groups: Sequence[SameGroup]) -> list[Link]:
    """Links between claims that no evidence of their own ties yet."""
    group_of = {index: k for k, group in enumerate(groups) for index in group.indices}
    return [
        *_printed_twice(placed),
        *_parts_of_one_whole(placed, group_of),
        *_beside(placed, groups, group_of),
        *_lists_alike(tagged, placed),
    ]


def _lists_alike(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Link]:
    """ "ضابط و3 جنود" told twice: where one member is the same, so is the other."""
    lists = [run for run in runs(tagged, placed) if len(run) == _PAIR]
    for one, other in itertools.combinations(lists, 2):
        (a, b), (x, y) = one, other
        if a.draft.outcome is not x.draft.outcome or a.draft.sentence == x.draft.sentence:
            continue
        if a.context.turns != x.context.turns and not a.draft.sentence.in_title:
            continue
        for (known, again), (left, right) in (((a, x), (b, y)), ((b, y), (a, x))):
            if _same_member(known, again) and left.draft.group is right.draft.group:
                yield _link(left, right, _BESIDE, "told in the same list")
                break


def _same_member(a: Placed, b: Placed) -> bool:
    x, y = a.draft, b.draft
    told = bool(x.victims_key) and x.victims_key == y.victims_key
    return told and x.mention.min == y.mention.min and x.group is y.group and x.group is not Group.PEOPLE


def _printed_twice(placed: Sequence[Placed]) -> Iterator[Link]:
    """The same words around a figure, as where a headline or a paragraph is printed again."""
    for i, a in enumerate(placed):
        for b in placed[i + 1 :]:
            x, y = a.draft, b.draft
            alike = x.outcome is y.outcome and x.group is y.group and x.sentence != y.sentence
            if not alike or (x.phrase.head is None and y.phrase.head is not None) or _cannot_be_one(a, b):
                continue
            words, others = a.context.clause, b.context.clause
            if likeness(words, others) >= _PRINTED and len(words) >= _WORDS and _turn(placed, a) == _turn(placed, b):
                yield _link(a, b, _TWICE, "the same words around them")


def _cannot_be_one(a: Placed, b: Placed) -> bool:
    """Whether two numbers differ and no slip explains it."""
    return not agree(a.draft, b.draft) and far_apart(a, b)


def _turn(placed: Sequence[Placed], p: Placed) -> tuple[int, bool]:
    """How many claims of the outcome stand before it in its sentence, and whether it is a part."""
    here = sum(q.draft.sentence == p.draft.sentence and q.draft.outcome is p.draft.outcome for q in placed[: p.index])
    return (here if p.draft.whole is not None or p.draft.path == "joined" else 0), p.draft.whole is not None


def _parts_of_one_whole(placed: Sequence[Placed], group_of: dict[int, int]) -> Iterator[Link]:
    """ "بينهم 10 من قوات الأمن" of one toll told twice."""
    index_of = {id(p.draft): p.index for p in placed}
    lists: dict[tuple[int, Group, Outcome], list[Placed]] = defaultdict(list)
    for p in placed:
        whole = p.draft.whole
        if whole is not None and p.draft.group is not Group.PEOPLE:
            group = group_of.get(index_of[id(whole)])
            if group is not None:
                lists[group, p.draft.group, p.draft.outcome].append(p)
    for parts in lists.values():
        for a, b in itertools.combinations(parts, 2):
            alike = a.draft.victims_key == b.draft.victims_key or len(parts) == 2
            if a.draft.whole is not b.draft.whole and alike:
                yield _link(a, b, _PARTS, "parts of one figure")


def _beside(placed: Sequence[Placed], groups: Sequence[SameGroup], group_of: dict[int, int]) -> Iterator[Link]:
    """Killed and injured told together twice: if the killed are the same, so are the injured."""
    for group in groups:
        least = _TELLING if group.confidence < _SURE else _TELLING - 1
        for a, b in itertools.pairwise(group.indices):
            one, other = placed[a], placed[b]
            if one.draft.mention.min != other.draft.mention.min or (one.draft.mention.min or 0) < least:
                continue
            if (one.draft.whole is None) != (other.draft.whole is None):
                continue
            if one.context.several and other.context.several and not one.draft.sentence.in_title:
                continue
            x, y = _neighbour(placed, one), _neighbour(placed, other)
            if x is None or y is None or x.draft.outcome is not y.draft.outcome or x.index == y.index:
                continue
            if part_and_total(x, y) or _cannot_be_one(x, y):
                continue
            if group.confidence < _SURE and low(one.draft) < _BY_CHANCE and not _nearly(x, y):
                continue
            if group_of.get(x.index, -1) != group_of.get(y.index, -2):
                yield _link(x, y, _BESIDE, "told beside the same figure")


def _nearly(a: Placed, b: Placed) -> bool:
    """Whether two numbers can hold together, or a slip makes one of the other."""
    return agree(a.draft, b.draft) or is_slip(low(a.draft), low(b.draft))


def _neighbour(placed: Sequence[Placed], p: Placed) -> Placed | None:
    """The claim of another outcome right behind or before, if its sentence has just one of that outcome."""
    here = [
        q
        for q in placed[max(0, p.index - 4) : p.index + 5]
        if q.draft.sentence == p.draft.sentence and q.draft.whole is None and q.draft.outcome is not p.draft.outcome
    ]
    twins = [
        q
        for q in placed
        if q.draft.sentence == p.draft.sentence and q.draft.outcome is p.draft.outcome and q.draft.whole is None
    ]
    return here[0] if len(here) == 1 and len(twins) == 1 else None


def _link(a: Placed, b: Placed, score: float, reason: str) -> Link:
    x, y = a.draft.mention, b.draft.mention
    conflict = (x.min, x.max) != (y.min, y.max)
    return Link(a.index, b.index, score, conflict, (reason,))
