"""Smallest sets of claims and constraints that cannot all hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.consistency.bounds import Interval
from checker.consistency.intervals import narrow
from checker.consistency.system import Element, System

#: Conflicts reported for one group of figures that hang together.
_MOST = 12


def conflicts(system: System) -> Iterator[tuple[Element, ...]]:
    """Every conflict of a system, each a minimal core.

    After a core is found the element that explains it is taken out and the
    search goes on: the odd value of a repeated figure, else the constraint.
    """
    for component in system.components():
        elements = list(component)
        for figure_claims in _by_figure(system, elements):
            best, odd = _vote(system, figure_claims)
            yield from _repeats(system, figure_claims, best, odd)
            elements = [e for e in elements if e not in odd]
        for _ in range(_MOST):
            found = minimal_core(system, elements)
            if found is None:
                break
            yield found
            elements = [e for e in elements if e != _explains(found)]


def _by_figure(system: System, elements: Sequence[Element]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for element in elements:
        if isinstance(element, str):
            groups.setdefault(system.figure_of(element), []).append(element)
    return [claims for claims in groups.values() if len(claims) > 1]


def _vote(system: System, claims: Sequence[str]) -> tuple[Interval, list[str]]:
    """The interval that most claims of a figure state, and the claims that exclude it."""
    votes = Counter(system.intervals[claim] for claim in claims)
    best = max(votes, key=lambda interval: votes[interval])
    return best, [claim for claim in claims if system.intervals[claim].meets(best).empty]


def _repeats(system: System, claims: Sequence[str], best: Interval, odd: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of claims of one figure that exclude each other, the odd one last.

    On a line, intervals have a number in common exactly if any two of them
    have, so pairs are all the minimal cores there are.
    """
    order = {claim: k for k, claim in enumerate(claims)}
    usual = [claim for claim in claims if system.intervals[claim] == best]
    told: set[Interval] = set()
    for claim in odd:
        if system.intervals[claim] not in told:
            told.add(system.intervals[claim])
            yield min(usual, key=lambda c: (abs(order[c] - order[claim]), order[c])), claim


def minimal_core(system: System, elements: Sequence[Element]) -> tuple[Element, ...] | None:
    """A minimal core of the elements, or None if they can all hold."""
    if narrow(system, elements) is None:
        elements = _shrink(system, elements)
        if system.is_tree(elements):
            return tuple(elements)
    elif system.is_tree(elements):
        return None
    from checker.consistency.solver import solve

    return solve(system, elements)


def _shrink(system: System, elements: Sequence[Element]) -> tuple[Element, ...]:
    """Take out one element after another as long as narrowing still fails."""
    core = list(elements)
    named = {c for e in elements if isinstance(e, int) for c in system.constraints[e].claims}
    for element in sorted(elements, key=lambda e: (isinstance(e, int), e in named, -elements.index(e))):
        rest = [e for e in core if e != element]
        if narrow(system, rest) is None:
            core = rest
    return tuple(core)


def _explains(core: Sequence[Element]) -> Element:
    """The element to take out so that the search goes on."""
    constraints = [element for element in core if isinstance(element, int)]
    return constraints[-1] if constraints else core[-1]
