"""The claims table for people at a terminal."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from checker.reporting.console import console
from checker.reporting.inert import clean

if TYPE_CHECKING:
    import pandas as pd

#: The columns that fit on 80 columns of a terminal; the other formats have them all.
_SHOWN = ("id", "line", "text", "min", "max", "outcome", "group", "part_of", "event", "source")
_NUMBERS = ("line", "min", "max")


def grids(table: pd.DataFrame, width: int | None = None) -> str:
    """One grid a document, each under its path."""
    if width is None and sys.stdout.isatty():
        width = console().width
    file = io.StringIO()
    out = console("never", width, file)
    columns = [*_SHOWN, *table.columns.intersection(["buckwalter"])]
    for path, rows in table.groupby("path", sort=False):
        grid = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
        for column in columns:
            grid.add_column(column, overflow="fold", justify="right" if column in _NUMBERS else "left")
        cells = rows[columns].astype(object)
        for row in cells.where(rows[columns].notna(), "").itertuples(index=False):
            grid.add_row(*(Text(clean(str(cell))) for cell in row))
        out.print(clean(str(path)))
        out.print(grid)
    return "".join(line.rstrip() + "\n" for line in file.getvalue().splitlines())
