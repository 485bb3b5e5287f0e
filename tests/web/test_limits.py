"""Too much, too slow, too many, gone: the right status, the work ended, the server as it was."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import signal
import socket
import threading
import time
import zipfile
from pathlib import Path

import httpx
import pytest

from checker.reading.formats import FORMATS
from tests.web.conftest import DRAFT, Serve, Served
from tests.web.test_api import JSON, OCTETS, error_of


def slow(number: int, figures: int = 1000) -> dict[str, str]:
    """An article of so many figures that a check takes a second or more; a different one for each number."""
    return {"text": f"{number}\n\n" + "قتل 3 رجال. " * figures}


def eventually(condition, seconds: float = 20) -> bool:
    """Whether something becomes true."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def test_a_body_over_the_limit(server: Served):
    text = json.dumps({"text": "قتل شخصان. " * 1_200_000}, ensure_ascii=False).encode()
    assert len(text) > 20 * 1024 * 1024
    answer = server.http.post("/api/check", content=text, headers=JSON)
    assert (answer.status_code, error_of(answer)) == (413, "too-large")
    answer = server.http.post("/api/check", content=iter([b"x" * 65536] * 400), headers=OCTETS)  # without a length
    assert (answer.status_code, error_of(answer)) == (413, "too-large")
    assert server.check(DRAFT).status_code == 200


def test_a_length_beyond_all_measure_is_refused_unread(server: Served):
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(
            b"POST /api/check HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
            b"content-length: 99999999999\r\n\r\n"
        )
        client.settimeout(20)
        assert client.recv(100).startswith(b"HTTP/1.1 413")


def test_slow_work_is_ended_in_time(serve: Serve):
    server = serve("--timeout", "0.4", "--workers", "1", "--cache", "0")
    begin = time.monotonic()
    answer = server.http.post("/api/check", json=slow(1))
    assert (answer.status_code, error_of(answer)) == (503, "overdue")
    assert answer.headers["retry-after"]
    assert time.monotonic() - begin < 1.5
    assert eventually(lambda: server.metric("checker_workers_replaced_total") == 1)
    assert eventually(lambda: server.check(DRAFT).status_code == 200)


def test_work_that_nobody_waits_for_is_ended(serve: Serve):
    server = serve("--workers", "1", "--cache", "0", "--timeout", "60")
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{server.url}/api/check", json=slow(1, 1900), timeout=0.3)
    begin = time.monotonic()
    assert server.check(DRAFT).status_code == 200
    assert server.metric("checker_workers_replaced_total") == 1
    server.stop()
    assert next(event["status"] for event in server.events if event["event"] == "request") == 499
    assert time.monotonic() - begin < 30


def at_once(server: Served, count: int) -> list[int]:
    """The statuses of so many slow drafts that are sent together."""

    async def ask() -> list[int]:
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
            answers = await asyncio.gather(*(client.post("/api/check", json=slow(n)) for n in range(count)))
        return [answer.status_code for answer in answers]

    return asyncio.run(ask())


def test_a_full_queue(serve: Serve):
    server = serve("--workers", "1", "--queue", "2", "--per-client", "0", "--cache", "0", "--timeout", "60")
    codes = at_once(server, 8)
    # One is at work and two wait for it.
    assert set(codes) == {200, 503}
    assert codes.count(200) >= 3
    assert server.check(DRAFT).status_code == 200


def test_one_greedy_client(serve: Serve):
    server = serve("--workers", "1", "--per-client", "2", "--cache", "0", "--timeout", "60")
    codes = at_once(server, 8)
    assert set(codes) == {200, 429}
    assert codes.count(200) >= 2
    assert server.check(DRAFT).status_code == 200


def test_a_client_that_stalls(serve: Serve):
    server = serve("--stall", "1.5")
    head = (
        b"POST /api/check HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"
    )
    clients = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(40)]
    begin = time.monotonic()
    for client in clients[:20]:
        client.sendall(head)
    for client in clients[20:]:
        client.sendall(head[:40])
    assert server.check(DRAFT).status_code == 200  # others are served meanwhile
    for client in clients:
        client.settimeout(30)
        assert client.recv(100).startswith(b"HTTP/1.1 408")
        client.close()
    assert 1 < time.monotonic() - begin < 10


def test_what_is_no_http(server: Served):
    for data in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET / HTTP/9.9\r\n\r\n", b"x" * 200_000):
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.settimeout(20)
            with contextlib.suppress(ConnectionError):
                client.sendall(data + b"\r\n\r\n")
                assert client.recv(100).startswith((b"HTTP/1.1 400", b"HTTP/1.1 4"))
    assert server.check(DRAFT).status_code == 200


def test_a_thousand_quick_edits(server: Served):
    """As a page sends them: each edit ends the request of the one before."""
    before = server.memory()

    async def edits() -> int:
        done = 0
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
            last: asyncio.Task[httpx.Response] | None = None
            for number in range(1000):
                if last is not None and not last.done():
                    last.cancel()
                last = asyncio.create_task(client.post("/api/check", json={"text": f"{DRAFT}\n\nقتل {number} شخصا."}))
                await asyncio.sleep(0.002)
            assert last is not None
            answer = await last
            done += answer.status_code == 200
        return done

    assert asyncio.run(edits()) == 1
    assert eventually(lambda: server.metric("checker_workers_idle") == server.metric("checker_workers"))
    assert server.memory() - before < 60 * 1024 * 1024


def test_a_zip_bomb(server: Served):
    """A file of a few kilobytes that would unpack to gigabytes; the suffixes are those that can be read here."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(b"<w:t>" + b" " * 1_048_576)
        archive.writestr("[Content_Types].xml", "<Types/>")
    before = server.memory()
    for suffix in FORMATS:
        answer = server.http.post(
            "/api/open", params={"name": f"bomb{suffix}"}, content=packed.getvalue(), headers=OCTETS
        )
        assert answer.status_code in (413, 422), suffix
    assert server.check(DRAFT).status_code == 200
    assert server.memory() - before < 60 * 1024 * 1024


def test_markup_in_a_draft_stays_text(server: Served):
    text = "<script>alert(1)</script> قتل 14 شخصا هم 10 جنود وخمسة مدنيين. ${7*7} {{7*7}} %s"
    answer = server.check(text)
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["summary"]["errors"] == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_end_that_finishes_what_it_took(serve: Serve, number: signal.Signals):
    server = serve("--workers", "1", "--cache", "0", "--timeout", "60")
    codes: list[int] = []

    def ask(article: int) -> None:
        codes.append(httpx.post(f"{server.url}/api/check", json=slow(article), timeout=60).status_code)

    threads = [threading.Thread(target=ask, args=(article,)) for article in range(2)]
    for thread in threads:
        thread.start()
    assert eventually(lambda: server.metric("checker_requests_waiting") == 1)
    server.http.close()
    server.process.send_signal(number)
    assert server.process.wait(60) == 0
    for thread in threads:
        thread.join()
    assert codes == [200, 200]
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/healthz")
    server.stop()
    assert [event["event"] for event in server.events if event["event"] != "request"] == [
        "started",
        "stopping",
        "stopped",
    ]


def test_a_worker_that_dies_is_replaced(serve: Serve):
    server = serve("--workers", "1")
    listed = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    if not listed.exists():
        pytest.skip("the system does not list the children of a process")
    (worker,) = listed.read_text().split()
    os.kill(int(worker), signal.SIGKILL)
    assert eventually(lambda: server.check(DRAFT).status_code == 200)
    assert server.metric("checker_workers_replaced_total") == 1
