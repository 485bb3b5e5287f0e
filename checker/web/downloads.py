"""The forms in which a report can be taken away, as far as this installation can write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from typing import NamedTuple

from checker.consistency import load_rules
from checker.model import Report

#: Writes a report in a language; the bytes are those of the file that was checked, if there was one.
Write = Callable[[Report, str, bytes | None], bytes]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WORD_FILES = (".docx", ".docm")


class Download(NamedTuple):
    """A form of the report: its name for people, how it is written, and the modules without which it cannot be.

    ``sources`` are the suffixes of files of which one must have been
    checked; none means that any draft will do.
    """

    suffix: str
    media_type: str
    label: Mapping[str, str]
    write: Write
    needs: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@cache
def downloads() -> Mapping[str, Download]:
    """Those that can be had here, by their names, in the order of the menu."""
    return {name: form for name, form in _FORMS.items() if all(map(_is_there, form.needs))}


def _is_there(module: str) -> bool:
    return find_spec(module) is not None


def _rendered(name: str) -> Write:
    """A form that the registry of report writers knows."""

    def write(report: Report, lang: str, source: bytes | None) -> bytes:
        from checker.reporting.formats import render

        written = render(name, report, lang, load_rules())
        return written.encode("utf-8", "replace") if isinstance(written, str) else written

    return write


def _word(report: Report, lang: str, source: bytes | None) -> bytes:
    """The Word file itself with the findings as comments."""
    from checker.reporting.word import annotate

    return annotate(source or b"", report.documents[0], load_rules(), lang).data


def _csv(report: Report, lang: str, source: bytes | None) -> bytes:
    """The figures as a table; with a byte order mark, by which spreadsheets know that it is UTF-8."""
    from checker.reporting.table import claims_table, to_csv

    return to_csv(claims_table(document.facts for document in report.documents)).encode("utf-8-sig", "replace")


def _json(report: Report, lang: str, source: bytes | None) -> bytes:
    from checker.reporting.json_report import to_json

    return to_json(report).encode("utf-8", "replace")


_FORMS = {
    "html": Download(
        ".html", "text/html", {"ar": "صفحة HTML", "en": "HTML page"}, _rendered("html")
    ),
    "word": Download(
        ".docx", _WORD, {"ar": "ملف Word بتعليقات", "en": "Word file with comments"}, _word,
        sources=_WORD_FILES,
    ),
    "excel": Download(
        ".xlsx", _EXCEL, {"ar": "مصنّف Excel", "en": "Excel workbook"}, _rendered("excel"),
        needs=("xlsxwriter",),
    ),
    "markdown": Download(
        ".md", "text/markdown", {"ar": "نص Markdown", "en": "Markdown text"}, _rendered("markdown")
    ),
    "csv": Download(".csv", "text/csv", {"ar": "جدول الأرقام CSV", "en": "Table of figures, CSV"}, _csv),
    "json": Download(".json", "application/json", {"ar": "بيانات JSON", "en": "JSON data"}, _json),
}  # fmt: skip
