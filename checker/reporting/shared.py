"""What several articles share, and what became of it from version to version, for people at a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from checker.model import ChangeKind, Report
from checker.reporting.canvas import Canvas
from checker.reporting.inert import clean
from checker.reporting.messages import say
from checker.reporting.shared_figures import (
    Change,
    Shared,
    about,
    changes_by_step,
    shared_by_happening,
    shared_count,
)

_SIGNS: Mapping[ChangeKind, tuple[str, str]] = {
    ChangeKind.NEW: ("+", "green"),
    ChangeKind.DROPPED: ("-", "dim"),
    ChangeKind.RAISED: ("↑", "bold yellow"),
    ChangeKind.LOWERED: ("↓", "bold yellow"),
    ChangeKind.PARTLY: ("✗", "bold red"),
    ChangeKind.KEPT: ("=", "dim"),
}


def print_shared(report: Report, canvas: Canvas, lang: str, *, verbose: bool) -> None:
    """Print the shared figures by happening, or the changes by version; nothing if nothing was compared."""
    if report.figures is not None:
        canvas.write(shared_count(report, lang), style="bold")
        for event, members in shared_by_happening(report, lang):
            canvas.write(clean(event), indent="  ", style="underline")
            for shared in members:
                _figure(shared, canvas, lang, verbose=verbose)
        canvas.write()
    for step, changes in changes_by_step(report, lang):
        canvas.write(clean(step), style="bold underline")
        _changes(changes, canvas, lang, verbose=verbose)
        canvas.write()


def _figure(shared: Shared, canvas: Canvas, lang: str, *, verbose: bool) -> None:
    figure = shared.figure
    mark, style = ("✓", "green") if figure.agree else ("✗", "bold yellow")
    articles = say(lang, "shared_articles", count=len(figure.documents))
    line = [(f"{mark} ", style), (f"{shared.counts}: ", ""), (shared.values, style), (f"  {articles}", "")]
    if shared.best is not None:
        line.append(("  " + say(lang, "shared_best", best=shared.best), ""))
    canvas.write(line, indent="    ")
    if verbose or not figure.agree:
        for said in shared.said:
            canvas.write(f"{said.value:>6}  {clean(about(said, lang))}", indent="        ", hang="          ")


def _changes(changes: list[Change], canvas: Canvas, lang: str, *, verbose: bool) -> None:
    for change in changes:
        if verbose or change.kind is not ChangeKind.KEPT:
            sign, style = _SIGNS[change.kind]
            text = clean(f"{change.counts}: {change.values}  {change.word}")
            canvas.write([(f"{sign} ", style), (text, "")], indent="  ")
    kept = sum(change.kind is ChangeKind.KEPT for change in changes)
    if not verbose and kept:
        canvas.write(say(lang, "changes_kept", count=kept), indent="  ", style="dim")
