"""Places named in a text, from the gazetteers ``rules/places.tsv`` and ``rules/places_more.tsv``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import cos, hypot, radians
from pathlib import Path
from typing import NamedTuple, TypeVar

from checker.across.words import Words
from checker.arabic.normalise import fold
from checker.arabic.tokens import Token
from checker.errors import RuleFileError
from checker.resources import rules_root

_FILE, _MORE = "places.tsv", "places_more.tsv"
#: Kilometres in a degree of latitude.
_DEGREE = 111.2
_PARTICLES = ("وبال", "وال", "بال", "لل", "وب", "ول", "و", "ب", "ل", "ف", "ك")
#: The longest name, in words.
_WORDS = 4
#: Single names of places with fewer people (thousands) are often words, and count only behind a word of place;
#: so do short ones of all but large places.
_KNOWN, _LARGE = 20, 100
_SHORT = 3
_KINDS = frozenset({"country", "area", "town"})
_Read = TypeVar("_Read")
#: So many words are remembered.
_REMEMBERED = 100_000


class Place(NamedTuple):
    """A place of the gazetteer.

    ``country`` is the ISO 3166 code, ``latitude`` and ``longitude`` are
    degrees (None for a country), ``people`` is in thousands.
    """

    name: str
    """Folded."""
    shown: str
    """As it is written."""
    country: str
    latitude: float | None
    longitude: float | None
    people: int
    area: bool = False
    """Whether it is a province and no town."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by folded name, and how many words names that begin with a word can have."""

    by_name: Mapping[str, tuple[Place, ...]]
    longest: Mapping[str, int]
    known: dict[str, bool] = field(default_factory=dict)
    """Words that were asked for, and whether a name may begin with them."""

    def _may_begin(self, norm: str) -> bool:
        begins = self.known.get(norm)
        if begins is None:
            begins = any(start in self.longest for start in _starts(norm))
            if len(self.known) < _REMEMBERED:
                self.known[norm] = begins
        return begins

    def find(self, tokens: Sequence[Token], first: int, last: int, words: Words) -> Iterator[str]:
        """The names of places in a range of tokens, each as the gazetteer has it.

        A particle may be attached ("بحلب"), the article may be missing or too
        much. ``words`` has those that a little place must stand behind, and
        the names that are words of another meaning elsewhere.
        """
        k = first
        while k < last:
            found = self._at(tokens, k, last, words) if self._may_begin(tokens[k].norm) else None
            if found is None:
                k += 1
                continue
            name, k = found
            yield name

    def _at(self, tokens: Sequence[Token], k: int, last: int, words: Words) -> tuple[str, int] | None:
        for start in _starts(tokens[k].norm):
            longest = self.longest.get(start, 0)
            for length in range(min(longest, last - k), 0, -1):
                name = " ".join((start, *(token.norm for token in tokens[k + 1 : k + length])))
                places = self.by_name.get(name)
                if places is None:
                    continue
                if name in words.not_places and not (k and tokens[k - 1].norm in words.town_leads):
                    continue
                if length == 1 and _is_little(places[0]) and not _is_led(tokens, k, start, words.place_leads):
                    continue
                return name, k + length
        return None


def _is_little(place: Place) -> bool:
    least = _LARGE if len(place.name) <= _SHORT else _KNOWN
    return place.latitude is not None and place.people < least


def _is_led(tokens: Sequence[Token], k: int, name: str, leads: frozenset[str]) -> bool:
    """Whether a word of place stands in front, or "in" is attached to more than three letters."""
    attached = tokens[k].norm != name and tokens[k].norm.startswith(("ب", "وب")) and len(name) > _SHORT
    return attached or (k > 0 and tokens[k - 1].norm in leads)


@lru_cache(maxsize=65536)
def _starts(norm: str) -> tuple[str, ...]:
    """How the first word of a name may be meant: as it stands, without particles, with the article."""
    starts = [norm]
    for particle in _PARTICLES:
        if norm.startswith(particle) and len(norm) - len(particle) >= 3:
            rest = norm[len(particle) :]
            starts.append(rest if not particle.endswith(("ال", "لل")) else "ال" + rest)
            break
    return tuple(dict.fromkeys(starts))


def distance(a: Place, b: Place) -> float | None:
    """Kilometres between two places, accurate enough for neighbours; None if one is a country."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return None
    east = (a.longitude - b.longitude) * cos(radians((a.latitude + b.latitude) / 2))
    return _DEGREE * hypot(a.latitude - b.latitude, east)


def read_gazetteer(path: Path, more: Path | None = None) -> Gazetteer:
    """Read a gazetteer file, and another one of places that it lacks.

    Raises:
        RuleFileError: a file is missing, or a line is not as it must be.
    """
    named: dict[str, list[Place]] = {}
    for place in _read(path, _place, "folded name, name, country, two degrees, thousands"):
        named.setdefault(place.name, []).append(place)
    if more is not None:
        for places in _read(more, _places, "names, country, two degrees or -, country, area or town"):
            for place in places:
                named.setdefault(place.name, []).append(place)
    longest: dict[str, int] = {}
    for name in named:
        first, *rest = name.split()
        longest[first] = max(longest.get(first, 0), min(_WORDS, 1 + len(rest)))
    return Gazetteer({name: tuple(sorted(found, key=lambda p: -p.people)) for name, found in named.items()}, longest)


def _read(path: Path, make: Callable[[list[str]], _Read], expected: str) -> Iterator[_Read]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(path.name, "-", "a readable UTF-8 file", str(error)) from error
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            try:
                yield make(line.split("\t"))
            except ValueError as error:
                raise RuleFileError(path.name, f"line {number}", expected, line) from error


def _place(cells: list[str]) -> Place:
    name, shown, country, latitude, longitude, people = cells
    return Place(name, shown, country, _degrees(latitude), _degrees(longitude), int(people))


def _places(cells: list[str]) -> list[Place]:
    names, country, latitude, longitude, kind = cells
    if kind not in _KINDS or (latitude == "-") is not (kind == "country"):
        raise ValueError(kind)
    lat, lon = (None, None) if kind == "country" else (float(latitude), float(longitude))
    people = 0 if kind == "country" else _LARGE
    shown, *others = names.split("|")
    return [
        Place(" ".join(map(fold, name.split())), shown, country, lat, lon, people, kind == "area")
        for name in (shown, *others)
    ]


def _degrees(value: str) -> float | None:
    return float(value) if value else None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the project, read once a process."""
    return read_gazetteer(rules_root() / _FILE, rules_root() / _MORE)
