"""``checker extract``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.common import cannot_write, complain, language, one_of, write_out
from checker.errors import InputError, UsageError
from checker.model import Failure

if TYPE_CHECKING:
    import pandas as pd

FORMATS = ("table", "csv", "jsonl", "parquet")
_SHOWN = ("id", "line", "text", "min", "max", "hedge", "outcome", "group", "part_of", "event", "source")


def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    format_: Annotated[str, typer.Option("--format", "-f", help="table, csv, jsonl or parquet.")] = "table",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to a file (parquet needs one).")] = None,
    buckwalter: Annotated[
        bool, typer.Option("--buckwalter", help="Add the claims in Buckwalter's Latin letters (camel-tools).")
    ] = False,
    lang: Annotated[str | None, typer.Option(help="Language of messages: ar or en.")] = None,
) -> int:
    """Print the claims of articles as a table: number, bounds, outcome, group, event, source.

    \b
    checker extract draft.txt
    checker extract archive/ --format csv --output claims.csv
    """
    spoken = language(lang)
    kind = one_of(format_, FORMATS, "format", "الصيغة")
    if kind == "parquet" and output is None:
        raise UsageError("no-output", ar="صيغة parquet تحتاج إلى ‎--output", en="the format parquet needs --output")
    from checker.facts import gather
    from checker.pipeline import read_all
    from checker.reporting.table import claims_table, to_csv, to_json_lines

    items = list(read_all(paths))
    failures = [item for item in items if isinstance(item, Failure)]
    table = claims_table(gather(item) for item in items if not isinstance(item, Failure))
    if buckwalter:
        from checker.arabic.transliterate import buckwalter as latin

        table["buckwalter"] = table["text"].map(latin)
    for failure in failures:
        complain(InputError(failure.path, failure.code, ar=failure.ar, en=failure.en), spoken)
    if kind == "csv":
        write_out(to_csv(table), output)
    elif kind == "jsonl":
        write_out(to_json_lines(table), output)
    elif kind == "parquet" and output is not None:
        try:
            table.to_parquet(output, index=False)
        except OSError as error:
            raise cannot_write(output, error) from error
    else:
        _print(table)
    return 2 if failures else 0


def _print(table: pd.DataFrame) -> None:
    """One table a document, on the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from checker.reporting.snippets import clean

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    console = Console(highlight=False, emoji=False, markup=False, width=None if sys.stdout.isatty() else 120)
    extra = ("buckwalter",) if "buckwalter" in table.columns else ()
    for path, rows in table.groupby("path", sort=False):
        grid = Table(title=clean(str(path)), title_justify="left", pad_edge=False)
        for column in (*_SHOWN, *extra):
            grid.add_column(column, overflow="fold")
        for row in rows[[*_SHOWN, *extra]].astype(object).itertuples(index=False):
            grid.add_row(*(Text("" if value is None or value != value else clean(str(value))) for value in row))
        console.print(grid)
