"""Numbers that a hand makes of each other, and chance hardly: two digits swapped, or a step in several hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.slips import is_swapped
from checker.relations.arithmetic import stated
from checker.relations.differing import differing_evidence
from checker.relations.evidence import Placed, differ, evidence
from checker.relations.same import Link, default_weights, is_candidate

#: Enough for a warning: they may count different people after all.
_LIKELY = 0.7
#: All other evidence must not speak against it more than this.
_LEAST = 0.05
#: Numbers from this size on are nearly the same if they differ by a hundredth at the most.
_GREAT = 100
#: Smaller numbers are made of each other by chance.
_TEENS = 12
#: Claims further than this from each other in the list are not compared.
_WINDOW = 60


def swapped_links(placed: Sequence[Placed]) -> Iterator[Link]:
    """Such figures of one outcome that count the same noun, or of which one is a headline's."""
    numbers = [stated(p.draft) or 0 for p in placed]
    for i, a in enumerate(placed):
        if numbers[i] < _TEENS:
            continue
        for b in placed[i + 1 : i + 1 + _WINDOW]:
            if a.draft.outcome is b.draft.outcome and _slipped(numbers[i], numbers[b.index]) and _can_be_one(a, b):
                yield Link(a.index, b.index, _LIKELY, True, ("a slip of the hand",))


def _slipped(a: int, b: int) -> bool:
    small, large = sorted((a, b))
    return is_swapped(a, b) or (_GREAT <= small < large <= small + small // _GREAT)


def _can_be_one(a: Placed, b: Placed) -> bool:
    x, y = a.draft, b.draft
    named = bool(x.victims_key) and x.victims_key == y.victims_key
    apart = x.sentence == y.sentence or (x.whole is None) != (y.whole is None) or x.earlier or y.earlier
    if apart or not differ(x, y) or not (named or x.sentence.in_title) or (a.again and b.again):
        return False
    if abs((stated(x) or 0) - (stated(y) or 0)) in a.numbers or not is_candidate(a, b, conflict=True):
        return False  # "12, before nine more were found", and 21
    chance, _ = default_weights().differ.judge({**evidence(a, b), **differing_evidence(a, b)})
    return chance >= _LEAST
