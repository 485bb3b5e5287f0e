"""The toll table for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from checker.across.tolls import Toll
from checker.reporting.inert import clean
from checker.reporting.messages import say
from checker.reporting.shared_figures import event_words

_NUMBERS = ("low", "best", "high")


def print_tolls(rows: Sequence[Toll], console: Console, lang: str) -> None:
    """One row a figure, day or source; what a row shares with the one above is left out."""
    grid = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for column in ("event", "outcome", "group", "day", *_NUMBERS, "source"):
        grid.add_column(say(lang, f"col_{column}"), overflow="fold", justify="right" if column in _NUMBERS else "left")
    last = ""
    for row in rows:
        about = ["", "", ""]
        if row.level == "all":
            about = [
                "" if row.happening == last else clean(event_words(row.event, lang)),
                say(lang, f"outcome_{row.outcome.value}"),
                say(lang, f"group_{row.who.value}"),
            ]
            last = row.happening
        said = " · ".join(part for part in (row.document, row.source) if part)
        cells = [*about, row.day, str(row.low), str(row.best), str(row.high), clean(said)]
        grid.add_row(*map(Text, cells), style="bold" if row.level == "all" else "")
    console.print(grid)
