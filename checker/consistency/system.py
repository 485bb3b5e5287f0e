"""A system of figures and constraints that can be decided."""

from __future__ import annotations

from collections.abc import Mapping

from checker.consistency.bounds import Interval
from checker.consistency.constraints import Linear
from checker.values import frozen

#: One thing that can be taken out of a system: a claim's bounds, or a constraint by its index.
Element = str | int


@frozen
class System:
    """Claims with intervals, the figure that each claim states, and the constraints between figures."""

    intervals: Mapping[str, Interval]
    figure: Mapping[str, str]
    """The figure of a claim; a claim without an entry is a figure of its own."""
    constraints: tuple[Linear, ...]

    def figure_of(self, claim: str) -> str:
        """The name of the unknown that the claim bounds."""
        return self.figure.get(claim, claim)

    def components(self) -> list[tuple[Element, ...]]:
        """Claims and constraints that hang together, in order of their first claim."""
        parent: dict[str, str] = {}

        def find(name: str) -> str:
            parent.setdefault(name, name)
            while parent[name] != name:
                parent[name] = parent[parent[name]]
                name = parent[name]
            return name

        for linear in self.constraints:
            first, *rest = [find(self.figure_of(claim)) for _, claim in linear.terms]
            for other in rest:
                parent[find(other)] = find(first)
        groups: dict[str, list[Element]] = {}
        for claim in self.intervals:
            groups.setdefault(find(self.figure_of(claim)), []).append(claim)
        for index, linear in enumerate(self.constraints):
            groups.setdefault(find(self.figure_of(linear.terms[0][1])), []).append(index)
        return [tuple(group) for group in groups.values()]
