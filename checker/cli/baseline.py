"""``checker baseline write|show|prune``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.common import Lang, Paths, Width, cannot_write, complain, language
from checker.cli.configured import ConfigFile, Isolated, configured
from checker.cli.declare import for_typer
from checker.errors import CheckerError
from checker.model import DocumentReport, Failure, Report

if TYPE_CHECKING:
    from checker.config import Configuration
    from checker.suppression.baseline import Entry

File = Annotated[
    Path | None,
    typer.Option("--baseline", "-b", metavar="FILE", help="Else the configuration's, else checker-baseline.json."),
]

Compare = Annotated[
    bool, typer.Option("--compare", help="Also what comparing the articles with one another finds (CF701).")
]

baseline = typer.Typer(
    name="baseline",
    rich_markup_mode=None,
    help="""Known findings of an old archive, which further checks do not report.

    \b
    checker baseline write archive/            note down what is found now
    checker check archive/ --baseline checker-baseline.json
    checker baseline show                      what is noted
    checker baseline prune archive/            strike what is not found any more
    checker baseline write today/ --compare    also where the articles disagree

    A finding is known by its rule, its figures and the words beside them, so an
    edit elsewhere in the article keeps it. The file belongs beside the articles.
    """,
)


@baseline.command("write")
@for_typer
def write(
    paths: Paths,
    file: File = None,
    compare: Compare = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    lang: Lang = None,
) -> int:
    """Write what is found now as the baseline; an older one is replaced, unless an input could not be read."""
    chosen = configured(config, isolated)
    spoken = language(lang, chosen.language)
    found, failures = _found(paths, chosen, spoken, compare=compare)
    path = _path(file, chosen)
    if failures and path.exists():
        _tell(spoken, "baseline_unreplaced", path, len(failures))
        return CheckerError.exit_status
    _write(path, found)
    _tell(spoken, "baseline_written", path, len(found))
    return CheckerError.exit_status if failures else 0


@baseline.command("show")
@for_typer
def show(
    file: File = None, config: ConfigFile = None, isolated: Isolated = False, lang: Lang = None, width: Width = None
) -> None:
    """Show the findings of the baseline."""
    chosen = configured(config, isolated)
    spoken = language(lang, chosen.language)
    from checker.reporting.canvas import Canvas
    from checker.reporting.inert import clean
    from checker.reporting.messages import say
    from checker.reporting.screen import screen
    from checker.suppression.baseline import read_baseline

    canvas = Canvas(screen(width=width))
    path = ""
    known = read_baseline(_path(file, chosen))
    for entry in known:
        if entry.path != path:
            path = entry.path
            canvas.write(clean(path), style="bold underline")
        canvas.write(f"{clean(entry.rule)}  {clean(entry.message)}", indent=f"{entry.line:>8} │ ", hang=" " * 8 + " │ ")
    canvas.write(say(spoken, "baseline_holds", count=len(known)))


@baseline.command("prune")
@for_typer
def prune(
    paths: Paths,
    file: File = None,
    compare: Compare = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    lang: Lang = None,
) -> int:
    """Strike what is not found any more; nothing is added, and what could not be read strikes nothing."""
    chosen = configured(config, isolated)
    spoken = language(lang, chosen.language)
    from checker.suppression.baseline import read_baseline

    path = _path(file, chosen)
    known = read_baseline(path)
    found, failures = _found(paths, chosen, spoken, compare=compare)
    if failures:
        _tell(spoken, "baseline_kept", path, len(known))
        return CheckerError.exit_status
    names = {entry.fingerprint for entry in found}
    unsought = frozenset() if compare else _between_articles(chosen)
    kept = [entry for entry in known if entry.fingerprint in names or entry.rule in unsought]
    _write(path, kept)
    _tell(spoken, "baseline_pruned", path, len(known) - len(kept))
    return 0


def _path(file: Path | None, chosen: Configuration) -> Path:
    from checker.suppression.baseline import DEFAULT

    return file or chosen.baseline or Path(DEFAULT)


def _between_articles(chosen: Configuration) -> frozenset[str]:
    """The rules whose findings only comparing articles makes."""
    from checker.pipeline import rules_for

    return frozenset(name for name, rule in rules_for(chosen.run()).known.items() if rule.when["kind"] == "across")


def _found(paths: list[str], chosen: Configuration, lang: str, *, compare: bool) -> tuple[list[Entry], list[Failure]]:
    """What is found now; a baseline that is set does not hide it."""
    from checker.suppression.baseline import entries

    if compare:
        from checker.cli.compare import found_together

        together = found_together(paths, chosen, lang)
        return entries(together, lang), list(together.failures)
    from dataclasses import replace

    from checker.cli.progress import watched
    from checker.pipeline import check_inputs
    from checker.reading import expand

    documents: list[DocumentReport] = []
    failures: list[Failure] = []
    inputs = list(expand(paths))
    items = check_inputs(inputs, lambda path: replace(chosen.settings(path), baseline=frozenset()))
    for item in watched(items, len(inputs) if sys.stderr.isatty() else 0):
        if isinstance(item, Failure):
            failures.append(item)
            complain(item, lang)
        else:
            documents.append(item)
    return entries(Report(tuple(documents)), lang), failures


def _write(path: Path, known: list[Entry]) -> None:
    from checker.suppression.baseline import write_baseline

    try:
        write_baseline(path, known)
    except OSError as error:
        raise cannot_write(path, error) from error


def _tell(lang: str, key: str, path: Path, count: int) -> None:
    from checker.reporting.messages import say

    print(f"checker: {say(lang, key, path=path, count=count)}", file=sys.stderr)  # noqa: T201
