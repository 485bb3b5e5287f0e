"""The words of page furniture, bylines and datelines, from ``rules/ar/layout.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from checker.arabic.calendar import calendar
from checker.arabic.normalise import fold
from checker.arabic.wordlists import words
from checker.resources import load_toml, rules_root
from checker.values import frozen

_FILE = "ar/layout.toml"

#: A word with its diacritics; digits and punctuation end it.
WORD = re.compile(
    "[A-Za-z\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+"
)
_GAP = "…"


def folded_words(text: str, start: int, end: int) -> list[str]:
    """The words of a range, folded."""
    return [fold(word) for word in WORD.findall(text, start, end)]


def squeezed(name: str) -> str:
    """A name without blanks, points, quotes and hamza: ``د.ب.أ`` and ``د ب ا`` are one."""
    return "".join(folded_words(name, 0, len(name)))


class Phrases:
    """Expressions that a line can begin with, found by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take folded phrases; ``…`` at the end of one lets words follow it."""
        by_first: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        for phrase in phrases:
            parts = tuple(part for part in phrase.split() if part != _GAP)
            by_first.setdefault(parts[0], []).append((parts, phrase.endswith(_GAP)))
        self._by_first = {
            first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in by_first.items()
        }

    def longest(self, line: Sequence[str]) -> tuple[int, bool]:
        """How many words the longest expression at the head of a line has, and whether a gap follows."""
        for parts, gap in self._by_first.get(line[0], ()) if line else ():
            if tuple(line[: len(parts)]) == parts:
                return len(parts), gap
        return 0, False


@frozen
class LayoutWords:
    """All of them, folded.

    ``beginnings`` are the first words of furniture, for a quick no;
    ``date_words`` are what a line that is only a date can hold, ``months``
    those of them that name a month.
    """

    page: frozenset[str]
    buttons: Phrases
    labels: Phrases
    leads: Phrases
    tags: Phrases
    byline: Phrases
    credits: Phrases
    dateline: Phrases
    sentence: frozenset[str]
    agencies: frozenset[str]
    cities: frozenset[str]
    place_words: frozenset[str]
    date_words: frozenset[str]
    months: frozenset[str]
    beginnings: frozenset[str]


def load_layout_words(path: Path) -> LayoutWords:
    """Read one file of layout words.

    Raises:
        RuleFileError: the file is missing, not valid TOML, or a key is not as it must be.
    """
    data = load_toml(path)

    def phrases(key: str) -> Phrases:
        return Phrases(words(_FILE, data, key))

    agencies, cities = words(_FILE, data, "agencies"), words(_FILE, data, "cities")
    return LayoutWords(
        page=frozenset(words(_FILE, data, "page")),
        buttons=phrases("buttons"),
        labels=phrases("labels"),
        leads=phrases("leads"),
        tags=phrases("tags"),
        byline=phrases("byline"),
        credits=phrases("credits"),
        dateline=phrases("dateline"),
        sentence=frozenset(words(_FILE, data, "sentence")),
        agencies=frozenset(map(squeezed, agencies)),
        cities=frozenset(map(squeezed, cities)),
        place_words=_single(agencies, cities),
        date_words=_date_words(),
        months=_single(calendar().gregorian, calendar().hijri),
        beginnings=frozenset(
            phrase.split()[0]
            for key in ("page", "buttons", "labels", "leads", "tags")
            for phrase in words(_FILE, data, key)
        ),
    )


def _date_words() -> frozenset[str]:
    cal = calendar()
    names = (cal.gregorian, cal.hijri, cal.weekdays, cal.days_of_month, cal.relative)
    marks = (cal.joiners, cal.equates, cal.beside_weekday, cal.gregorian_marks, cal.hijri_marks, cal.clock)
    return _single(*names, *marks) | {"am", "pm", "gmt", "utc"}


def _single(*phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for group in phrases for phrase in group for word in phrase.split())


@cache
def layout_words() -> LayoutWords:
    """The words that ship with the project, read once a process."""
    return load_layout_words(rules_root() / _FILE)
