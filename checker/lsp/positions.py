"""Between code points of a text and the lines and columns of an editor."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from lsprotocol.types import Position, PositionEncodingKind, Range
from pygls.workspace import PositionCodec

#: What ends a line in the protocol. Python's own ``splitlines`` knows more, such as U+2028, which no editor counts.
_LINE_END = re.compile(r"\r\n|\r|\n")
_LAST_OF_ONE_UNIT = "\uffff"


class Positions:
    """The lines of one text, and its columns in the units that the editor asked for.

    Offsets are code points of the text. A position outside the text stands
    for the nearest place in it, one in the middle of a character for its
    beginning.
    """

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self._text = text
        self._codec = codec
        self._starts = [0]
        self._ends: list[int] = []
        for match in _LINE_END.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))
        self._columns: dict[int, list[int] | None] = {}

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset) - 1
        column = min(offset, self._ends[line]) - self._starts[line]
        columns = self._columns_of(line)
        return Position(line, columns[column] if columns else column)

    def range(self, start: int, end: int) -> Range:
        """The range of a half-open stretch."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The offset of a line and column."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[position.line], self._ends[position.line]
        columns = self._columns_of(position.line)
        column = bisect_right(columns, position.character) - 1 if columns else position.character
        return min(start + column, end)

    def first_line(self) -> Range:
        """The range of the first line that is not blank, for what is said of the whole text."""
        for start, end in zip(self._starts, self._ends, strict=True):
            if self._text[start:end].strip():
                return self.range(start, end)
        return self.range(0, 0)

    def _columns_of(self, line: int) -> list[int] | None:
        """The column of every code point of a line and of its end; None where they are the code points themselves."""
        if line not in self._columns:
            words = self._text[self._starts[line] : self._ends[line]]
            self._columns[line] = None if self._is_plain(words) else list(self._widths(words))
        return self._columns[line]

    def _is_plain(self, words: str) -> bool:
        encoding = self._codec.encoding
        if words.isascii() or encoding == PositionEncodingKind.Utf32:
            return True
        return encoding == PositionEncodingKind.Utf16 and max(words) <= _LAST_OF_ONE_UNIT

    def _widths(self, words: str) -> accumulate[int]:
        return accumulate(map(self._codec.client_num_units, words), initial=0)
