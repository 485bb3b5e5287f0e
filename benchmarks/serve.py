"""How ``checker serve`` holds up under load on this computer, beside a check in this process.

``python -m benchmarks.serve`` starts a server, and for a minute 64 clients
each send an article of 600 words, wait for the report, pause as the page does
after a key press, and send it again with one figure changed. It prints how
long answers took beside how long ``checker.check`` takes, and what memory the
server held before and after.

``--pause 0`` leaves no pause: the clients then ask for all that the computer
has. ``--same`` sends one article over and over.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.request import urlopen

import checker
from benchmarks.articles import generated

#: A figure for each article that is like no other.
_figures = itertools.count(100_000)


@dataclass(frozen=True)
class Measured:
    """What a run saw; times in milliseconds, memory in MiB."""

    clients: int
    seconds: float
    pause: float
    requests: int
    errors: int
    per_second: float
    p50: float
    p95: float
    p99: float
    in_process: float
    p99_ratio: float
    memory_before: float
    memory_middle: float
    memory_after: float


class Server:
    """A server of this benchmark."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self._process = process
        self.port = port

    def memory(self) -> float:
        """What the server and its workers hold now, in MiB (Linux; elsewhere what the workers say of themselves)."""
        with urlopen(f"http://127.0.0.1:{self.port}/metrics") as answer:
            lines = answer.read().decode().splitlines()
        values = dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
        names = ("process_resident_memory_bytes", "checker_workers_memory_bytes")
        return sum(float(values.get(name, 0)) for name in names) / 1024 / 1024


@contextmanager
def served(*options: str) -> Iterator[Server]:
    """A server on a free port, ended at the end."""
    command = [sys.executable, "-m", "checker", "serve", "--port", "0", "--lang", "en", "--log-level", "warning"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True, env=environment)  # noqa: S603
    try:
        assert process.stdout is not None  # noqa: S101
        address = process.stdout.readline().split()[2]
        yield Server(process, int(address.rstrip("/").rpartition(":")[2]))
    finally:
        process.terminate()
        process.wait(60)


def in_process(articles: list[str], rounds: int = 5) -> float:
    """Seconds that a check takes here: the median over articles of the best of some rounds."""
    best = [min(_seconds(article) for _ in range(rounds)) for article in articles]
    return statistics.median(best)


def _seconds(article: str) -> float:
    begin = time.perf_counter()
    checker.check(article)
    return time.perf_counter() - begin


async def load(port: int, articles: list[str], seconds: float, pause: float, same: bool) -> tuple[list[float], int]:
    """One client an article; the times of all answers in seconds, and how many were not a report.

    Unless it is to be the same one, every article is sent once and never again.
    """
    times: list[float] = []
    errors = 0
    end = time.perf_counter() + seconds

    async def client(number: int, article: str) -> None:
        nonlocal errors
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.sleep(pause * number / len(articles))
        while time.perf_counter() < end:
            text = article if same else f"{article}\n\nقتل {next(_figures)} شخصا."
            begin = time.perf_counter()
            status, body = await _post(reader, writer, json.dumps({"text": text}).encode())
            times.append(time.perf_counter() - begin)
            errors += status != 200 or not body.startswith(b'{"schema":1')
            if pause:
                await asyncio.sleep(pause)
        writer.close()

    await asyncio.gather(*(client(number, article) for number, article in enumerate(articles)))
    return times, errors


async def _post(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, body: bytes) -> tuple[int, bytes]:
    """One request on a connection that is kept; as little work as can be, since it shares the computer."""
    head = (
        f"POST /api/check HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    )
    writer.write(head.encode() + b"\r\n\r\n" + body)
    answer = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(answer.split(b"content-length: ", 1)[1].split(b"\r\n", 1)[0])
    return int(answer[9:12]), await reader.readexactly(length)


def measure(
    clients: int = 64, seconds: float = 60, pause: float = 1.0, words: int = 600, same: bool = False
) -> Measured:
    """Run the load against a server of its own."""
    articles = generated(clients, words)
    if same:
        articles = articles[:1] * clients
    alone = in_process(articles[:20])
    with served() as server:
        asyncio.run(load(server.port, articles, min(3, seconds), pause, same))  # caches and workers warm
        before = server.memory()
        times, errors = asyncio.run(load(server.port, articles, seconds / 2, pause, same))
        middle = server.memory()
        more, more_errors = asyncio.run(load(server.port, articles, seconds / 2, pause, same))
        after = server.memory()
    times += more
    errors += more_errors
    cut = statistics.quantiles(times, n=100)
    return Measured(
        clients, seconds, pause, len(times), errors, len(times) / seconds, cut[49] * 1e3, cut[94] * 1e3, cut[98] * 1e3,
        alone * 1e3, cut[98] / alone, before, middle, after,
    )  # fmt: skip


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between an answer and the next request")
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--same", action="store_true", help="one article, unchanged")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    found = measure(options.clients, options.seconds, options.pause, options.words, options.same)
    if options.json:
        options.json.write_text(json.dumps(asdict(found), indent=1) + "\n", encoding="utf-8")
    for name, value in asdict(found).items():
        print(f"{name:<14} {value:10.1f}" if isinstance(value, float) else f"{name:<14} {value:>10}")  # noqa: T201


if __name__ == "__main__":
    main()
