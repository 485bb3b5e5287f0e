"""Editors that connect to a port."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.lsp.conftest import PATIENCE, Editor

SUM = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين."


@pytest.fixture
def server() -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A server on a free port of this machine, and the port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "lsp", "--tcp", "0", "--lang", "en"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "CHECKER_MORPHOLOGY": "off"},
        # Python heeds Ctrl-C only where its parent did, and a job in the background of a shell does not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )
    assert process.stderr is not None
    said = process.stderr.readline()
    found = re.fullmatch(r"checker: listening at 127\.0\.0\.1:(\d+)\n", said)
    assert found, said
    yield process, int(found[1])
    process.kill()
    process.wait(PATIENCE)
    process.stderr.close()


def connect(port: int) -> Editor:
    connection = socket.create_connection(("127.0.0.1", port), PATIENCE)
    connection.settimeout(None)
    return Editor(connection.makefile("rb"), connection.makefile("wb"))


def rules(editor: Editor, version: int = 1) -> list[str]:
    return [found["code"] for found in editor.diagnostics(version)]


def test_two_editors_at_once_and_one_after_another(server: tuple[subprocess.Popen[str], int]):
    process, port = server
    one, other = connect(port), connect(port)
    one.start(initializationOptions={"language": "ar"})
    other.start()
    one.open(SUM)
    other.open(SUM.replace("14", "15"))
    assert "الأجزاء" in one.diagnostics(1)[0]["message"]
    assert rules(other) == []
    one.ask("shutdown")
    one.tell("exit")
    other.change(2, {"text": SUM})
    assert rules(other, 2) == ["CF202"]
    later = connect(port)
    later.start()
    later.open(SUM)
    assert rules(later) == ["CF202"]
    assert process.poll() is None


def test_a_browser_that_comes_by_does_no_harm(server: tuple[subprocess.Popen[str], int]):
    _, port = server
    with socket.create_connection(("127.0.0.1", port)) as stray:
        stray.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
    editor = connect(port)
    editor.start()
    editor.open(SUM)
    assert rules(editor) == ["CF202"]


def test_control_c_ends_it_without_a_word(server: tuple[subprocess.Popen[str], int]):
    process, port = server
    editor = connect(port)
    editor.start()
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 130
    assert process.stderr is not None
    assert process.stderr.read() == ""
