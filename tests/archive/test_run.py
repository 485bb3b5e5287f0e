"""Stopped in any way and gone on with, an audit ends with the same bytes; nothing is overwritten unasked."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import time
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from checker.archive.tables import FINDINGS, write_xlsx
from tests.archive.conftest import ROOT, Audit, articles, command, contents, write_lines


def parts(out: Path) -> list[Path]:
    return sorted(out.glob(".audit/parts/*/*.jsonl"))


def start(*words: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(*words),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Python heeds Ctrl-C only where its parent did, and a job in the background of a shell does not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )


def wait_for_parts(run: subprocess.Popen[bytes], out: Path, least: int) -> None:
    for _ in range(4000):
        if len(parts(out)) >= least or run.poll() is not None:
            break
        time.sleep(0.005)
    assert run.poll() is None, run.communicate()


@pytest.fixture
def many(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "many.jsonl", articles(3000))


@pytest.fixture
def whole(tmp_path: Path, many: Path, audit: Audit) -> dict[str, bytes]:
    """The report of an undisturbed run."""
    assert audit(many, "--out", tmp_path / "whole", "--part", 10, "--jobs", 1).returncode == 0
    return contents(tmp_path / "whole")


def test_the_files_of_a_report(tmp_path: Path, archive: Path, audit: Audit):
    out = tmp_path / "out"
    done = audit(archive, "--out", out)
    assert done.returncode == 0
    assert done.stdout.startswith("Articles: 60, ")
    assert done.stderr == "", "quiet where nobody looks on"
    assert set(contents(out)) == {
        "claims.parquet", "findings.parquet", "findings.xlsx", "summary.json", "index.html",
        "charts/by-group.png", "charts/by-month.png", "charts/by-rule.png",
    }  # fmt: skip
    findings = pd.read_parquet(out / "findings.parquet")
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    assert len(findings) == summary["findings"]["total"] > 0
    assert set(findings["rule"]) == set(summary["by_rule"])
    rows = list(load_workbook(out / "findings.xlsx")["findings"].values)
    assert list(rows[0]) == list(findings.columns)
    assert len(rows) == len(findings) + 1
    page = (out / "index.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 3
    assert "صدى الميناء" in page


def test_an_arabic_workbook_has_arabic_headings(tmp_path: Path):
    out = tmp_path / "findings.xlsx"
    write_xlsx(out, [], "ar")
    sheet = load_workbook(out)["findings"]
    (heads,) = sheet.values
    assert sheet.sheet_view.rightToLeft
    assert len(set(heads)) == len(FINDINGS)
    assert all("\u0621" <= head[0] <= "\u064a" for head in heads)


def test_killed_and_gone_on_with(tmp_path: Path, many: Path, whole, audit: Audit):
    out = tmp_path / "out"
    for least in (3, 90, 200):
        run = start(many, "--out", out, "--part", 10, "--jobs", 2, "--resume")
        wait_for_parts(run, out, least)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        assert not (out / "summary.json").exists()
    kept = {path: path.stat().st_mtime_ns for path in parts(out)}
    assert len(kept) >= 200
    assert audit(many, "--out", out, "--part", 10, "--jobs", 2, "--resume").returncode == 0
    assert contents(out) == whole


def test_killed_while_the_report_is_written(tmp_path: Path, many: Path, whole, audit: Audit):
    out = tmp_path / "out"
    run = start(many, "--out", out, "--part", 10, "--jobs", 1)
    for _ in range(6000):
        if list(out.glob("*.new")) or (out / "claims.parquet").exists() or run.poll() is not None:
            break
        time.sleep(0.005)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    assert (out / ".audit" / "plan.json").exists()
    assert audit(many, "--out", out, "--part", 10, "--jobs", 1, "--resume").returncode == 0
    assert contents(out) == whole


def test_ctrl_c_leaves_a_state_to_go_on_with(tmp_path: Path, many: Path, whole, audit: Audit):
    out = tmp_path / "out"
    run = start(many, "--out", out, "--part", 10, "--jobs", 2)
    wait_for_parts(run, out, 5)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"--resume" in said
    assert b"Traceback" not in said
    refused = audit(many, "--out", out, "--part", 10)
    assert refused.returncode == 2
    assert "not finished; go on with --resume" in refused.stderr
    changed = audit(many, "--out", out, "--part", 11, "--resume")
    assert "part has changed" in changed.stderr
    assert audit(many, "--out", out, "--part", 10, "--jobs", 2, "--resume").returncode == 0
    assert contents(out) == whole


@pytest.mark.parametrize("seconds", [0.0, 0.04, 0.15])
def test_ctrl_c_twice_ends_it_at_once(tmp_path: Path, many: Path, seconds: float):
    run = start(many, "--out", tmp_path / "out", "--part", 10, "--jobs", 2)
    wait_for_parts(run, tmp_path / "out", 1)
    time.sleep(seconds)
    os.killpg(run.pid, signal.SIGINT)
    time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=20)
    assert run.returncode == 130
    assert b"Traceback" not in said


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the workers in /proc")
def test_a_dead_worker_is_replaced(tmp_path: Path, many: Path, whole):
    out = tmp_path / "out"
    run = start(many, "--out", out, "--part", 10, "--jobs", 2)
    wait_for_parts(run, out, 5)
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
    workers = [int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    assert len(workers) == 2
    os.kill(workers[0], signal.SIGKILL)
    _, said = run.communicate(timeout=120)
    assert run.returncode == 0, said
    assert contents(out) == whole


def test_a_full_disk_is_said_and_the_state_kept(tmp_path: Path, many: Path, whole, audit: Audit):
    """A limit on the size of files stands for a disk with no room: the same error of the same call."""
    out = tmp_path / "out"
    done = subprocess.run(
        command(many, "--out", out, "--part", 10, "--jobs", 1), cwd=ROOT, capture_output=True, text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)),
        env={**os.environ, "CHECKER_CACHE": "off", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.returncode == 2
    assert "what is done is kept" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (out / "summary.json").exists()
    assert audit(many, "--out", out, "--part", 10, "--jobs", 1, "--resume").returncode == 0
    assert contents(out) == whole


def test_nothing_is_overwritten_without_force(tmp_path: Path, archive: Path, audit: Audit):
    out = tmp_path / "out"
    assert audit(archive, "--out", out, "--jobs", 1).returncode == 0
    (out / "mine.txt").write_text("kept")
    before = contents(out)
    done = audit(archive, "--out", out)
    assert done.returncode == 2
    assert "is not empty" in done.stderr
    assert contents(out) == before
    assert "finished already" in audit(archive, "--out", out, "--resume").stderr
    assert audit(archive, "--out", out, "--force", "--jobs", 1).returncode == 0
    assert contents(out) == before


def test_a_finished_audit_is_gone_on_with_only_by_its_own_command(tmp_path: Path, archive: Path, audit: Audit):
    out = tmp_path / "out"
    assert audit(archive, "--out", out, "--jobs", 1).returncode == 0
    before = contents(out)
    for other, changed in (
        (("--ignore", "CF101"), "rules"),
        (("--first", 3), "findings_in_full"),
        (("--link",), "steps"),
    ):
        done = audit(archive, "--out", out, "--resume", *other)
        assert done.returncode == 2
        assert f"{changed} has changed" in done.stderr
    write_lines(archive, articles(61))
    done = audit(archive, "--out", out, "--resume")
    assert done.returncode == 2
    assert "files has changed" in done.stderr
    assert contents(out) == before


def test_force_writes_over_audits_alone(tmp_path: Path, archive: Path, audit: Audit):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "index.html").write_text("kept")
    done = audit(archive, "--out", mine, "--force")
    assert done.returncode == 2
    assert "holds other files and no audit to write over" in done.stderr
    assert contents(mine) == {"index.html": b"kept"}


def test_a_folder_that_cannot_be_made(tmp_path: Path, archive: Path, audit: Audit):
    (tmp_path / "file").touch()
    done = audit(archive, "--out", tmp_path / "file" / "out")
    assert done.returncode == 2
    assert "cannot write in" in done.stderr
    assert "--resume" not in done.stderr


def test_hostile_text_stays_text(tmp_path: Path, audit: Audit):
    records = articles(3)
    for record in records:
        record["id"] = "=HYPERLINK(1)" + record["id"]
        record["source"] = "<script>alert(1)</script>"
        record["title"] = '"><img src=x onerror=alert(1)> $x_1$'
    path = write_lines(tmp_path / "news.jsonl", records)
    assert audit(path, "--out", tmp_path / "out", "--jobs", 1).returncode == 0
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    cells = [cell for row in load_workbook(tmp_path / "out" / "findings.xlsx")["findings"] for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert not [cell.value for cell in cells if str(cell.value).startswith(("=", "+", "@"))]
