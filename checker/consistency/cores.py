"""Smallest sets of claims and constraints that cannot all hold."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.consistency.bounds import Interval
from checker.consistency.intervals import Net
from checker.consistency.system import Element, System

#: Conflicts reported for one group of figures that hang together.
_MOST = 12
#: A larger conflict is reported as it was found: nobody follows it, and each element is a test of its own.
_LARGEST = 200


def conflicts(system: System) -> Iterator[tuple[Element, ...]]:
    """The conflicts of a system, each a minimal core.

    After a core is found the element that explains it is taken out and the
    search goes on: the odd value of a repeated figure, else the constraint.
    """
    for component in system.components():
        elements: Sequence[Element] = component
        if refute(system, elements) is None:
            continue
        for claims in _by_figure(system, elements):
            usual, odd = _vote(system, claims, elements)
            if odd:
                yield from _repeats(system, claims, usual, odd)
                excluded = set(odd)
                elements = [element for element in elements if element not in excluded]
        for _ in range(_MOST):
            core = minimal_core(system, elements)
            if core is None:
                break
            core = _as_named(system, core) or core
            yield core
            explaining = _explains(core)
            elements = [element for element in elements if element != explaining]


def refute(system: System, elements: Sequence[Element]) -> frozenset[Element] | None:
    """Some of the elements that cannot all hold, or None if they can.

    Narrowing decides what is not tied in a circle, and most of the rest;
    what is left goes to the solver.
    """
    net = Net(system, elements)
    if net.clash is not None:
        return net.clash
    if net.exact or net.fits():
        return None
    from checker.consistency.solver import solve

    return solve(system, elements)


def minimal_core(system: System, elements: Sequence[Element]) -> tuple[Element, ...] | None:
    """Elements that cannot all hold though any of them left out would let them, or None.

    Of several the one with claims that the constraints name, and with the
    earlier ones.
    """
    found = refute(system, elements)
    if found is None:
        return None
    named = {claim for element in found if isinstance(element, int) for claim in system.constraints[element].claims}
    core = [element for element in elements if element in found or element in named]
    if len(core) > _LARGEST:
        return tuple(core)
    places = {element: place for place, element in enumerate(core)}
    for element in sorted(core, key=lambda e: (isinstance(e, int), e in named, -places[e])):
        rest = [other for other in core if other != element]
        if refute(system, rest) is not None:
            core = rest
    return tuple(core)


def _by_figure(system: System, elements: Sequence[Element]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for element in elements:
        if isinstance(element, str):
            groups.setdefault(system.figure_of(element), []).append(element)
    return [claims for claims in groups.values() if len(claims) > 1]


def _vote(system: System, claims: Sequence[str], elements: Sequence[Element]) -> tuple[Interval, list[str]]:
    """The interval that most claims of a figure state, and the claims that exclude it.

    Of several numbers stated equally often it is the first that all else can hold with.
    """
    votes = Counter(system.intervals[claim] for claim in claims)
    most = max(votes.values())
    best = [interval for interval in votes if votes[interval] == most]
    usual = best[0]
    if len(best) > 1 and all(interval.low == interval.high for interval in best):
        others = [element for element in elements if element not in set(claims)]
        usual = next((interval for interval in best if _fits(system, interval, claims, others)), usual)
    return usual, [claim for claim in claims if system.intervals[claim].meets(usual).empty]


def _fits(system: System, interval: Interval, claims: Sequence[str], others: Sequence[Element]) -> bool:
    """Whether a figure can have a number of the interval, whatever else is said."""
    stating = [claim for claim in claims if system.intervals[claim] == interval]
    return refute(system, [*stating, *others]) is None


def _repeats(system: System, claims: Sequence[str], usual: Interval, odd: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of claims of one figure that exclude each other: the nearest usual one, and the odd one.

    On a line, intervals have a number in common exactly if any two of them
    have, so pairs are all the minimal cores there are. Each odd value is told
    once.
    """
    places = {claim: place for place, claim in enumerate(claims)}
    agreeing = [place for place, claim in enumerate(claims) if system.intervals[claim] == usual]
    told: set[Interval] = set()
    for claim in odd:
        if system.intervals[claim] in told:
            continue
        told.add(system.intervals[claim])
        after = bisect_left(agreeing, places[claim])
        near = agreeing[max(0, after - 1) : after + 1]
        yield claims[min(near, key=lambda place: (abs(place - places[claim]), place))], claim


def _as_named(system: System, core: Sequence[Element]) -> tuple[Element, ...] | None:
    """The conflict of the constraints with the very claims that they name, odd values or not, if it is one."""
    tied = [element for element in core if isinstance(element, int)]
    named = dict.fromkeys(claim for index in tied for _, claim in system.constraints[index].terms)
    if not tied or all(claim in core for claim in named):
        return None
    found = minimal_core(system, [*(claim for claim in named if claim in system.intervals), *tied])
    return found if found is not None and any(isinstance(element, int) for element in found) else None


def _explains(core: Sequence[Element]) -> Element:
    """The element to take out so that the search goes on."""
    constraints = [element for element in core if isinstance(element, int)]
    return constraints[-1] if constraints else core[-1]
