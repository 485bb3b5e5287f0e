from __future__ import annotations

import builtins
import socket
from typing import Any

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("words", ["", "x", "127.0.0.1:", "127.0.0.1:70000", "1:2:x", "٩٢٥٧"])
def test_an_address_that_is_none(run: Run, words: str):
    ran = run("lsp", "--tcp", words)
    assert (ran.status, ran.out) == (2, "")
    assert "--tcp" in ran.err
    assert ran.err.count("\n") == 1


def test_a_port_that_is_taken(run: Run):
    with socket.create_server(("127.0.0.1", 0)) as door:
        ran = run("lsp", "--tcp", str(door.getsockname()[1]))
    assert ran.status == 2
    assert "cannot listen" in ran.err


@pytest.mark.parametrize("host", ["no.such.host.invalid", "x" * 100, "[::2]"])
def test_a_host_that_there_is_not(run: Run, host: str):
    ran = run("lsp", "--tcp", f"{host}:9257")
    assert ran.status == 2
    assert "cannot listen" in ran.err


def test_one_door_at_a_time(run: Run):
    assert run("lsp", "--stdio", "--tcp", "0").status == 2


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_without_the_extra_it_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch, lang: str):
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "pygls":
            raise ModuleNotFoundError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    ran = run("lsp", "--lang", lang)
    assert (ran.status, ran.out) == (2, "")
    assert "pip install 'checker[lsp]'" in ran.err
    assert ran.err.count("\n") == 1


def test_help_has_examples(run: Run):
    assert "checker lsp --tcp 9257" in run("lsp", "--help").out
