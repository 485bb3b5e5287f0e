"""``checker serve`` before it serves: its options and what is wrong with them."""

from __future__ import annotations

import importlib.util
import socket
from pathlib import Path

import pytest

from checker.cli import serve
from tests.cli.conftest import Run


def test_a_port_that_is_taken(run: Run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--port", str(taken.getsockname()[1]))
    assert done.status == 2
    assert done.err.startswith("checker: error: cannot listen on 127.0.0.1:")
    assert "--port" in done.err


def test_an_address_that_is_none(run: Run):
    done = run("serve", "--host", "no.such.host.invalid")
    assert done.status == 2
    assert "cannot listen on no.such.host.invalid:8017" in done.err
    assert run("serve", "--port", "99999").status == 2


def test_a_token_file(run: Run, tmp_path: Path):
    done = run("serve", "--token-file", str(tmp_path / "none"))
    assert (done.status, "cannot read" in done.err) == (2, True)
    file = tmp_path / "token"
    for content in (b"", b"two words", b"\xff"):
        file.write_bytes(content)
        assert run("serve", "--token-file", str(file)).status == 2


def test_a_log_level_that_is_none(run: Run):
    done = run("serve", "--log-level", "infoo")
    assert (done.status, "did you mean info?" in done.err) == (2, True)


def test_without_the_extra_it_says_how_to_install_it(run: Run, monkeypatch: pytest.MonkeyPatch):
    there = importlib.util.find_spec
    monkeypatch.setattr(serve, "find_spec", lambda name: None if name == "uvicorn" else there(name))
    done = run("serve")
    assert done.status == 2
    assert done.err == (
        "checker: error: serve needs libraries that are not installed (uvicorn); pip install 'checker[web]'\n"
    )
