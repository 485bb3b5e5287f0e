"""``checker evaluate``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.common import COLORS, Color, Width, cannot_write, one_of
from checker.errors import UsageError

#: What misses can be shown of: the names of the measures as they are printed.
SHOWN = ("all", "claims", "implicit", "vague", "group", "part_of", "same", "sums", "findings", "planted slips")


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder with gold.json, or such a file.")],
    mutants: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="A folder with mutants.json and the articles with planted slips."),
    ] = None,
    show: Annotated[
        list[str] | None,
        typer.Option(metavar="MEASURE", help="Show the slips of a measure in context: all, " + ", ".join(SHOWN[1:])),
    ] = None,
    save: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep this run for a later --against.")] = None,
    against: Annotated[Path | None, typer.Option(metavar="FILE", help="Say what changed since a saved run.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print what --save keeps.")] = False,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """Measure the checker on annotated articles: figures, classes, misses, changes.

    \b
    checker evaluate gold/ --mutants gold/mutants
    checker evaluate gold/ --show same --show sums
    checker evaluate gold/ --save before.json
    checker evaluate gold/ --against before.json

    GOLD is a folder with gold.json: a list of articles, each with file, text,
    claims, same, sums and discrepancies. CONTRIBUTING.md describes the format.
    """
    shade = one_of(color, COLORS, "colour mode", "طريقة التلوين")
    wanted = [one_of(name, SHOWN, "measure", "القياس") for name in show or ()]
    from checker.cli.progress import watched
    from checker.evaluation import GoldSet, load_gold, load_mutants
    from checker.evaluation import evaluate as measure
    from checker.evaluation.printed import print_change, print_figures, print_slips
    from checker.evaluation.saved import compare, to_json
    from checker.pipeline import Settings
    from checker.reporting.canvas import Canvas
    from checker.reporting.screen import screen

    known = GoldSet(load_gold(gold), load_mutants(mutants) if mutants else ())
    if not known.articles:
        raise UsageError("gold", ar=f"لا مقال موسّم في {gold}", en=f"no annotated article in {gold}")
    total = len(known.articles) + len(known.mutants)
    found = measure(known, Settings(), lambda scores: watched(iter(scores), total if sys.stderr.isatty() else 0))
    change = compare(against, found) if against else None
    if save:
        try:
            save.write_text(to_json(found), encoding="utf-8")
        except OSError as error:
            raise cannot_write(save, error) from error
    if json_:
        sys.stdout.write(to_json(found))
        return 0
    canvas = Canvas(screen(shade, width))
    print_figures(found, canvas)
    if wanted:
        print_slips(found, canvas, () if "all" in wanted else wanted)
    if change:
        print_change(change, canvas)
    return 0
