"""The analyser over a small database in camel-tools' own format."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.arabic import morphology

#: Three invented stems: a trade (rational), a tool (irrational), and the dual of the trade.
_DATABASE = """###DEFINES###
DEFINE pos pos:noun pos:verb
DEFINE num num:s num:d num:p
DEFINE rat rat:r rat:i rat:n
DEFINE lex lex:*open*
DEFINE diac diac:*open*
DEFINE gloss gloss:*open*
###DEFAULTS###
DEFAULT pos:noun num:s rat:i lex:* diac:* gloss:*
###ORDER###
ORDER diac lex pos num rat gloss
###TOKENIZATIONS###
TOKENIZATION diac
###STEMBACKOFF###
STEMBACKOFF NOUN none none
###PREFIXES###
\tPref-0\tdiac:
###SUFFIXES###
\tSuff-0\tdiac:
ان\tSuff-An\tdiac:ان num:d
###STEMS###
زرقوم\tN\tdiac:زرقوم lex:زرقوم_1 pos:noun num:s rat:r gloss:a_trade
ملقاط\tN\tdiac:ملقاط lex:ملقاط_1 pos:noun num:s rat:i gloss:a_tool
###TABLE AB###
Pref-0 N
###TABLE BC###
N Suff-0
N Suff-An
###TABLE AC###
Pref-0 Suff-0
Pref-0 Suff-An
"""


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    for name in (morphology.SWITCH, morphology.DATABASE):
        monkeypatch.delenv(name, raising=False)
    _forget()
    yield monkeypatch
    _forget()


def _forget() -> None:
    morphology.available.cache_clear()
    morphology.noun_features.cache_clear()
    morphology._analyser.cache_clear()


@pytest.fixture
def database(clean: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "small.db"
    path.write_text(_DATABASE, encoding="utf-8")
    clean.setenv(morphology.DATABASE, str(path))
    return path


def test_rational_and_irrational(database: Path):
    assert morphology.noun_features("زرقوم") == morphology.NounFeatures(True, "s", "زرقوم")
    tool = morphology.noun_features("ملقاط")
    assert tool is not None
    assert tool.rational is False


def test_dual(database: Path):
    found = morphology.noun_features("زرقومان")
    assert found is not None
    assert (found.number, found.rational) == ("d", True)


def test_unknown_word(database: Path):
    assert morphology.noun_features("قشطبوط") is None


def test_status_names_the_database(database: Path):
    assert morphology.status() == morphology.MorphologyStatus(True, str(database), "")


def test_without_data(clean: pytest.MonkeyPatch, tmp_path: Path):
    clean.setenv("CAMELTOOLS_DATA", str(tmp_path))
    state = morphology.status()
    assert not state.available
    assert "camel_data" in state.how_to_install
    assert morphology.noun_features("زرقوم") is None


def test_data_where_camel_data_puts_it(clean: pytest.MonkeyPatch, tmp_path: Path):
    folder = tmp_path / "data" / "morphology_db" / "calima-msa-r13"
    folder.mkdir(parents=True)
    (folder / "morphology.db").write_text(_DATABASE, encoding="utf-8")
    clean.setenv("CAMELTOOLS_DATA", str(tmp_path))
    assert morphology.status().available
    assert morphology.noun_features("زرقوم") is not None


def test_switched_off(database: Path, clean: pytest.MonkeyPatch):
    clean.setenv(morphology.SWITCH, "off")
    assert not morphology.status().available
    assert morphology.noun_features("زرقوم") is None


def test_broken_database(clean: pytest.MonkeyPatch, tmp_path: Path):
    path = tmp_path / "broken.db"
    path.write_text("this is no database", encoding="utf-8")
    clean.setenv(morphology.DATABASE, str(path))
    state = morphology.status()
    assert not state.available
    assert "cannot be read" in state.detail
    assert morphology.noun_features("زرقوم") is None


_NO_NETWORK = """
import socket
def refuse(*a, **k): raise AssertionError("a connection was tried")
socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
from checker.arabic.morphology import noun_features, status
assert status().available, status()
assert noun_features("زرقوم").rational
"""


def test_import_never_reaches_for_the_network(database: Path, tmp_path: Path):
    home = tmp_path / "home"
    home.mkdir()
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(Path(morphology.__file__).parents[2])}
    environment.pop("CAMELTOOLS_DATA", None)
    done = subprocess.run([sys.executable, "-c", _NO_NETWORK], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_an_unknown_thing_is_no_claim(database: Path):
    import checker

    assert checker.extract("قتل في الهجوم 5 زرقوم.")
    assert not checker.extract("قتل في الهجوم 5 ملقاط.")
