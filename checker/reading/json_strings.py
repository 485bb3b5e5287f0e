"""The strings of a JSON text with their offsets, for text that :mod:`json` has found valid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Span
from checker.reading.mapped import Mapped, MappedWriter

#: Where a string stands: keys of objects and places in lists, from the outside in.
Path = tuple[str | int, ...]

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]', re.DOTALL)
_ESCAPE = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL
)
_PLAIN = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def strings(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Path, Span]]:
    """The string values, each with its path and the span between its quotes."""
    stack: list[str | int] = []
    lists: list[bool] = []
    key: Span | None = None
    for token in _TOKEN.finditer(text, start, len(text) if end is None else end):
        mark = text[token.start()]
        if mark in "{[":
            lists.append(mark == "[")
            stack.append(0 if mark == "[" else "")
        elif mark in "}]":
            lists.pop()
            stack.pop()
        elif mark == ",":
            if lists and lists[-1]:
                stack[-1] = int(stack[-1]) + 1
            key = None
        elif mark == ":" and key is not None:
            stack[-1] = unescaped(text, key).text
            key = None
        elif mark == '"':
            inside = Span(token.start() + 1, token.end() - 1)
            # In an object a string before a colon is a key; after one it is a value.
            if lists and not lists[-1] and _is_key(text, token.end()):
                key = inside
            else:
                yield tuple(stack), inside


def _is_key(text: str, at: int) -> bool:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at < len(text) and text[at] == ":"


def unescaped(text: str, span: Span) -> Mapped:
    """The characters that a string stands for; half of a surrogate pair is U+FFFD."""
    writer = MappedWriter()
    done = span.start
    for escape in _ESCAPE.finditer(text, span.start, span.end):
        writer.add(text[done : escape.start()], Span(done, escape.start()))
        high, low, code, plain = escape.groups()
        if high:
            character = chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
        elif code:
            number = int(code, 16)
            character = "\ufffd" if 0xD800 <= number < 0xE000 else chr(number)
        else:
            character = _PLAIN.get(plain, plain)
        writer.add(character, Span(*escape.span()))
        done = escape.end()
    writer.add(text[done : span.end], Span(done, span.end))
    return writer.result()
