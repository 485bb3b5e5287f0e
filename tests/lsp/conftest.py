"""A language client over pipes or a socket, and drafts that were checked in this process."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from lsprotocol.types import PositionEncodingKind
from pygls.workspace import PositionCodec

from checker.lsp.checked import Checked
from checker.lsp.checking import Job, check_draft
from checker.lsp.drafts import Draft
from checker.lsp.options import Client, Options
from checker.model import DocumentReport, Failure
from checker.pipeline import Settings

#: Seconds after which an answer does not come any more; a busy machine is slow to start processes.
PATIENCE = 30.0
URI = "file:///drafts/fire.txt"
FULL = Client(
    related=True,
    code_links=True,
    versions=True,
    markdown=True,
    versioned_edits=True,
    nested_symbols=True,
)
#: What an editor that can everything says of itself.
CAPABILITIES: dict[str, Any] = {
    "workspace": {"workspaceEdit": {"documentChanges": True}, "applyEdit": True, "configuration": True},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True, "versionSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    },
}

Check = Callable[..., Checked]


@pytest.fixture
def check() -> Check:
    """Checks a text in this process, for an editor that can everything unless told otherwise."""

    def go(
        text: str,
        *,
        language: str = "plaintext",
        lang: str = "en",
        client: Client = FULL,
        uri: str = URI,
        asks_reason: bool = False,
        encoding: PositionEncodingKind = PositionEncodingKind.Utf16,
    ) -> Checked:
        draft = Draft(uri, text, 1, language, PositionCodec(encoding))
        found = check_draft(Job(text, draft.path, draft.is_markdown, Settings()))
        report = found if isinstance(found, DocumentReport) else None
        failure = found if isinstance(found, Failure) else None
        return Checked(draft, report, failure, Options(lang, Settings(), asks_reason), client)

    return go


class Editor:
    """A client that speaks the protocol byte by byte, so that it can also speak it wrongly."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        self._source, self._sink = source, sink
        self._ids = itertools.count(1)
        self._inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.asked: list[dict[str, Any]] = []
        self.told: list[dict[str, Any]] = []
        self.answer_to: dict[str, Any] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while True:
                length = 0
                while (line := self._source.readline()).strip():
                    name, _, value = line.partition(b":")
                    if name.lower() == b"content-length":
                        length = int(value)
                if not line:
                    break
                self._inbox.put(json.loads(self._source.read(length)))
        self._inbox.put(None)

    def raw(self, data: bytes) -> None:
        self._sink.write(data)
        self._sink.flush()

    def body(self, body: bytes) -> None:
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def send(self, **message: Any) -> None:
        self.body(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def tell(self, method: str, params: Any = None) -> None:
        self.send(method=method, params=params)

    def ask_later(self, method: str, params: Any = None) -> int:
        name = next(self._ids)
        self.send(id=name, method=method, params=params)
        return name

    def ask(self, method: str, params: Any = None) -> Any:
        answer = self.answer(self.ask_later(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def answer(self, name: int | str | None) -> dict[str, Any]:
        """The answer of that name; what else comes meanwhile is kept or answered."""
        return self.wait(lambda m: "method" not in m and m.get("id") == name)

    def wait(self, wanted: Callable[[dict[str, Any]], bool], patience: float = PATIENCE) -> dict[str, Any]:
        end = time.monotonic() + patience
        while True:
            message = self._inbox.get(timeout=max(0.0, end - time.monotonic()))
            assert message is not None, "the server has gone"
            if "method" in message and "id" in message:
                self.asked.append(message)
                self.send(id=message["id"], result=self.answer_to.get(message["method"]))
            elif "method" in message:
                self.told.append(message)
            if wanted(message):
                return message

    def nothing_more(self, seconds: float) -> bool:
        try:
            self.wait(lambda _: True, seconds)
        except queue.Empty:
            return True
        return False

    def start(self, **more: Any) -> dict[str, Any]:
        params = {"processId": os.getpid(), "rootUri": None, "capabilities": CAPABILITIES, **more}
        result: dict[str, Any] = self.ask("initialize", params)
        self.tell("initialized", {})
        return result

    def open(self, text: str, uri: str = URI, language: str = "plaintext", version: int = 1) -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})

    def change(self, version: int, *changes: dict[str, Any], uri: str = URI) -> None:
        params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)}
        self.tell("textDocument/didChange", params)

    def diagnostics(self, version: int | None, uri: str = URI) -> list[dict[str, Any]]:
        """What is underlined in that version of a draft."""
        published = self.wait(
            lambda m: (
                m.get("method") == "textDocument/publishDiagnostics"
                and m["params"]["uri"] == uri
                and m["params"].get("version") == version
            )
        )
        found: list[dict[str, Any]] = published["params"]["diagnostics"]
        return found

    def at(self, method: str, line: int, character: int, uri: str = URI) -> Any:
        position = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": position})


class Stdio(Editor):
    """An editor that has started the server itself."""

    def __init__(self, *words: str, cwd: Path | None = None, python_flags: Sequence[str] = ()) -> None:
        environment = {**os.environ, "CHECKER_MORPHOLOGY": "off", "CHECKER_LANG": "en"}
        self.process = subprocess.Popen(
            [sys.executable, *python_flags, "-m", "checker", "lsp", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env=environment,
        )
        assert self.process.stdin and self.process.stdout
        super().__init__(self.process.stdout, self.process.stdin)  # type: ignore[arg-type]

    def end(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]

    def leave(self) -> int:
        """Say goodbye as the protocol wants it; gives the exit status."""
        self.ask("shutdown")
        self.tell("exit")
        return self.process.wait(PATIENCE)


@pytest.fixture
def editor() -> Iterator[Stdio]:
    """An editor with a fresh server that it has started over standard input and output."""
    editor = Stdio()
    yield editor
    editor.end()


@pytest.fixture(scope="module")
def lasting() -> Iterator[Stdio]:
    """An editor and one server for all the tests of a module that it must survive."""
    editor = Stdio()
    editor.start()
    yield editor
    assert editor.leave() == 0
    editor.end()


def whole(text: str) -> dict[str, Any]:
    """A change that replaces the whole text."""
    return {"text": text}


def partial(line: int, start: int, end: int, text: str) -> dict[str, Any]:
    """A change within one line."""
    return {
        "range": {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}},
        "text": text,
    }
