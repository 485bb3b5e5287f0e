"""What passes between the stages of an audit.

::

    source ─ tasks ─ engine ─ parts ─ steps ─ merge ─ report
    files    500     one core, one file  over all  tables, page
             each    many, or  a task    records
                     a cluster
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field of a record is what; None is not there."""

    text: str = "text"
    title: str | None = None
    id: str | None = None
    date: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an archive; ``place`` says where in it, for people."""

    place: str
    id: str
    text: str
    title: str | None = None
    date: str | None = None
    group: str | None = None
    path: str | None = None
    """A file to be read by its own reader; ``text`` is empty then."""


@dataclass(frozen=True, slots=True)
class Unread:
    """An article, or a file of an archive, that could not be read, and why."""

    place: str
    id: str
    code: str
    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Task:
    """The articles of one part, or where a worker finds them.

    ``kind`` is ``lines`` (bytes of JSON lines), ``rows`` (of a CSV),
    ``files`` or ``parquet``; ``items`` are what it says. ``name`` is the file,
    ``label`` the file as reports name it. ``size`` is how much
    of the source it takes, in the source's unit.
    """

    number: int
    kind: str
    name: str
    label: str
    items: tuple[Any, ...]
    size: int
    broken: Unread | None = None
    """What ended the source behind these items, if anything did."""


@dataclass(frozen=True, slots=True)
class Options:
    """What an audit depends on: a run that is gone on with must have the same."""

    source: str
    columns: Columns
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    part: int = 500
    lang: str = "ar"
    first: int = 40
    """How many findings the page shows in full."""
    link: bool = False
    """Whether articles are compared with one another."""

    def plain(self) -> dict[str, Any]:
        """As values for JSON."""
        return {**asdict(self), "select": list(self.select), "ignore": list(self.ignore)}
