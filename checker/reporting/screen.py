"""Where a report for people is printed, line by line: a terminal, a file or a pipe.

rich does this too, but to load it takes longer than to check an article; it
is asked where its tables are wanted, and for the consoles of Windows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

#: A stretch of text and its style, words such as ``bold red``; empty is none.
Piece = tuple[str, str]

#: Columns where there is no terminal to ask.
DEFAULT_WIDTH = 80
#: What a terminal is told for each word of a style, in the order in which it is told.
_LOOKS = {"bold": "1", "dim": "2", "italic": "3", "underline": "4"}
_COLORS = {"red": "31", "green": "32", "yellow": "33", "cyan": "36"}


class Screen:
    """Prints lines on a file.

    ``width`` of None is that of the terminal, asked anew for each paragraph.
    ``styled`` and ``colored`` say whether styles are printed, and colours with them.
    """

    def __init__(self, file: TextIO, width: int | None, *, is_terminal: bool, styled: bool, colored: bool) -> None:
        self._file = file
        self._width = width
        self._codes = {**_LOOKS, **(_COLORS if colored else {})} if styled else {}
        self.is_terminal = is_terminal
        """Whether whoever reads it there may have a terminal that orders letters."""

    @property
    def width(self) -> int:
        """Columns."""
        return _columns() if self._width is None else self._width

    def print(self, line: Sequence[Piece]) -> None:
        """Print one line."""
        self._file.write("".join([self._painted(text, style) for text, style in line]) + "\n")
        self._file.flush()

    def _painted(self, text: str, style: str) -> str:
        if not style or not text or not self._codes:
            return text
        words = style.split()
        codes = ";".join(code for word, code in self._codes.items() if word in words)
        return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


class _Windows(Screen):
    """Leaves printing to rich, which knows the consoles of Windows, the old ones too."""

    def __init__(self, file: TextIO, console: Console) -> None:
        super().__init__(file, None, is_terminal=console.is_terminal, styled=False, colored=False)
        self._console = console

    @property
    def width(self) -> int:
        """Columns."""
        return self._console.width

    def print(self, line: Sequence[Piece]) -> None:
        """Print one line."""
        from rich.text import Text

        self._console.print(Text.assemble(*line), soft_wrap=True)


def screen(color: str = "auto", width: int | None = None, file: TextIO | None = None) -> Screen:
    """The screen of a report.

    ``color`` is ``auto`` (where the output is a terminal and ``NO_COLOR`` is
    not set), ``always`` or ``never``. ``file`` defaults to standard output,
    ``width`` to the terminal's, or to 80 where there is none.
    """
    out = file or sys.stdout
    if width is None and not out.isatty():
        width = DEFAULT_WIDTH
    if os.name == "nt" and out.isatty():
        from checker.reporting.console import console

        return _Windows(out, console(color, width, out))
    if color == "always":
        return Screen(out, width, is_terminal=True, styled=True, colored=True)
    terminal = _is_terminal(out)
    styled = color != "never" and terminal and not _is_dumb()
    return Screen(out, width, is_terminal=terminal, styled=styled, colored=not os.environ.get("NO_COLOR"))


def _is_terminal(file: TextIO) -> bool:
    """Whether the reader has a terminal, as the environment says or else the file."""
    told = os.environ.get("TTY_COMPATIBLE")
    if told in ("0", "1"):
        return told == "1"
    forced = os.environ.get("FORCE_COLOR")
    return file.isatty() if forced is None else forced != ""


def _is_dumb() -> bool:
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isdigit() and int(told):
        return int(told)
    for stream in (0, 1, 2):
        try:
            found = os.get_terminal_size(stream).columns
        except (OSError, ValueError):
            continue
        return found or DEFAULT_WIDTH
    return DEFAULT_WIDTH
