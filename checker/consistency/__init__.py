"""Claims as unknowns with bounds, relations as constraints, and what cannot all hold."""

from checker.consistency.judge import judge
from checker.consistency.rules import Rule, RuleSet, load_rules

__all__ = ["Rule", "RuleSet", "judge", "load_rules"]
