"""Which reader reads which file, by its suffix.

A reader is a module of this room with one function::

    read(data: bytes, path: str) -> Iterator[Document | InputError]

It gives one document a file, or several where the format holds many articles
(then one that is broken is an error in its place). Readers are imported when
a file asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from checker.errors import InputError
from checker.model import Document


class Reader(Protocol):
    """The function ``read`` of a reader's module."""

    def __call__(self, data: bytes, path: str) -> Iterator[Document | InputError]:
        """The documents of one file; raises InputError where the whole file is unreadable."""


class Format(NamedTuple):
    """A kind of file: the module that reads it, and whether a folder's files of it are articles."""

    module: str
    in_folders: bool = True


_TEXT = Format("plain")
_MARKDOWN = Format("markdown")
_WORD = Format("docx")
#: By suffix, in lower case. A file that is named itself and has none of these is read as text.
FORMATS: Mapping[str, Format] = {
    ".txt": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".docx": _WORD,
    ".docm": _WORD,
}


def reader_for(path: str | Path) -> Reader:
    """The reader for a file by its name; that of plain text where the suffix says nothing."""
    kind = FORMATS.get(Path(path).suffix.lower(), _TEXT)
    return cast(Reader, import_module(f"checker.reading.{kind.module}").read)


def is_article(name: str) -> bool:
    """Whether a file that lies in a folder is checked with it."""
    kind = FORMATS.get(Path(name).suffix.lower())
    return kind is not None and kind.in_folders
