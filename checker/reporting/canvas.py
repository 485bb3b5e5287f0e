"""Paragraphs on a terminal: broken into lines, indented, ordered, without trailing blanks."""

from __future__ import annotations

import sys
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from checker.reporting.bidi import base_direction, visual

#: Columns where there is no terminal to ask.
DEFAULT_WIDTH = 80
#: No paragraph is broken narrower than this, however deep its indent.
_NARROWEST = 20
_MARKED = r"⟦[^⟦⟧]*⟧"


class _Screen(Console):
    """A console that leaves a closed pipe to its caller."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def screen(color: str = "auto", width: int | None = None, file: TextIO | None = None) -> Console:
    """A console for a report.

    ``color`` is ``auto`` (where the output is a terminal and ``NO_COLOR`` is
    not set), ``always`` or ``never``. ``file`` defaults to standard output,
    ``width`` to the terminal's, or to 80 where there is none.
    """
    out = file or sys.stdout
    if width is None and not out.isatty():
        width = DEFAULT_WIDTH
    if color == "never":
        return _Screen(file=out, width=width, highlight=False, emoji=False, markup=False, color_system=None)
    if color == "always":
        return _Screen(
            file=out, width=width, highlight=False, emoji=False, markup=False,
            force_terminal=True, color_system="standard", no_color=False,
        )  # fmt: skip
    return _Screen(file=out, width=width, highlight=False, emoji=False, markup=False)


class Canvas:
    """Writes paragraphs on a console; ``visual_order`` is for terminals that know no bidi."""

    def __init__(self, console: Console, *, visual_order: bool = False) -> None:
        self._console = console
        self._visual = visual_order

    @property
    def reorders(self) -> bool:
        """Whether the reader's terminal orders the text, so that isolates are of use."""
        return self._console.is_terminal and not self._visual

    def write(
        self,
        text: str | Text = "",
        *,
        indent: str = "",
        hang: str | None = None,
        style: str = "",
        mark_style: str = "",
    ) -> None:
        """Write a paragraph; ``indent`` goes before its first line and ``hang`` before the others.

        In visual order colours are kept for the whole line and for what
        stands between ⟦ ⟧, which gets ``mark_style``.
        """
        paragraph = Text(text, style) if isinstance(text, str) else text
        base = base_direction(paragraph.plain) if self._visual else "L"
        width = max(_NARROWEST, self._console.width - cell_len(indent))
        before = indent
        for line in paragraph.wrap(self._console, width) or [Text()]:
            line.rstrip()
            if self._visual:
                line = Text(visual(line.plain, base), line.style)
                line.highlight_regex(_MARKED, mark_style)
            self._console.print(Text.assemble((before, "dim"), line), soft_wrap=True)
            before = indent if hang is None else hang
