"""An overall toll and the tolls of the single happenings that it covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.claims.draft import Draft
from checker.claims.fates import fate_within
from checker.claims.slips import is_longer
from checker.claims.tagging import Tagged
from checker.model import WIDE_GROUPS, Group, Hedge, Outcome, Relation
from checker.relations.arithmetic import adds_up, hand_slip, low, one_slip, stated
from checker.relations.evidence import Placed, groups_meet
from checker.relations.sum_relation import toll_of
from checker.relations.times import PAST
from checker.relations.totals import is_called_total

#: A total from this size on is not met by chance by the next figures of its kind.
_TELLING = 10
_MOST_PARTS = 10
#: A total from this size on, made exactly by three or more of the next figures, is theirs wherever it stands.
_LARGE, _NEXT = 100, 30
#: So many figures of one sentence hardly make a total by chance.
_LISTED = 5
#: Overall tolls stand in the headline or the first sentences, or say that there were several happenings.
_OPENING = 3
#: … those that say how many happenings there were, in the headline or the first sentence.
_LEAD = 1
#: A large total is hardly missed by so little by chance.
_STEP = 2
_SURE, _LIKELY, _POSSIBLE = 0.95, 0.85, 0.6

_Same = Mapping[int, tuple[int, ...]]


def incident_sums(
    tagged: Tagged, placed: Sequence[Placed], same: _Same, ids: Mapping[int, str], listed: frozenset[int]
) -> Iterator[Relation]:
    """Overall tolls with their incidents, the nearest statement of the overall toll as the whole.

    ``listed`` are claims that spell out another figure already.
    """
    told: set[frozenset[int]] = set()
    explained: set[int] = set()
    for listing, parts in _lists(placed):
        exact = adds_up(listing.draft, [p.draft for p in parts])
        explained.add(_figure(listing, same))
        complete, sure = exact or _near_total(listing, parts), _SURE if exact else _LIKELY
        yield toll_of(listing.index, [p.index for p in parts], ids, complete, sure, "a toll and its list of places")
    for title, parts in _a_digit_more(placed, same):
        yield toll_of(title.index, [p.index for p in parts], ids, True, _POSSIBLE, "all that the text tells")
    for whole in reversed(placed):
        if not _can_be_whole(whole):
            continue
        if not whole.context.several and _one_of_more(whole, placed):
            continue
        if whole.draft.mention.hedge is Hedge.MORE_THAN and _is_given_exactly(whole, placed, same):
            continue
        called = whole.context.several and is_called_total(tagged, whole)
        later = [p for p in _incidents_behind(whole, placed, same, called) if p.index not in listed]
        bodies = _bodies(tagged, whole, later)
        if len(later) < 2:
            continue
        relation = _relation(whole, bodies or later, called) or _all_bodies(whole, bodies)
        if relation is None:
            continue
        parts, complete, confidence = relation
        if any(parts[0].index < k < parts[-1].index for k in same.get(whole.index, ())):
            continue  # it is told again between them: the first are told of another toll
        if complete and len(parts) == 2 and _tells_a_part_again(whole, parts, placed):
            continue
        key = frozenset(_figure(q, same) for q in parts)
        if key in told or _figure(whole, same) in explained:
            continue
        told.add(key)
        if complete:
            explained.add(_figure(whole, same))
        nearest = nearest_statement(placed, whole.index, parts[0].index, same)
        members = [q.index for q in parts]
        yield toll_of(nearest, members, ids, complete, confidence, "single tolls of an overall toll")


def _a_digit_more(placed: Sequence[Placed], same: _Same) -> Iterator[tuple[Placed, list[Placed]]]:
    """ "مقتل 46" over three dead and one: a headline's number that is told nowhere, and what the body tells in all."""
    for title in placed:
        draft = title.draft
        if not draft.sentence.in_title or title.index in same or not _can_be_whole(title):
            continue
        told: dict[int, Placed] = {}
        for p in placed:
            counted = p.draft.outcome is draft.outcome and p.draft.whole is None and low(p.draft) > 0
            if counted and not p.draft.sentence.in_title:
                told.setdefault(_figure(p, same), p)
        plain = all(p.draft.mention.hedge is Hedge.EXACT and not p.draft.earlier for p in (title, *told.values()))
        made = sum(low(p.draft) for p in told.values())
        if plain and 1 < len(told) <= _MOST_PARTS and low(draft) > made and is_longer(low(draft), made):
            yield title, list(told.values())


def _lists(placed: Sequence[Placed]) -> Iterator[tuple[Placed, list[Placed]]]:
    """A toll and the lines of the list right behind its sentence: "… على النحو التالي: - محافظة قنا: 13 قتيلا"."""
    for whole in placed:
        if _can_be_whole(whole) and not _is_item(whole):
            parts = _items_behind(whole, placed)
            if len(parts) > 1:
                yield whole, parts


def _items_behind(whole: Placed, placed: Sequence[Placed]) -> list[Placed]:
    """The figures of a toll's outcome in the lines of the list right behind it; that of a headline opens the body."""
    lines: dict[int, list[Placed]] = {}
    position = whole.context.position
    for p in placed[whole.index + 1 :]:
        if p.context.position == whole.context.position:
            continue
        opens = whole.draft.sentence.in_title and not lines
        if not _is_item(p) or (p.context.position - position > 1 and not opens):
            break
        position = p.context.position
        line = lines.setdefault(position, [])
        if p.draft.outcome is whole.draft.outcome and p.draft.whole is None:
            line.append(p)
    told = [p for line in lines.values() for p in line]
    first = [line[0] for line in lines.values() if line]  # behind it some of them may be told of
    return told if adds_up(whole.draft, [p.draft for p in told]) else first


def _is_item(p: Placed) -> bool:
    """Whether a figure stands in a line of a list, of places or of incidents."""
    return p.context.bullet or (p.context.scene is not None and p.context.scene.item)


def nearest_statement(placed: Sequence[Placed], whole: int, before: int, same: _Same) -> int:
    """The last statement of a figure in front of a claim (by index) that gives the same number."""
    mention = placed[whole].draft.mention
    stating = (
        k
        for k in same.get(whole, ())
        if k < before and (placed[k].draft.mention.min, placed[k].draft.mention.max) == (mention.min, mention.max)
    )
    return max(stating, default=whole)


def _tells_a_part_again(whole: Placed, parts: Sequence[Placed], placed: Sequence[Placed]) -> bool:
    """ "8 مدنيين بينهم ستة من عائلة واحدة … قتل ستة من عائلة": some of the whole, which the text has told already."""
    told = [p.draft for p in placed if p.draft.whole is whole.draft and low(p.draft) > 1]
    return any(low(p.draft) == low(part) and groups_meet(p.draft.group, part.group) for p in parts for part in told)


def _bodies(tagged: Tagged, whole: Placed, later: Sequence[Placed]) -> list[Placed]:
    """ "ثلاث جثث … جثة رجل … جثتي رجلين": of a total of bodies, the later figures that count bodies, two or more."""
    found = [p for p in later if _counts_bodies(tagged, p)] if _counts_bodies(tagged, whole) else []
    return found if len(found) > 1 else []


def _counts_bodies(tagged: Tagged, p: Placed) -> bool:
    return fate_within(tagged, "bodies", p.draft.first, p.draft.last)


def _all_bodies(whole: Placed, bodies: Sequence[Placed]) -> tuple[list[Placed], bool, float] | None:
    """All the bodies that are told of one by one, where they were found at several places and one slip explains it."""
    told = bool(bodies) and whole.context.several and whole.context.position <= _OPENING
    slip = told and one_slip(whole.draft, [p.draft for p in bodies])
    return (list(bodies), True, _POSSIBLE) if slip else None


def _figure(placed: Placed, same: _Same) -> int:
    """One number for all statements of a figure."""
    return same.get(placed.index, (placed.index,))[0]


def _can_be_whole(p: Placed) -> bool:
    draft = p.draft
    return (
        draft.whole is None
        and low(draft) > 1
        and draft.outcome is not Outcome.CASUALTIES
        and draft.path not in ("reference", "joined")
        and draft.mention.hedge is not Hedge.VAGUE
    )


def _is_given_exactly(whole: Placed, placed: Sequence[Placed], same: _Same) -> bool:
    """Whether another statement of "more than 3000" gives the very number, which the parts must make then."""
    return any(placed[k].draft.mention.hedge is Hedge.EXACT for k in same.get(whole.index, ()))


def _one_of_more(whole: Placed, placed: Sequence[Placed]) -> bool:
    """Whether a larger toll told before holds this one: it is a single toll itself."""
    return any(
        p.draft.outcome is whole.draft.outcome
        and p.draft.whole is None
        and low(p.draft) > low(whole.draft)
        and p.context.turns == whole.context.turns
        for p in placed[: whole.index]
    )


def _incidents_behind(whole: Placed, placed: Sequence[Placed], same: _Same, called: bool) -> list[Placed]:
    """Later figures that the overall toll can cover, each figure once; what is called a total, of earlier hours too."""
    times = whole.context.times | {PAST} if called else whole.context.times
    seen = {_figure(whole, same)}
    found: list[Placed] = []
    for p in placed[whole.index + 1 :]:
        figure = _figure(p, same)
        listed = p.draft.path == "joined" and bool(found) and found[-1].index == p.index - 1
        if figure in seen or not _can_be_part(whole, p, listed) or p.context.times - times:
            continue
        if not whole.context.several and _moved(p):
            continue
        seen.add(figure)
        found.append(p)
    return found


def _moved(p: Placed) -> bool:
    """Whether the story has moved to another place, which one happening does not cover."""
    return p.context.scene is not None and not p.context.scene.item


def _can_be_part(whole: Placed, part: Placed, listed: bool) -> bool:
    """Whether the toll can hold a figure; ``listed``: it goes on with one that it holds ("جندي وثمانية مقاتلين")."""
    x, y = whole.draft, part.draft
    if y.outcome is not x.outcome or y.whole is not None or y.earlier or y.path in ("reference", "zero"):
        return False
    if y.mention.hedge is Hedge.VAGUE or not 0 < low(y) < (stated(x) or 0) or y.sentence == x.sentence:
        return False
    if x.group in WIDE_GROUPS:
        return y.group is not Group.MILITANTS or listed
    if x.group is Group.MILITANTS:
        return y.group is x.group
    return y.group is x.group or y.group in WIDE_GROUPS


def _relation(whole: Placed, later: Sequence[Placed], called: bool) -> tuple[list[Placed], bool, float] | None:
    """Parts, whether they are all of it, and how sure that is; ``called``: it is called the total of several."""
    several = whole.context.several
    opening = several or whole.context.position <= _OPENING
    holds_attacker = whole.context.own_death and whole.draft.outcome is Outcome.KILLED
    if whole.context.among or holds_attacker or not (opening or low(whole.draft) >= _TELLING):
        return None
    run = _exact_run(whole, later if opening else later[:_NEXT]) or _of_exact(whole, later if opening else [])
    if not opening:
        telling = run is not None and (_is_listed(run, later) if low(whole.draft) < _LARGE else len(run) > 2)
        if run is not None and telling:
            return run, True, _SURE
        listed = [p for p in later if p.draft.sentence == later[0].draft.sentence]
        slip = len(listed) >= _LISTED and hand_slip(whole.draft, [p.draft for p in listed])
        return (listed, True, _POSSIBLE) if slip and listed[0].index == whole.index + 1 else None
    if run is not None:
        if several or (len(run) > 2 and low(whole.draft) >= _TELLING):
            return run, True, _SURE
        if low(whole.draft) >= _TELLING and run[0] is later[0]:
            return run, True, _LIKELY
        if len(run) == len(later):
            return run, True, _LIKELY
    counted = _counted(whole, later)
    near = hand_slip if whole.context.position > _LEAD else _near_total_of
    if counted and near(whole.draft, [p.draft for p in counted]):
        return counted, True, _POSSIBLE
    if called and 2 < len(later) <= _MOST_PARTS and hand_slip(whole.draft, [p.draft for p in later]):
        return list(later), True, _POSSIBLE
    if _all_but_make(whole, later):
        return list(later), True, _POSSIBLE
    if several and any(p.context.among for p in later):
        return list(later[:_MOST_PARTS]), False, _LIKELY
    apart = len({p.context.turns for p in later}) == len(later)
    if several and whole.context.position <= _OPENING and apart and len(later) <= 4 and _near_total(whole, later):
        return list(later), True, _POSSIBLE
    return None


def _counted(whole: Placed, later: Sequence[Placed]) -> list[Placed]:
    """As many single tolls as the overall toll says there were happenings, if the text then leaves the subject."""
    count = whole.context.happenings
    if count < 2 or len(later) < count:
        return []
    ends = len(later) == count or later[count].context.turns != later[count - 1].context.turns
    places = {p.context.position for p in later[:count]}
    apart = len(places) == count or (count == 2 and later[1].draft.phrase.others)  # "قتل 14 …، فيما قتل 9 آخرون"
    return list(later[:count]) if ends and apart else []


def _near_total(whole: Placed, later: Sequence[Placed]) -> bool:
    """Whether one slip could explain that the parts do not make the whole."""
    return _near_total_of(whole.draft, [p.draft for p in later])


def _near_total_of(whole: Draft, parts: Iterable[Draft]) -> bool:
    number = stated(whole) or 0
    return abs(sum(map(low, parts)) - number) <= max(2, number // 4)


def _of_exact(whole: Placed, later: Sequence[Placed]) -> list[Placed] | None:
    """A run of three or more that makes the whole, bounds left out: "بسبب التعذيب ما لا يقل عن 3" of the first."""
    plain = [p for p in later if p.draft.mention.hedge is Hedge.EXACT]
    if low(whole.draft) < _TELLING or not 2 < len(plain) < len(later):
        return None
    run = _exact_run(whole, plain)
    return run if run is not None and len(run) > 2 else None


def _all_but_make(whole: Placed, later: Sequence[Placed]) -> bool:
    """Whether all that the article tells one by one, three or more, comes to the total but for a step or two."""
    plain = all(p.draft.mention.hedge is Hedge.EXACT for p in later) and whole.draft.mention.hedge is Hedge.EXACT
    missed = abs(sum(low(p.draft) for p in later) - low(whole.draft))
    return plain and 2 < len(later) <= _MOST_PARTS and low(whole.draft) >= _LARGE and missed <= _STEP


def _is_listed(run: Sequence[Placed], later: Sequence[Placed]) -> bool:
    """Whether so many figures are told right behind the total in one sentence, place by place."""
    return len(run) >= _LISTED and run[0] is later[0] and len({p.draft.sentence.first for p in run}) == 1


def _exact_run(whole: Placed, later: Sequence[Placed]) -> list[Placed] | None:
    """A run of neighbouring incidents that makes the whole, the earliest and longest first."""
    for start in range(len(later)):
        for length in range(min(len(later) - start, _MOST_PARTS), 1, -1):
            run = list(later[start : start + length])
            if adds_up(whole.draft, [p.draft for p in run]):
                before = start - 1
                if before >= 0 and low(later[before].draft) == low(run[0].draft):
                    run[0] = later[before]  # "لقي شخصان مصرعهما … وقال إن الحادث أسفر عن حالتي وفاة"
                return run
    return None
