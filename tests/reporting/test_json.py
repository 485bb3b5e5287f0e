"""JSON reports by the published schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import checker
from checker.model import DocumentReport, Failure, Report
from checker.pipeline import Settings, check_paths
from checker.reporting.json_report import to_json

SCHEMA = json.loads(Path(checker.__file__).with_name("schema").joinpath("report.schema.json").read_text("utf-8"))

TEXTS = {
    "sound.txt": "قتل 14 شخصا هم 10 جنود وأربعة مدنيين.",
    "slipped.txt": "مقتل 14 في هجوم\n\nقتل 15 شخصا في الهجوم بينهم 20 جنديا و«أكثر من مئة» جريح.",
    "latin.txt": "No Arabic here, 5 dead.",
    "hedges.txt": "قتل ما بين 20 و30 مدنيا وأصيب العشرات ونزح نحو 1.5 مليون شخص.",
    "none.txt": "لم يصب أحد بأذى.",
}


@pytest.fixture
def report(tmp_path: Path) -> dict[str, Any]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    items = list(check_paths([str(tmp_path), str(tmp_path / "missing.txt")], Settings()))
    documents = tuple(item for item in items if isinstance(item, DocumentReport))
    failures = tuple(item for item in items if isinstance(item, Failure))
    found: dict[str, Any] = json.loads(to_json(Report(documents, failures)))
    return found


def test_the_report_follows_the_schema(report: dict[str, Any]):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(report, SCHEMA)
    assert report["summary"]["documents"] == len(TEXTS)
    assert report["summary"]["errors"] >= 1


def test_the_schema_refuses_what_it_does_not_know(report: dict[str, Any]):
    report["documents"][0]["claims"] = [{"id": "c1"}]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, SCHEMA)


def test_offsets_are_code_points_into_the_text(report: dict[str, Any]):
    for document in report["documents"]:
        text = TEXTS[Path(document["path"]).name]
        for claim in document["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["text"]
            number = claim["number"]
            assert text[number["start"] : number["end"]] == number["text"]


def test_findings_name_claims_of_their_document(report: dict[str, Any]):
    for document in report["documents"]:
        ids = {claim["id"] for claim in document["claims"]}
        for finding in document["findings"]:
            assert set(finding["claims"]) <= ids
            assert finding["message"]["ar"]
            assert finding["message"]["en"]
