"""The console of rich, for its tables."""

from __future__ import annotations

import sys
from typing import TextIO

from rich.console import Console

from checker.reporting.screen import DEFAULT_WIDTH


class _Console(Console):
    """A console that leaves a closed pipe to its caller."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(color: str = "auto", width: int | None = None, file: TextIO | None = None) -> Console:
    """A console as :func:`checker.reporting.screen.screen` makes screens."""
    out = file or sys.stdout
    if width is None and not out.isatty():
        width = DEFAULT_WIDTH
    if color == "never":
        return _Console(file=out, width=width, highlight=False, emoji=False, markup=False, color_system=None)
    if color == "always":
        return _Console(
            file=out, width=width, highlight=False, emoji=False, markup=False,
            force_terminal=True, color_system="standard", no_color=False,
        )  # fmt: skip
    return _Console(file=out, width=width, highlight=False, emoji=False, markup=False)
