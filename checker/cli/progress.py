"""How far a long run is, on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

#: Fewer inputs than this are done before anyone could look.
_MANY = 50

T = TypeVar("T")


def watched(items: Iterator[T], total: int) -> Iterator[T]:
    """The items, with a bar that goes away at the end if there are many."""
    if total < _MANY:
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(items, total=total)
