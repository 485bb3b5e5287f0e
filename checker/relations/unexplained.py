"""A headline's figure that nothing in the body explains: "nine dead" over five dead and twelve hurt."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from checker.claims.tagging import Tagged
from checker.model import WIDE_GROUPS, Hedge, Outcome
from checker.relations.arithmetic import stated
from checker.relations.changes import is_risen
from checker.relations.context import overlap
from checker.relations.evidence import OPENING, Placed, apart_in_time, beside_differ, compatible
from checker.relations.same import Link, SameGroup, adds_others
from checker.relations.totals import is_called_total

#: Enough for a warning: the body may have left out what the headline counts.
_LIKELY = 0.7
#: The body's first sentence tells the headline again if it holds so many of its words.
_RETOLD = 0.4
#: A headline may add so many figures of the body, where there are no more than these.
_ADDED, _MANY = 4, 20
#: From here on a headline may be rounded.
_THOUSAND = 1000
#: A slip, as of a digit too many, makes a number so many times as large at the most.
_TIMES = 20
#: In so many sentences the body tells what it is about.
_OPENING = 1 + OPENING


def unexplained_links(tagged: Tagged, placed: Sequence[Placed], groups: Sequence[SameGroup]) -> Iterator[Link]:
    """Each such headline's figure with the one of the body that it must be if it is right.

    That is a toll as it stands now, the first of its outcome where the body opens with it, or the only one of its kind.
    """
    linked = {index for group in groups for index in group.indices}
    titled = [p for p in placed if p.draft.sentence.in_title]
    body = [p for p in placed if not p.draft.sentence.in_title]
    titles = {p.index for p in titled}
    taken = {k for group in groups if not titles.isdisjoint(group.indices) for k in group.indices}
    for title in titled:
        retold = _retold(title, titled, body, placed)
        if retold is not None:
            yield Link(title.index, retold.index, _LIKELY, True, ("headline and lead",))
            continue
        rivals = [other for other in titled if other.index not in linked and other is not title]
        if title.index in linked or not _is_plain(title) or any(_is_rival(title, other) for other in rivals):
            continue
        like = [p for p in body if p.draft.outcome is title.draft.outcome and p.index not in taken]
        meant = _meant(tagged, title, like, rivals, placed)
        if meant is not None and not _is_explained(title, body):
            yield Link(title.index, meant.index, _LIKELY, True, ("headline",))


def _retold(title: Placed, titled: Sequence[Placed], body: Sequence[Placed], placed: Sequence[Placed]) -> Placed | None:
    """The figure of the body's first sentence that tells the headline's again in its words, with another number."""
    x = title.draft
    if not _is_plain(title) or sum(p.draft.outcome is x.outcome for p in titled) > 1:
        return None
    first = next((p for p in body if p.draft.outcome is x.outcome and p.draft.whole is None), None)
    if first is None or first.context.position > OPENING:
        return None
    y = first.draft
    noun = (y.victims_key == x.victims_key and y.group is x.group) if x.victims_key else y.group in WIDE_GROUPS
    alike = noun and stated(x) != stated(y)
    told = overlap(title.context.sentence, first.context.sentence) >= _RETOLD
    told = told and not beside_differ(title, first)  # of one of two happenings
    told = told and title.context.several == first.context.several
    return first if alike and told and _can_be(title, first) and _is_alone(first, placed) else None


def _meant(
    tagged: Tagged, title: Placed, like: Sequence[Placed], rivals: Sequence[Placed], placed: Sequence[Placed]
) -> Placed | None:
    """The figure of the headline's outcome that it can be alone; ``rivals`` are other figures of it, linked to none."""
    now = next((p for p in like if _is_the_toll(tagged, p)), None)
    only = _only_one(title, like)
    for p in (now, *like[:1], only):
        if p is None or (rivals and beside_differ(title, p) and adds_others(title, p)):
            continue  # it adds another happening
        if _can_be(title, p) and (p is now or p is only or _opens(title, p, placed)):
            return p
    return None


def _is_the_toll(tagged: Tagged, p: Placed) -> bool:
    """ "لترتفع الحصيلة إلى 25", "الحصيلة النهائية بلغت 53"."""
    return is_risen(tagged, p.draft) or is_called_total(tagged, p)


def _is_plain(p: Placed) -> bool:
    """Whether it gives one number, to be taken at its word."""
    mention, number = p.draft.mention, stated(p.draft) or 0
    exact = mention.kind in ("number", "dual") and mention.hedge is Hedge.EXACT and p.draft.whole is None
    return exact and number > 1 and (number < _THOUSAND or number % _THOUSAND > 0)


def _is_rival(title: Placed, other: Placed) -> bool:
    """Whether the headline gives another number of the outcome, and either may be the body's."""
    a, b = title.draft, other.draft
    return compatible(a, b) and stated(a) != stated(b)


def _only_one(title: Placed, like: Sequence[Placed]) -> Placed | None:
    """The only figure of the headline's outcome and noun, or group, in the body."""
    x = title.draft
    for alike in (
        [p for p in like if x.victims_key and p.draft.victims_key == x.victims_key],
        [p for p in like if x.group not in WIDE_GROUPS and p.draft.group is x.group],
    ):
        if len(alike) == 1:
            return alike[0]
    return None


def _can_be(title: Placed, first: Placed) -> bool:
    """Whether a figure of the body can be the headline's but for a slip."""
    draft = first.draft
    if not _is_plain(first) or not compatible(title.draft, draft) or apart_in_time(title, first) or draft.earlier:
        return False
    few, many = sorted((stated(title.draft) or 0, stated(draft) or 0))
    if many > _TIMES * few:
        return False  # the new cases of a day, and all so far: no slip is so large
    attacker = first.context.own_death and abs((stated(title.draft) or 0) - (stated(draft) or 0)) == 1
    return not attacker  # whom one of them may count


def _opens(title: Placed, first: Placed, placed: Sequence[Placed]) -> bool:
    """Whether the body opens with a figure of the headline's one happening, and with no other of its outcome."""
    if title.context.several:
        return False
    before = {p.draft.sentence.first for p in placed if p.index < first.index and not p.draft.sentence.in_title}
    return len(before) < _OPENING and _is_alone(first, placed)


def _is_alone(first: Placed, placed: Sequence[Placed]) -> bool:
    """Whether its sentence gives no other figure of its outcome, parts left out."""
    draft = first.draft
    beside = [p for p in placed if p.draft.sentence == draft.sentence and p.draft.outcome is draft.outcome]
    return all(p.draft.whole is not None or p is first for p in beside)


def _is_explained(title: Placed, body: Sequence[Placed]) -> bool:
    """Whether the body tells the headline's number, lets it be, or has figures that make it."""
    number = stated(title.draft) or 0
    numbers: list[int] = []
    for p in body:
        mention = p.draft.mention
        told = p.draft.outcome in (title.draft.outcome, Outcome.CASUALTIES) or p.draft.group is title.draft.group
        if told and (mention.min or 0) <= number and (mention.max is None or number <= mention.max):
            return True
        if told and number in (stated(p.draft), mention.min, mention.max):
            return True
        if title.draft.outcome in (p.draft.outcome, Outcome.CASUALTIES):
            numbers.append(mention.min or 0)
    return len(numbers) > _MANY or _makes(number, numbers)


def _makes(number: int, numbers: Collection[int]) -> bool:
    few = sorted(n for n in numbers if 0 < n < number)
    return any(sum(some) == number for size in range(2, _ADDED + 1) for some in combinations(few, size))
