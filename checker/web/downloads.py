"""The forms in which a report can be taken away, as far as this installation can write them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from checker.model import Report


class Download(NamedTuple):
    """A form of the report.

    ``write`` takes the report, the language, and the bytes of the file that
    was checked if there was one. ``sources`` are the suffixes of files that
    it needs; none means that any draft will do.
    """

    suffix: str
    media_type: str
    label: Mapping[str, str]
    write: Callable[[Report, str, bytes | None], bytes]
    sources: tuple[str, ...] = ()


@cache
def downloads() -> Mapping[str, Download]:
    """The forms by their names, in the order of the menu."""
    return {
        "json": Download(".json", "application/json", {"ar": "بيانات JSON", "en": "JSON data"}, _json),
        "csv": Download(".csv", "text/csv", {"ar": "جدول الأرقام CSV", "en": "Table of figures, CSV"}, _csv),
    }


def _json(report: Report, lang: str, source: bytes | None) -> bytes:
    from checker.reporting.json_report import to_dict

    return (json.dumps(to_dict(report), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _csv(report: Report, lang: str, source: bytes | None) -> bytes:
    """With a byte order mark, by which spreadsheets know that it is UTF-8."""
    from checker.reporting.table import claims_table, to_csv

    return to_csv(claims_table(document.facts for document in report.documents)).encode("utf-8-sig", "replace")
