"""Which articles are worth comparing: those of one day or the next that share a place or a telling figure.

Blocks are keyed by what two tellings of one happening nearly always share.
Within a block articles stand in the order of their days, and each is compared
with the next few only: the cost grows with the number of articles times the
logarithm of it (the sorting), however large a block is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.across.profile import Profile
from checker.model import Hedge

#: So few articles are all compared with one another.
_ALL = 40
#: Articles that stand further apart than this, in days of publication, tell of one happening as background only.
_DAYS = 2
#: The next so many articles of a block are looked at.
_WINDOW = 10
#: A number below this is shared by chance.
_TELLING = 3


def article_pairs(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Pairs of articles (by index, ordered) that may share a figure."""
    told = [k for k, p in enumerate(profiles) if p.figures]
    if len(told) <= _ALL:
        return [(m, n) for i, m in enumerate(told) for n in told[i + 1 :]]
    blocks: dict[object, list[int]] = defaultdict(list)
    for k in told:
        for key in keys(profiles[k]):
            blocks[key].append(k)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) > 1:
            found.update(_neighbours(members, profiles))
    return sorted(found)


def _neighbours(members: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    ordered = sorted(members, key=lambda k: (profiles[k].day or 0, k))
    for i, m in enumerate(ordered):
        for n in ordered[i + 1 : i + 1 + _WINDOW]:
            first, second = profiles[m].day, profiles[n].day
            if first is not None and second is not None and second - first > _DAYS:
                break
            yield (m, n) if m < n else (n, m)


def keys(profile: Profile) -> Iterator[tuple[str, ...]]:
    """What an article is blocked by: the figures that it gives beside a place, and its places with its kinds."""
    for told in profile.figures:
        front = told.title or told.lead
        for place in told.places:
            if told.hedge is not Hedge.VAGUE and told.number >= _TELLING:
                yield (place, told.outcome.value, str(told.number))
            if front:
                yield (place, told.outcome.value, "front")
    for place in profile.places:
        for kind in profile.kinds:
            yield (place, kind)
