"""One model, two ways to decide it, and cores that are minimal."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.consistency.bounds import Interval
from checker.consistency.constraints import Linear
from checker.consistency.cores import conflicts, minimal_core, refute
from checker.consistency.intervals import Net
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


@settings(max_examples=150, deadline=None)
@given(systems())
def test_narrowing_and_the_solver_agree(system: System):
    for component in system.components():
        possible = solve(system, component) is None
        net = Net(system, component)
        if net.clash is not None:
            assert not possible
            assert Net(system, tuple(net.clash)).clash is not None
        elif net.exact or net.fits():
            assert possible
        assert (refute(system, component) is None) == possible


@settings(max_examples=60, deadline=None)
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


@settings(max_examples=60, deadline=None)
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


def test_a_circle_that_holds_needs_no_solver(monkeypatch: pytest.MonkeyPatch):
    """Parts of a toll that are wholes of their own, as newspapers have them: values are found at once."""
    monkeypatch.setattr("checker.consistency.solver.solve", None)
    bounds = {"a": Interval(51, None), "b": Interval(20, 20), "c": Interval(10, None), "d": Interval(30, 30)}
    system = System(
        bounds,
        {},
        (
            Linear("toll", ((-1, "a"), (1, "b"), (1, "c")), None, 0, ("a", "b", "c")),
            Linear("sum", ((-1, "d"), (1, "b"), (1, "c")), 0, 0, ("d", "b", "c")),
        ),
    )
    assert not Net(system, system.components()[0]).exact
    assert list(conflicts(system)) == []


def test_long_chains_are_quick():
    """2,000 parts of parts of parts, the last of them nobody."""
    names = [f"c{k}" for k in range(2000)]
    bounds = {name: Interval(int(name == "c0"), 0 if name == names[-1] else None) for name in names}
    links = tuple(
        Linear("part", ((-1, whole), (1, part)), None, 0, (whole, part)) for part, whole in itertools.pairwise(names)
    )
    started = time.perf_counter()
    (core,) = conflicts(System(bounds, {}, links))
    assert {"c0", names[-1]} <= set(core)
    assert time.perf_counter() - started < 2
