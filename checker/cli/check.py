"""``checker check``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.common import cannot_write, complain, language, one_of, split_names, write_out
from checker.errors import InputError
from checker.model import DocumentReport, Failure, Report, Severity

FORMATS = ("terminal", "json")
FAIL_ON = ("error", "warning", "note", "never")
COLORS = ("auto", "always", "never")


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    format_: Annotated[str, typer.Option("--format", "-f", help="terminal or json.")] = "terminal",
    lang: Annotated[str | None, typer.Option(help="Language of messages: ar or en (CHECKER_LANG).")] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also print what was compared and holds, and the bounds used.")
    ] = False,
    select: Annotated[
        list[str] | None, typer.Option(help="Only these rules: ids, prefixes or names, with commas (CF1,CF202).")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules.")] = None,
    fail_on: Annotated[
        str, typer.Option(help="Exit with 1 from this severity on: error, warning, note or never.")
    ] = "error",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the report to a file.")] = None,
    visual: Annotated[
        bool, typer.Option("--visual", help="Visual order, for a terminal that does not reorder Arabic.")
    ] = False,
    color: Annotated[str, typer.Option(help="auto, always or never (NO_COLOR is honoured).")] = "auto",
    width: Annotated[int | None, typer.Option(min=40, help="Columns of the terminal report.")] = None,
) -> int:
    """Check drafts for casualty figures that contradict one another.

    Exit status: 0 nothing from --fail-on on, 1 findings, 2 an input that could not be read.

    \b
    checker check draft.txt
    checker check drafts/ --format json --output report.json
    cat draft.txt | checker check - --lang en --fail-on warning
    """
    spoken = language(lang)
    kind = one_of(format_, FORMATS, "format", "الصيغة")
    limit = one_of(fail_on, FAIL_ON, "severity", "الدرجة")
    shade = one_of(color, COLORS, "colour mode", "طريقة التلوين")
    from checker.pipeline import Settings, check_all, rules_for

    settings = Settings(split_names(select), split_names(ignore))
    items = list(_with_progress(check_all(paths, settings)))
    report = Report(
        tuple(item for item in items if isinstance(item, DocumentReport)),
        tuple(item for item in items if isinstance(item, Failure)),
    )
    for failure in report.failures:
        complain(InputError(failure.path, failure.code, ar=failure.ar, en=failure.en), spoken)
    if kind == "json":
        from checker.reporting.json_report import to_json

        write_out(to_json(report), output)
    else:
        from checker.reporting.terminal import Look, print_report

        _to_terminal(output, shade, width, lambda console: print_report(
            report, rules_for(settings), console, Look(spoken, verbose, visual)
        ))  # fmt: skip
    return _status(report, limit)


def _status(report: Report, limit: str) -> int:
    if report.failures:
        return 2
    if limit == "never":
        return 0
    least = Severity(limit).rank
    return int(any(finding.severity.rank >= least for finding in report.findings))


def _to_terminal(output: Path | None, shade: str, width: int | None, draw: object) -> None:
    """Draw on the terminal, or into a file without colour."""
    from rich.console import Console

    options: dict[str, object] = {"width": width, "highlight": False, "emoji": False, "markup": False}
    if shade == "always":
        options["force_terminal"] = True
    elif shade == "never":
        options.update(no_color=True, color_system=None)
    if width is None and not sys.stdout.isatty():
        options["width"] = 80
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        draw(Console(**options))  # type: ignore[operator, arg-type]
        return
    try:
        with output.open("w", encoding="utf-8", newline="\n") as file:
            draw(Console(file=file, **options))  # type: ignore[operator, arg-type]
    except OSError as error:
        raise cannot_write(output, error) from error


def _with_progress(items: Iterator[DocumentReport | Failure]) -> Iterator[DocumentReport | Failure]:
    """A count on standard error while many inputs are checked, if someone is looking."""
    if not sys.stderr.isatty():
        yield from items
        return
    done = 0
    for item in items:
        done += 1
        if done % 25 == 0:
            print(f"\r{done} …", end="", file=sys.stderr, flush=True)  # noqa: T201
        yield item
    if done >= 25:
        print("\r" + " " * 20 + "\r", end="", file=sys.stderr, flush=True)  # noqa: T201
