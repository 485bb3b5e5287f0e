"""``checker check``."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from checker.cli import declare as typer
from checker.cli.annotate import Annotate, check_target, comment_language, write_annotated
from checker.cli.common import (
    COLORS,
    Color,
    DateField,
    Lang,
    Output,
    Paths,
    TextField,
    TitleField,
    Width,
    complain,
    fields_of,
    language,
    one_of,
    spare_inputs,
    write_out,
)
from checker.model import DocumentReport, Failure, Report, Severity

if TYPE_CHECKING:
    from checker.pipeline import Settings
    from checker.reading.fields import Fields
    from checker.reporting.terminal import Printer

FORMATS = ("terminal", "json")
FAIL_ON = ("error", "warning", "note", "never")


def check(
    paths: Paths,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="terminal|json", help="For people or for programs.")
    ] = "terminal",
    lang: Lang = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also what was compared and holds, and the bounds used.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="Only these: ids, their beginnings, or names, with commas."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="All but these.")] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="error|warning|note|never", help="The least severity that exits with 1.")
    ] = "error",
    output: Output = None,
    annotate: Annotate = None,
    text_field: TextField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    visual: Annotated[
        bool, typer.Option("--visual", help="Visual order, for a terminal that does not reorder Arabic.")
    ] = False,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """Check drafts for casualty figures that contradict one another.

    \b
    checker check draft.txt
    checker check draft.txt --verbose --lang en
    checker check drafts/ --format json --output report.json
    checker check drafts/ --select CF1,CF202 --fail-on warning
    checker check draft.docx --annotate checked.docx
    checker check archive.jsonl --text-field story --title-field head
    cat draft.txt | checker check -

    Exit status: 0 nothing as severe as --fail-on, 1 findings, 2 a usage error
    or an input that could not be read (the others are still checked).
    """
    spoken = language(lang)
    kind = one_of(format_, FORMATS, "format", "الصيغة")
    limit = one_of(fail_on, FAIL_ON, "severity", "الدرجة")
    shade = one_of(color, COLORS, "colour mode", "طريقة التلوين")
    check_target(annotate, paths, output)
    fields = fields_of(text_field, title_field, date_field)
    from checker.pipeline import Settings, exit_status, rules_for

    least = None if limit == "never" else Severity(limit)
    settings = Settings(_names(select), _names(ignore), least)
    if kind == "json":
        from checker.reporting.json_report import to_json

        report = _run(paths, settings, spoken, output, fields)
        write_out(to_json(report), output)
        if annotate:
            write_annotated(annotate, paths[0], report, rules_for(settings), comment_language(lang, spoken), spoken)
        return exit_status(report, settings)

    from checker.reporting.canvas import screen
    from checker.reporting.terminal import Look, Printer

    file = io.StringIO() if output else None
    printer = Printer(rules_for(settings), screen(shade, width, file), Look(spoken, verbose, visual))
    report = _run(paths, settings, spoken, output, fields, printer)
    printer.totals(report)
    if file:
        write_out(file.getvalue(), output)
    if annotate:
        write_annotated(annotate, paths[0], report, rules_for(settings), comment_language(lang, spoken), spoken)
    return exit_status(report, settings)


def _names(values: Sequence[str] | None) -> tuple[str, ...]:
    """Names given as several options or with commas."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def _run(
    paths: Sequence[str],
    settings: Settings,
    lang: str,
    output: Path | None,
    fields: Fields,
    printer: Printer | None = None,
) -> Report:
    """Check everything; documents are printed and failures said as they come."""
    from checker.pipeline import check_inputs, rules_for
    from checker.reading import expand

    rules_for(settings)
    inputs = list(expand(paths))
    spare_inputs(output, inputs)
    documents: list[DocumentReport] = []
    failures: list[Failure] = []
    silent = printer is None or output is not None or not sys.stdout.isatty()
    items = check_inputs(inputs, settings, fields)
    if silent and sys.stderr.isatty():
        from checker.cli.progress import watched

        items = watched(items, len(inputs))
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
            complain(item, lang)
        else:
            documents.append(item)
            if printer is not None:
                printer.document(item)
    return Report(tuple(documents), tuple(failures))
