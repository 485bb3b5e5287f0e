"""Runs ``checker serve`` as its own process, as a user does, and talks to it over HTTP."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
DRAFT = "مقتل 14 شخصا في حريق\n\nقتل 14 شخصا هم 10 جنود وخمسة مدنيين."


class Served:
    """A server of a test: its address, its log so far, a client."""

    def __init__(self, *options: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "checker", "serve", "--port", "0", "--lang", "en", *options],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.log: list[str] = []
        self._reader = threading.Thread(target=self._read_log, daemon=True)
        self._reader.start()
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        assert said.startswith("checker on http://127.0.0.1:"), (said, self.log)
        self.url = said.split()[2].rstrip("/")
        self.port = int(self.url.rpartition(":")[2])
        self.http = httpx.Client(base_url=self.url, timeout=60)

    def _read_log(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.log.append(line.rstrip("\n"))

    @property
    def events(self) -> list[dict[str, Any]]:
        """The log, which must be JSON line for line."""
        return [json.loads(line) for line in self.log]

    def check(self, text: str, **more: Any) -> httpx.Response:
        return self.http.post("/api/check", json={"text": text, **more})

    def metric(self, name: str) -> float:
        """The value of a metric, summed over its labels."""
        lines = self.http.get("/metrics").text.splitlines()
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.split("{")[0].split(" ")[0] == name)

    def memory(self) -> int:
        """What the server and its workers hold, in bytes; 0 where the system does not say."""
        try:
            own = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            return 0
        return own + int(self.metric("checker_workers_memory_bytes"))

    def stop(self) -> int:
        """Ask it to end, and wait until it has; its exit status."""
        self.http.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(60)
        self._reader.join(10)
        return status


Serve = Callable[..., Served]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers with the given options, and ends them."""
    started: list[Served] = []

    def start(*options: str, **environment: str) -> Served:
        started.append(Served(*options, **environment))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    """One server with the default limits, for tests that leave it as it was."""
    running = Served()
    yield running
    assert running.stop() == 0
