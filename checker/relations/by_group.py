"""People of one group told over several tolls: "مقتل 39 طفلا … بينهم 36 طفلا … بينهم طفل … طفلين"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.model import WIDE_GROUPS, Hedge
from checker.relations.arithmetic import adds_up, low
from checker.relations.evidence import Placed

#: A total from this size on, made by all of three or more, is not made by chance.
_TELLING, _SEVERAL = 6, 3


class Told(NamedTuple):
    """How many of a group there were, and the figures of the group that make it."""

    whole: Placed
    parts: Sequence[Placed]


def told_over_tolls(placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]]) -> Iterator[Told]:
    """The first figures of a group that all its later ones, parts of different tolls, make exactly."""
    for whole in placed:
        draft = whole.draft
        counted = draft.whole is None and draft.path not in ("reference", "joined", "zero")
        if draft.group in WIDE_GROUPS or not counted or low(draft) < _TELLING:
            continue
        later = _later(whole, placed, same)
        over = len({id(p.draft.whole) for p in later if p.draft.whole is not None}) > 1
        if len(later) >= _SEVERAL and over and adds_up(draft, [p.draft for p in later]):
            yield Told(whole, later)


def _later(whole: Placed, placed: Sequence[Placed], same: Mapping[int, tuple[int, ...]]) -> list[Placed]:
    """The later figures of the group, each once."""
    seen = set(same.get(whole.index, (whole.index,)))
    found: list[Placed] = []
    for p in placed[whole.index + 1 :]:
        draft = p.draft
        alike = draft.outcome is whole.draft.outcome and draft.group is whole.draft.group
        its_own = draft.whole is whole.draft  # a part beside it, told again among the others
        if not alike or its_own or p.index in seen or draft.earlier or draft.mention.hedge is Hedge.VAGUE:
            continue
        seen.update(same.get(p.index, (p.index,)))
        found.append(p)
    return found
