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
    Paths,
    TextField,
    TitleField,
    Width,
    complain,
    fields_of,
    language,
    one_of,
    spare_inputs,
)
from checker.cli.configured import COMMAND_LINE, ConfigFile, Isolated, configured, names
from checker.cli.targets import Format, Outputs, Target, targets, write_target
from checker.errors import InputError
from checker.model import DocumentReport, Failure, Report

if TYPE_CHECKING:
    from checker.config import Configuration
    from checker.reading.fields import Fields
    from checker.reporting.terminal import Printer

FAIL_ON = ("error", "warning", "note", "never")


def check(
    paths: Paths,
    format_: Format = None,
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
        str | None,
        typer.Option(metavar="error|warning|note|never", help="The least severity that exits with 1. Default: error."),
    ] = None,
    outputs: Outputs = None,
    diff: Annotated[
        str | None, typer.Option(metavar="BASE", help="Only drafts that git says have changed since BASE.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Known findings, see checker baseline --help.")
    ] = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
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
    checker check draft.md --output report.html
    checker check drafts/ --select CF1,CF202 --fail-on warning
    checker check drafts/ --diff origin/main --output github:- --output findings.sarif
    checker check draft.docx --annotate checked.docx
    checker check archive.jsonl --text-field story --title-field head
    cat draft.txt | checker check -

    Formats: terminal, json, html, markdown, csv, excel (.xlsx), sarif, github
    (annotations), gitlab (code quality), junit (.xml). A file's suffix says its
    format, or a name before it: gitlab:quality.json.

    A comment in a draft lets a finding stand: # checker: ignore CF202: the reason

    Exit status: 0 nothing as severe as --fail-on, 1 findings, 2 a usage error
    or an input that could not be read (the others are still checked).
    """
    if fail_on is not None:
        one_of(fail_on, FAIL_ON, "severity", "الدرجة")
    shade = one_of(color, COLORS, "colour mode", "طريقة التلوين")
    wanted = targets(format_, outputs)
    chosen = configured(config, isolated).with_layer(
        COMMAND_LINE, select=names(select), ignore=names(ignore), fail_on=fail_on, baseline=baseline
    )
    spoken = language(lang, chosen.language)
    for target in wanted:
        check_target(annotate, paths, target.file)
    fields = fields_of(text_field, title_field, date_field)
    from checker.pipeline import exit_status, rules_for
    from checker.reading import expand

    rules_for(chosen.settings("-"))
    settings, rules = chosen.run(), rules_for(chosen.run())
    inputs = list(expand(paths))
    if diff is not None:
        inputs = _changed(inputs, diff, spoken)
    for target in wanted:
        spare_inputs(target.file, inputs)
    printers = {}
    for target in (target for target in wanted if target.format == "terminal"):
        from checker.reporting.screen import screen
        from checker.reporting.terminal import Look, Printer

        file = io.StringIO() if target.file else None
        printers[target] = Printer(rules, screen(shade, width, file), Look(spoken, verbose, visual)), file
    report = _run(inputs, chosen, spoken, [printer for printer, _ in printers.values()], wanted, fields)
    whole = diff is None and any(path != "-" and Path(path).is_dir() for path in paths)
    report = Report(report.documents, report.failures, notices=chosen.unused(report, whole=whole))
    for target in wanted:
        if target in printers:
            printer, file = printers[target]
            printer.totals(report)
            if file:
                write_target(target, file.getvalue())
        else:
            from checker.reporting.formats import render

            write_target(target, render(target.format, report, spoken, rules))
    if annotate:
        write_annotated(annotate, paths[0], report, rules, comment_language(lang, spoken), spoken)
    return exit_status(report, settings)


def _changed(inputs: Sequence[str | InputError], base: str, lang: str) -> list[str | InputError]:
    """The inputs that have changed since a commit; if none has, that is said."""
    from checker.reading.changed import changed_since
    from checker.reporting.messages import say

    changed = changed_since(base)
    kept = [item for item in inputs if isinstance(item, InputError) or changed(item)]
    if not kept:
        print(f"checker: {say(lang, 'nothing_changed', base=base)}", file=sys.stderr)  # noqa: T201
    return kept


def _run(
    inputs: Sequence[str | InputError],
    chosen: Configuration,
    lang: str,
    printers: Sequence[Printer],
    wanted: Sequence[Target],
    fields: Fields,
) -> Report:
    """Check everything; documents are printed and failures said as they come."""
    from checker.pipeline import check_inputs

    documents: list[DocumentReport] = []
    failures: list[Failure] = []
    items = check_inputs(inputs, chosen.settings, fields)
    shows = any(target.format == "terminal" and target.file is None for target in wanted) and sys.stdout.isatty()
    if not shows and sys.stderr.isatty():
        from checker.cli.progress import watched

        items = watched(items, len(inputs))
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
            complain(item, lang)
        else:
            documents.append(item)
            for printer in printers:
                printer.document(item)
    return Report(tuple(documents), tuple(failures))
