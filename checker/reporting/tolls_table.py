"""The toll table as rows for CSV and Parquet (pandas)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from checker.across.tolls import Toll
from checker.reporting.table import inert

if TYPE_CHECKING:
    import pandas as pd

_NUMBERS = ("low", "best", "high", "articles")
#: The columns that hold words of an article or the name of a file.
_FOREIGN = ("event", "source", "document")


def tolls_table(rows: Sequence[Toll]) -> pd.DataFrame:
    """One row a toll; an empty table has the same columns."""
    import pandas as pd

    kinds = {field.name: "int64" if field.name in _NUMBERS else "string" for field in fields(Toll)}
    return pd.DataFrame([tuple(map(_plain, astuple(row))) for row in rows], columns=list(kinds)).astype(kinds)


def _plain(value: object) -> object:
    return value if isinstance(value, int) else str(value)


def tolls_csv(rows: Sequence[Toll]) -> str:
    """The table as CSV; text that a spreadsheet would run as a formula is made inert."""
    table = tolls_table(rows)
    return table.assign(**{name: table[name].map(inert) for name in _FOREIGN}).to_csv(index=False, lineterminator="\n")
