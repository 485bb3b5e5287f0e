"""Where documents come from: files, folders, standard input, strings."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from checker.errors import InputError
from checker.model import Document, Span
from checker.reading.failures import failure, printable
from checker.reading.fields import DEFAULT_FIELDS, Fields
from checker.reading.formats import MAX_BYTES, format_of, is_article, reader_for
from checker.reading.layout import HEADER_LINES
from checker.reading.lines import split_lines
from checker.reading.plain import lay_out_plain


def read_path(
    path: str | Path, *, max_bytes: int | None = None, fields: Fields = DEFAULT_FIELDS
) -> Iterator[Document | InputError]:
    """The documents of one file, by the reader that its suffix names; an article in its place that is broken.

    ``max_bytes`` is that of the format unless it is given; ``fields`` are those of records.

    Raises:
        InputError: the file is missing (``not-found``), a folder or not readable
            (``is-unreadable``), larger than ``max_bytes`` (``too-large``), or its
            reader finds no article in it.
    """
    try:
        data = _read_file(path, format_of(path).max_bytes if max_bytes is None else max_bytes)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise failure(path, "not-found") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise failure(path, "is-unreadable", why=getattr(error, "strerror", None) or str(error)) from error
    yield from reader_for(path, fields)(data, printable(path))


def _read_file(path: str | Path, max_bytes: int) -> bytes:
    with Path(path).open("rb") as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size > max_bytes:
            raise _too_large(path, max_bytes)
        return _read_stream(file, path, max_bytes)


def _read_stream(stream: BinaryIO, path: str | Path, max_bytes: int) -> bytes:
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise _too_large(path, max_bytes)
    return data


def _too_large(path: str | Path, max_bytes: int) -> InputError:
    return failure(path, "too-large", limit=f"{max_bytes / 1024 / 1024:g}")


def read_stdin(stream: BinaryIO, *, max_bytes: int = MAX_BYTES) -> Iterator[Document | InputError]:
    """Read standard input, given as its binary stream, as plain text.

    Raises:
        InputError: as for :func:`read_path`.
    """
    try:
        data = _read_stream(stream, "-", max_bytes)
    except OSError as error:
        raise failure("-", "is-unreadable", why=error.strerror) from error
    yield from reader_for("-")(data, "-")


def from_text(text: str, path: str = "-", title: str | None = None) -> Document:
    """Make a document of a string; an empty one has no regions.

    A title that is given is looked for among the first lines. If it is none
    of them it is put in front, followed by a blank line, and offsets then
    point into that longer text: use ``Document.text``, not the argument.
    """
    span: Span | None = None
    if title and (sought := title.split()):
        lines = split_lines(text)[:HEADER_LINES]
        span = next((line for line in lines if line.of(text).split() == sought), None)
        if span is None:
            title = " ".join(sought)
            text = f"{title}\n\n{text}"
            span = Span(0, len(title))
    return lay_out_plain(text, path, title=span)


def expand(paths: Sequence[str]) -> Iterator[str | InputError]:
    """The inputs that the arguments of a command name, in order.

    A folder stands for the articles in it and below (see
    :mod:`checker.reading.formats`), by name; hidden ones are left out. A folder without any, or one that cannot
    be listed, gives an :class:`InputError` in its place. ``-`` and the names
    of files pass through, whether they exist or not.
    """
    for path in paths:
        if path != "-" and Path(path).is_dir():
            yield from _articles(path)
        else:
            yield path


def _articles(folder: str) -> Iterator[str | InputError]:
    errors: list[OSError] = []
    found = False
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and is_article(name):
                found = True
                yield str(Path(parent, name))
    for error in errors:
        yield failure(error.filename or folder, "is-unreadable", why=error.strerror)
    if not found and not errors:
        yield failure(folder, "no-article")
