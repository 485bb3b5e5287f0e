"""The GitHub Action and the GitLab job: their files are whole, and their scripts run as the services run them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SLIP = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/خبر أول.txt").write_text(SLIP, encoding="utf-8")
    return tmp_path


def bash(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    scripts = sysconfig.get_path("scripts")
    path = os.pathsep.join([scripts, os.environ["PATH"]])
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def github(desk: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run the check step of the action with inputs, those not given as the action has them; its outputs."""
    action = loaded("action.yml")
    (step,) = (step for step in action["runs"]["steps"] if step.get("id") == "check")
    values = {name: str(field["default"]) for name, field in action["inputs"].items()} | inputs
    environment = {
        key: values[text.removeprefix("${{ inputs.").removesuffix(" }}")] if "inputs." in text else str(ROOT)
        for key, text in step["env"].items()
    }
    output, summary = desk / "github-output", desk / "github-summary"
    checker = str(Path(sysconfig.get_path("scripts")) / "checker")
    done = bash(
        step["run"], desk, GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(summary), CHECKER=checker, **environment
    )
    assert done.returncode == 0, done.stderr
    lines = output.read_text(encoding="utf-8").splitlines()
    return done, dict(line.split("=", 1) for line in lines)


def test_the_action_annotates_and_writes_every_report(desk: Path):
    done, outputs = github(desk, paths="drafts", lang="en")
    assert outputs == {"status": "1", "sarif": "checker-report/findings.sarif"}
    assert done.stdout.startswith("::error file=drafts/خبر أول.txt,line=1")
    assert "CF202" in (desk / "github-summary").read_text(encoding="utf-8")
    log = json.loads((desk / outputs["sarif"]).read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "CF202"
    assert (desk / "checker-report/report.html").exists()


def test_the_action_takes_its_options(desk: Path):
    (desk / "quiet.toml").write_text('ignore = ["CF202"]\n', encoding="utf-8")
    assert github(desk, paths="drafts", config="quiet.toml")[1]["status"] == "0"


@pytest.mark.parametrize("paths", ["$(touch owned)", "drafts; touch owned", "`touch owned`", "--output=owned"])
def test_inputs_of_the_action_are_never_commands(desk: Path, paths: str):
    assert github(desk, paths=paths)[1]["status"] == "2"
    assert not (desk / "owned").exists()


def test_no_step_of_the_action_puts_an_input_into_a_script():
    for step in loaded("action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert "run" not in step or step["shell"] == "bash"


def test_the_gitlab_job_runs(desk: Path):
    job = loaded("ci/gitlab.yml")["checker"]
    script = "\n".join([*job["before_script"], *job["script"]])
    done = bash(script, desk, CHECKER_PATHS="drafts", CHECKER_LANG="en", CHECKER_DIFF="")
    assert done.returncode == 1, done.stderr
    assert "CF202" in done.stdout
    reports = job["artifacts"]["reports"]
    assert json.loads((desk / reports["codequality"]).read_text(encoding="utf-8"))[0]["severity"] == "critical"
    assert (desk / reports["junit"]).exists()
    assert (desk / job["artifacts"]["paths"][0]).exists()


def test_the_hooks_are_two_and_check_the_same_files():
    hooks = {hook["id"]: hook for hook in loaded(".pre-commit-hooks.yaml")}
    assert set(hooks) == {"checker", "checker-installed"}
    assert len({(hook["entry"], hook["files"]) for hook in hooks.values()}) == 1
