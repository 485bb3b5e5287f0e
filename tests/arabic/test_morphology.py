"""camel-tools' analyser over a small database in its own format."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import checker
from checker.arabic import morphology
from checker.arabic.analyser import Stems
from checker.arabic.morphology import NounFeatures, noun_features, status

ROOT = Path(morphology.__file__).parents[2]


def _forget() -> None:
    morphology.noun_features.cache_clear()
    morphology._analyser.cache_clear()


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    """No database anywhere, and nothing remembered."""
    for name in (morphology.SWITCH, morphology.DATABASE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "nothing"))
    _forget()
    yield monkeypatch
    _forget()


@pytest.fixture
def database(clean: pytest.MonkeyPatch, tmp_path: Path, small_database: str) -> Path:
    return _use(clean, tmp_path, small_database)


def _use(clean: pytest.MonkeyPatch, tmp_path: Path, text: str) -> Path:
    path = tmp_path / "small.db"
    path.write_text(text, encoding="utf-8")
    clean.setenv(morphology.DATABASE, str(path))
    return path


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("word", "rational", "number"),
    [
        ("زرقوم", True, "s"),
        ("ملقاع", False, "s"),
        ("زرقومان", True, "d"),
        ("ملقاعان", False, "d"),
        ("زراقيم", True, "p"),
        pytest.param("زرقومين", True, None, id="dual or plural"),
        pytest.param("شنطوف", True, "s", id="the likelier of two words"),
        pytest.param("خربوط", None, "s", id="two words as likely"),
        pytest.param("بركاع", False, "s", id="a word without a clitic before one with it"),
        pytest.param("وزرقوم", True, "s", id="with a clitic where there is no other way"),
        pytest.param("طنقوري", None, "s", id="an adjective says nothing of rationality"),
        pytest.param("قلفوص", None, "s", id="y is a placeholder"),
        pytest.param("دمشال", True, "p", id="number by form"),
    ],
)
def test_features(word: str, rational: bool | None, number: str | None):
    found = noun_features(word)
    assert found is not None
    assert (found.rational, found.number) == (rational, number)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("word", ["زُرقُومٌ", "زرقـــوم", "\u202bزرقوم\u202c", "ﺯﺭﻗﻮﻡ", "زرقوم،"])
def test_ways_of_writing(word: str):
    assert noun_features(word) == NounFeatures(True, "s", "زَرْقُوم")


@pytest.mark.usefixtures("database")
def test_a_hamza_is_asked_as_it_is_written():
    assert noun_features("سئبار") is not None


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("word", ["قشطبوط", "لطمظ", "", " ", "،", "15", "Stc", "ڑگ", "زرقوم" * 50_000])
def test_no_noun(word: str):
    assert noun_features(word) is None


def test_status_names_the_database(database: Path):
    found = status()
    assert (found.available, found.database, found.detail, found.detail_ar) == (True, str(database), "", "")


@pytest.mark.usefixtures("clean")
def test_without_data():
    found = status()
    assert not found.available
    assert found.database is None
    assert "camel_data -i" in found.how_to_install
    assert found.detail
    assert found.detail_ar
    assert noun_features("زرقوم") is None


def test_data_where_camel_data_puts_it(clean: pytest.MonkeyPatch, tmp_path: Path, small_database: str):
    folder = tmp_path / "data" / "morphology_db"
    for name in ("calima-egy-r13", "calima-msa-r13"):
        (folder / name).mkdir(parents=True)
        (folder / name / "morphology.db").write_text(small_database, encoding="utf-8")
    clean.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert status().database == str(folder / "calima-msa-r13" / "morphology.db")
    assert noun_features("زرقوم") is not None


def test_only_a_dialect_installed(clean: pytest.MonkeyPatch, tmp_path: Path, small_database: str):
    folder = tmp_path / ".camel_tools" / "data" / "morphology_db" / "calima-lev-01"
    folder.mkdir(parents=True)
    (folder / "morphology.db").write_text(small_database, encoding="utf-8")
    clean.delenv("CAMELTOOLS_DATA")
    clean.setattr(Path, "home", lambda: tmp_path)
    clean.setattr(morphology, "_HOME_FOLDER", ".camel_tools")
    assert status().database == str(folder / "morphology.db")


def test_switched_off(database: Path, clean: pytest.MonkeyPatch):
    clean.setenv(morphology.SWITCH, "OFF")
    assert not status().available
    assert morphology.SWITCH in status().detail
    assert noun_features("زرقوم") is None


def _broken(text: str) -> dict[str, str]:
    head, stems, tables = text.partition("###STEMS###\n")[0], "###STEMS###\n", "###TABLE AB###\n"
    return {
        "not a database": "this is no database",
        "empty": "",
        "cut off in the stems": text.partition("###TABLE AB###")[0],
        "no stem": head + stems + tables,
        "a stem without category": text.replace(stems, stems + "زرقوم\n"),
        "a bad define": text.replace("DEFINE pos", "DEFINES pos"),
        "a default of no class": text.replace("DEFAULT pos:noun", "DEFAULT gender:m"),
        "a bad table": text.replace("Pref-0 N\n", "Pref-0\n"),
    }


@pytest.mark.parametrize("what", _broken(""))
def test_broken_database(what: str, clean: pytest.MonkeyPatch, tmp_path: Path, small_database: str):
    broken = _broken(small_database)[what]
    assert broken != small_database
    path = _use(clean, tmp_path, broken)
    found = status()
    assert not found.available
    assert found.database == str(path)
    assert found.detail
    assert "\n" not in found.detail + found.detail_ar
    assert noun_features("زرقوم") is None


def test_bytes_that_are_no_text(clean: pytest.MonkeyPatch, tmp_path: Path, small_database: str):
    path = _use(clean, tmp_path, "")
    path.write_bytes(small_database.encode().replace(b"DEFINE lex", b"DEFINE \xff\xfe", 1))
    assert not status().available


def test_a_broken_stem_gives_no_features(clean: pytest.MonkeyPatch, tmp_path: Path, small_database: str):
    _use(clean, tmp_path, small_database.replace("زرقوم\tN\tdiac:", "زرقوم\tN\tdiac", 1))
    assert noun_features("زرقوم") is None
    assert noun_features("ملقاع") is not None


@pytest.mark.parametrize("name", ["missing.db", ""])
def test_a_database_that_cannot_be_read(name: str, clean: pytest.MonkeyPatch, tmp_path: Path):
    clean.setenv(morphology.DATABASE, str(tmp_path / name))
    found = status()
    assert not found.available
    assert "cannot be read" in found.detail
    assert noun_features("زرقوم") is None


def test_stems_are_those_that_camel_tools_reads(database: Path, small_database: str):
    assert status().available
    from camel_tools.morphology.database import MorphologyDB

    theirs = MorphologyDB(str(database), "a").stem_hash
    section = small_database.partition("###STEMS###\n")[2].partition("###TABLE AB###")[0]
    ours = Stems(section.encode())
    assert len(theirs) > 10
    assert {stem: ours.get(stem) for stem in theirs} == theirs
    assert ours.get("قشطبوط", "none") == "none"


_NO_NETWORK = """
import socket, sys
tried = []
def refuse(*a, **k):
    tried.append(a)
    raise OSError("a connection was tried")
socket.socket.connect = socket.socket.connect_ex = refuse
socket.create_connection = socket.getaddrinfo = refuse
"""


def _python(code: str, home: Path, **environment: str) -> None:
    """Run code in a new process that has a home of its own and no camel-tools data."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CAMELTOOLS", "CHECKER"))}
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", _NO_NETWORK + code],
        env={**kept, "HOME": str(home), "USERPROFILE": str(home), "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr


def test_a_database_is_loaded_without_network_or_traces(database: Path, tmp_path: Path):
    home = tmp_path / "home"
    _python(
        """
from checker.arabic.morphology import noun_features, status
assert status().available, status()
assert noun_features("زرقوم").rational
assert "requests" not in sys.modules
assert not tried, tried
""",
        home,
        CHECKER_MORPHOLOGY_DB=str(database),
    )
    assert list(home.iterdir()) == []


def test_without_data_nothing_is_imported(tmp_path: Path):
    _python(
        """
import checker
from checker.arabic.morphology import status
assert checker.extract("قتل في الهجوم 5 زرقوم.")
assert not status().available
assert not [name for name in sys.modules if name.startswith("camel_tools")]
assert not tried, tried
""",
        tmp_path / "home",
    )


def test_camel_tools_own_catalogue_still_works(database: Path, tmp_path: Path):
    data = tmp_path / "camel"
    data.mkdir()
    (data / "catalogue.json").write_text(
        '{"version": "0", "packages": {}, "components": {"MorphologyDB": {"default": "x", "datasets":'
        ' {"x": {"path": "morphology_db/x"}}}}}'
    )
    _python(
        """
from checker.arabic.morphology import noun_features
assert noun_features("زرقوم")
from camel_tools.morphology.database import MorphologyDB
assert [entry.name for entry in MorphologyDB.list_builtin_dbs()] == ["x"]
from camel_tools.data import CATALOGUE
assert CATALOGUE.version == "0"
""",
        tmp_path / "home",
        CHECKER_MORPHOLOGY_DB=str(database),
        CAMELTOOLS_DATA=str(data),
    )


@pytest.mark.usefixtures("database")
def test_an_unknown_thing_is_no_claim():
    assert checker.extract("قتل في الهجوم 5 زرقوم.")
    assert not checker.extract("قتل في الهجوم 5 ملقاع.")
