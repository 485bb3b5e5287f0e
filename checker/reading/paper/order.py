"""A line of glyphs, which a page holds from left to right, as text in the order in which it is read.

What the order cannot tell for sure is said: such places are doubts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple
from unicodedata import bidirectional, category

from checker.reading.paper.glyphs import UNKNOWN, Glyph

#: Gaps in parts of the size of the letters: from the first on a gap is a blank, from the second on surely one.
_BLANK, _SURE_BLANK = 0.2, 0.45
#: Two digits farther apart than this and nearer than a sure blank may be one number or two.
_LOOSE = 0.12
#: Glyphs that lie upon one another by more than this part of their width are in no sure order.
_OVERLAP = 0.35
#: The same glyph again at nearly the same place is how some programs print bold.
_TWICE = 0.12
#: Sizes that differ more than this are those of a number and of a mark beside it.
_OTHER_SIZE = 0.15
#: The letter under a mark is one of so many on either side of it.
_BESIDE = 3
_RANGE = frozenset("-–—‑−")
_INSIDE_NUMBER = frozenset(".,:/٫٬،")
_OPENING, _CLOSING = "([{«", ")]}»"
_MIRRORED = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)


class Doubt(NamedTuple):
    """Characters ``start`` to ``end`` of a line that may not be what the page shows, and why.

    ``why`` is ``range``, ``overlap``, ``size``, ``gap``, ``unknown``, ``unseen`` or ``lam-alef``.
    """

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A glyph with the marks over and under it."""

    text: str
    kind: str
    """``R`` and ``L`` for letters, ``N`` for digits, ``O`` for all others, ``S`` for blanks."""
    glyph: Glyph
    beside: frozenset[str] = frozenset()
    """Why it may or may not be one number with a digit beside it: ``gap``, ``size``."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as text; ``units`` are the glyphs of its characters, one entry a character."""

    text: str
    units: tuple[Unit, ...]
    doubts: tuple[Doubt, ...]
    rtl: bool


def read_line(glyphs: Sequence[Glyph], *, rtl: bool = True) -> Line:
    """Read the glyphs of one line; ``rtl`` counts where it holds no letters."""
    units = _with_blanks(_units(glyphs))
    letters = [unit.kind for unit in units if unit.kind in "RL"]
    rtl = letters.count("R") >= letters.count("L") if letters else rtl
    ordered: list[list[Unit]] = []
    doubted: list[tuple[list[Unit], str]] = []
    for run, kind in _runs(units, rtl=rtl):
        whys = _doubts_of_number(run) if kind == "N" else set()
        ordered.append(_smaller_first(run) if kind == "N" else run)
        doubted += [(run, why) for why in sorted(whys)]
    if rtl:
        ordered.reverse()
    flat = [unit for run in ordered for unit in run]
    text = "".join(unit.text for unit in flat)
    first = next((character for character in text if character in _OPENING + _CLOSING), "")
    if first and first in _CLOSING:  # some programs name the shape of a bracket, others its meaning
        flat = [replace(unit, text=unit.text.translate(_MIRRORED)) for unit in flat]
        text = text.translate(_MIRRORED)
    starts: dict[int, int] = {}
    at = 0
    for unit in flat:
        starts[id(unit.glyph)] = at
        at += len(unit.text)
    doubts = [
        Doubt(min(places), max(starts[id(u.glyph)] + len(u.text) for u in run), why)
        for run, why in doubted
        if (places := [starts[id(unit.glyph)] for unit in run])
    ]
    of_characters = tuple(unit for unit in flat for _ in unit.text)
    return Line(text, of_characters, tuple(sorted(set(doubts))), rtl)


def _units(glyphs: Sequence[Glyph]) -> list[Unit]:
    """Letters from left to right, each with its marks; what is printed twice counts once."""
    bases: list[Glyph] = []
    marks: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.x0, glyph.x1)):
        if not glyph.text:
            continue
        if all(category(character)[0] == "M" for character in glyph.text):
            marks.append(glyph)
        elif not _printed_before(glyph, bases):
            bases.append(glyph)
    texts = {id(glyph): glyph.text for glyph in bases}
    letters = [glyph for glyph in bases if not glyph.text.isspace()]
    for mark in marks:
        middle = (mark.x0 + mark.x1) / 2
        place = bisect_right(letters, middle, key=lambda glyph: glyph.x0)
        owner = min(
            letters[max(0, place - _BESIDE) : place + _BESIDE],
            key=lambda glyph: max(glyph.x0 - middle, middle - glyph.x1, 0.0),
            default=None,
        )
        if owner is not None:
            texts[id(owner)] += mark.text
    return [Unit(texts[id(glyph)], _kind(glyph.text), glyph) for glyph in bases]


def _printed_before(glyph: Glyph, bases: Sequence[Glyph]) -> bool:
    return any(
        other.text == glyph.text
        and abs(other.x0 - glyph.x0) < _TWICE * glyph.size
        and abs(other.x1 - glyph.x1) < _TWICE * glyph.size
        for other in bases[-3:]
    )


def _kind(text: str) -> str:
    if text.isspace():
        return "S"
    for character in text:
        found = bidirectional(character)
        if found in ("R", "AL"):
            return "R"
        if found == "L":
            return "L"
        if found in ("EN", "AN"):
            return "N"
    return "O"


def _with_blanks(units: Sequence[Unit]) -> list[Unit]:
    """One blank where the page has one or more, or a gap as wide."""
    found: list[Unit] = []
    last: Unit | None = None  # the last that is not a blank
    blank = False
    for unit in units:
        if unit.kind == "S":
            blank = last is not None
            continue
        if last is not None:
            gap = (unit.glyph.x0 - last.glyph.x1) / max(unit.glyph.size, last.glyph.size, 0.1)
            if unit.kind == last.kind == "N" and not blank:
                odd = _differ(unit.glyph, last.glyph)
                why = frozenset({"size"} if odd else {"gap"} if _LOOSE < gap < _SURE_BLANK else ())
                found[-1] = replace(last, beside=last.beside | why)
                unit = replace(unit, beside=why)
                blank = odd
            if blank or gap > _BLANK:
                found.append(Unit(" ", "S", last.glyph._replace(text=" ", x0=last.glyph.x1, x1=unit.glyph.x0)))
        found.append(unit)
        last, blank = unit, False
    return found


def _differ(a: Glyph, b: Glyph) -> bool:
    return abs(a.size - b.size) > _OTHER_SIZE * max(a.size, b.size)


def _runs(units: Sequence[Unit], *, rtl: bool) -> list[tuple[list[Unit], str]]:
    """The units in groups that keep their order inside; those of a line from the right are then turned round."""
    runs: list[tuple[list[Unit], str]] = []
    i = 0
    while i < len(units):
        kind = units[i].kind
        if kind in ("L", "N"):
            end = i + 1
            while (reached := _joined(units, end, latin=kind == "L" or not rtl)) is not None:
                end = reached
            run = list(units[i:end])
            runs.append((run, "N" if all(unit.kind != "L" for unit in run) else "L"))
            i = end
        elif rtl or kind != "R":
            runs.append(([units[i]], kind))
            i += 1
        else:  # Arabic inside a line from the left: its words are turned round, its numbers are not
            end = i + 1
            while end < len(units) and units[end].kind in ("R", "O", "S", "N"):
                end += 1
            while units[end - 1].kind != "R":
                end -= 1
            inner = _runs(units[i:end], rtl=True)
            runs.append(([unit for run, _ in reversed(inner) for unit in run], "R"))
            i = end
    return runs


def _smaller_first(run: list[Unit]) -> list[Unit]:
    """A range of two numbers the way ranges are written; programs differ in how they draw it, so it is in doubt."""
    signs = [place for place, unit in enumerate(run) if unit.text in _RANGE]
    if len(signs) != 1:
        return run
    left, right = run[: signs[0]], run[signs[0] + 1 :]
    numbers = ["".join(unit.text for unit in part) for part in (left, right)]
    if all(number.isdecimal() for number in numbers) and int(numbers[0][:9]) > int(numbers[1][:9]):
        return [*right, run[signs[0]], *left]
    return run


def _joined(units: Sequence[Unit], end: int, *, latin: bool) -> int | None:
    """Where a run that reaches to ``end`` reaches with what follows; None if it ends there."""
    if end >= len(units):
        return None
    last, here = units[end - 1], units[end]
    if here.kind in ("L", "N"):
        return end + 1
    after = units[end + 1] if end + 1 < len(units) else None
    if after is None or after.kind not in ("L", "N"):
        return None
    if last.kind == after.kind == "N":
        inside = here.text in _INSIDE_NUMBER or here.text in _RANGE
        return end + 2 if inside else None
    return end + 2 if latin and (here.kind == "S" or here.text in _RANGE or here.text in ".&/'’") else None


def _doubts_of_number(run: Sequence[Unit]) -> set[str]:
    """Why a run of digits may not be the number that the page shows."""
    why = set()
    if any(unit.text in _RANGE for unit in run):
        why.add("range")
    digits = [unit for unit in run if unit.kind == "N"]
    for unit in digits:
        if not unit.glyph.visible:
            why.add("unseen")
        why |= unit.beside
    for a, b in pairwise(run):
        width = min(a.glyph.x1 - a.glyph.x0, b.glyph.x1 - b.glyph.x0)
        if a.glyph.x1 - b.glyph.x0 > _OVERLAP * max(width, 0.1):
            why.add("overlap")
    if any(UNKNOWN in unit.text for unit in run):
        why.add("unknown")
    return why
