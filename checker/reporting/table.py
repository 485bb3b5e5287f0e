"""Claims as a table: CSV, JSON lines, and the frame that Parquet is written from (pandas)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.model import Claim, Facts
from checker.reporting.lines import Lines

if TYPE_CHECKING:
    import pandas as pd

#: The columns in order with their pandas types: every table has the same, an empty one too.
COLUMNS = {
    "path": "string", "id": "string", "line": "int64", "start": "int64", "end": "int64", "text": "string",
    "number": "string", "min": "Int64", "max": "Int64", "hedge": "string", "outcome": "string", "group": "string",
    "victims": "string", "implicit": "bool", "part_of": "string", "event": "string", "source": "string",
    "in_title": "bool",
}  # fmt: skip
#: A spreadsheet takes a cell that begins with one of these for a formula, in some languages the wide ones too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
#: The columns that hold words of an article or the name of a file.
_FOREIGN = ("path", "text", "number", "victims", "source")


def claims_table(documents: Iterable[Facts]) -> pd.DataFrame:
    """One row a claim; offsets are code points, ``min`` and ``max`` may be missing."""
    import pandas as pd

    rows: list[tuple[object, ...]] = []
    for facts in documents:
        lines = Lines(facts.document.text)
        rows += (_row(facts.document.path, lines, claim) for claim in facts.claims)
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _row(path: str, lines: Lines, c: Claim) -> tuple[object, ...]:
    return (
        path, c.id, lines.of(c.start), c.start, c.end, c.text, c.number_text, c.min, c.max, c.hedge.value,
        c.outcome.value, c.group.value, c.victims, c.implicit, c.part_of, c.event, c.source, c.in_title,
    )  # fmt: skip


def to_csv(table: pd.DataFrame) -> str:
    """The table as CSV; text that a spreadsheet would run as a formula is made inert."""
    safe = table.assign(**{column: table[column].map(inert, na_action="ignore") for column in _FOREIGN})
    return safe.to_csv(index=False, lineterminator="\n")


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.lstrip(" ").startswith(_FORMULA) else cell


def to_json_lines(table: pd.DataFrame) -> str:
    """One JSON object a line, what is missing as ``null``."""
    cells = table.astype(object)
    rows = cells.where(table.notna(), None).to_dict("records")
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
