"""Annotations on the changed lines of a pull request: GitHub's workflow commands.

GitHub shows ten of each level a step; SARIF has no such limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.consistency.rules import RuleSet
from checker.model import Report, Severity
from checker.reporting.inert import clean
from checker.reporting.places import Places, is_source
from checker.reporting.rows import Row, rows, web_path

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, lang: str, rules: RuleSet) -> str:
    """One command a finding, and one for each input that could not be read."""
    return "".join(line + "\n" for line in _commands(report, lang, rules))


def _commands(report: Report, lang: str, rules: RuleSet) -> Iterator[str]:
    for row in rows(report, rules):
        properties = {"file": row.path, **_place(row), "title": f"{row.rule.id} {row.rule.name}"}
        yield _command(_COMMANDS[row.finding.severity], properties, row.message(lang))
    for failure in report.failures:
        yield _command("error", {"file": web_path(failure.path)}, failure.ar if lang == "ar" else failure.en)
    for notice in report.notices:
        yield _command("notice", {}, notice.ar if lang == "ar" else notice.en)


def _place(row: Row) -> dict[str, str]:
    """Lines, and columns where the stretch is on one; nothing where lines are not those of the file."""
    if not is_source(row.report.document):
        return {}
    line, column, end_line, end_column = Places(row.report.document).of(row.span)
    lines = {"line": str(line), "endLine": str(end_line)}
    return {**lines, "col": str(column), "endColumn": str(end_column)} if line == end_line else lines


def _command(name: str, properties: dict[str, str], message: str) -> str:
    said = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
    return f"::{name}{' ' * bool(said)}{said}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    """Text in which nothing ends the command or its property."""
    return "".join(f"%{ord(c):02X}" if c in f"%\r\n{also}" else c for c in clean(text))
