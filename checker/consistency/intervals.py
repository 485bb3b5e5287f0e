"""Deciding a system by narrowing intervals."""

from __future__ import annotations

from collections.abc import Sequence

from checker.consistency.bounds import Interval
from checker.consistency.constraints import Linear
from checker.consistency.system import Element, System

#: Rounds of narrowing; each round costs one pass over the constraints.
_ROUNDS = 64


def narrow(system: System, elements: Sequence[Element]) -> dict[str, Interval] | None:
    """The figures' intervals after narrowing, or None where one becomes empty.

    None proves that the elements cannot all hold. Intervals prove that they
    can where :meth:`System.is_tree` is true.
    """
    known = system.unknowns(elements)
    if any(interval.empty for interval in known.values()):
        return None
    constraints = [system.constraints[e] for e in elements if isinstance(e, int)]
    for _ in range(_ROUNDS):
        changed = False
        for linear in constraints:
            verdict = _tighten(system, linear, known)
            if verdict is None:
                return None
            changed = changed or verdict
        if not changed:
            break
    return known


def _tighten(system: System, linear: Linear, known: dict[str, Interval]) -> bool | None:
    """Narrow the figures of one constraint; None where it cannot hold."""
    changed = False
    terms = [(coefficient, system.figure_of(claim)) for coefficient, claim in linear.terms]
    for k, (coefficient, figure) in enumerate(terms):
        low, high = _rest(terms, k, known)
        interval = known[figure]
        above = None if linear.high is None or low is None else linear.high - low
        below = None if linear.low is None or high is None else linear.low - high
        if coefficient < 0:
            above, below = (None if below is None else -below), (None if above is None else -above)
        new = interval.meets(Interval(0 if below is None else max(0, below), above))
        if new.empty:
            return None
        if new != interval:
            known[figure] = new
            changed = True
    return changed


def _rest(terms: Sequence[tuple[int, str]], skip: int, known: dict[str, Interval]) -> tuple[int | None, int | None]:
    """Least and greatest value of all terms but one; None is no limit."""
    low: int | None = 0
    high: int | None = 0
    for k, (coefficient, figure) in enumerate(terms):
        if k == skip:
            continue
        interval = known[figure]
        least, most = (
            (interval.low, interval.high)
            if coefficient > 0
            else (
                None if interval.high is None else -interval.high,
                -interval.low,
            )
        )
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return low, high
