"""Text that knows where each of its characters stands in the file it was taken from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from checker.model import Anchor, Span


class Piece(NamedTuple):
    """Characters ``start`` to ``end`` of a text, and where they are in the source.

    Both are equally long, or the piece is one that the source writes otherwise: an escape, a run of blanks.
    """

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def literal(self) -> bool:
        """Whether its characters are those of the source."""
        return self.end - self.start == self.source_end - self.source_start


class Mapped(NamedTuple):
    """A text and its pieces, in order; what is in none of them does not come from the source."""

    text: str
    pieces: tuple[Piece, ...]

    def anchors(self) -> tuple[Anchor, ...]:
        """The pieces as a document has them."""
        return tuple(Anchor(Span(p.start, p.end), Span(p.source_start, p.source_end)) for p in self.pieces)

    def source(self, start: int, end: int) -> Span:
        """Where a non-empty stretch of the text begins and ends in the source.

        Raises:
            ValueError: none of it comes from there.
        """
        found = list(self.within(start, end))
        if not found:
            raise ValueError("not from the source")
        return Span(found[0].source_start, found[-1].source_end)

    def within(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of a stretch; literal ones are cut at its ends."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece.end)
        for index in range(first, len(self.pieces)):
            piece = self.pieces[index]
            if piece.start >= end:
                return
            if not piece.literal:
                yield piece
                continue
            low, high = max(piece.start, start), min(piece.end, end)
            shift = piece.source_start - piece.start
            yield Piece(low, high, low + shift, high + shift)


class MappedWriter:
    """Puts a mapped text together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    def add(self, text: str, source: Span | None = None) -> None:
        """Add characters; without a source they are of our own, such as a line break between fields."""
        if source is not None and text:
            piece = Piece(self.length, self.length + len(text), source.start, source.end)
            last = self._pieces[-1] if self._pieces else None
            if (
                last is not None
                and last.literal
                and piece.literal
                and (last.end, last.source_end) == (piece.start, piece.source_start)
            ):
                self._pieces[-1] = Piece(last.start, piece.end, last.source_start, piece.source_end)
            else:
                self._pieces.append(piece)
        self._parts.append(text)
        self.length += len(text)

    def add_mapped(self, other: Mapped, start: int = 0, end: int | None = None) -> None:
        """Add a stretch of another mapped text."""
        end = len(other.text) if end is None else end
        done = start
        for piece in other.within(start, end):
            self.add(other.text[done : piece.start])
            stop = min(piece.end, end)
            self.add(other.text[max(piece.start, start) : stop], Span(piece.source_start, piece.source_end))
            done = stop
        self.add(other.text[done:end])

    def result(self) -> Mapped:
        """The text so far."""
        return Mapped("".join(self._parts), tuple(self._pieces))


def through(inner: Mapped, outer: Mapped) -> Mapped:
    """A text taken from ``outer.text`` as one taken from what ``outer`` was taken from."""
    pieces: list[Piece] = []
    for piece in inner.pieces:
        if not piece.literal:
            found = outer.source(piece.source_start, piece.source_end)
            pieces.append(Piece(piece.start, piece.end, *found))
            continue
        shift = piece.start - piece.source_start
        pieces += [
            Piece(part.start + shift, part.end + shift, part.source_start, part.source_end)
            for part in outer.within(piece.source_start, piece.source_end)
        ]
    return Mapped(inner.text, tuple(pieces))
