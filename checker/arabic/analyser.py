"""camel-tools' morphological analyser over a database file, at a fraction of its usual cost.

Two things are done here that ``MorphologyDB.builtin_db()`` does otherwise:

* ``camel_tools.data`` fetches a catalogue over the network at import when it
  finds none. A database given by its path needs no catalogue, so a stand-in
  takes the module's place while the analyser is imported.
* The stems are nearly all of a database, and parsing the 40 MB of
  ``calima-msa-r13`` takes seconds and half a gigabyte. A check asks for a
  handful of words, so stems stay bytes until a word needs them.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

#: One word's readings: feature names and values, as camel-tools' feature reference lists them.
Reading = Mapping[str, Any]

_DATA_MODULE = "camel_tools.data"
_STEMS, _TABLES = b"###STEMS###", b"###TABLE AB###"


def load_analyser(path: Path) -> Callable[[str], list[Reading]]:
    """A function that gives the readings of one word, from a database in camel-tools' format.

    Raises:
        ValueError: the file is no such database; the message says what is wrong with it.
        OSError: the file cannot be read.
        ImportError: camel-tools is not installed, or not as it is known here.
    """
    head, stems, tables = _sections(path.read_bytes())
    index = Stems(stems)
    with _without_catalogue():
        from camel_tools.morphology.analyzer import Analyzer
        from camel_tools.morphology.database import MorphologyDB
        from camel_tools.morphology.errors import MorphologyError
    with tempfile.TemporaryDirectory() as folder:
        skeleton = Path(folder, "morphology.db")
        skeleton.write_bytes(head + _STEMS + b"\n" + tables)
        try:
            database = MorphologyDB(str(skeleton), "a")
            database.stem_hash = index
            analyser = Analyzer(database)
        except (MorphologyError, LookupError, TypeError) as error:
            raise ValueError(str(error)) from error
    analyse: Callable[[str], list[Reading]] = analyser.analyze
    return analyse


def _sections(data: bytes) -> tuple[bytes, bytes, bytes]:
    """What stands before the stems, the lines of the stems, and the tables behind them."""
    head, found, rest = data.partition(_STEMS)
    if not found:
        raise ValueError(f"no {_STEMS.decode()} section")
    stems, found, tables = rest.partition(_TABLES)
    if not found:
        raise ValueError(f"no {_TABLES.decode()} section")
    return head, stems, found + tables


class Stems:
    """The stems of a database, each parsed when it is first asked for.

    It answers :meth:`get` as the ``stem_hash`` of camel-tools' ``MorphologyDB``
    does, which is all that its analyser asks of it.
    """

    def __init__(self, section: bytes) -> None:
        self._lines: dict[bytes, list[bytes]] = {}
        self._parsed: dict[str, list[tuple[str, dict[str, str]]]] = {}
        for line in section.splitlines():
            stem, tab, rest = line.partition(b"\t")
            if not tab:
                if stem.strip():
                    raise ValueError(f"a stem without category: {stem[:40].decode('utf-8', 'replace')}")
                continue
            self._lines.setdefault(stem, []).append(rest)
        if not self._lines:
            raise ValueError("it holds no stem")

    def get(self, stem: str, default: Any = None) -> Any:
        """The categories and features of a stem, or the default.

        Raises:
            ValueError: a line of this stem is not in camel-tools' format.
        """
        if stem not in self._parsed:
            lines = self._lines.get(stem.encode())
            if lines is None:
                return default
            self._parsed[stem] = [_stem(line.decode()) for line in lines]
        return self._parsed[stem]


def _stem(line: str) -> tuple[str, dict[str, str]]:
    category, _, listed = line.partition("\t")
    features = dict(feature.split(":", 1) for feature in listed.split())
    # camel-tools numbers homonyms behind the lemma: كتاب_1.
    features["lex"] = features.get("lex", "").replace("-", "_").partition("_")[0]
    return category, features


class _Catalogue:
    """In the place of camel-tools' catalogue; whoever asks it something gets the real one's answer."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(_DATA_MODULE).CATALOGUE, name)


@contextmanager
def _without_catalogue() -> Iterator[None]:
    if _DATA_MODULE in sys.modules:
        yield
        return
    stand_in = ModuleType(_DATA_MODULE)
    vars(stand_in)["CATALOGUE"] = _Catalogue()
    sys.modules[_DATA_MODULE] = stand_in
    try:
        yield
    finally:
        del sys.modules[_DATA_MODULE]
