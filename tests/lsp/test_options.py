from __future__ import annotations

import pytest
from lsprotocol.types import ClientCapabilities

from checker.lsp.options import Client, Options, client_of, read_options
from checker.pipeline import Settings

NOW = Options("ar", Settings(select=("CF2",)))


def test_settings_of_an_editor():
    options, wrong = read_options({"language": "en", "select": ["CF1"], "ignore": ["CF104"], "asksReason": True}, NOW)
    assert options == Options("en", Settings(("CF1",), ("CF104",)), asks_reason=True)
    assert wrong == []


@pytest.mark.parametrize("value", [None, [], "en", 3, {}, {"language": None, "path": "/usr/bin/checker"}])
def test_what_is_not_set_stays(value: object):
    assert read_options(value, NOW) == (NOW, [])


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ({"language": "fr"}, "language"),
        ({"select": "CF1"}, "select"),
        ({"ignore": [1]}, "ignore"),
        ({"select": ["CF999"]}, "CF999"),
    ],
)
def test_a_wrong_setting_is_named_and_changes_nothing(value: object, named: str):
    options, (error,) = read_options(value, NOW)
    assert options == NOW
    assert named in error.en
    assert named in error.ar


def test_one_wrong_setting_does_not_lose_the_others():
    assert read_options({"language": "en", "select": 5}, NOW)[0].language == "en"


def test_an_editor_that_says_nothing_gets_the_least():
    assert client_of(ClientCapabilities()) == Client()
