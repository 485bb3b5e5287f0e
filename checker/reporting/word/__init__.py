"""Findings as comments in the Word file that they are about."""

from checker.reporting.word.annotate import Annotated, annotate

__all__ = ["Annotated", "annotate"]
