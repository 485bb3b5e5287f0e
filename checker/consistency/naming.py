"""From a conflict to the rule that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.arabic.normalise import fold
from checker.consistency.rules import Rule, RuleSet
from checker.model import Claim, Severity

#: A word shared by two sources' names counts if it is longer than this.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something to report: what kind, the claims of it, and the words to fill in."""

    kind: str
    claims: tuple[Claim, ...]
    arithmetic: str
    values: Mapping[str, str] = field(default_factory=dict)
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    start: int = -1
    end: int = -1
    ceiling: Severity | None = None
    """The most severe that this conflict can be, whatever its rule says."""


def rule_for(conflict: Conflict, rules: RuleSet) -> Rule | None:
    """The rule of the set that fits the conflict with the most conditions, the latest of several."""
    fitting = [rule for rule in rules.rules.values() if _fits(rule, conflict)]
    return max(fitting, key=lambda rule: (len(rule.when), rule.id), default=None)


def _fits(rule: Rule, conflict: Conflict) -> bool:
    when = rule.when
    if conflict.kind in rule.also:
        return True
    if when["kind"] != conflict.kind:
        return False
    claims = conflict.claims
    checks: dict[str, Callable[[Any], bool]] = {
        "headline": lambda wanted: wanted == (len({c.in_title for c in claims}) == 2),
        "sources": lambda wanted: wanted == ("differ" if sources_differ(claims) else "same"),
        "zero": lambda wanted: wanted == (0 in {c.max for c in claims}),
        "outcome": lambda wanted: all(c.outcome in wanted for c in claims),
        "group": lambda wanted: all(c.group in wanted for c in claims),
        "least_difference": lambda wanted: _difference(claims) >= wanted,
    }
    return all(checks[key](value) for key, value in when.items() if key != "kind")


def _difference(claims: Sequence[Claim]) -> int:
    numbers = [n for c in claims for n in (c.min, c.max) if n is not None]
    return max(numbers) - min(numbers) if numbers else 0


def sources_differ(claims: Iterable[Claim]) -> bool:
    """Whether every claim is attributed, and no two to a source of the same name."""
    names = [_words(claim.source) for claim in claims]
    if not all(names):
        return False
    return all(not a & b for k, a in enumerate(names) for b in names[k + 1 :])


def _words(source: str | None) -> frozenset[str]:
    if source is None:
        return frozenset()
    folded = (fold(word).removeprefix("ب").removeprefix("ل").removeprefix("ال") for word in source.split())
    return frozenset(word for word in folded if len(word) > _SHORT)
