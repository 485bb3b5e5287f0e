"""Line numbers of positions in a text."""

from __future__ import annotations

import re
from bisect import bisect_left


class Lines:
    """The line, from 1, of any position of a text: one scan, then a search for each."""

    __slots__ = ("_breaks",)

    def __init__(self, text: str) -> None:
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def of(self, position: int) -> int:
        """The number of the line that a code point is on."""
        return bisect_left(self._breaks, position) + 1
