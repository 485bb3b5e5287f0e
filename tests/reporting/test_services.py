"""GitHub annotations, GitLab code quality and JUnit, each read back as its service reads it."""

from __future__ import annotations

import json
import re
from xml.etree.ElementTree import fromstring

from junitparser import Failure, JUnitXml

from tests.reporting.conftest import Render

#: What the runner of GitHub Actions takes for a command: everything up to the line's end.
COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*,?)*)::([^\r\n]*)")


def unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_every_line_is_one_annotation(written: Render):
    lines = written("github").splitlines()
    parsed = [COMMAND.fullmatch(line) for line in lines]
    assert all(parsed)
    found = [
        (match[1], dict(pair.split("=", 1) for pair in match[2].split(",")), match[3]) for match in parsed if match
    ]
    slips = [entry for entry in found if "a slip.txt" in entry[1]["file"]]
    level, place, message = slips[0]
    assert level == "error"
    assert place["line"] == "1"
    assert unescaped(message)
    assert {"line", "endLine", "col", "endColumn", "title"} <= place.keys()


def test_an_article_cannot_give_commands(written: Render):
    for line in written("github").splitlines():
        assert line.count("::") == 2, line


def test_gitlab_has_its_keys_and_no_fingerprint_twice(written: Render):
    issues = json.loads(written("gitlab"))
    assert issues
    for issue in issues:
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
        assert issue["description"]
        assert issue["check_name"]
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    assert [issue["severity"] for issue in issues].count("blocker") == 1


def test_junit_is_read_by_a_junit_reader(written: Render):
    xml = JUnitXml.fromroot(fromstring(written("junit")))
    suites = {suite.name.rsplit("/", 1)[-1]: suite for suite in xml}
    assert (suites["hostile.txt"].failures, suites["hostile.txt"].errors) == (1, 0)
    assert suites["stand.txt"].skipped == 1
    assert suites["=missing<b>.txt"].errors == 1
    failing = [case for case in suites["hostile.txt"] if any(isinstance(r, Failure) for r in case.result)]
    assert failing[0].name.startswith("CF202")
    assert xml.failures == sum(suite.failures for suite in xml)
    holding = [case.name for case in suites["a slip.txt"] if not case.result]
    assert holding
