"""``checker compare``."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from checker.cli import declare as typer
from checker.cli.common import (
    COLORS,
    Color,
    Lang,
    Width,
    complain,
    language,
    one_of,
    spare_inputs,
    write_bytes,
    write_out,
)
from checker.cli.configured import COMMAND_LINE, ConfigFile, Isolated, configured, names
from checker.cli.targets import Format, Outputs, targets, write_target
from checker.errors import InputError, UsageError
from checker.model import Document, DocumentReport, Failure, Figure, Report

if TYPE_CHECKING:
    from checker.across.profile import Profile
    from checker.config import Configuration

FAIL_ON = ("error", "warning", "note", "never")
TABLES = ("csv", "parquet")
CHARTS = ("svg", "png")


def compare(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="ARTICLE...", help="Files and folders; the draft may be among them.")
    ] = None,
    draft: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The one being edited: findings across articles are about it.")
    ] = None,
    versions: Annotated[
        bool, typer.Option("--versions", help="The articles are versions of one story, the oldest first.")
    ] = False,
    history: Annotated[
        str | None, typer.Option(metavar="FILE", help="Compare the versions of a file that git keeps.")
    ] = None,
    tolls: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Low, best and high of each figure as .csv or .parquet; - prints a table."),
    ] = None,
    chart: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the tolls over time as .svg or .png.")
    ] = None,
    format_: Format = None,
    outputs: Outputs = None,
    lang: Lang = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also what agrees, and each article's own comparisons.")
    ] = False,
    select: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Only these rules.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="All but these rules.")] = None,
    fail_on: Annotated[
        str | None, typer.Option(metavar="error|warning|note|never", help="The least severity that exits with 1.")
    ] = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    visual: Annotated[bool, typer.Option("--visual", help="Visual order, for terminals that know no bidi.")] = False,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """Compare drafts, wires and papers: which figure differs, since when, and who said so.

    \b
    checker compare draft.txt wire1.txt wire2.txt --draft draft.txt
    checker compare today/ --output differences.html
    checker compare --versions v1.txt v2.txt v3.txt
    checker compare --history story.md
    checker compare today/ --tolls tolls.csv --chart tolls.svg
    checker compare today/ --format json

    Each article is checked as by checker check. Figures that count the same
    people of the same happening are linked; one whose values cannot all hold
    is finding CF701. An article's day is that of its dateline or metadata, or
    an ISO date in the name of its file.

    Exit status: 0 nothing as severe as --fail-on, 1 findings, 2 a usage error
    or an input that could not be read (the others are still compared).
    """
    if fail_on is not None:
        one_of(fail_on, FAIL_ON, "severity", "الدرجة")
    shade = one_of(color, COLORS, "colour mode", "طريقة التلوين")
    wanted = targets(format_, outputs)
    table = _kind(tolls, TABLES, "--tolls") if tolls is not None and str(tolls) != "-" else None
    drawing = _kind(chart, CHARTS, "--chart") if chart is not None else None
    chosen = configured(config, isolated).with_layer(
        COMMAND_LINE, select=names(select), ignore=names(ignore), fail_on=fail_on
    )
    spoken = language(lang, chosen.language)
    from checker.pipeline import exit_status, rules_for

    settings, rules = chosen.run(), rules_for(chosen.run())
    inputs, twice = _inputs(paths or [], draft, history)
    for file in (*(target.file for target in wanted), tolls, chart):
        spare_inputs(file, [item for item in inputs if not isinstance(item, Document)])
    report = _report(inputs, twice, chosen, spoken, draft, versions=versions or history is not None)
    for target in wanted:
        if target.format == "terminal":
            from checker.reporting.screen import screen
            from checker.reporting.terminal import Look, print_report

            out = io.StringIO() if target.file else None
            print_report(report, rules, screen(shade, width, out), Look(spoken, verbose, visual))
            if out:
                write_target(target, out.getvalue())
        else:
            from checker.reporting.formats import render

            write_target(target, render(target.format, report, spoken, rules))
    _tolls(report.figures or (), tolls, table, chart, drawing, spoken, width)
    return exit_status(report, settings)


def _kind(file: Path, known: Sequence[str], option: str) -> str:
    """The format that a file's suffix asks for.

    Raises:
        UsageError: it asks for none of those known.
    """
    suffix = file.suffix.lower().removeprefix(".")
    if suffix in known:
        return suffix
    wanted = ", ".join(f".{name}" for name in known)
    raise UsageError(
        "no-format", ar=f"‎{option} {file}: المتوقع {wanted}", en=f"{option} {file}: expected a name in {wanted}"
    )


_Input = str | InputError | Document


def _inputs(paths: Sequence[str], draft: Path | None, history: str | None) -> tuple[list[_Input], list[str]]:
    """The inputs without those named twice, and which these were.

    Raises:
        UsageError: there are fewer than two, or --history comes with other articles.
    """
    from checker.reading import expand
    from checker.reading.history import versions_of

    if history is not None:
        if paths or draft:
            raise UsageError(
                "history", ar="‎--history لا يقبل مقالات أخرى", en="--history takes no other articles and no --draft"
            )
        return list(versions_of(history)), []
    found: list[_Input] = []
    twice: list[str] = []
    seen: set[str] = set()
    for item in expand([*paths, *([str(draft)] if draft is not None else [])]):
        if isinstance(item, InputError) or item == "-":
            found.append(item)
            continue
        real = os.path.realpath(item)
        if real not in seen:
            found.append(item)
        elif draft is None or real != os.path.realpath(draft):
            twice.append(item)
        seen.add(real)
    if len(found) + len(twice) < 2:
        raise UsageError(
            "one-article",
            ar="المقارنة تحتاج إلى مقالين على الأقل",
            en="comparing needs two articles or more; checker check looks at one",
        )
    return found, twice


def _report(
    inputs: Sequence[_Input],
    twice: Sequence[str],
    chosen: Configuration,
    lang: str,
    draft: Path | None,
    *,
    versions: bool = False,
    known: bool = True,
) -> Report:
    """What comparing finds; what a baseline knows is left out, unless ``known`` is False."""
    from checker.across.compare import compare as across
    from checker.across.disagree import Judged
    from checker.across.notices import notices_of
    from checker.across.versions import compare_versions
    from checker.consistency.bounds import adjusted
    from checker.pipeline import let_stand, rules_for

    documents, profiles, failures = _read(inputs, chosen, lang)
    settings = chosen.run()
    judged = Judged(rules_for(settings), adjusted(dict(settings.thresholds)))
    notices = notices_of(documents, profiles, twice)
    changes, figures = None, None
    if versions:
        told, changes = compare_versions(documents, profiles, judged)
    else:
        subject = _path_of(draft, documents) if draft is not None else None
        told, figures = across(documents, profiles, judged, subject)
    differing = {mention.document for figure in figures or () if not figure.agree for mention in figure.mentions}
    left = []
    for document in told:
        path = document.document.path
        own = chosen.settings(path) if known else replace(chosen.settings(path), baseline=frozenset())
        # The finding may be about another article: then a comment in this one is not without use.
        left.append(let_stand(document, own, compared=figures is not None and path not in differing))
    return Report(tuple(left), tuple(failures), notices=notices, figures=figures, changes=changes)


def found_together(paths: Sequence[str], chosen: Configuration, lang: str) -> Report:
    """What is found in articles and between them; a baseline that is set does not hide it.

    Raises:
        UsageError: there are fewer than two.
    """
    inputs, twice = _inputs(paths, None, None)
    return _report(inputs, twice, chosen, lang, None, known=False)


def _path_of(draft: Path, documents: Sequence[DocumentReport]) -> str:
    """The path that the draft goes by among the documents."""
    real = os.path.realpath(draft)
    return next((d.document.path for d in documents if os.path.realpath(d.document.path) == real), str(draft))


def _read(
    inputs: Sequence[_Input], chosen: Configuration, lang: str
) -> tuple[list[DocumentReport], list[Profile], list[Failure]]:
    """Check everything; what cannot be read is said as it comes."""
    documents: list[DocumentReport] = []
    profiles: list[Profile] = []
    failures: list[Failure] = []
    items: Iterable[tuple[DocumentReport, Profile] | Failure] = _profiled(inputs, chosen)
    if sys.stderr.isatty():
        from checker.cli.progress import watched

        items = watched(iter(items), len(inputs))
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
            complain(item, lang)
        else:
            documents.append(item[0])
            profiles.append(item[1])
    return documents, profiles, failures


def _profiled(inputs: Sequence[_Input], chosen: Configuration) -> Iterable[tuple[DocumentReport, Profile] | Failure]:
    from checker.pipeline import failure_of, profile_document, profile_inputs

    for item in inputs:
        if not isinstance(item, Document):
            yield from profile_inputs([item], chosen.settings)
            continue
        try:
            yield profile_document(item, chosen.settings(item.path))
        except InputError as error:
            yield failure_of(error)


def _tolls(
    figures: Sequence[Figure],
    file: Path | None,
    table: str | None,
    chart: Path | None,
    drawing: str | None,
    lang: str,
    width: int | None,
) -> None:
    """Write what was asked for of the toll table.

    Raises:
        UsageError: a file cannot be written.
        MissingExtraError: a chart is asked for without matplotlib.
    """
    if file is None and chart is None:
        return
    from checker.across.tolls import tolls

    rows = tolls(figures)
    if table == "csv":
        from checker.reporting.tolls_table import tolls_csv

        write_out(tolls_csv(rows), file)
    elif table == "parquet":
        from checker.reporting.tolls_table import tolls_table

        out = io.BytesIO()
        tolls_table(rows).to_parquet(out, index=False)
        write_bytes(out.getvalue(), file)
    elif file is not None:
        from checker.reporting.console import console
        from checker.reporting.tolls_grid import print_tolls

        print_tolls(rows, console(width=width), lang)
    if chart is not None and drawing is not None:
        from checker.reporting.tolls_chart import tolls_chart

        write_bytes(tolls_chart(rows, drawing, lang), chart)
