"""What speaks for and against two figures of different articles being one.

Each piece of evidence has a name and a number; ``rules/across.toml`` holds
what each is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log2

from checker.across import common
from checker.across.places import distance, gazetteer
from checker.across.profile import Keys, Profile, Told
from checker.claims.slips import is_slip
from checker.model import WIDE_GROUPS, Group, Hedge, Outcome

_UNARMED = frozenset({Group.CIVILIANS, Group.WOMEN, Group.CHILDREN})
_LUMPED = frozenset({Outcome.KILLED, Outcome.CASUALTIES})
#: Places this near to each other may be one for two writers, in kilometres.
_NEAR = 60.0
#: … and so near to a province, whose place is that of its middle.
_WIDE_AREA = 200.0
#: A day that a paper gives may be off by the night between.
_SLACK = 1
#: Numbers further from each other than this are of different figures.
_FAR = 12
#: A number below this is shared by chance.
_TELLING = 3
#: So many figures that two articles share (the binary logarithm of one more than three) are those of one story.
_ONE_STORY = 2.0
#: Kinds of happening that come again day after day.
_FIGHTING = frozenset({"clash", "raid", "operation"})


def compatible(a: Told, b: Told) -> bool:
    """Whether two figures can count the same people at all."""
    if a.outcome is not b.outcome and not ({a.outcome, b.outcome} <= _LUMPED and a.number == b.number):
        return False  # "20 ضحية" may be the dead, but only their number says so
    if (a.bounds.high == 0) != (b.bounds.high == 0):
        return False
    if Hedge.VAGUE not in (a.hedge, b.hedge) and not 1 / _FAR <= (a.number + 1) / (b.number + 1) <= _FAR:
        return False
    return a.group is b.group or a.group in WIDE_GROUPS or b.group in WIDE_GROUPS or {a.group, b.group} <= _UNARMED


def agree(a: Told, b: Told) -> bool:
    """Whether the bounds of two figures can hold together."""
    return not a.bounds.meets(b.bounds).empty


def overlap(a: Keys, b: Keys) -> float:
    """Shared members as a share of the smaller set; 0 where one is empty."""
    small = min(len(a), len(b))
    return len(a & b) / small if small else 0.0


def likeness(a: Keys, b: Keys) -> float:
    """Shared members as a share of all."""
    both = len(a | b)
    return len(a & b) / both if both else 0.0


#: How two sets of places fit: a town is shared, a country or the neighbourhood is, or they are apart.
TOWN, REGION, APART = 2, 1, 0


@lru_cache(maxsize=100_000)
def _one_place(a: str, b: str) -> int:
    known = gazetteer().by_name
    if a == b:
        return REGION if is_country(a) else TOWN
    for p in known[a]:
        for q in known[b]:
            if p.country == q.country and (is_country(a) or is_country(b)):
                return REGION
            far = distance(p, q)
            if far is not None and far <= (_WIDE_AREA if p.area or q.area else _NEAR):
                return REGION
    return APART


@lru_cache(maxsize=100_000)
def is_country(name: str) -> bool:
    """Whether a name is (also) that of a country."""
    return any(place.latitude is None for place in gazetteer().by_name[name])


def place_match(a: Iterable[str], b: Iterable[str]) -> int | None:
    """How the places of two texts fit, None if one names none; countries are looked at only beside no towns."""
    towns_a, towns_b = ([name for name in names if not is_country(name)] for names in (a, b))
    if towns_a and towns_b:
        a, b = towns_a, towns_b
    best: int | None = None
    for p in a:
        for q in b:
            match = _one_place(p, q)
            if match == TOWN:
                return TOWN
            best = match if best is None else max(best, match)
    return best


def day_gap(a: Iterable[int], b: Iterable[int]) -> int | None:
    """The least number of days between two sets of days; None where one is empty."""
    return min((abs(p - q) for p in a for q in b), default=None)


def article_evidence(a: Profile, b: Profile) -> dict[str, float]:
    """The evidence for two articles telling of the same."""
    gap = abs(a.day - b.day) if a.day is not None and b.day is not None else None
    main = place_match(a.places, b.places)
    xs, ys = _numbers(a), _numbers(b)
    return {
        "articles: region shared": float(main == REGION),
        "articles: places apart": float(main == APART),
        "articles: days between": log2(1 + gap) if gap is not None else 1.0,
        "articles: many figures shared": log2(1 + len(xs & ys)),
    }


def _numbers(a: Profile) -> frozenset[tuple[str, int]]:
    return frozenset((t.outcome.value, t.number) for t in a.figures if t.number >= _TELLING)


def _beside(a: Told, p: Profile) -> frozenset[tuple[str, int]]:
    return frozenset((p.figures[k].outcome.value, p.figures[k].number) for k in a.beside)


def apart(a: Told, b: Told) -> bool:
    """Whether the figures' own sentences name places that lie apart."""
    return a.own_place and b.own_place and place_match(a.places, b.places) == APART


def of_other_days(a: Told, b: Told, p: Profile, q: Profile, around: Mapping[str, float]) -> bool:
    """Whether two figures that do not agree sum up what happened on two days.

    Offices list the incidents of every day in the same words. A toll that is
    told as risen, a day that both name and several figures shared are those of
    one story.
    """
    if not (a.several and b.several) or a.raised or b.raised or p.day is None or q.day is None or p.day == q.day:
        return False
    one_story = bool(around["days shared"]) or around["articles: many figures shared"] >= _ONE_STORY
    return not one_story and not agree(a, b)


def evidence(a: Told, b: Told, p: Profile, q: Profile) -> dict[str, float]:
    """The evidence for two figures being one, numbers aside."""
    place = place_match(a.places, b.places)
    gap = day_gap(a.days, b.days)
    beside_a, beside_b = _beside(a, p), _beside(b, q)
    shared = beside_a & beside_b
    clause = max(overlap(x, y) for x in a.clauses for y in b.clauses)
    sentence = max(overlap(x, y) for x in a.sentences for y in b.sentences)
    sentence_alike = max(likeness(x, y) for x in a.sentences for y in b.sentences)
    slot = _same_slot(a, b, p, q)
    front_a, front_b = a.title or a.lead, b.title or b.lead
    return {
        "clause words": clause,
        "sentence words": sentence,
        "sentence alike": sentence_alike,
        "around alike": likeness(a.around, b.around),
        "telling words around": common.likeness(a.around, b.around),
        "telling words of the sentence": max(common.likeness(x, y) for x in a.sentences for y in b.sentences),
        "rare words": overlap(a.rare, b.rare),
        "nothing alike": float(not clause and not sentence),
        "kinds shared": float(bool(a.kinds & b.kinds)),
        "places shared": float(place == TOWN),
        "region shared": float(place == REGION),
        "places apart": float(place == APART),
        "own places apart": float(place == APART and a.own_place and b.own_place),
        "days shared": float(gap is not None and gap <= _SLACK),
        "days apart": float(gap is not None and gap > _SLACK),
        "own days apart": float(bool(gap) and a.own_day and b.own_day and not (a.raised or b.raised)),
        "both of several, days apart": float(bool(gap) and a.several and b.several),
        "both background": float(a.background and b.background),
        "same group": float(a.group is b.group and a.group is not Group.PEOPLE),
        "group left open": float(a.group is not b.group),
        "outcome lumped": float(a.outcome is not b.outcome),
        "same noun": float(bool(a.nouns & b.nouns)),
        "both headlines": float(a.title and b.title),
        "only one in the headline": float(a.title != b.title),
        "both in front": float(front_a and front_b),
        "only one in front": float(front_a != front_b),
        "only one is a part": float((a.whole is None) != (b.whole is None)),
        "same parts": float(bool(_parts(a, p) & _parts(b, q))),
        "both others": float(a.others and b.others),
        "only one is in a list": float(a.listed != b.listed),
        "same figures beside": float(min(len(shared), 2)),
        "large figures beside": float(any(n >= _TELLING for _, n in shared)),
        "same slot": float(slot),
        "same figure in one breath": float(bool(_breath(a, p) & _breath(b, q))),
        "one adds up to the other": float(_adds_up(a, b, p) or _adds_up(b, a, q)),
        "other figures beside": float(bool(beside_a and beside_b and not shared)),
        "only one is a list of several": float(a.several != b.several),
        "order apart": log2(1 + abs(a.order - b.order)),
        "only one is implicit": float(a.implicit != b.implicit),
        "kinds apart": float(bool(a.kinds and b.kinds) and not a.kinds & b.kinds),
        "names shared": float(bool(a.names & b.names)),
        "each has a name of its own": float(bool(a.names - q.names) and bool(b.names - p.names)),
        "only ones": float(a.sole and b.sole),
    }


def _breath(a: Told, p: Profile) -> frozenset[tuple[str, int]]:
    return frozenset((p.figures[k].outcome.value, p.figures[k].number) for k in a.paired)


def _same_slot(a: Told, b: Told, p: Profile, q: Profile) -> bool:
    """Whether both are the one figure of their outcome beside the one figure of another outcome, which is the same.

    "قتل 4 وأصيب 3" and "قتل 4 وأصيب 5".
    """
    x, y = _alone(a, p), _alone(b, q)
    return a.outcome.value not in x and b.outcome.value not in y and any(x[k] == y.get(k) for k in x)


def _adds_up(a: Told, b: Told, p: Profile) -> bool:
    """Whether a figure and one beside it make the other: "ضابط وثلاثة جنود" beside "أربعة عسكريين"."""
    return a.number < b.number and any(
        p.figures[k].outcome is a.outcome and p.figures[k].whole is None and a.number + p.figures[k].number == b.number
        for k in a.beside
    )


def _alone(a: Told, p: Profile) -> dict[str, int]:
    """The numbers beside a figure, by outcome, of which there is just one that is no part."""
    found: dict[str, list[int]] = {}
    for k in a.beside:
        if p.figures[k].whole is None and p.figures[k].group_of != a.group_of:
            found.setdefault(p.figures[k].outcome.value, []).append(p.figures[k].number)
    if a.outcome.value in found:
        return {a.outcome.value: -1}
    return {outcome: numbers[0] for outcome, numbers in found.items() if len(numbers) == 1}


def _parts(a: Told, p: Profile) -> frozenset[tuple[str, int]]:
    return frozenset((p.figures[k].group.value, p.figures[k].number) for k in a.parts)


def value_evidence(a: Told, b: Told, p: Profile, q: Profile, around: dict[str, float]) -> dict[str, float]:
    """What the two numbers say; where they differ, ``around`` (the other evidence) counts again."""
    x, y = a.number, b.number
    equal = x == y
    vague = Hedge.VAGUE in (a.hedge, b.hedge)
    differ = not equal and not agree(a, b)
    low, high = min(x, y), max(x, y)
    ratio = (high + 1) / (low + 1)
    return {
        "same number": float(equal and not vague),
        "one vague": float((a.hedge is Hedge.VAGUE) != (b.hedge is Hedge.VAGUE)),
        "same large number": float(equal and x >= 10 and not vague),
        "numbers agree": float(not equal and not differ),
        "numbers differ": float(differ),
        "numbers a slip apart": float(differ and is_slip(x, y)),
        "numbers within a half": float(differ and low > 1 and ratio <= 1.5),
        "one against many": float((low == 1) != (high == 1)),
        "numbers apart": log2(ratio) if differ else 0.0,
        "differ, neither in front": float(differ and not around["both in front"] and not around["only one in front"]),
        "differ, around alike": float(differ) * around["around alike"],
        "differ, telling words around": float(differ) * around["telling words around"],
        "differ, telling words of the sentence": float(differ) * around["telling words of the sentence"],
        "differ, an earlier count": float(differ and (a.earlier or b.earlier)),
        "differ, both earlier": float(differ and a.earlier and b.earlier),
        "differ, others beside": float(differ and around["other figures beside"]),
        "differ, one is a person": float(differ and low <= 1),
        "differ, killed and hurt in one": float(differ and a.outcome is Outcome.CASUALTIES),
        "differ, the later gives more": float(differ and _grows(a, b, p, q)),
        "differ, kinds apart": float(differ) * around["kinds apart"],
        "differ, the later is raised": float(differ and _raised(a, b, p, q)),
        "differ, rarest words shared": log2(1 + _rarest(a, b)) if differ else 0.0,
        "differ, several, days between": float(differ and (a.several or b.several)) * around["articles: days between"],
        "differ, names shared": float(differ) * around["names shared"],
        "numbers far apart": float(differ and ratio > 3),
        "differ, fighting": float(differ and _fighting(a, b)),
        "differ, fighting, days between": float(differ and _fighting(a, b)) * around["articles: days between"],
    }


def _rarest(a: Told, b: Told) -> int:
    """How many words that hardly any article has stand around both."""
    return len(common.rarest(a.around) & common.rarest(b.around))


def _grows(a: Told, b: Told, p: Profile, q: Profile) -> bool:
    """Whether the later of two articles, by a day or more, gives more; of the missing, less."""
    later = (q.day or 0) - (p.day or 0)
    if p.day is None or q.day is None or not later:
        return False
    return ((b.number - a.number) * later > 0) is not (a.outcome is Outcome.MISSING)


def _raised(a: Told, b: Told, p: Profile, q: Profile) -> bool:
    """Whether the greater of two numbers is told as risen, in an article that is not the older one."""
    if a.number > b.number:
        a, b, p, q = b, a, q, p
    return b.raised and (p.day is None or q.day is None or q.day >= p.day)


def _fighting(a: Told, b: Told) -> bool:
    """Whether two figures are of fighting, whose tolls look alike from day to day."""
    named = a.kinds | b.kinds
    return bool(named & _FIGHTING) and not named - _FIGHTING


def rivals(p: Profile, q: Profile, near: dict[tuple[int, int], float]) -> dict[tuple[int, int], dict[str, float]]:
    """For each pair of figures what the other pairs say: is either told by a better match in the other article?

    ``near`` holds the pairs that are compatible, each with how alike their
    surroundings are, numbers aside.
    """
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    equal_a: dict[int, set[int]] = {}
    equal_b: dict[int, set[int]] = {}
    for (i, j), alike in near.items():
        best_a[i] = max(best_a.get(i, 0.0), alike)
        best_b[j] = max(best_b.get(j, 0.0), alike)
        if p.figures[i].number == q.figures[j].number:
            equal_a.setdefault(i, set()).add(j)
            equal_b.setdefault(j, set()).add(i)
    found = {}
    for (i, j), alike in near.items():
        equal = p.figures[i].number == q.figures[j].number
        other = bool(equal_a.get(i, set()) - {j}) + bool(equal_b.get(j, set()) - {i})
        others = [near[i, k] for k in equal_a.get(i, set()) - {j}] + [near[k, j] for k in equal_b.get(j, set()) - {i}]
        nearer = bool(others) and max(others) >= alike
        nearest = float(alike >= best_a[i]) + float(alike >= best_b[j])
        found[i, j] = {
            "nearest to each other": float(nearest == 2),
            "another is nearer": (best_a[i] - alike) + (best_b[j] - alike),
            "differ, nearest to each other": float(nearest == 2 and not equal),
            "differ, another is nearer": 0.0 if equal else (best_a[i] - alike) + (best_b[j] - alike),
            "differ, its number is told otherwise": 0.0 if equal else float(other > 0),
            "differ, its number is told nearer": 0.0 if equal else float(nearer),
            "same, as are others": float(equal and other > 0),
        }
    return found
