"""The words and weights of ``rules/across.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from checker.arabic.wordlists import words as folded
from checker.errors import RuleFileError
from checker.resources import load_toml, rules_root
from checker.values import frozen

_FILE = "across.toml"
#: What may be attached to a word in front of a name.
_PARTICLES = ("", "و", "ف", "ب", "ل", "وب")
_LISTS = ("past", "coming", "goes_back", "place_leads", "town_leads", "name_leads", "not_places")


@frozen
class Words:
    """Words, folded, that places and days are read with."""

    past: frozenset[str]
    coming: frozenset[str]
    goes_back: frozenset[str]
    place_leads: frozenset[str]
    town_leads: frozenset[str]
    """In front of the name of a place and of nothing else: "قرية"."""
    name_leads: frozenset[str]
    """In front of the name of a road, a quarter, a building; with a particle too ("بطريق")."""
    not_places: frozenset[str]
    """Names of places that elsewhere are words or people: "الباب"."""


@frozen
class Weights:
    """What each piece of evidence is worth in log odds, and from which probability figures are linked.

    ``threshold_conflict`` is for figures whose numbers cannot both hold.
    """

    bias: float
    evidence: Mapping[str, float]
    threshold: float
    threshold_conflict: float


@frozen
class Settings:
    """All of the file."""

    words: Words
    weights: Weights


def read_settings(path: Path) -> Settings:
    """Read such a file.

    Raises:
        RuleFileError: a key is missing or not as it must be.
    """
    data = load_toml(path)
    link, named = data.get("link"), data.get("words")
    if not isinstance(link, dict) or not isinstance(named, dict):
        raise RuleFileError(_FILE, "link" if not isinstance(link, dict) else "words", "a table", "nothing")
    evidence = link.get("evidence", {})
    for table, prefix in ((link, "link."), (evidence, "link.evidence.")):
        for key, value in table.items():
            if key != "evidence" and (isinstance(value, bool) or not isinstance(value, (int, float))):
                raise RuleFileError(_FILE, prefix + key, "a number", repr(value))
    for key in ("bias", "threshold", "threshold_conflict"):
        if key not in link:
            raise RuleFileError(_FILE, f"link.{key}", "a number", "nothing")
    lists = {key: frozenset(folded(_FILE, named, key)) for key in _LISTS}
    lists["name_leads"] = frozenset(particle + lead for particle in _PARTICLES for lead in lists["name_leads"])
    return Settings(
        Words(**lists),
        Weights(
            float(link["bias"]),
            {name: float(worth) for name, worth in evidence.items()},
            float(link["threshold"]),
            float(link["threshold_conflict"]),
        ),
    )


@cache
def settings() -> Settings:
    """The file that ships with the project, read once a process."""
    return read_settings(rules_root() / _FILE)
