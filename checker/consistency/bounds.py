"""The interval of whole numbers that a claim commits to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import ceil, floor
from typing import NamedTuple

from checker.errors import RuleFileError
from checker.model import Claim, Hedge, Quantity
from checker.resources import load_toml, rules_root
from checker.values import frozen, replace


class Interval(NamedTuple):
    """Whole numbers from ``low`` to ``high``, both included; ``high`` None is no limit."""

    low: int
    high: int | None

    def meets(self, other: Interval) -> Interval:
        """The numbers in both; empty if the result's low is above its high."""
        highs = [high for high in (self.high, other.high) if high is not None]
        return Interval(max(self.low, other.low), min(highs) if highs else None)

    @property
    def empty(self) -> bool:
        """Whether no number is in it."""
        return self.high is not None and self.low > self.high


@frozen
class Thresholds:
    """The numbers of ``rules/thresholds.toml``."""

    about_share: float
    about_least: float
    vague_share: float
    error_from: float
    warning_from: float
    projection: float


@cache
def default_thresholds() -> Thresholds:
    """The thresholds that ship with the project.

    Raises:
        RuleFileError: a key is missing, unknown, or not a number.
    """
    file = "thresholds.toml"
    data = load_toml(rules_root() / file)
    names = Thresholds.__match_args__
    for key in (*names, *data):
        if key not in names or not isinstance(data.get(key), (int, float)):
            raise RuleFileError(file, key, "a number under one of " + ", ".join(names), repr(data.get(key)))
    return Thresholds(**{key: float(data[key]) for key in names})


def adjusted(changes: Mapping[str, float]) -> Thresholds:
    """The shipped thresholds with some of them set otherwise, by their names."""
    return replace(default_thresholds(), **changes) if changes else default_thresholds()


def interval_of(claim: Claim, thresholds: Thresholds) -> Interval:
    """The numbers that a claim leaves possible; "about", "dozens" and "مدنيين" (two or more) read loosely."""
    low, high = claim.min or 0, claim.max
    if claim.ambiguous_form:
        return Interval(low, None)
    if claim.hedge is Hedge.ABOUT and high is not None:
        slack = max(thresholds.about_least, low * thresholds.about_share)
        return Interval(max(0, ceil(low - slack)), floor(high + slack))
    if claim.hedge is Hedge.VAGUE and high is None:
        return Interval(floor(low * thresholds.vague_share), None)
    return Interval(low, high)


_SIGNS = {Hedge.AT_LEAST: "≥", Hedge.AT_MOST: "≤", Hedge.ABOUT: "≈", Hedge.VAGUE: "≥"}


def shown(claim: Claim) -> str:
    """A claim's number as reports print it: ``50``, ``≥23``, ``>50``, ``≈300``."""
    if claim.hedge is Hedge.MORE_THAN and claim.min is not None:
        return f">{claim.min - 1}"
    if claim.hedge is Hedge.LESS_THAN and claim.max is not None:
        return f"<{claim.max + 1}"
    if claim.min is not None and claim.max is not None and claim.min != claim.max:
        return f"{claim.min}–{claim.max}"
    number = claim.min if claim.min is not None else claim.max
    return f"{_SIGNS.get(claim.hedge, '')}{number}"


def stated(claim: Claim | Quantity) -> int | None:
    """The number as printed: 50 for "more than 50", though that is 51 and up."""
    if claim.hedge is Hedge.MORE_THAN and claim.min is not None:
        return claim.min - 1
    if claim.hedge is Hedge.LESS_THAN and claim.max is not None:
        return claim.max + 1
    return claim.max if claim.min is None else claim.min
