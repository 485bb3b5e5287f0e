"""The command line: thin, nothing is decided here."""

from checker.cli.quick import main

__all__ = ["main"]
