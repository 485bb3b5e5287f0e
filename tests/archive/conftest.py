"""Small archives of invented articles, and the audit run as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def articles(count: int) -> list[dict[str, Any]]:
    """Every third article has a slip; every fifth tells of no harm."""
    found = []
    for k in range(count):
        dead = 11 + k % 9
        text = f"قتل {dead} شخصا وأصيب 30 آخرون في حريق في بلدة الرابية.\n\nوالقتلى هم 7 رجال و{dead - 7} نساء."
        if k % 3 == 0:
            text = text.replace("7 رجال", "8 رجال")
        if k % 5 == 4:
            text = "افتتح اليوم سوق الخضار الجديد، ويضم 48 متجرا."
        paper = ("صدى الميناء", "الضفة اليوم")[k % 2]
        title = f"حريق في بلدة الرابية {k}" if k % 5 != 4 else "سوق جديد"
        found.append({"id": f"a{k}", "source": paper, "date": f"2031-0{1 + k % 4}-05", "title": title, "text": text})
    return found


def write_lines(path: Path, records: list[dict[str, Any]]) -> Path:
    """JSON lines."""
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Sixty articles as JSON lines."""
    return write_lines(tmp_path / "archive.jsonl", articles(60))


Audit = Callable[..., "subprocess.CompletedProcess[str]"]


def command(*words: object) -> list[str]:
    """The command line of an audit in a process of its own."""
    return [sys.executable, "-m", "checker", "audit", *map(str, words), "--lang", "en"]


@pytest.fixture
def audit() -> Audit:
    """Runs ``checker audit``."""

    def go(*words: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command(*words), cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=240)

    return go


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a report."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
