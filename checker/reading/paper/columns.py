"""The lines of a page in the order in which its columns are read, and which of them make a paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
#: A gap of so many sizes in a line is more than a blank: a gutter, or between cells.
_GUTTER = 1.5
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
#: A mark is looked for at so many stretches near it, a page for a gutter at so many of its widest gaps.
_NEAR = 50
_GAPS = 20
#: Pages are cut no deeper than this.
_DEPTH = 40


class Stretch(NamedTuple):
    """Glyphs of one line without a wide gap among them, and their box."""

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
    stretches = _stretches(glyphs)
    rtl = _from_the_right(glyphs)
    found: list[list[Row]] = []
    for column in _columns(stretches, rtl, 0):
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


def _stretches(glyphs: Sequence[Glyph]) -> list[Stretch]:
    """Glyphs on one baseline, cut at wide gaps."""
    lines: list[list[Glyph]] = []
    marks = [glyph for glyph in glyphs if _is_mark(glyph)]
    for glyph in sorted((g for g in glyphs if g.text and not _is_mark(g)), key=lambda g: -g.base):
        last = lines[-1][0] if lines else None
        if last is not None and last.base - glyph.base <= _BASELINE * min(last.size, glyph.size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    found = []
    for line in lines:
        line.sort(key=lambda glyph: glyph.x0)
        while line and line[-1].text.isspace():
            line.pop()
        part: list[Glyph] = []
        right = 0.0
        for glyph in line:
            if glyph.text.isspace():
                if part:
                    part.append(glyph)
                continue
            if part and glyph.x0 - right > _GUTTER * max(glyph.size, part[-1].size):
                found.append(part)
                part = []
            right = max(right, glyph.x1) if part else glyph.x1
            part.append(glyph)
        if part:
            found.append(part)
    heights = [-part[0].base for part in found]
    for mark in marks:
        reach = _MARK * max(mark.size, 1.0)
        near = found[bisect_left(heights, -mark.base - reach) : bisect_right(heights, -mark.base + reach)][:_NEAR]
        owner = min(near, key=lambda part: _distance(mark, part), default=None)
        if owner is not None and _distance(mark, owner) < reach:
            owner.append(mark)
    return [
        Stretch(
            tuple(part),
            min(g.x0 for g in part),
            max(g.x1 for g in part),
            part[0].base,
            median(g.size for g in part),
        )
        for part in found
    ]


def _distance(mark: Glyph, part: Sequence[Glyph]) -> float:
    beside = max(part[0].x0 - mark.x1, mark.x0 - part[-1].x1, 0.0)
    return abs(part[0].base - mark.base) + beside


def _columns(stretches: list[Stretch], rtl: bool, depth: int) -> Iterator[list[Stretch]]:
    """Cut a page at its gutters, and where there are none at its gaps between lines, again and again."""
    if not stretches:
        return
    gutter = _gutter(stretches) if depth < _DEPTH else None
    if gutter is not None:
        left = [s for s in stretches if s.x1 <= gutter]
        right = [s for s in stretches if s.x1 > gutter]
        for half in (right, left) if rtl else (left, right):
            yield from _columns(half, rtl, depth + 1)
        return
    bands = _bands(stretches) if depth < _DEPTH else [stretches]
    if len(bands) == 1 or all(_gutter(band) is None for band in bands):
        yield stretches
        return
    # Bands without columns stay together, so that their paragraphs are seen as a whole.
    together: list[Stretch] = []
    for band in bands:
        if _gutter(band) is None:
            together += band
            continue
        if together:
            yield together
            together = []
        yield from _columns(band, rtl, depth + 1)
    if together:
        yield together


def _gutter(stretches: Sequence[Stretch]) -> float | None:
    """The middle of the widest gap that runs through all lines with columns of text on both sides."""
    size = median(s.size for s in stretches)
    gaps: list[tuple[float, float]] = []
    right = float("inf")
    for stretch in sorted(stretches, key=lambda s: s.x0):
        if stretch.x0 - right > size:
            gaps.append((stretch.x0 - right, (stretch.x0 + right) / 2))
        right = stretch.x1 if right == float("inf") else max(right, stretch.x1)
    for _, middle in sorted(gaps, reverse=True)[:_GAPS]:
        sides = [s for s in stretches if s.x1 <= middle], [s for s in stretches if s.x0 >= middle]
        if all(map(_is_column, sides)):
            return middle
    return None


def _is_column(stretches: Sequence[Stretch]) -> bool:
    return (
        len(stretches) >= _COLUMN_LINES and median((s.x1 - s.x0) / max(s.size, 0.1) for s in stretches) > _COLUMN_WIDTH
    )


def _bands(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """Groups of lines with more than the usual distance between them."""
    ordered = sorted(stretches, key=lambda s: -s.base)
    bands = [[ordered[0]]]
    for last, stretch in pairwise(ordered):
        if last.base - stretch.base > 1.6 * max(last.size, stretch.size) or _other_size(last.size, stretch.size):
            bands.append([])
        bands[-1].append(stretch)
    return bands


def _rows(column: Sequence[Stretch], rtl: bool) -> list[Row]:
    """The lines of a column from top to bottom; several stretches on one baseline are cells of one row."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(column, key=lambda s: -s.base):
        if rows and rows[-1][0].base - stretch.base <= _BASELINE * min(rows[-1][0].size, stretch.size):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    found = []
    for row in rows:
        row.sort(key=lambda s: s.x0, reverse=rtl)
        parts = [read_line(stretch.glyphs, rtl=rtl) for stretch in row]
        found.append(
            Row(
                _together(parts, rtl),
                min(s.x0 for s in row),
                max(s.x1 for s in row),
                row[0].base,
                max(s.size for s in row),
                all(_bold(s) for s in row),
                len(row) > 1,
            )
        )
    return found


def _bold(stretch: Stretch) -> bool:
    return 2 * sum("bold" in glyph.font.lower() for glyph in stretch.glyphs) > len(stretch.glyphs)


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
