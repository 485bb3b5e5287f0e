"""A headline's figure that nothing in the body explains: "nine dead" over five dead and twelve hurt."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from checker.model import Hedge
from checker.relations.arithmetic import stated
from checker.relations.evidence import OPENING, Placed, apart_in_time, beside_differ, compatible
from checker.relations.same import Link, SameGroup, adds_others

#: Enough for a warning: the body may have left out what the headline counts.
_LIKELY = 0.7
#: A headline may add so many figures of the body, where there are no more than these.
_ADDED, _MANY = 4, 20
#: From here on a headline may be rounded.
_THOUSAND = 1000
#: A slip, as of a digit too many, makes a number so many times as large at the most.
_TIMES = 20
#: In so many sentences the body tells what it is about.
_OPENING = 1 + OPENING


def unexplained_links(placed: Sequence[Placed], groups: Sequence[SameGroup]) -> Iterator[Link]:
    """Each such headline's figure with the first of its outcome in the body, which it must be if it is right."""
    linked = {index for group in groups for index in group.indices}
    titled = [p for p in placed if p.draft.sentence.in_title]
    body = [p for p in placed if not p.draft.sentence.in_title]
    for title in titled:
        if title.index in linked or not _is_plain(title) or any(_is_rival(title, other) for other in titled):
            continue
        first = next((p for p in body if p.draft.outcome is title.draft.outcome), None)
        if first is not None and _must_be(title, first, placed) and not _is_explained(title, body):
            yield Link(title.index, first.index, _LIKELY, True, ("headline",))


def _is_plain(p: Placed) -> bool:
    """Whether it gives one number, to be taken at its word."""
    mention, number = p.draft.mention, stated(p.draft) or 0
    exact = mention.kind in ("number", "dual") and mention.hedge is Hedge.EXACT and p.draft.whole is None
    return exact and number > 1 and (number < _THOUSAND or number % _THOUSAND > 0)


def _is_rival(title: Placed, other: Placed) -> bool:
    """Whether the headline gives another number of the outcome, and either may be the body's."""
    a, b = title.draft, other.draft
    return a is not b and a.outcome is b.outcome and stated(a) != stated(b)


def _must_be(title: Placed, first: Placed, placed: Sequence[Placed]) -> bool:
    """Whether the body opens with a figure that can be no other than the headline's."""
    draft = first.draft
    if not _is_plain(first) or not compatible(title.draft, draft) or apart_in_time(title, first):
        return False
    few, many = sorted((stated(title.draft) or 0, stated(draft) or 0))
    if many > _TIMES * few:
        return False  # the new cases of a day, and all so far: no slip is so large
    if beside_differ(title, first) and adds_others(title, first):
        return False
    if first.context.own_death and abs((stated(title.draft) or 0) - (stated(draft) or 0)) == 1:
        return False  # one of them may count who did it
    before = {p.draft.sentence.first for p in placed if p.index < first.index and not p.draft.sentence.in_title}
    beside = [p for p in placed if p.draft.sentence == draft.sentence and p.draft.outcome is draft.outcome]
    return len(before) < _OPENING and all(p.draft.whole is not None or p is first for p in beside)


def _is_explained(title: Placed, body: Sequence[Placed]) -> bool:
    """Whether the body tells the headline's number, lets it be, or has figures that make it."""
    number = stated(title.draft) or 0
    numbers: list[int] = []
    for p in body:
        mention = p.draft.mention
        if (mention.min or 0) <= number and (mention.max is None or number <= mention.max):
            return True
        if number in (stated(p.draft), mention.min, mention.max):
            return True
        numbers.append(mention.min or 0)
    return len(numbers) > _MANY or _makes(number, numbers)


def _makes(number: int, numbers: Collection[int]) -> bool:
    few = sorted(n for n in numbers if 0 < n < number)
    return any(sum(some) == number for size in range(2, _ADDED + 1) for some in combinations(few, size))
