"""Nouns that the lexicon does not know, asked of camel-tools' morphological analyser.

Its data is installed by the user (GPL-2; ``camel_data -i morphology-db-msa-r13``).
Whether it is there is seen from the file system alone: importing camel-tools
costs half a second, and its data module fetches a catalogue over the network
at import when it finds none, so it is imported only when a database is there
and a word is asked for, and is handed a catalogue then.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from camel_tools.morphology.analyzer import Analyzer

#: ``off`` switches the analyser off; a path names a database file.
SWITCH, DATABASE = "CHECKER_MORPHOLOGY", "CHECKER_MORPHOLOGY_DB"
HOW_TO_INSTALL = "camel_data -i morphology-db-msa-r13"
#: camel-tools' own folder, as its ``camel_tools.data.catalogue`` finds it.
_DATA_FOLDER = "CAMELTOOLS_DATA"
_DATABASES = "data/morphology_db/*/morphology.db"
_NOUNS = frozenset({"noun", "noun_prop", "noun_quant", "adj"})

Number = Literal["s", "d", "p"]


@dataclass(frozen=True, slots=True)
class NounFeatures:
    """What the analyser says of a noun.

    ``rational`` tells human beings from other things; ``number`` is singular,
    dual or plural; None is unknown.
    """

    rational: bool | None
    number: Number | None
    lemma: str | None


@dataclass(frozen=True, slots=True)
class MorphologyStatus:
    """Whether the analyser can be used, and if not, why and how it could be."""

    available: bool
    database: str | None
    detail: str
    how_to_install: str = HOW_TO_INSTALL


@cache
def available() -> bool:
    """Whether a database is there and not switched off; looked up once a process."""
    return os.environ.get(SWITCH, "").lower() != "off" and _database() is not None


def status() -> MorphologyStatus:
    """The state of the analyser, without importing camel-tools unless a database is there."""
    if os.environ.get(SWITCH, "").lower() == "off":
        return MorphologyStatus(False, None, f"switched off by {SWITCH}")
    path = _database()
    if path is None:
        return MorphologyStatus(False, None, "no morphology database found; unknown nouns are judged without it")
    if _analyser() is None:
        return MorphologyStatus(False, str(path), "the database cannot be read by camel-tools")
    return MorphologyStatus(True, str(path), "")


@lru_cache(maxsize=16384)
def noun_features(word: str) -> NounFeatures | None:
    """Features of a word as a noun; None without data or if it is no noun."""
    if not available():
        return None
    analyser = _analyser()
    if analyser is None:
        return None
    nouns = [a for a in analyser.analyze(word) if a.get("pos") in _NOUNS]
    if not nouns:
        return None
    rational = {a.get("rat") for a in nouns} & {"r", "y", "i", "n"}
    numbers = {a.get("num") for a in nouns} & {"s", "d", "p"}
    return NounFeatures(
        _agreed(rational),
        cast(Number, numbers.pop()) if len(numbers) == 1 else None,
        nouns[0].get("lex"),
    )


def _agreed(values: set[str]) -> bool | None:
    """True if every reading is of human beings, False if none is, None where they differ.

    The databases write ``r``/``y`` for rational and ``i``/``n`` for irrational.
    """
    human = values & {"r", "y"}
    if not values or (human and values - human):
        return None
    return bool(human)


def _database() -> Path | None:
    """The database file: named by the environment, or where ``camel_data`` puts it."""
    named = os.environ.get(DATABASE)
    if named:
        path = Path(named).expanduser()
        return path if path.is_file() else None
    folder = os.environ.get(_DATA_FOLDER)
    if folder:
        root = Path(folder).expanduser()
    else:
        home = Path.home()
        root = home / ("AppData/Roaming/camel_tools" if os.name == "nt" else ".camel_tools")
    return next(iter(sorted(root.glob(_DATABASES))), None)


@cache
def _analyser() -> Analyzer | None:
    """camel-tools' analyser over the database, or None if it cannot read it."""
    path = _database()
    if path is None:
        return None
    with _catalogue():
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB
        from camel_tools.morphology.errors import MorphologyError
    try:
        return Analyzer(MorphologyDB(str(path), "a"))
    except (MorphologyError, OSError, ValueError, KeyError, IndexError, TypeError):
        return None


@contextmanager
def _catalogue() -> Iterator[None]:
    """Show camel-tools an empty catalogue while it is imported, so that it fetches none."""
    before = os.environ.get(_DATA_FOLDER)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "catalogue.json").write_text(
            json.dumps({"version": "0", "packages": {}, "components": {}}), encoding="utf-8"
        )
        os.environ[_DATA_FOLDER] = folder
        try:
            yield
        finally:
            if before is None:
                del os.environ[_DATA_FOLDER]
            else:
                os.environ[_DATA_FOLDER] = before
