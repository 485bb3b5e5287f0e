"""Months, weekdays and the words of dates, from ``rules/ar/calendar.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from checker.arabic.normalise import fold
from checker.arabic.wordlists import word_groups, words
from checker.errors import RuleFileError
from checker.resources import load_toml, rules_root
from checker.values import frozen

_FILE = "ar/calendar.toml"


@frozen
class Calendar:
    """Look-ups by folded form; a name of two words has one blank inside.

    ``gregorian`` and ``hijri`` give the month (1 to 12), ``weekdays`` 0 for
    Monday to 6 for Sunday, ``days_of_month`` 1 to 31 for ordinals, and
    ``relative`` the days from the day of publication (``أمس`` is -1).
    """

    gregorian: Mapping[str, int]
    hijri: Mapping[str, int]
    weekdays: Mapping[str, int]
    days_of_month: Mapping[str, int]
    joiners: frozenset[str]
    equates: frozenset[str]
    beside_weekday: frozenset[str]
    gregorian_marks: frozenset[str]
    hijri_marks: frozenset[str]
    clock: frozenset[str]
    relative: Mapping[str, int]


def load_calendar(path: Path) -> Calendar:
    """Read one calendar file.

    Raises:
        RuleFileError: the file is missing, not valid TOML, or a key is not as it must be.
    """
    data = load_toml(path)

    def numbered(key: str, count: int, first: int = 1) -> dict[str, int]:
        groups = word_groups(_FILE, data, key, count)
        return {name: number for number, group in enumerate(groups, first) for name in group}

    def flat(key: str) -> frozenset[str]:
        return frozenset(words(_FILE, data, key))

    return Calendar(
        gregorian=numbered("gregorian_months", 12),
        hijri=numbered("hijri_months", 12),
        weekdays=numbered("weekdays", 7, first=0),
        days_of_month=numbered("days_of_month", 31),
        joiners=flat("joiners"),
        equates=flat("equates"),
        beside_weekday=flat("beside_weekday"),
        gregorian_marks=flat("gregorian_marks"),
        hijri_marks=flat("hijri_marks"),
        clock=flat("clock"),
        relative=_relative(data.get("relative")),
    )


def _relative(table: Any) -> dict[str, int]:
    if not isinstance(table, dict) or not all(type(days) is int for days in table.values()):
        raise RuleFileError(_FILE, "relative", "a table of words and whole days")
    return {" ".join(map(fold, phrase.split())): days for phrase, days in table.items()}


@cache
def calendar() -> Calendar:
    """The calendar that ships with the project, read once a process."""
    return load_calendar(rules_root() / _FILE)
