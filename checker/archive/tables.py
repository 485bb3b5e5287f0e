"""The tables of an audit: Parquet for pandas, and a workbook. ``docs/audits.md`` describes the columns."""

from __future__ import annotations

import datetime
import json
import os
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from checker.archive.failures import no_extra
from checker.archive.words import say
from checker.reporting.table import inert

_ARTICLE = {"article": "string", "place": "string", "group": "string", "date": "string"}
#: The columns with their pandas types; those of the claims behind ``_ARTICLE`` stand as scan.py writes them.
CLAIMS = {
    **_ARTICLE, "id": "string", "line": "int64", "start": "int64", "end": "int64", "text": "string",
    "number": "string", "min": "Int64", "max": "Int64", "hedge": "string", "outcome": "string",
    "victim_group": "string", "victims": "string", "implicit": "bool", "part_of": "string", "event": "string",
    "source": "string",
    "in_title": "bool",
}  # fmt: skip
FINDINGS = {
    **_ARTICLE, "title": "string", "rule": "string", "severity": "string", "message_ar": "string",
    "message_en": "string", "arithmetic": "string", "confidence": "float64", "line": "int64", "column": "int64",
    "start": "int64", "end": "int64", "claims": "string", "sentences": "string",
}  # fmt: skip
#: Rows that are written at a time, so that memory does not grow with the archive.
_BATCH = 5_000
#: A sheet has no more rows than this.
_SHEET_ROWS = 1_048_575
#: The longest cell of a workbook.
_CELL = 32_767
_WIDTHS = {"place": 34, "title": 44, "message_ar": 60, "message_en": 60, "sentences": 80, "arithmetic": 26}
#: Workbooks carry the time of their making; the same audit gives the same bytes.
_NO_TIME = datetime.datetime(1980, 1, 1)


def claim_rows(records: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """The rows of ``claims.parquet``."""
    for record in records:
        for cells in record.get("claims", ()):
            yield (*_of_article(record), *cells)


def finding_rows(records: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """The rows of ``findings.parquet``; ``claims`` and ``sentences`` are JSON lists."""
    for record in records:
        for f in record.get("findings", ()):
            yield (
                *_of_article(record), record["title"], f["rule"], f["severity"], f["ar"], f["en"], f["arithmetic"],
                f["confidence"], f["line"], f["column"], f["start"], f["end"], json.dumps(f["claims"]),
                json.dumps([text for text, _ in f["sentences"]], ensure_ascii=False),
            )  # fmt: skip


def _of_article(record: dict[str, Any]) -> tuple[Any, ...]:
    return record["id"], record["place"], record["group"], record["date"]


def write_parquet(path: Path, rows: Iterator[tuple[Any, ...]], columns: dict[str, str]) -> int:
    """Write rows in batches of a fixed size; gives their number.

    Raises:
        OSError: the file cannot be written.
    """
    import pandas as pd
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    count = 0
    schema = pa.Schema.from_pandas(pd.DataFrame({name: pd.Series([], dtype=kind) for name, kind in columns.items()}))
    with ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := list(islice(rows, _BATCH)):
            count += len(batch)
            frame = pd.DataFrame(batch, columns=list(columns)).astype(columns)
            writer.write_table(pa.Table.from_pandas(frame, schema=schema, preserve_index=False))
    return count


def write_xlsx(path: Path, rows: Iterable[tuple[Any, ...]], lang: str) -> None:
    """Write the findings as a workbook with headings in a language; no cell of it is a formula.

    Raises:
        OSError: the file cannot be written.
        UsageError: openpyxl is not installed.
    """
    # Else it writes by lxml where that happens to be installed: other bytes, and a full disk would be no OSError.
    os.environ["OPENPYXL_LXML"] = "False"
    try:
        import openpyxl  # noqa: F401
    except ImportError as error:
        raise no_extra("audit", "openpyxl") from error
    beside = path.with_name(path.name + ".tmp")
    try:
        with _quietly_left():
            _save(beside, rows, lang)
        _without_times(beside, path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _quietly_left() -> Iterator[None]:
    """What openpyxl leaves half written on a full disk complains again when it is collected: once is enough."""
    try:
        yield
    except OSError as error:
        told, number = sys.unraisablehook, error.errno

        def hook(late: Any) -> None:
            if getattr(late.exc_value, "errno", None) != number:
                told(late)

        sys.unraisablehook = hook
        raise


def _save(path: Path, rows: Iterable[tuple[Any, ...]], lang: str) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("findings")
    sheet.sheet_view.rightToLeft = lang == "ar"
    sheet.freeze_panes = "A2"
    for k, name in enumerate(FINDINGS, 1):
        sheet.column_dimensions[get_column_letter(k)].width = _WIDTHS.get(name, 14)
    head = [WriteOnlyCell(sheet, value=say(lang, f"col_{name}")) for name in FINDINGS]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    wrap = Alignment(wrap_text=True, vertical="top")
    last = 1
    for row in islice(rows, _SHEET_ROWS):
        cells = [WriteOnlyCell(sheet, value=_cell(name, value)) for name, value in zip(FINDINGS, row, strict=True)]
        for cell in cells:
            cell.alignment = wrap
            if isinstance(cell.value, str):
                cell.data_type = "s"
        sheet.append(cells)
        last += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(FINDINGS))}{last}"
    book.properties.created = book.properties.modified = _NO_TIME
    book.save(path)


def _cell(name: str, value: Any) -> Any:
    if name == "sentences":
        value = "\n".join(json.loads(value))
    if not isinstance(value, str):
        return value
    return inert("".join(c for c in value if c.isprintable() or c in "\n\u200c\u200d\u200e\u200f")[: _CELL - 1])


def _without_times(made: Path, path: Path) -> None:
    """Pack a workbook anew, its files in order and all of one time."""
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _settled_times(data)
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)


def _settled_times(core: bytes) -> bytes:
    """openpyxl writes the time of saving as that of the last change."""
    import re

    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", core)
