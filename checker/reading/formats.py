"""Which reader reads which file, by its suffix.

A reader is a module of this room with a function::

    read(data: bytes, path: str) -> Iterator[Document | InputError]

It gives one document a file, or several where the format holds many articles
(then one that is broken is an error in its place). Readers are imported when
a file asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from checker.errors import InputError
from checker.model import Document
from checker.reading.fields import DEFAULT_FIELDS, Fields


class Reader(Protocol):
    """The function ``read`` of a reader's module."""

    def __call__(self, data: bytes, path: str) -> Iterator[Document | InputError]:
        """The documents of one file; raises InputError where the whole file is unreadable."""


#: The largest input, in bytes. A newspaper article has some 5 kB; a text file of this size is an
#: archive in one piece, which is checked better article by article.
MAX_BYTES = 20 * 1024 * 1024
#: The largest of those that hold pictures beside their text.
_MAX_WITH_PICTURES = 100 * 1024 * 1024


class Format(NamedTuple):
    """A kind of file.

    ``module`` and ``function`` read it; ``in_folders`` says whether a
    folder's files of it are articles, ``max_bytes`` how large one may be,
    ``has_fields`` whether it holds records, whose reader is also given the
    names of their fields.
    """

    module: str
    function: str = "read"
    in_folders: bool = True
    max_bytes: int = MAX_BYTES
    has_fields: bool = False


_TEXT = Format("plain")
_MARKDOWN = Format("markdown")
_WORD = Format("docx", max_bytes=_MAX_WITH_PICTURES)
_PAGE = Format("webpage", max_bytes=10 * 1024 * 1024)
_PDF = Format("pdf", max_bytes=_MAX_WITH_PICTURES)
# Any program may leave a .json file in a folder, our own reports too: it is read when it is named.
_RECORD = Format("records", in_folders=False, has_fields=True)
_RECORDS = Format("records", "read_lines", has_fields=True)
#: By suffix, in lower case. A file that is named itself and has none of these is read as text.
FORMATS: Mapping[str, Format] = {
    ".txt": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".docx": _WORD,
    ".docm": _WORD,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".xhtml": _PAGE,
    ".pdf": _PDF,
    ".json": _RECORD,
    ".jsonl": _RECORDS,
    ".ndjson": _RECORDS,
}


def format_of(path: str | Path) -> Format:
    """The format of a file by its name; plain text where the suffix says nothing."""
    return FORMATS.get(Path(path).suffix.lower(), _TEXT)


def reader_for(path: str | Path, fields: Fields = DEFAULT_FIELDS) -> Reader:
    """The reader for a file by its name."""
    kind = format_of(path)
    reader = getattr(import_module(f"checker.reading.{kind.module}"), kind.function)
    return cast(Reader, partial(reader, fields=fields) if kind.has_fields else reader)


def is_article(name: str) -> bool:
    """Whether a file that lies in a folder is checked with it; ``~$…`` is Word's mark of an open file."""
    kind = FORMATS.get(Path(name).suffix.lower())
    return kind is not None and kind.in_folders and not name.startswith("~$")
