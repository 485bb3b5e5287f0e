"""Deciding a system with z3, for figures that are tied by several ways at once.

z3 is imported when a system needs it and not before: most documents do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.consistency.system import Element, System


def solve(system: System, elements: Sequence[Element]) -> tuple[Element, ...] | None:
    """A minimal set of elements that cannot all hold, or None if all can.

    Figures are whole numbers from 0 on. z3 does not make its cores minimal
    unless ``smt.core.minimize`` says so.
    """
    import z3

    context = z3.Context()  # of its own: what was solved before must not sway which core is found
    solver = z3.Solver(ctx=context)
    solver.set("smt.core.minimize", True)
    solver.set("smt.random_seed", 0)
    unknowns = {name: z3.Int(f"f_{k}", context) for k, name in enumerate(system.unknowns(elements))}
    solver.add(*(unknown >= 0 for unknown in unknowns.values()))
    labels = {}
    for k, element in enumerate(elements):
        label = z3.Bool(f"e_{k}", context)
        labels[label.get_id()] = element
        solver.assert_and_track(z3.And(z3.BoolVal(True, context), *_formulas(system, element, unknowns)), label)
    if solver.check() == z3.sat:
        return None
    chosen = {labels[label.get_id()] for label in solver.unsat_core()}
    return tuple(element for element in elements if element in chosen)


def _formulas(system: System, element: Element, unknowns: dict[str, object]) -> list[object]:
    if isinstance(element, str):
        unknown: object = unknowns[system.figure_of(element)]
        low, high = system.intervals[element]
    else:
        linear = system.constraints[element]
        unknown = sum(coefficient * unknowns[system.figure_of(claim)] for coefficient, claim in linear.terms)  # type: ignore[operator, misc]
        low, high = linear.low, linear.high  # type: ignore[assignment]
    formulas: list[object] = []
    if low is not None:
        formulas.append(unknown >= low)  # type: ignore[operator]
    if high is not None:
        formulas.append(unknown <= high)  # type: ignore[operator]
    return formulas
