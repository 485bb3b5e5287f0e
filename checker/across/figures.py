"""Figures that several articles give, with what they say of each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from checker.across.evidence import is_country
from checker.across.joining import Group as Linked
from checker.across.places import gazetteer
from checker.across.profile import Profile, Told
from checker.model import Claim, Figure, Group, Mention

#: Where articles say differently who is counted, the first of these that one of them says.
_SPECIFIC = (Group.SECURITY, Group.MILITANTS, Group.CHILDREN, Group.WOMEN, Group.CIVILIANS, Group.OTHER)


def holds(figures: Sequence[Told]) -> bool:
    """Whether all that is said of one figure can be true, "about" read as exact."""
    highs = [told.strict.high for told in figures if told.strict.high is not None]
    return not highs or max(told.strict.low for told in figures) <= min(highs)


def holds_loosely(figures: Sequence[Told]) -> bool:
    """Whether all can be true if "about" leaves room, as the thresholds say."""
    highs = [told.bounds.high for told in figures if told.bounds.high is not None]
    return not highs or max(told.bounds.low for told in figures) <= min(highs)


def told(group: Linked, profiles: Sequence[Profile]) -> list[tuple[Profile, Told]]:
    """The figures of a group with their articles."""
    return [(profiles[article], profiles[article].figures[figure]) for article, figure in group.nodes]


def figures_of(
    groups: Sequence[Linked], profiles: Sequence[Profile], claims: Sequence[Mapping[str, Claim]]
) -> tuple[Figure, ...]:
    """The groups as values of the report; ``claims`` are those of each article by id."""
    happenings = _happenings(groups, profiles, claims)
    labels = {name: _label([told(groups[k], profiles) for k in members]) for name, members in happenings.items()}
    happening_of = {k: name for name, members in happenings.items() for k in members}
    return tuple(
        _figure(f"f{k + 1}", happening_of[k], labels[happening_of[k]], group, profiles, claims)
        for k, group in enumerate(groups)
    )


def _figure(
    name: str,
    happening: str,
    event: str,
    group: Linked,
    profiles: Sequence[Profile],
    claims: Sequence[Mapping[str, Claim]],
) -> Figure:
    members = told(group, profiles)
    mentions = [
        Mention(profiles[article].path, iso(profiles[article].day), claims[article][claim])
        for article, figure in group.nodes
        for claim in profiles[article].figures[figure].claims
    ]
    numbers = [one.number for _, one in members]
    groups = {one.group for _, one in members}
    outcomes = Counter(one.outcome for _, one in members)
    return Figure(
        name,
        happening,
        event,
        outcomes.most_common(1)[0][0],
        next((g for g in _SPECIFIC if g in groups), Group.PEOPLE),
        tuple(mentions),
        min(numbers),
        max(numbers),
        holds([one for _, one in members]),
        group.confidence,
        group.reasons,
        tuple(day for day in map(iso, _days(members)) if day is not None),
    )


def iso(day: int | None) -> str | None:
    """A proleptic ordinal as an ISO date."""
    return None if day is None else date.fromordinal(day).isoformat()


def _days(members: Iterable[tuple[Profile, Told]]) -> list[int]:
    """The days of a happening that its articles speak of, those of most articles first."""
    days = Counter(day for _, one in members for day in one.days)
    return [day for day, _ in sorted(days.items(), key=lambda item: (-item[1], item[0]))]


def _happenings(
    groups: Sequence[Linked], profiles: Sequence[Profile], claims: Sequence[Mapping[str, Claim]]
) -> dict[str, list[int]]:
    """Groups that an article tells of in one happening, under a name in the order of the articles."""
    parent = list(range(len(groups)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    seen: dict[tuple[int, str], int] = {}
    for k, group in enumerate(groups):
        for article, figure in group.nodes:
            for claim in profiles[article].figures[figure].claims:
                first = seen.setdefault((article, claims[article][claim].event), k)
                a, b = sorted((root(first), root(k)))
                parent[b] = a
    found: dict[int, list[int]] = defaultdict(list)
    for k in range(len(groups)):
        found[root(k)].append(k)
    return {f"h{n}": members for n, members in enumerate(found.values(), 1)}


def _label(groups: Sequence[Sequence[tuple[Profile, Told]]]) -> str:
    """What happened, where and when, in the words that most articles give: "blast · الموصل · 2015-07-25"."""
    members = [member for group in groups for member in group]
    kinds = Counter(kind for _, one in members for kind in one.kinds)
    places = Counter(place for _, one in members for place in one.places)
    known = gazetteer().by_name
    towns = {name: count for name, count in places.items() if not is_country(name)}
    place = _place(towns or places)
    day = iso(_days(members)[0]) if _days(members) else None
    return " · ".join(part for part in (_most(kinds), known[place][0].shown if place else "", day) if part)


def _most(counts: Mapping[str, int]) -> str:
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _place(counts: Mapping[str, int]) -> str:
    """The place that is named most, the larger of two."""
    known = gazetteer().by_name
    return min(counts, key=lambda name: (-counts[name], -known[name][0].people, name), default="")
