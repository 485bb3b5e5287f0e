"""A real scheduler and two real worker processes, one of which is killed in the middle of the run."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed")
from tests.archive.conftest import ROOT, Audit, articles, command, contents, write_lines

DASK = Path(sys.executable).with_name("dask")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    log = (tmp_path / "scheduler.log").open("wb")
    scheduler = subprocess.Popen(
        [DASK, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"], stderr=log, stdout=log, cwd=ROOT
    )
    address = None
    for _ in range(300):
        found = re.search(rb"tcp://127\.0\.0\.1:\d+", (tmp_path / "scheduler.log").read_bytes())
        if found:
            address = found[0].decode()
            break
        time.sleep(0.1)
    assert address, (tmp_path / "scheduler.log").read_text()
    workers = [
        subprocess.Popen(
            [DASK, "worker", address, "--nworkers", "1", "--nthreads", "1", "--no-nanny", "--no-dashboard",
             "--local-directory", str(tmp_path)],
            stderr=log, stdout=log, cwd=ROOT,
        )
        for _ in range(2)
    ]  # fmt: skip
    try:
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()
        log.close()


def test_the_same_bytes_with_a_worker_killed(tmp_path, cluster, audit: Audit):
    address, workers = cluster
    archive = write_lines(tmp_path / "archive.jsonl", articles(4000))
    assert audit(archive, "--out", tmp_path / "here", "--part", 20, "--jobs", 1).returncode == 0
    out = tmp_path / "there"
    run = subprocess.Popen(
        command(archive, "--out", out, "--part", 20, "--engine", "dask", "--scheduler", address),
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    done = 0
    while run.poll() is None and done < 10:
        done = len(list(out.glob(".audit/parts/*/*.jsonl")))
        time.sleep(0.01)
    assert run.poll() is None, "the run was over before a worker could be killed"
    workers[0].send_signal(signal.SIGKILL)
    assert done < 200
    _, said = run.communicate(timeout=200)
    assert run.returncode == 0, said.decode()
    assert workers[0].wait() == -signal.SIGKILL
    assert contents(out) == contents(tmp_path / "here")


def test_an_unreachable_scheduler(tmp_path, archive, audit: Audit):
    done = audit(archive, "--out", tmp_path / "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "no scheduler with workers at tcp://127.0.0.1:9" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("address", ["tcp://10.0.0.1", "here", "tcp://:8786", "10.0.0.1:port"])
def test_an_address_without_host_or_port(tmp_path, archive, audit: Audit, address: str):
    done = audit(archive, "--out", tmp_path / "out", "--engine", "dask", "--scheduler", address)
    assert done.returncode == 2
    assert f"{address} is no address of a scheduler" in done.stderr


def test_engine_and_address_belong_together(tmp_path, archive, audit: Audit):
    assert "belong together" in audit(archive, "--out", tmp_path / "out", "--engine", "dask").stderr
