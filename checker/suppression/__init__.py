"""Findings that somebody has looked at and lets stand: in the draft, in the configuration, in a baseline."""

from checker.suppression.apply import let_by_draft, suppress
from checker.suppression.configured import Allowance

__all__ = ["Allowance", "let_by_draft", "suppress"]
