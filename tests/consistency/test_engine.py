"""One model, two ways to decide it, and cores that are minimal."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.consistency.bounds import Interval
from checker.consistency.constraints import Linear
from checker.consistency.cores import conflicts, minimal_core
from checker.consistency.intervals import narrow
from checker.consistency.solver import solve
from checker.consistency.system import System

NAMES = [f"c{k}" for k in range(1, 7)]
intervals = st.builds(
    lambda low, width: Interval(low, None if width is None else low + width),
    st.integers(0, 12),
    st.none() | st.integers(0, 4),
)


@st.composite
def constraints(draw: st.DrawFn) -> Linear:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
    complete = draw(st.booleans())
    terms = ((-1, names[0]), *((1, name) for name in names[1:]))
    return Linear("sum" if complete else "parts", terms, 0 if complete else None, 0, tuple(names))


@st.composite
def systems(draw: st.DrawFn, most: int = 4) -> System:
    bounds = {name: draw(intervals) for name in NAMES}
    figure = {name: draw(st.sampled_from(NAMES[:3])) for name in draw(st.sets(st.sampled_from(NAMES), max_size=4))}
    return System(bounds, figure, tuple(draw(st.lists(constraints(), max_size=most))))


@settings(max_examples=300, deadline=None)
@given(systems())
def test_narrowing_and_the_solver_agree(system: System):
    for component in system.components():
        possible = solve(system, component) is None
        narrowed = narrow(system, component)
        if narrowed is None:
            assert not possible
        elif system.is_tree(component):
            assert possible


@settings(max_examples=200, deadline=None)
@given(systems())
def test_cores_are_minimal(system: System):
    for component in system.components():
        core = minimal_core(system, component)
        if core is None:
            assert solve(system, component) is None
            continue
        assert solve(system, core) is not None
        for element in core:
            rest = [other for other in core if other != element]
            assert solve(system, rest) is None


@settings(max_examples=150, deadline=None)
@given(systems())
def test_every_reported_conflict_is_one(system: System):
    for core in conflicts(system):
        assert solve(system, core) is not None


@settings(max_examples=100, deadline=None)
@given(systems())
def test_the_same_answer_twice(system: System):
    assert list(conflicts(system)) == list(conflicts(system))


def test_a_circle_of_sums_needs_the_solver():
    """a = b + c and b = a + d with d ≥ 1 have no solution, which narrowing alone never shows."""
    bounds = {"a": Interval(0, None), "b": Interval(0, None), "c": Interval(0, None), "d": Interval(1, None)}
    system = System(
        bounds,
        {},
        (
            Linear("sum", ((-1, "a"), (1, "b"), (1, "c")), 0, 0, ("a", "b", "c")),
            Linear("sum", ((-1, "b"), (1, "a"), (1, "d")), 0, 0, ("b", "a", "d")),
        ),
    )
    (core,) = conflicts(system)
    assert set(core) == {"d", 0, 1}


def test_one_odd_value_is_told_once_beside_the_usual_one():
    bounds = {name: Interval(n, n) for name, n in zip(NAMES, (10, 90, 10, 90, 10, 10), strict=True)}
    system = System(bounds, dict.fromkeys(NAMES, "c1"), ())
    assert list(conflicts(system)) == [("c1", "c2")]
