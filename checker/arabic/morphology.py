"""Nouns that the lexicon does not know, asked of camel-tools' morphological analyser.

Its data is installed by the user (GPL-2), so it may not be there. Whether it
is, is seen from the file system alone; camel-tools is imported when there is a
database and a word is asked for, and never before.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, cast

from checker.arabic.analyser import Reading, load_analyser

#: Environment: ``off`` switches the analyser off; a path names a database file.
SWITCH, DATABASE = "CHECKER_MORPHOLOGY", "CHECKER_MORPHOLOGY_DB"
HOW_TO_INSTALL = "camel_data -i morphology-db-msa-r13"

#: Where ``camel_data`` puts databases (camel_tools/data/catalogue.py): this variable, or the user's home.
_DATA_FOLDER = "CAMELTOOLS_DATA"
_HOME_FOLDER = "AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools"
_DATABASES = "data/morphology_db/*/morphology.db"
#: News is written in the standard language, so its databases go before those of the dialects.
_PREFERRED = ("calima-msa-r13", "calima-msa-s31")

_NAMING = frozenset({"noun", "noun_prop"})
_NOUNS = _NAMING | {"adj"}
_CLITICS = ("prc0", "prc1", "prc2", "prc3", "enc0")
#: ``y`` and ``n``, which older databases write, are placeholders there and say nothing.
_RATIONAL = {"r": True, "i": False}
_LETTERS = str.maketrans("یکہھ", "يكهه")

Number = Literal["s", "d", "p"]


@dataclass(frozen=True, slots=True)
class NounFeatures:
    """What the analyser says of a noun.

    ``rational`` tells human beings from other things; ``number`` is singular,
    dual or plural; ``lemma`` is vocalised. None is unknown: the word has
    readings that differ, as ``مدنيين`` has for its number.
    """

    rational: bool | None
    number: Number | None
    lemma: str | None


@dataclass(frozen=True, slots=True)
class MorphologyStatus:
    """Whether the analyser can be used, and if not, why and how it could be.

    ``detail`` and ``detail_ar`` are empty where it can.
    """

    available: bool
    database: str | None
    detail: str
    how_to_install: str = HOW_TO_INSTALL
    detail_ar: str = ""


def status() -> MorphologyStatus:
    """The state of the analyser; reads the database if there is one."""
    return _analyser()[1]


@lru_cache(maxsize=16384)
def noun_features(word: str) -> NounFeatures | None:
    """Features of a word as a noun; None without data, or if it is no noun.

    ``word`` is as it stands in the text: hamza, diacritics and all.
    """
    analyse = _analyser()[0]
    letters = _letters(word)
    if analyse is None or not letters:
        return None
    try:
        nouns = [reading for reading in analyse(letters) if reading.get("pos") in _NOUNS]
    except (LookupError, ValueError):  # a database that names a category or feature it does not define
        return None
    return _features(_likeliest(nouns)) if nouns else None


def _features(readings: Sequence[Reading]) -> NounFeatures:
    # An adjective takes its rationality from whom it describes: "5 سعوديين".
    rational = {_RATIONAL.get(reading.get("rat", "")) for reading in readings if reading["pos"] in _NAMING}
    numbers = {_number(reading) for reading in readings}
    return NounFeatures(
        rational.pop() if len(rational) == 1 else None,
        numbers.pop() if len(numbers) == 1 else None,
        readings[0].get("lex") or None,
    )


def _number(reading: Reading) -> Number | None:
    """By meaning (a broken plural is plural), else by form."""
    for key in ("num", "form_num"):
        if reading.get(key) in ("s", "d", "p"):
            return cast(Number, reading[key])
    return None


def _likeliest(readings: Sequence[Reading]) -> list[Reading]:
    """The readings to believe: without clitics, spelled as written, of the likeliest word.

    Each preference gives way where no reading meets it. Probabilities are the
    database's own (``pos_lex_logprob``); without them all are alike.
    """
    plain = [r for r in readings if all(r.get(clitic, "0") in ("0", "na") for clitic in _CLITICS)] or readings
    exact = [r for r in plain if r.get("source") != "spvar"] or plain
    likelihoods = [float(r.get("pos_lex_logprob", -99.0)) for r in exact]
    best = max(likelihoods)
    return [r for r, likelihood in zip(exact, likelihoods, strict=True) if likelihood == best]


def _letters(word: str) -> str:
    """The word with letters alone, presentation forms and Persian letters made Arabic ones."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", word))).translate(_LETTERS)


@cache
def _analyser() -> tuple[Callable[[str], list[Reading]] | None, MorphologyStatus]:
    """The analyser, if it can be used, and its state; looked for once a process."""
    if os.environ.get(SWITCH, "").strip().lower() == "off":
        return None, _unavailable(None, f"switched off by {SWITCH}", f"أوقفه المتغير {SWITCH}")
    path = _database()
    if path is None:
        return None, _unavailable(
            None,
            "no morphology database found; unknown nouns are judged without it",
            "لا توجد قاعدة بيانات صرفية؛ يُحكم على الأسماء المجهولة من دونها",
        )
    try:
        analyse = load_analyser(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, _unavailable(path, f"the database cannot be read: {reason}", f"تعذرت قراءة القاعدة: {reason}")
    except ValueError as error:
        reason = " ".join(str(error).split())[:120]
        return None, _unavailable(
            path, f"not a database of camel-tools: {reason}", f"الملف ليس قاعدة من قواعد camel-tools: {reason}"
        )
    except ImportError as error:
        return None, _unavailable(path, f"camel-tools cannot be imported: {error}", f"تعذر تحميل camel-tools: {error}")
    return analyse, MorphologyStatus(True, str(path), "")


def _unavailable(path: Path | None, en: str, ar: str) -> MorphologyStatus:
    return MorphologyStatus(False, None if path is None else str(path), en, detail_ar=ar)


def _database() -> Path | None:
    """The database file: named by the environment, or where ``camel_data`` puts it."""
    named = os.environ.get(DATABASE)
    if named:
        return Path(named).expanduser()
    folder = os.environ.get(_DATA_FOLDER)
    try:
        root = Path.home() / _HOME_FOLDER if folder is None else Path(folder).expanduser()
        found = {path.parent.name: path for path in sorted(root.glob(_DATABASES))}
    except (OSError, RuntimeError):  # a user without a home, or a folder that may not be looked into
        return None
    names = [*(name for name in _PREFERRED if name in found), *found]
    return found[names[0]] if names else None
