"""Paragraphs on a screen: broken into lines, indented, ordered, without trailing blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from checker.reporting.bidi import base_direction, visual
from checker.reporting.screen import Piece, Screen
from checker.reporting.wrapping import wrapped

#: No paragraph is broken narrower than this, however deep its indent.
_NARROWEST = 20
_MARKED = r"(⟦[^⟦⟧]*⟧)"
#: What would ring, or move the cursor.
_CONTROLS = dict.fromkeys((7, 8, 11, 12, 13))
_TAB = 8


class Canvas:
    """Writes paragraphs on a screen; ``visual_order`` is for terminals that know no bidi."""

    def __init__(self, screen: Screen, *, visual_order: bool = False) -> None:
        self._screen = screen
        self._visual = visual_order

    @property
    def reorders(self) -> bool:
        """Whether the reader's terminal orders the text, so that isolates are of use."""
        return self._screen.is_terminal and not self._visual

    def write(
        self,
        text: str | Sequence[Piece] = "",
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
        pieces = [(text, style)] if isinstance(text, str) else text
        pieces = [(_spaced(piece.translate(_CONTROLS)), look) for piece, look in pieces]
        plain = "".join([piece for piece, _ in pieces])
        base = base_direction(plain) if self._visual else "L"
        width = max(_NARROWEST, self._screen.width - cell_len(indent))
        before = indent
        for first, last in wrapped(plain, width):
            if self._visual:
                parts = re.split(_MARKED, visual(plain[first:last], base))
                whole = style if isinstance(text, str) else ""
                line = [(part, f"{whole} {mark_style}" if k % 2 else whole) for k, part in enumerate(parts)]
            else:
                line = list(_within(pieces, first, last))
            self._screen.print([(before, "dim"), *line])
            before = indent if hang is None else hang


def _spaced(text: str) -> str:
    return text.expandtabs(_TAB) if "\t" in text else text


def _within(pieces: Sequence[Piece], first: int, last: int) -> Iterator[Piece]:
    """What of the pieces stands from one offset to another."""
    at = 0
    for text, style in pieces:
        low, high = max(first - at, 0), last - at
        if low < min(high, len(text)):
            yield text[low:high], style
        at += len(text)
