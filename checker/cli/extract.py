"""``checker extract``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.common import (
    DateField,
    Lang,
    Output,
    Paths,
    TextField,
    TitleField,
    Width,
    cannot_write,
    complain,
    fields_of,
    language,
    one_of,
    spare_inputs,
    write_out,
)
from checker.cli.configured import ConfigFile, Isolated, configured
from checker.errors import CheckerError, UsageError
from checker.model import Facts, Failure

if TYPE_CHECKING:
    import pandas as pd

    from checker.config import Configuration
    from checker.reading.fields import Fields

FORMATS = ("table", "csv", "jsonl", "parquet")


def extract(
    paths: Paths,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="table|csv|jsonl|parquet", help="parquet needs --output.")
    ] = "table",
    output: Output = None,
    buckwalter: Annotated[
        bool, typer.Option("--buckwalter", help="Add the claims in Buckwalter's Latin letters (camel-tools).")
    ] = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    text_field: TextField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    lang: Lang = None,
    width: Width = None,
) -> int:
    """Print the figures of articles as a table: bounds, outcome, group, event, source.

    \b
    checker extract draft.txt
    checker extract archive/ --format csv --output figures.csv
    checker extract archive/ --format parquet --output figures.parquet

    Offsets are code points into the decoded file. In CSV, cells that a
    spreadsheet would take for a formula begin with an apostrophe.
    """
    chosen = configured(config, isolated)
    spoken = language(lang, chosen.language)
    kind = one_of(format_, FORMATS, "format", "الصيغة")
    if kind == "parquet" and output is None:
        raise UsageError("no-output", ar="صيغة parquet تحتاج إلى ‎--output", en="the format parquet needs --output")
    fields = fields_of(text_field, title_field, date_field)
    facts, failures = _gather(paths, chosen, spoken, output, fields)
    from checker.reporting.table import claims_table

    table = claims_table(facts)
    if buckwalter:
        from checker.arabic.transliterate import buckwalter as latin

        table["buckwalter"] = table["text"].map(latin)
    _write(table, kind, output, width)
    return CheckerError.exit_status if failures else 0


def _gather(
    paths: list[str], chosen: Configuration, lang: str, output: Path | None, fields: Fields
) -> tuple[list[Facts], list[Failure]]:
    """The facts of every input that can be read; the others are said on standard error."""
    from checker.pipeline import gather_inputs
    from checker.reading import expand

    inputs = list(expand(paths))
    spare_inputs(output, inputs)
    facts: list[Facts] = []
    failures: list[Failure] = []
    for item in gather_inputs(inputs, chosen.settings, fields):
        if isinstance(item, Failure):
            failures.append(item)
            complain(item, lang)
        else:
            facts.append(item)
    return facts, failures


def _write(table: pd.DataFrame, kind: str, output: Path | None, width: int | None) -> None:
    from checker.reporting.table import to_csv, to_json_lines

    if kind == "parquet" and output is not None:
        try:
            table.to_parquet(output, index=False)
        except OSError as error:
            raise cannot_write(output, error) from error
    elif kind == "csv":
        write_out(to_csv(table), output)
    elif kind == "jsonl":
        write_out(to_json_lines(table), output)
    else:
        from checker.reporting.grid import grids

        write_out(grids(table, width), output)
