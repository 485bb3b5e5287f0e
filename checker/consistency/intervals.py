"""Deciding a system by narrowing intervals, and saying why.

Every bound remembers what it was drawn from, so a clash leads straight back
to the few claims and constraints behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.consistency.bounds import Interval
from checker.consistency.system import Element, System

#: Sweeps over constraints that are tied in a circle; without one, two sweeps find all there is to find.
_SWEEPS = 12
#: Figures up to which values are tried one after another: each trial costs a sweep.
_TRIED = 60


class Bound(NamedTuple):
    """The least or greatest value of a figure, and what says so."""

    value: int
    element: Element | None = None
    """The claim or constraint; None for what needs no reason, such as "not below 0"."""
    others: Sequence[Bound | None] = ()
    """Bounds of the constraint's other figures that were used …"""
    skip: int = -1
    """… all but the one at this place, the figure itself."""


_ZERO = Bound(0)


class _Row(NamedTuple):
    """``sum(coefficient * figure) <= limit``: one side of a constraint."""

    element: int
    terms: tuple[tuple[int, str], ...]
    limit: int


class Net:
    """The figures of some elements with their bounds, narrowed as far as the constraints allow.

    ``clash`` holds elements that cannot all hold, or None where none was
    found. ``exact`` says that None then means that all can hold.
    """

    __slots__ = ("_high", "_low", "_rows", "clash", "exact")

    def __init__(self, system: System, elements: Sequence[Element]) -> None:
        self._low: dict[str, Bound] = {}
        self._high: dict[str, Bound] = {}
        self.clash: frozenset[Element] | None = None
        tied = [element for element in elements if isinstance(element, int)]
        for element in elements:
            if isinstance(element, str):
                self._bound(system.figure_of(element), element, system.intervals[element])
        order, self.exact = _order(system, tied) if tied else ([], True)
        self._rows: list[_Row] = []
        for index in order:
            linear = system.constraints[index]
            terms = tuple((coefficient, system.figure_of(claim)) for coefficient, claim in linear.terms)
            for _, figure in terms:
                self._low.setdefault(figure, _ZERO)
            if linear.high is not None:
                self._rows.append(_Row(index, terms, linear.high))
            if linear.low is not None:
                self._rows.append(_Row(index, tuple((-c, figure) for c, figure in terms), -linear.low))
        # Leaves before their root: where there is no circle, one sweep carries all to the root and decides.
        self._rows.reverse()
        if self._rows and not self._clashes():
            if self.exact:
                self._sweep()
            else:
                self._settle()

    def _clashes(self) -> bool:
        return self.clash is not None

    def fits(self) -> bool:
        """Whether values were found with which all holds; False proves nothing.

        Each figure in turn is set to the least value it can have, and what
        follows is drawn from it.
        """
        if self.clash is not None or len(self._low) > _TRIED:
            return False
        for figure in tuple(self._low):
            least, most = self._low[figure], self._high.get(figure)
            if most is None or most.value > least.value:
                self._high[figure] = Bound(least.value)
                if not self._settle():
                    return False
        return self._settle()

    def _bound(self, figure: str, claim: str, interval: Interval) -> None:
        low = self._low.setdefault(figure, _ZERO)
        if interval.low > low.value:
            low = self._low[figure] = Bound(interval.low, claim)
        high = self._high.get(figure)
        if interval.high is not None and (high is None or interval.high < high.value):
            high = self._high[figure] = Bound(interval.high, claim)
        if high is not None and low.value > high.value and self.clash is None:
            self.clash = _reasons(low, high)

    def _settle(self) -> bool:
        """Sweep to and fro; whether a state was reached that no constraint changes or forbids."""
        for _ in range(_SWEEPS):
            changed = self._sweep()
            if not changed or self.clash is not None:
                return self.clash is None
            self._rows.reverse()
        return False

    def _sweep(self) -> bool:
        """Narrow by every constraint once, up to a clash; whether anything changed."""
        changed = False
        for row in self._rows:
            if self._tighten(row):
                changed = True
                if self.clash is not None:
                    break
        return changed

    def _tighten(self, row: _Row) -> bool:
        """Narrow the figures of one row: none may take more than the others leave at their least."""
        low, high = self._low, self._high
        least = [low[figure] if c > 0 else high.get(figure) for c, figure in row.terms]
        unbounded = least.count(None)
        if unbounded > 1:
            return False
        room = row.limit - sum(
            c * bound.value for (c, _), bound in zip(row.terms, least, strict=True) if bound is not None
        )
        changed = False
        for place, (c, figure) in enumerate(row.terms):
            own = least[place]
            if own is None:
                most = c * room
            elif unbounded:
                continue
            else:
                most = c * room + own.value
            if c > 0:
                now = high.get(figure)
                if now is not None and now.value <= most:
                    continue
                high[figure] = Bound(most, row.element, least, place)
            else:
                if low[figure].value >= most:
                    continue
                low[figure] = Bound(most, row.element, least, place)
            changed = True
            top = high.get(figure)
            if top is not None and low[figure].value > top.value:
                self.clash = _reasons(low[figure], top)
                return True
        return changed


def _order(system: System, tied: Sequence[int]) -> tuple[list[int], bool]:
    """Constraints from a root outwards, and whether no figure is reached by two ways."""
    by_figure: dict[str, list[int]] = {}
    figures = {index: [system.figure_of(claim) for _, claim in system.constraints[index].terms] for index in tied}
    for index, names in figures.items():
        for figure in names:
            by_figure.setdefault(figure, []).append(index)
    tree = True
    order: list[int] = []
    entered: dict[int, str] = {}
    reached: set[str] = set()
    for root in tied:
        if root in entered:
            continue
        entered[root] = ""
        queue = [root]
        for index in queue:
            tree = tree and len(set(figures[index])) == len(figures[index])
            for figure in figures[index]:
                if figure == entered[index]:
                    continue
                tree = tree and figure not in reached
                reached.add(figure)
                for neighbour in by_figure[figure]:
                    if neighbour not in entered:
                        entered[neighbour] = figure
                        queue.append(neighbour)
        order.extend(queue)
    return order, tree


def _reasons(*bounds: Bound) -> frozenset[Element]:
    """All claims and constraints that the bounds were drawn from."""
    found: set[Element] = set()
    seen: set[int] = set()
    waiting = list(bounds)
    while waiting:
        bound = waiting.pop()
        if id(bound) in seen:
            continue
        seen.add(id(bound))
        if bound.element is not None:
            found.add(bound.element)
        waiting.extend(other for place, other in enumerate(bound.others) if place != bound.skip and other is not None)
    return frozenset(found)
