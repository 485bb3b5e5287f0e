"""An archive cut into tasks: the same articles in the same parts whenever it is read."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from checker.archive.failures import refused, unread
from checker.archive.files import LONGEST_LINE, Found, find, is_remote, open_bytes, open_plain
from checker.archive.model import Columns, Task, Unread
from checker.archive.rows import read_rows
from checker.errors import InputError
from checker.reading.formats import is_article

_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst", ".json.gz", ".json.zst")
_ROWS = (".csv", ".csv.gz", ".csv.zst")
_PARQUET = (".parquet", ".pq")
#: The fields that are taken where none is named, if they are there.
_USUAL = {
    "title": ("title", "headline"),
    "id": ("id", "guid"),
    "date": ("date", "published"),
    "group": ("source", "paper"),
}


class Source(NamedTuple):
    """The files of one kind, in order."""

    name: str
    kind: str
    files: tuple[Found, ...]

    @property
    def size(self) -> int:
        """How much there is to read: files of a folder of texts, else bytes."""
        return len(self.files) if self.kind == "files" else sum(file.size for file in self.files)

    def label(self, path: str) -> str:
        """A file as reports name it: from the folder that was asked for, else its name alone."""
        return path.removeprefix(self.name).lstrip("/\\") or path.replace("\\", "/").rpartition("/")[2]

    @property
    def fingerprint(self) -> str:
        """Changes when a file is added, taken away, or changes its length."""
        listing = "\n".join(f"{self.label(file.path)}\t{file.size}" for file in self.files)
        return f"{len(self.files)} files, {zlib.crc32(listing.encode('utf-8', 'surrogateescape')):08x}"


def open_source(name: str) -> Source:
    """Find the files of a source and what kind they are.

    A folder is of the kind of its first file that is no text; a folder of
    texts is read file by file.

    Raises:
        InputError: there is nothing to read, or it is of no known kind.
    """
    found = find(name)
    alone = len(found) == 1 and found[0].path == name
    for kind, endings in (("parquet", _PARQUET), ("lines", _LINES), ("rows", _ROWS)):
        files = tuple(file for file in found if file.path.lower().endswith(endings))
        if files:
            return Source(name, kind, files)
    files = tuple(file for file in found if is_article(file.path.rpartition("/")[2]))
    if files and not is_remote(name):
        return Source(name, "files", files)
    raise refused(name, "unknown-kind" if alone else "no-articles")


def settle_columns(source: Source, wanted: Columns, named: Sequence[str]) -> Columns:
    """The columns to read: those asked for, else the usual names among those that are there.

    ``named`` are the fields of ``wanted`` that the user asked for. The first
    file that can be read says which are there.

    Raises:
        InputError: one that was asked for, or the text, is not there; or no
            file can be read, or holds an article.
    """
    if source.kind == "files":
        return wanted
    there = _first_columns(source)
    settled = {field: getattr(wanted, field) for field in ("text", "title", "id", "date", "group")}
    for field, usual in _USUAL.items():
        if field not in named:
            settled[field] = next((name for name in usual if name in there), None)
    for field, column in settled.items():
        if column is not None and column not in there:
            option = "--group-by" if field == "group" else f"--{field}"
            raise refused(source.name, "no-column", column=column, option=option, columns=", ".join(there) or "-")
    return Columns(**settled)


def _first_columns(source: Source) -> list[str]:
    broken: InputError | None = None
    for file in source.files:
        try:
            if there := _columns(file.path, source.kind):
                return there
        except InputError as error:
            broken = broken or error
    raise broken or refused(source.name, "empty")


def _columns(path: str, kind: str) -> list[str]:
    try:
        if kind == "parquet":
            from pyarrow.parquet import ParquetFile

            with open_bytes(path) as file:
                return list(ParquetFile(file).schema_arrow.names)
        plain, _ = open_plain(path)
        with plain:
            if kind == "rows":
                return next(read_rows(plain), [])
            for line in islice(plain, 100):
                record = _json(line)
                if isinstance(record, dict):
                    return list(record)
    except (OSError, EOFError, zlib.error) as error:
        raise refused(path, "broken-file", why=error) from error
    except Exception as error:
        if type(error).__module__.startswith(("pyarrow", "zstandard", "_csv")):
            raise refused(path, "broken-file", why=error) from error
        raise
    return []


def _json(line: bytes) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None


def tasks(source: Source, part: int, text: str) -> Iterator[Task]:
    """The parts of a source, of so many articles each, in order; ``text`` is the column of their texts.

    A file that is cut short ends with a task that says so, one without that
    column is nothing but such a task; the next file is read all the same.
    """
    number = 0
    if source.kind == "files":
        for start in range(0, len(source.files), part):
            paths = tuple((source.label(file.path), file.path) for file in source.files[start : start + part])
            yield Task(start // part, "files", source.name, "", paths, len(paths))
        return
    cut = {"lines": _cut_lines, "rows": _cut_rows, "parquet": _cut_parquet}[source.kind]
    for file in source.files:
        for items, size, broken in cut(file, part, text):
            label = source.label(file.path)
            yield Task(number, source.kind, file.path, label, items, size, broken and replace(broken, place=label))
            number += 1


#: The items of a task, how much of the file they take, and what ended the file.
_Piece = tuple[tuple[Any, ...], int, Unread | None]


def _cut_lines(file: Found, part: int, _text: str) -> Iterator[_Piece]:
    """Lines with their numbers, from 1."""
    count = reached = 0
    items: list[tuple[int, bytes]] = []
    broken: Unread | None = None
    try:
        plain, stored = open_plain(file.path)
        with plain, stored:
            while line := plain.readline(LONGEST_LINE):
                count += 1
                if line.strip():
                    items.append((count, line))
                if len(items) == part:
                    here = min(file.size, stored.tell())
                    yield tuple(items), here - reached, None
                    reached, items = here, []
    except InputError:
        raise
    except Exception as error:
        broken = _broken(file, count, error)
    if items or broken is not None:
        yield tuple(items), file.size - reached, broken


def _cut_rows(file: Found, part: int, text: str) -> Iterator[_Piece]:
    """Rows of a CSV with their numbers, the header's names first."""
    count = reached = 0
    items: list[tuple[int, list[str]]] = []
    header: list[str] = []
    broken: Unread | None = None
    try:
        plain, stored = open_plain(file.path)
        with plain, stored:
            rows = read_rows(plain)
            header = next(rows, [])
            if header and text not in header:
                broken, rows = _without_text(file, text, header), iter(())
            for row in rows:
                count += 1
                if row:
                    items.append((count, row))
                if len(items) == part:
                    here = min(file.size, stored.tell())
                    yield (tuple(header), *items), here - reached, None
                    reached, items = here, []
    except Exception as error:
        broken = _broken(file, count, error)
    if items or broken is not None:
        yield (tuple(header), *items), file.size - reached, broken


def _cut_parquet(file: Found, part: int, text: str) -> Iterator[_Piece]:
    """Stretches of rows as (first, last) of the file; the worker reads them itself."""
    from pyarrow.parquet import ParquetFile

    try:
        with open_bytes(file.path) as opened:
            parquet = ParquetFile(opened)
            rows, there = parquet.metadata.num_rows, list(parquet.schema_arrow.names)
    except Exception as error:
        yield (), file.size, _broken(file, 0, error)
        return
    if text not in there:
        yield (), file.size, _without_text(file, text, there)
        return
    for first in range(0, rows, part):
        last = min(rows, first + part)
        yield (first, last), file.size * last // rows - file.size * first // rows, None


def _without_text(file: Found, text: str, there: list[str]) -> Unread:
    return unread(file.path, "", "no-text-column", column=text, columns=", ".join(there))


def _broken(file: Found, count: int, error: Exception) -> Unread:
    why = str(error) or type(error).__name__
    if count:
        return unread(file.path, "", "cut-short", count=count, why=why)
    return unread(file.path, "", "broken-file", why=why)
