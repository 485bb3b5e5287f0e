"""The same text gives the same report, whatever order sets happen to have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_REPORTS = """
import json, sys
import checker
from checker.reporting.json_report import to_json

texts = [json.loads(line).get("text") or "-" for line in open(sys.argv[1], encoding="utf-8")]
for text in (*texts, *sys.argv[2:]):
    print(to_json(checker.check(text)))
"""
#: Beside one of the two that differ stand two numbers of another outcome.
_TEXTS = (
    "مقتل 12 وإصابة 30 في حادث بالساحل\n\nقتل 14 شخصا وأصيب 30 بجروح خطيرة وأصيب 9 آخرون بجروح طفيفة في حادث بالساحل.",
    "مقتل 12 وإصابة 30 في حادث بالساحل\n\nقتل 14 شخصا في حادث بالساحل وأصيب 30، وقال الإسعاف إن 9 أصيبوا بحروق.",
)


def test_the_order_of_sets_decides_nothing(tmp_path: Path):
    archive = tmp_path / "archive.jsonl"
    subprocess.run([sys.executable, "examples/make_archive.py", archive], check=True, cwd=ROOT)
    told = {
        subprocess.run(
            [sys.executable, "-c", _REPORTS, archive, *_TEXTS],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in map(str, range(6))
    }
    assert len(told) == 1
    assert told.pop()
