"""Values made by checker.values are dataclasses to whoever asks."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from checker.model import Report
from checker.values import changing, frozen, replace


@frozen
class Place:
    """A place."""

    name: str
    size: int = 1


@frozen
class Town(Place):
    """A place with a mayor."""

    mayor: str = ""


@changing
class Count:
    of: str
    number: int = 0


def test_fields_defaults_and_inheritance():
    town = Town("x", mayor="y")
    assert (town.name, town.size, town.mayor) == ("x", 1, "y")
    with pytest.raises(TypeError):
        Town(mayor="y")
    with pytest.raises(AttributeError):
        town.other = 1  # slots


def test_equal_by_class_and_fields():
    assert Town("x") == Town("x")
    assert len({Town("x"), Town("x"), Town("y")}) == 2
    assert Town("x") != Place("x")
    assert repr(Place("x")) == "Place(name='x', size=1)"


def test_the_functions_of_dataclasses_take_them():
    town = Town("x", 2)
    assert dataclasses.replace(town, mayor="z") == replace(town, mayor="z") == Town("x", 2, "z")
    assert [field.name for field in dataclasses.fields(town)] == ["name", "size", "mayor"]
    assert dataclasses.asdict(Place("x", 3)) == {"name": "x", "size": 3}
    assert dataclasses.fields(Place)[1].default == 1


def test_an_empty_mapping_may_be_a_default():
    report = Report(())
    assert dataclasses.replace(report, documents=()) == replace(report, documents=()) == report
    assert dataclasses.asdict(report)["settings"] == {}


def test_they_can_be_sent_to_another_process():
    assert pickle.loads(pickle.dumps(Town("x", 2, "z"))) == Town("x", 2, "z")


def test_one_that_changes_is_compared_by_what_it_is_now():
    first, second = Count("x"), Count("x")
    first.number = 3
    assert first != second and first.number == 3
    second.number = 3
    assert first == second
    with pytest.raises(AttributeError):
        first.other = 1  # type: ignore[attr-defined]
