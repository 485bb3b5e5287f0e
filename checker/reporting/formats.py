"""The formats of reports by name: which module writes each, and which files ask for it.

A writer is a module of this room with one function::

    render(report: Report, lang: str, rules: RuleSet) -> str | bytes

It says the whole report in one language, as text (UTF-8 when it is written
to a file) or as the bytes of a file. Writers are imported when one is asked
for, so what a format needs costs the others nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from checker.model import Report

if TYPE_CHECKING:
    from checker.consistency.rules import RuleSet


class Writer(Protocol):
    """The function ``render`` of a writer's module."""

    def __call__(self, report: Report, lang: str, rules: RuleSet) -> str | bytes:
        """The whole report; raises MissingExtraError where a library of an extra is not installed."""


class Format(NamedTuple):
    """A kind of report: the module that writes it, the suffixes of its files, and whether they are binary."""

    module: str
    suffixes: tuple[str, ...] = ()
    binary: bool = False


FORMATS: Mapping[str, Format] = {
    "terminal": Format("terminal", (".txt", ".log", "")),
    "json": Format("json_report", (".json",)),
    "html": Format("html", (".html", ".htm")),
    "markdown": Format("markdown", (".md", ".markdown")),
    "csv": Format("csv_report", (".csv",)),
    "excel": Format("excel", (".xlsx",), binary=True),
    "sarif": Format("sarif", (".sarif",)),
    "github": Format("github"),
    "gitlab": Format("gitlab"),
    "junit": Format("junit", (".xml",)),
}


def render(name: str, report: Report, lang: str, rules: RuleSet) -> str | bytes:
    """The report in the format of that name, which must be one of :data:`FORMATS`."""
    writer = cast(Writer, import_module(f"checker.reporting.{FORMATS[name].module}").render)
    return writer(report, lang, rules)


def format_of(file: str) -> str | None:
    """The format that a file's suffix asks for (``report.sarif.json`` asks for SARIF); None if it asks for none."""
    path = PurePath(file)
    if path.suffix.lower() == ".json" and PurePath(path.stem).suffix.lower() == ".sarif":
        return "sarif"
    wanted = path.suffix.lower()
    return next((name for name, kind in FORMATS.items() if wanted in kind.suffixes), None)
