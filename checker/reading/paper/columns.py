"""The lines of a page in the order in which its columns are read, and which of them make a paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple
from unicodedata import category

from checker.reading.paper.glyphs import Glyph
from checker.reading.paper.order import Doubt, Line, Unit, read_line

#: Glyphs are of one line if their baselines differ by no more than this part of their size …
_BASELINE = 0.3
#: … marks over and under letters by no more than this.
_MARK = 1.2
#: A gap of so many sizes ends a word …
_BLANK = 0.2
#: … and one so wide is more than a blank: it stands between cells.
_GUTTER = 1.5
#: The strip between two columns is so many sizes wide at least; the gaps of single lines seldom meet in one.
_STRIP = 0.6
#: A column holds so many lines at least, and these are so many sizes wide; else it is one of a table.
_COLUMN_LINES = 3
_COLUMN_WIDTH = 9.0
#: Lines farther apart than this many times the usual are of two paragraphs.
_APART = 1.35
#: A line that ends a sentence ends a paragraph too if the next word had found room on it; one that ends
#: none does so if more than this part of the column is left.
_EMPTY = 0.5
#: A line so wide, among those around it, is full.
_FULL = 0.75
#: A line indented by so many sizes begins a paragraph.
_INDENT = 0.9
_STOPS = frozenset('.؟!…:»"')
_OTHER_SIZE = 0.12
#: A mark is looked for at so many words near it, a page for a strip at so many places, a wide gap at so many.
_NEAR = 400
_GAPS = 24
_WIDE = 40
#: Pages are cut no deeper than this.
_DEPTH = 40


class Word(NamedTuple):
    """Glyphs of one line without a blank among them, and where they stand."""

    glyphs: tuple[Glyph, ...]
    x0: float
    x1: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a column."""

    line: Line
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    cells: bool = False
    """It is made of several stretches with gaps between them."""


def paragraphs(glyphs: Sequence[Glyph]) -> list[list[Row]]:
    """The paragraphs of a page in reading order, each a list of its lines; one may run over two columns."""
    rtl = _from_the_right(glyphs)
    found: list[list[Row]] = []
    for column in _columns(_words(glyphs), rtl):
        parts = _paragraphs(_rows(column, rtl), rtl)
        if found and parts and goes_on(found[-1], parts[0]):
            found[-1] += parts.pop(0)
        found += parts
    return found


def goes_on(before: Sequence[Row], after: Sequence[Row]) -> bool:
    """Whether a paragraph at the end of a column or page goes on at the head of the next."""
    last, first = before[-1], after[0]
    text = last.line.text.rstrip()
    alike = not _other_size(last.size, first.size) and last.bold == first.bold
    # A line that is as wide as its like was broken for want of room, and not because a paragraph ended.
    full = last.x1 - last.x0 > _FULL * max(row.x1 - row.x0 for row in (*before, *after))
    return alike and full and not last.cells and not first.cells and bool(text) and text[-1] not in _STOPS


def _from_the_right(glyphs: Sequence[Glyph]) -> bool:
    arabic = sum("\u0600" <= glyph.text[:1] <= "\u06ff" for glyph in glyphs)
    latin = sum(glyph.text[:1].isascii() and glyph.text[:1].isalpha() for glyph in glyphs)
    return arabic >= latin


def _is_mark(glyph: Glyph) -> bool:
    return bool(glyph.text) and all(category(character)[0] == "M" for character in glyph.text)


def _words(glyphs: Sequence[Glyph]) -> list[Word]:
    """The words of a page from top to bottom, each with the blanks and marks at it."""
    lines: list[list[Glyph]] = []
    marks = [glyph for glyph in glyphs if _is_mark(glyph)]
    for glyph in sorted((g for g in glyphs if g.text and not _is_mark(g)), key=lambda g: -g.base):
        last = lines[-1][0] if lines else None
        if last is not None and last.base - glyph.base <= _BASELINE * min(last.size, glyph.size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    found: list[list[Glyph]] = []
    for line in lines:
        found += _split(sorted(line, key=lambda glyph: glyph.x0))
    heights = [-part[0].base for part in found]
    for mark in marks:
        reach = _MARK * max(mark.size, 1.0)
        near = found[bisect_left(heights, -mark.base - reach) : bisect_right(heights, -mark.base + reach)]
        owner = min(near[:_NEAR], key=lambda part: _distance(mark, part), default=None)
        if owner is not None and _distance(mark, owner) < reach:
            owner.append(mark)
    return [Word(tuple(part), *_box(part), part[0].base, median(g.size for g in part)) for part in found]


def _split(line: Sequence[Glyph]) -> list[list[Glyph]]:
    """The words of a line; the blank after a word is part of it, one at the head of a line of none."""
    words: list[list[Glyph]] = []
    right = 0.0
    ended = True
    for glyph in line:
        if glyph.text.isspace():
            if words:
                words[-1].append(glyph)
            ended = True
            continue
        if ended or glyph.x0 - right > _BLANK * glyph.size:
            words.append([])
            right = glyph.x1
        words[-1].append(glyph)
        right = max(right, glyph.x1)
        ended = False
    return words


def _box(part: Sequence[Glyph]) -> tuple[float, float]:
    inked = [glyph for glyph in part if not glyph.text.isspace()]
    return min(glyph.x0 for glyph in inked), max(glyph.x1 for glyph in inked)


def _distance(mark: Glyph, part: Sequence[Glyph]) -> float:
    beside = max(part[0].x0 - mark.x1, mark.x0 - part[-1].x1, 0.0)
    return abs(part[0].base - mark.base) + beside


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words on one baseline together, from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: -w.base):
        if lines and lines[-1][0].base - word.base <= _BASELINE * min(lines[-1][0].size, word.size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _columns(words: list[Word], rtl: bool, depth: int = 0) -> Iterator[list[Word]]:
    """Cut a page where two columns stand side by side, again and again; what is above them is read before."""
    if not words:
        return
    lines = _lines(words)
    cut = _gutter(lines) if depth < _DEPTH else None
    if cut is None:
        yield words
        return
    middle, first, last = cut
    inside = [word for line in lines[first:last] for word in line]
    left = [word for word in inside if word.x1 <= middle]
    right = [word for word in inside if word.x1 > middle]
    above, below = ([word for line in part for word in line] for part in (lines[:first], lines[last:]))
    for part in (above, *((right, left) if rtl else (left, right)), below):
        yield from _columns(part, rtl, depth + 1)


def _gutter(lines: Sequence[Sequence[Word]]) -> tuple[float, int, int] | None:
    """Where a strip runs between two columns: its middle, and the first and last line (exclusive) beside it.

    No word of those lines reaches into the strip; of all such strips, the one along most lines is taken.
    """
    size = median(word.size for line in lines for word in line)
    counts: Counter[int] = Counter()
    for line in lines:
        ordered = sorted(line, key=lambda w: w.x0)
        for a, b in pairwise(ordered):
            if b.x0 - a.x1 > _STRIP * size:
                # Every place of a wide gap may be that of the strip.
                low, high = (a.x1 + _STRIP * size / 2) / size, (b.x0 - _STRIP * size / 2) / size
                counts.update(range(round(2 * low), min(round(2 * high), round(2 * low) + _WIDE) + 1))
    best: tuple[int, float, int, int] | None = None
    for place, _ in counts.most_common(_GAPS):
        middle = place * size / 2
        for first, last in _free(lines, middle, _STRIP * size / 2 * 0.8):
            if (best is None or last - first > best[0]) and _between_columns(lines[first:last], middle):
                best = last - first, middle, first, last
    return best[1:] if best else None


def _free(lines: Sequence[Sequence[Word]], middle: float, half: float) -> Iterator[tuple[int, int]]:
    """The runs of lines of which no word reaches into a strip."""
    first = 0
    for place, line in enumerate(lines):
        if any(word.x0 < middle + half and word.x1 > middle - half for word in line):
            if place > first:
                yield first, place
            first = place + 1
    if len(lines) > first:
        yield first, len(lines)


def _between_columns(lines: Sequence[Sequence[Word]], middle: float) -> bool:
    """Whether text stands on both sides: several lines, as wide as those of columns."""
    for side in (-1, 1):
        parts = [[word for word in line if (word.x0 - middle) * side > 0] for line in lines]
        widths = [
            (max(w.x1 for w in part) - min(w.x0 for w in part)) / max(part[0].size, 0.1) for part in parts if part
        ]
        if len(widths) < _COLUMN_LINES or median(widths) < _COLUMN_WIDTH:
            return False
    return True


def _rows(column: Sequence[Word], rtl: bool) -> list[Row]:
    """The lines of a column from top to bottom; where there are wide gaps in one, its parts are cells of a row."""
    found = []
    for line in _lines(column):
        parts: list[list[Word]] = []
        for word in sorted(line, key=lambda w: w.x0):
            if not parts or word.x0 - parts[-1][-1].x1 > _GUTTER * max(word.size, parts[-1][-1].size):
                parts.append([])
            parts[-1].append(word)
        if rtl:
            parts.reverse()
        read = [read_line([glyph for word in part for glyph in word.glyphs], rtl=rtl) for part in parts]
        found.append(
            Row(
                _together(read, rtl),
                min(word.x0 for word in line),
                max(word.x1 for word in line),
                line[0].base,
                max(word.size for word in line),
                all(_bold(word) for word in line),
                len(parts) > 1,
            )
        )
    return found


def _bold(word: Word) -> bool:
    return 2 * sum("bold" in glyph.font.lower() for glyph in word.glyphs) > len(word.glyphs)


def _together(parts: Sequence[Line], rtl: bool) -> Line:
    """Cells of a row as one line, a tab between them."""
    if len(parts) == 1:
        return parts[0]
    text = ""
    units: list[Unit] = []
    doubts: list[Doubt] = []
    for part in parts:
        if text:
            text += "\t"
            units.append(units[-1])
        doubts += [doubt._replace(start=doubt.start + len(text), end=doubt.end + len(text)) for doubt in part.doubts]
        text += part.text
        units += part.units
    return Line(text, tuple(units), tuple(doubts), rtl)


def _paragraphs(rows: Sequence[Row], rtl: bool) -> list[list[Row]]:
    """Lines that go on from one another."""
    if not rows:
        return []
    pitches = sorted(_pitch(a, b) for a, b in pairwise(rows) if not _other_size(a.size, b.size))
    # Where most paragraphs are of one line, the usual distance is that between paragraphs.
    usual = min(median(pitches), _APART * pitches[len(pitches) // 10]) if pitches else 0.0
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    found = [[rows[0]]]
    for last, row in pairwise(rows):
        ended = _ended(last, row, left, right)
        indented = (right - row.x1 if rtl else row.x0 - left) > _INDENT * row.size
        began = (right - last.x1 if rtl else last.x0 - left) > _INDENT * last.size
        apart = _pitch(last, row) > _APART * usual
        changed = _other_size(last.size, row.size) or last.bold != row.bold or last.cells or row.cells
        if apart or ended or changed or (indented and not began):
            found.append([])
        found[-1].append(row)
    return found


def _pitch(last: Row, row: Row) -> float:
    """The distance of two lines in sizes of their letters."""
    return (last.base - row.base) / max(last.size, row.size, 0.1)


def _ended(last: Row, row: Row, left: float, right: float) -> bool:
    """Whether a line stops before the column does."""
    room = last.x0 - left if last.line.rtl else right - last.x1
    if room <= _first_word(row) + last.size:
        return False
    return last.line.text[-1:] in _STOPS or room > _EMPTY * (right - left)


def _first_word(row: Row) -> float:
    """How wide it is."""
    length = len(row.line.text.split(maxsplit=1)[0]) if row.line.text.strip() else 0
    glyphs = [unit.glyph for unit in row.line.units[:length]]
    return max((glyph.x1 for glyph in glyphs), default=0.0) - min((glyph.x0 for glyph in glyphs), default=0.0)


def _other_size(a: float, b: float) -> bool:
    return abs(a - b) > _OTHER_SIZE * max(a, b)
