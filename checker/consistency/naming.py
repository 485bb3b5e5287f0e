"""From a conflict to the rule that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from checker.arabic.normalise import fold
from checker.consistency.rules import Rule, RuleSet
from checker.model import Claim, Severity
from checker.values import frozen

#: A word shared by two sources' names counts if it is longer than this.
_SHORT = 3
#: What a conflict fills in that fills in nothing; never changed.
_NO_WORDS: Mapping[str, str] = {}


@frozen
class Conflict:
    """Something to report: what kind, the claims of it, and the words to fill in."""

    kind: str
    claims: tuple[Claim, ...]
    arithmetic: str
    values: Mapping[str, str] = _NO_WORDS
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    start: int = -1
    end: int = -1
    ceiling: Severity | None = None
    """The most severe that this conflict can be, whatever its rule says."""
    beyond: tuple[str, ...] = ()
    """Values of other documents that it speaks of, as they are shown."""


def rule_for(conflict: Conflict, rules: RuleSet) -> Rule | None:
    """The rule that fits the conflict with the most conditions, the last loaded of several.

    None if no rule fits, or if the one that does is not wanted in this run.
    """
    fitting = [rule for rule in rules.known.values() if _fits(rule, conflict)]
    best = max(reversed(fitting), key=lambda rule: len(rule.when), default=None)
    return best if best is not None and best.id in rules.rules else None


def _fits(rule: Rule, conflict: Conflict) -> bool:
    if conflict.kind in rule.also:
        return True
    if rule.when["kind"] != conflict.kind:
        return False
    return all(_TESTS[key](conflict.claims, wanted) for key, wanted in rule.when.items() if key != "kind")


def _numbers(claims: Sequence[Claim]) -> list[int]:
    return [number for claim in claims for number in (claim.min, claim.max) if number is not None]


def _difference(claims: Sequence[Claim], least: float) -> bool:
    numbers = _numbers(claims)
    return bool(numbers) and max(numbers) - min(numbers) >= least


def _ratio(claims: Sequence[Claim], least: float) -> bool:
    numbers = _numbers(claims)
    return bool(numbers) and max(numbers) >= least * min(numbers)


#: The conditions that a rule file can set, each as a test of the conflict's claims.
_TESTS: Mapping[str, Callable[[Sequence[Claim], Any], bool]] = {
    "headline": lambda claims, wanted: wanted == (len({claim.in_title for claim in claims}) == 2),
    "zero": lambda claims, wanted: wanted == (0 in {claim.max for claim in claims}),
    "sources": lambda claims, wanted: (wanted == "differ") == sources_differ(claims),
    "outcome": lambda claims, wanted: all(claim.outcome in wanted for claim in claims),
    "group": lambda claims, wanted: all(claim.group in wanted for claim in claims),
    "hedge": lambda claims, wanted: all(claim.hedge in wanted for claim in claims),
    "least_difference": _difference,
    "least_ratio": _ratio,
}


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
