"""Profiles as plain values, for JSON: the same profile gives the same values, and comes back from them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from checker.across.profile import Profile, Told
from checker.consistency.bounds import Interval
from checker.model import Group, Hedge, Outcome

_ENUMS: dict[str, Any] = {"outcome": Outcome, "group": Group, "hedge": Hedge}
_INTERVALS = ("bounds", "strict")
_SETS = ("nouns", "around", "rare", "kinds", "places", "names", "days", "beside", "paired", "parts")
_LISTS_OF_SETS = ("clauses", "sentences")
_TOLD = tuple(field.name for field in fields(Told))
_WORDS = ("places", "kinds", "names")


def to_plain(profile: Profile) -> dict[str, Any]:
    """The profile as lists, numbers and strings."""
    return {
        "path": profile.path,
        "day": profile.day,
        **{name: sorted(getattr(profile, name)) for name in _WORDS},
        "figures": [[_plain(name, getattr(told, name)) for name in _TOLD] for told in profile.figures],
    }


def from_plain(plain: dict[str, Any]) -> Profile:
    """The profile of which :func:`to_plain` made these values."""
    return Profile(
        plain["path"],
        plain["day"],
        frozenset(plain["places"]),
        frozenset(plain["kinds"]),
        frozenset(plain["names"]),
        tuple(Told(*map(_value, _TOLD, cells)) for cells in plain["figures"]),
    )


def _plain(name: str, value: Any) -> Any:
    if name in _ENUMS:
        return value.value
    if name in _SETS:
        return sorted(value)
    if name in _LISTS_OF_SETS:
        return [sorted(one) for one in value]
    return list(value) if isinstance(value, tuple) else value


def _value(name: str, value: Any) -> Any:
    if name in _ENUMS:
        return _ENUMS[name](value)
    if name in _INTERVALS:
        return Interval(*value)
    if name in _SETS:
        return frozenset(value)
    if name in _LISTS_OF_SETS:
        return tuple(map(frozenset, value))
    return tuple(value) if isinstance(value, list) else value
