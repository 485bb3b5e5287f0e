"""The command line: thin, nothing is decided here."""

from checker.cli.app import main

__all__ = ["main"]
