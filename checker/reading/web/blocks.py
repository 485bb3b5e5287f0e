"""The text of a page in blocks, as a browser would set it: blanks run together, elements in lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.model import Span
from checker.reading.mapped import Mapped, MappedWriter
from checker.reading.web.tags import Token, decoded, tokens

#: Elements that do not begin a new line; what is not known here does.
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
})  # fmt: skip
#: Elements whose text is not that of the page.
_UNSEEN = frozenset({
    "audio", "canvas", "datalist", "iframe", "math", "noscript", "object", "script", "select", "style", "svg",
    "template", "textarea", "video",
})  # fmt: skip
_BLANKS = re.compile(r"[ \t\n\r\f\v\u00a0\u200b]+")
#: The cells of a row stand on one line, this between them, if they are short.
_CELL = "\t"
_CELL_LENGTH = 80


class Block(NamedTuple):
    """A line of a page: its text, how many of its characters are links, the number of its table row or 0."""

    text: Mapped
    linked: int = 0
    row: int = 0


class Comment(NamedTuple):
    """A comment: its text, the block after which or in which it stands, and how far in that."""

    text: str
    block: int
    place: int


@dataclass(slots=True)
class Page:
    """What is read of a page."""

    blocks: list[Block] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    titles: list[Mapped] = field(default_factory=list)
    """What the head says its title is: that for sharing, then that of the window."""


def read_page(page: str) -> Page:
    """Read the blocks, comments and titles of a page."""
    reader = _PageReader(page)
    for token in tokens(page):
        reader.take(token)
    return reader.done()


class _PageReader:
    def __init__(self, page: str) -> None:
        self._page = page
        self._result = Page()
        self._writer = MappedWriter()
        self._row = self._rows = 0
        self._links = self._linked = 0
        self._unseen: list[str] = []
        self._blank: Span | None = None
        self._title: Mapped | None = None

    def take(self, token: Token) -> None:
        if token.kind == "comment":
            self._result.comments.append(
                Comment(token.span.of(self._page).strip(), len(self._result.blocks), self._writer.length)
            )
        elif token.kind == "raw":
            if token.name == "title" and self._title is None:
                self._title = _trimmed(decoded(self._page, token.span))
        elif token.kind == "text":
            if not self._unseen:
                self._text(token.span)
        elif token.kind == "start":
            self._start(token)
        else:
            self._end(token)

    def done(self) -> Page:
        self._break()
        if self._title is not None:
            self._result.titles.append(self._title)
        return self._result

    def _start(self, token: Token) -> None:
        if token.name == "meta":
            self._meta(token)
        if token.name in _UNSEEN:
            self._unseen.append(token.name)
        elif token.name == "a":
            self._links += 1
        elif token.name not in _INLINE:
            self._break()
        if token.name == "tr":
            self._rows += 1
            self._row = self._rows

    def _end(self, token: Token) -> None:
        if token.name in self._unseen:
            while self._unseen.pop() != token.name:
                pass
        elif token.name == "a":
            self._links = max(0, self._links - 1)
        elif token.name not in _INLINE:
            self._break()
        if token.name in ("tr", "table"):
            self._row = 0

    def _meta(self, token: Token) -> None:
        key = token.attributes.get("property") or token.attributes.get("name")
        value = token.attributes.get("content")
        if key and value and key.of(self._page).lower() in ("og:title", "twitter:title"):
            self._result.titles.append(_trimmed(decoded(self._page, value)))

    def _text(self, span: Span) -> None:
        """Add text; a run of blanks is one, and none at the ends of a block."""
        plain = decoded(self._page, span)
        done = 0
        for blank in _BLANKS.finditer(plain.text):
            self._put(plain, done, blank.start())
            if self._blank is None and self._writer.length:
                self._blank = plain.source(*blank.span())
            done = blank.end()
        self._put(plain, done, len(plain.text))

    def _put(self, text: Mapped, start: int, end: int) -> None:
        if start == end:
            return
        if self._blank is not None:
            self._writer.add(" ", self._blank)
            self._blank = None
        self._writer.add_mapped(text, start, end)
        if self._links:
            self._linked += end - start

    def _break(self) -> None:
        text = self._writer.result()
        if text.text:
            self._result.blocks.append(Block(text, self._linked, self._row))
            self._writer = MappedWriter()
        self._linked = 0
        self._blank = None


def _trimmed(text: Mapped) -> Mapped:
    writer = MappedWriter()
    start = len(text.text) - len(text.text.lstrip())
    writer.add_mapped(text, start, max(start, len(text.text.rstrip())))
    return writer.result()


def separator(before: tuple[Block, Mapped] | None, after: tuple[Block, Mapped] | None) -> str:
    """What stands between two lines: a tab between short cells of a row, else a blank line."""
    if before is None or after is None or not before[0].row or before[0].row != after[0].row:
        return "\n\n"
    return _CELL if max(len(before[1].text), len(after[1].text)) <= _CELL_LENGTH else "\n\n"


def written(page: Page) -> Mapped:
    """All blocks of a page, one after another."""
    writer = MappedWriter()
    for place, block in enumerate(page.blocks):
        last = page.blocks[place - 1] if place else None
        writer.add(separator((last, last.text), (block, block.text)) if last else "")
        writer.add_mapped(block.text)
    return writer.result()
