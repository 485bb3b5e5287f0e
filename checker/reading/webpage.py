"""Saved web pages (.html, .htm): the article, its title and date, without menus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.model import Document, Notice, Remark, Span
from checker.reading.encodings import decode
from checker.reading.failures import failure
from checker.reading.layout import lay_out
from checker.reading.lines import split_lines
from checker.reading.mapped import Mapped, MappedWriter
from checker.reading.web.blocks import Block, Comment, Page, read_page, separator

_BLANKS = re.compile(r"\s+")


def read(data: bytes, path: str) -> Iterator[Document]:
    """Read a page; its anchors lead to the characters of the page.

    Raises:
        InputError: ``needs-extra``, ``binary``, ``undecodable``, ``empty`` or ``no-article-on-page``.
    """
    text, encoding, notices = decode(data, path)
    try:
        from checker.reading.web import article

        extracted = article.extract(text)
    except ImportError as error:
        raise failure(path, "needs-extra", extra="html") from error
    except Exception as error:  # the parser below it gives up on what is no page at all
        raise failure(path, "no-article-on-page") from error
    page = read_page(text)
    found = article.locate(page.blocks, extracted.lines) if extracted else []
    if extracted is None or not found or article.leads_elsewhere(page.blocks, found):
        raise failure(path, "no-article-on-page")
    writer = _ArticleWriter(page.blocks)
    for line in found:
        if line.block < 0:
            writer.add_own(line.text)
        else:
            writer.add(line.block, line.start, line.end)
    title = _put_title_in_front(writer, page, extracted.title)
    mapped = writer.result()
    layout = lay_out(mapped.text, split_lines(mapped.text), title=title)
    unplaced = [line.text for line in found if line.block < 0]
    yield Document(
        mapped.text,
        path,
        layout.regions,
        layout.title,
        extracted.date or layout.date,
        encoding,
        (*notices, *_unplaced(unplaced)),
        mapped.anchors(),
        remarks=tuple(writer.remarks(page.comments)),
    )


class _ArticleWriter:
    """Puts the lines of an article together, a blank line between blocks."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._lines: list[tuple[int, Mapped]] = []

    def add(self, block: int, start: int, end: int) -> None:
        """Add a stretch of a block."""
        writer = MappedWriter()
        writer.add_mapped(self._blocks[block].text, start, end)
        self._lines.append((block, writer.result()))

    def add_own(self, text: str) -> None:
        """Add a line that is nowhere in the source as it is."""
        self._lines.append((-1, Mapped(text, ())))

    def in_front(self, text: Mapped) -> Span:
        """Put the title before all others; if it is the first line already, that stays."""
        if not self._lines or _squeezed(self._lines[0][1].text) != _squeezed(text.text):
            self._lines.insert(0, (-1, text))
        return Span(0, len(self._lines[0][1].text))

    def take_out(self, text: str) -> Mapped | None:
        """The line that says the same, taken from among the first ones."""
        for place, (_, line) in enumerate(self._lines[:3]):
            if _squeezed(line.text) == text:
                return self._lines.pop(place)[1]
        return None

    def result(self) -> Mapped:
        """The article."""
        writer = MappedWriter()
        for place, (_, line) in enumerate(self._lines):
            writer.add(self._separator(place))
            writer.add_mapped(line)
        return writer.result()

    def _separator(self, place: int) -> str:
        """What stands before a line."""
        if place == 0:
            return ""
        (before, last), (after, line) = self._lines[place - 1 : place + 1]
        if before < 0 or after < 0:
            return separator(None, None)
        return separator((self._blocks[before], last), (self._blocks[after], line))

    def remarks(self, comments: Sequence[Comment]) -> Iterator[Remark]:
        """The comments of the page, each where it stands between the words of the article."""
        starts: list[tuple[int, int, int]] = []
        at = 0
        for place, (block, line) in enumerate(self._lines):
            at += len(self._separator(place))
            if block >= 0:
                starts.append((block, at, at + len(line.text)))
            at += len(line.text)
        for comment in comments:
            here = next((s for s in starts if s[0] == comment.block), None)
            following = next((s for s in starts if s[0] >= comment.block), None)
            if here is not None and comment.place:
                offset = min(here[1] + comment.place, here[2])
            elif following is not None:
                offset = following[1]
            else:
                offset = at
            if comment.text:
                yield Remark(Span(offset, offset), comment.text)


def _put_title_in_front(writer: _ArticleWriter, page: Page, title: str) -> Span | None:
    """The title, where the page has it: a heading, else what its head says."""
    sought = _squeezed(title)
    if not sought:
        return None
    inside = writer.take_out(sought)
    if inside is not None:
        return writer.in_front(inside)
    headings = [block.text for block in page.blocks if _squeezed(block.text.text) == sought]
    for candidate in (*headings, *page.titles):
        if _squeezed(candidate.text) == sought:
            return writer.in_front(candidate)
    for candidate in page.titles:  # "headline | paper"
        start = candidate.text.find(title)
        if start >= 0:
            part = MappedWriter()
            part.add_mapped(candidate, start, start + len(title))
            return writer.in_front(part.result())
    return writer.in_front(Mapped(" ".join(title.split()), ()))


def _squeezed(text: str) -> str:
    return _BLANKS.sub("", text)


def _unplaced(lines: Sequence[str]) -> Iterator[Notice]:
    if lines:
        yield Notice(
            "unplaced",
            f"أسطر من المقال لم يُعرف موضعها في الصفحة، عددها {len(lines)}",
            f"{len(lines)} line(s) of the article could not be placed in the page",
        )
