"""Claims as a table: terminal, CSV, JSON lines, Parquet (through pandas)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checker.model import DocumentReport, Facts

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "path", "id", "line", "start", "end", "text", "number", "min", "max", "hedge", "outcome", "group",
    "victims", "implicit", "part_of", "event", "source", "in_title",
)  # fmt: skip
#: A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def claims_table(documents: Iterable[Facts | DocumentReport]) -> pd.DataFrame:
    """One row a claim; ``min`` and ``max`` are nullable integers, offsets code points."""
    import pandas as pd

    rows = []
    for item in documents:
        facts = item.facts if isinstance(item, DocumentReport) else item
        text = facts.document.text
        for c in facts.claims:
            rows.append(
                (
                    facts.document.path, c.id, text.count("\n", 0, c.start) + 1, c.start, c.end, c.text, c.number_text,
                    c.min, c.max, c.hedge.value, c.outcome.value, c.group.value, c.victims, c.implicit, c.part_of,
                    c.event, c.source, c.in_title,
                )
            )  # fmt: skip
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.astype({"min": "Int64", "max": "Int64", "line": "int64", "start": "int64", "end": "int64"})


def to_csv(table: pd.DataFrame) -> str:
    """The table as CSV; text that a spreadsheet would run as a formula is made inert."""
    safe = table.copy()
    for column in ("path", "text", "number", "victims", "source"):
        safe[column] = safe[column].map(inert, na_action="ignore")
    return safe.to_csv(index=False, lineterminator="\n")


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def to_json_lines(table: pd.DataFrame) -> str:
    """One JSON object a line."""
    return str(table.to_json(orient="records", lines=True, force_ascii=False))
