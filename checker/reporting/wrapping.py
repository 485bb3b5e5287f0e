"""Where lines are broken, by the columns that their letters take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rich.cells import cell_len, chop_cells

#: A word and the blanks around it; those behind it are left out where a line ends.
_WORD = re.compile(r"\s*\S+\s*")


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph, each as its offsets, without the blanks at its end; there is at least one.

    A word that no line can hold is cut.
    """
    start = 0
    for line in text.split("\n"):
        edges = [0, *_breaks(line, width), len(line)]
        for first, last in pairwise(edges):
            yield start + first, start + first + len(line[first:last].rstrip())
        start += len(line) + 1


def _breaks(line: str, width: int) -> Iterator[int]:
    """Where the second line begins, and those behind it."""
    taken = 0
    for match in _WORD.finditer(line):
        start, word = match.start(), match[0]
        needed = cell_len(word.rstrip())
        if needed <= width - taken:
            taken += cell_len(word)
        elif needed > width:
            for piece in chop_cells(word, width):
                if start:
                    yield start
                start += len(piece)
                taken = cell_len(piece)
        else:
            if taken and start:
                yield start
                taken = cell_len(word)
