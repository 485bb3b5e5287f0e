"""Requests generated from the API's own description, over HTTP: what it says of itself is true."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.web.conftest import Served

#: Any bytes are a file by the description, and most are none that holds an article: 422 is right for them.
CONFIGURATION = """
[checks]
positive_data_acceptance.expected-statuses = ["2xx", 422]
"""


def test_it_does_what_it_says(server: Served, tmp_path: Path):
    """schemathesis: examples, every border of every value, and random requests, right ones and wrong ones."""
    configuration = tmp_path / "schemathesis.toml"
    configuration.write_text(CONFIGURATION, encoding="utf-8")
    command = Path(sysconfig.get_path("scripts")) / "schemathesis"
    options = ["--checks", "all", "--phases", "examples,coverage,fuzzing", "--max-examples", "30"]
    done = subprocess.run(
        [command, "--config-file", configuration, "run", f"{server.url}/openapi.json", "--seed", "1", *options],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "PATH": str(Path(sys.executable).parent), "NO_COLOR": "1"},
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    passed = re.search(r"(\d+) generated, (\d+) passed", done.stdout)
    assert passed is not None, done.stdout[-2000:]
    assert int(passed[1]) > 200
    assert passed[1] == passed[2]


def test_the_description_is_whole(server: Served):
    described = server.http.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    paths = {"/api/check", "/api/extract", "/api/open", "/api/report/{format}", "/api/rules", "/api/formats"}
    assert paths | {"/healthz", "/metrics"} == set(described["paths"])
    check = described["paths"]["/api/check"]["post"]
    assert {"200", "408", "413", "415", "422", "429", "503"} <= set(check["responses"])
    for named in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(named)


def test_its_examples_are_true(server: Served):
    check = server.http.get("/openapi.json").json()["paths"]["/api/check"]["post"]
    (example,) = check["requestBody"]["content"]["application/json"]["examples"].values()
    answer = server.http.post("/api/check", json=example["value"])
    assert answer.json() == check["responses"]["200"]["content"]["application/json"]["example"]
