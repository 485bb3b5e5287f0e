"""An evaluation for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from checker.evaluation.counts import Count
from checker.evaluation.run import FIELDS, MEASURES, Evaluation
from checker.evaluation.saved import Change
from checker.evaluation.scoring import Slip
from checker.model import Span
from checker.reporting.canvas import Canvas
from checker.reporting.inert import clean

#: Code points shown on each side of a figure.
_AROUND = 45


def print_figures(evaluation: Evaluation, canvas: Canvas) -> None:
    """The figures of the whole, then those of each class."""
    canvas.write(f"{evaluation.articles} articles, {evaluation.mutants} planted slips", style="bold")
    canvas.write("in brackets: right of said, annotated", style="dim")
    for name in MEASURES:
        if name in evaluation.counts and name not in ("findings", "planted slips"):
            canvas.write(_line(name, evaluation.counts[name]))
    fields = (f"{name} {evaluation.figures()[f'{name} accuracy']:.3f}" for name in FIELDS)
    canvas.write(f"{'accuracy':<21} {'  '.join(fields)}")
    figures = evaluation.figures()
    canvas.write(
        f"{'findings':<21} P {figures['findings precision']:.3f}  R {figures['findings recall']:.3f}"
        f" (errors {figures['findings recall, errors']:.3f})   false errors {figures['false errors per 100']:.1f},"
        f" false alarms {figures['false alarms per 100']:.1f} per 100 articles"
    )
    if evaluation.mutants:
        slips = evaluation.counts["planted slips"]
        canvas.write(f"{'planted slips':<21} found {slips.recall:.3f}   ({slips.right} of {slips.annotated})")
    canvas.write()
    canvas.write("By class", style="bold")
    for name, count in evaluation.classes():
        canvas.write(_line(name, count, precision=name.startswith("same")))


def _line(name: str, count: Count, *, precision: bool = True) -> str:
    """One measure; a class of annotated claims has a recall alone."""
    right = f"({count.right} of {count.said}, {count.annotated})"
    if precision:
        return f"{name:<21} P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}   {right}"
    return f"{name:<21} R {count.recall:.3f}   ({count.right} of {count.annotated})"


def print_slips(evaluation: Evaluation, canvas: Canvas, only: Sequence[str]) -> None:
    """What was missed and what was said wrongly, each in its sentence; of some measures, or of all."""
    for measure in dict.fromkeys(slip.measure for slip in evaluation.slips):
        if only and measure not in only:
            continue
        slips = [slip for slip in evaluation.slips if slip.measure == measure]
        missed = sum(slip.missed for slip in slips)
        canvas.write()
        canvas.write(f"{measure}: {missed} missed, {len(slips) - missed} wrong", style="bold")
        for slip in slips:
            _slip(slip, evaluation.texts[slip.file], canvas)


def _slip(slip: Slip, text: str, canvas: Canvas) -> None:
    sign, style = ("-", "yellow") if slip.missed else ("+", "red")
    canvas.write(clean(f"{sign} {slip.file}  {slip.what}"), indent="  ", hang="    ", style=style)
    for span in slip.spans:
        canvas.write(_context(text, span), indent="      ", mark_style=style)


def _context(text: str, span: Span) -> str:
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    return f"…{clean(before)}⟦{clean(span.of(text))}⟧{clean(after)}…"


def print_change(change: Change, canvas: Canvas) -> None:
    """What changed since a saved run."""
    canvas.write()
    canvas.write("Since the saved run", style="bold")
    for name, (before, now) in change.figures.items():
        better = (now > before) != name.endswith("per 100")
        canvas.write(f"{name:<26} {before:.3f} → {now:.3f}  ({now - before:+.3f})", style="green" if better else "red")
    for title, names, style in (("mended", change.mended, "green"), ("new", change.new, "red")):
        canvas.write(f"{title}: {len(names)}", style=style)
        for name in names:
            canvas.write(clean(name), indent="  ", hang="    ")
    if not (change.figures or change.mended or change.new):
        canvas.write("nothing changed")
