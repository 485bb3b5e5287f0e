"""Deciding a system with z3, for figures that are tied in a circle.

z3 is imported when narrowing leaves a question open and not before: almost no
document needs it.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.consistency.system import Element, System

#: z3's own count of work, the same on every machine: some seconds. A question open then is left open.
_EFFORT = 20_000_000


def solve(system: System, elements: Sequence[Element]) -> frozenset[Element] | None:
    """Elements that cannot all hold, or None if they can; figures are whole numbers from 0 on.

    z3 does not make its cores minimal unless ``smt.core.minimize`` says so.
    """
    import z3

    context = z3.Context()  # of its own: what was solved before must not sway which core is found
    solver = z3.Solver(ctx=context)
    solver.set("smt.core.minimize", True)
    solver.set("smt.random_seed", 0)
    solver.set("rlimit", _EFFORT)
    unknowns: dict[str, z3.ArithRef] = {}

    def unknown(claim: str) -> z3.ArithRef:
        figure = system.figure_of(claim)
        if figure not in unknowns:
            unknowns[figure] = z3.Int(f"f_{len(unknowns)}", context)
            solver.add(unknowns[figure] >= 0)
        return unknowns[figure]

    labels: dict[int, Element] = {}
    for place, element in enumerate(elements):
        low: int | None
        high: int | None
        if isinstance(element, str):
            value, (low, high) = unknown(element), system.intervals[element]
        else:
            linear = system.constraints[element]
            value = z3.Sum(*(coefficient * unknown(claim) for coefficient, claim in linear.terms))
            low, high = linear.low, linear.high
        limits = [z3.BoolVal(True, context)]
        if low is not None:
            limits.append(value >= low)
        if high is not None:
            limits.append(value <= high)
        label = z3.Bool(f"e_{place}", context)
        labels[label.get_id()] = element
        solver.assert_and_track(z3.And(*limits), label)
    if solver.check() != z3.unsat:
        return None
    return frozenset(labels[label.get_id()] for label in solver.unsat_core())
