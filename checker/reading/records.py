"""Articles in JSON: one record, a list of them (.json), or one a line (.jsonl, .ndjson)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from checker.arabic.dates import find_dates
from checker.arabic.tokens import tokenise
from checker.errors import InputError
from checker.model import Document, Notice, Span
from checker.reading.encodings import decode
from checker.reading.failures import failure
from checker.reading.fields import DEFAULT_FIELDS, Fields
from checker.reading.json_strings import Path, strings, unescaped
from checker.reading.layout import lay_out
from checker.reading.lines import BLANKS, split_lines
from checker.reading.mapped import Mapped, MappedWriter, through
from checker.reading.web.blocks import read_page, written

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
#: What content systems put into their text fields when these hold a piece of a page.
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|strong|em|b|i|h[1-6]|ul|ol|li|a|blockquote|figure|img|table)(?=[\s/>])", re.I
)
#: How many names of fields an error shows.
_SHOWN = 8


def read(data: bytes, path: str, fields: Fields = DEFAULT_FIELDS) -> Iterator[Document | InputError]:
    """Read a JSON file: an object with a text field, a list of them, or an object with such a list in it.

    Records are named ``file.json[0]``, ``file.json[1]`` …; one without text is an error in its place.

    Raises:
        InputError: ``binary``, ``undecodable``, ``empty``, ``broken-json`` or ``no-records``.
    """
    text, encoding, notices = decode(data, path)
    value = _parse(text, path)
    prefix, records = _records(value, fields)
    if records is None:
        raise failure(path, "no-records")
    found: dict[Path, list[tuple[Path, Span]]] = {}
    depth = len(prefix)
    for place, span in strings(text):
        if place[:depth] == prefix:
            key, rest = (place[: depth + 1], place[depth + 1 :]) if isinstance(value, list) or prefix else ((), place)
            found.setdefault(key, []).append((rest, span))
    many = isinstance(value, list) or bool(prefix)
    for number, record in enumerate(records):
        key = (*prefix, number) if many else ()
        name = f"{path}[{number}]" if many else path
        yield _document(text, record, found.get(key, []), name, encoding, notices if number == 0 else (), fields)


def read_lines(data: bytes, path: str, fields: Fields = DEFAULT_FIELDS) -> Iterator[Document | InputError]:
    """Read a file with one record a line, named ``file.jsonl:1`` and so on; a broken line is an error in its place.

    Raises:
        InputError: ``binary``, ``undecodable`` or ``empty``.
    """
    text, encoding, notices = decode(data, path)
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        name = f"{path}:{number}"
        if line.strip(BLANKS):
            try:
                record = _parse(line, name, number)
            except InputError as error:
                yield error
            else:
                held = list(strings(text, start, start + len(line)))
                yield _document(text, record, held, name, encoding, notices, fields)
            notices = ()
        start += len(line) + 1


def _parse(text: str, path: str, line: int = 1) -> Any:
    """The value of a JSON text; numbers stay text, since no field of ours is one."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        place = {"line": line + error.lineno - 1, "column": error.colno}
        raise failure(path, "broken-json", why=error.msg, **place) from error
    except RecursionError as error:
        raise failure(path, "broken-json", why="nested too deeply", line=line, column=1) from error


def _records(value: Any, fields: Fields) -> tuple[Path, Sequence[Any] | None]:
    """Where the records are, and they themselves."""
    if isinstance(value, list):
        return (), value or None
    if not isinstance(value, dict):
        return (), None
    if any(_has(value, name) for name in fields.text):
        return (), [value]
    for key, held in value.items():
        if isinstance(held, list) and any(isinstance(item, dict) for item in held):
            return (key,), held
    return (), [value]


def _has(record: dict[str, Any], name: str) -> bool:
    value: Any = record
    for part in [name] if name in record else name.split("."):
        if not isinstance(value, dict) or part not in value:
            return False
        value = value[part]
    return isinstance(value, str) or (isinstance(value, list) and any(isinstance(item, str) for item in value))


def _document(
    text: str,
    record: Any,
    held: Sequence[tuple[Path, Span]],
    name: str,
    encoding: str,
    notices: tuple[Notice, ...],
    fields: Fields,
) -> Document | InputError:
    body = _field(text, held, fields.text)
    if body is None:
        known = "، ".join(map(str, record)) if isinstance(record, dict) and len(record) <= _SHOWN else ""
        if isinstance(record, dict) and not known:
            known = "، ".join([*list(map(str, record))[:_SHOWN], "…"])
        wanted = " / ".join(fields.text[:3])
        return failure(name, "no-text-field", wanted=wanted, found=known or type(record).__name__)
    if not body.text.strip(BLANKS):
        return failure(name, "empty")
    title = _field(text, held, fields.title)
    writer = MappedWriter()
    span: Span | None = None
    if title is not None and title.text.strip(BLANKS):
        span = _first_line(body, title)
        if span is None:
            start = len(title.text) - len(title.text.lstrip(BLANKS))
            writer.add_mapped(title, start, len(title.text.rstrip(BLANKS)))
            span = Span(0, writer.length)
            writer.add("\n\n")
    writer.add_mapped(body)
    mapped = writer.result()
    layout = lay_out(mapped.text, split_lines(mapped.text), title=span)
    date = _date(_field(text, held, fields.date))
    return Document(
        mapped.text, name, layout.regions, layout.title, date or layout.date, encoding, notices, mapped.anchors()
    )


def _field(text: str, held: Sequence[tuple[Path, Span]], names: Sequence[str]) -> Mapped | None:
    """The first field there is by one of the names: a string, or a list of strings as paragraphs."""
    for name in names:
        for path in ((name,), tuple(name.split("."))):
            spans = [span for place, span in held if place == path]
            if spans:
                return _plain(unescaped(text, spans[-1]))
            spans = [span for place, span in held if place[:-1] == path and isinstance(place[-1], int)]
            if spans:
                writer = MappedWriter()
                for number, span in enumerate(spans):
                    writer.add("\n\n" if number else "")
                    writer.add_mapped(_plain(unescaped(text, span)))
                return writer.result()
    return None


def _plain(value: Mapped) -> Mapped:
    """A value without markup, if it has any."""
    if not _MARKUP.search(value.text):
        return value
    return through(written(read_page(value.text)), value)


def _first_line(body: Mapped, title: Mapped) -> Span | None:
    """The first line of the text, if it is the title."""
    lines = split_lines(body.text[: len(title.text) * 2 + 200])
    return lines[0] if lines and lines[0].of(body.text).split() == title.text.split() else None


def _date(value: Mapped | None) -> str | None:
    if value is None:
        return None
    if iso := _ISO.match(value.text):
        return iso[0]
    return next((date.iso for date in find_dates(value.text, tokenise(value.text))), None)
