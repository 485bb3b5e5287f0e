"""The text of one part of a Word file: paragraphs, rows and text boxes, each piece with its place in the markup.

Tracked changes are read as accepted: what was inserted or moved here is
text, what was deleted or moved away is none, and a paragraph whose mark was
deleted runs on into the next. Hidden text, field codes, the fallbacks of
drawings and the hints of empty form fields are not read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.reading.word.markup import tag_end
from checker.reading.word.package import scan_part

#: Elements whose content is no text of the document.
_SKIPPED = frozenset(
    {"w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText", "w:delInstrText", "w:rt", "w:object"}
)
#: Elements of a run that stand for a character.
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
#: Stands for an element on the stack of open ones whose text is a hint to the writer.
_PLACEHOLDER = "placeholder"
_OFF = frozenset({"0", "false", "off"})
#: Cells of a row stand on one line, this between them, if each of them is a short line.
_CELL = "\t"
_CELL_LENGTH = 80
#: Symbol fonts keep their characters here, by the byte that a keyboard gives.
_SYMBOLS = range(0xF020, 0xF07F)
UNKNOWN = "\ufffd"


@dataclass(slots=True)
class Run:
    """Where a run stands, in bytes: all of it, its start tag, its properties, its content."""

    start: int
    content: int
    """The byte after the start tag, or after the properties if there are any."""
    opening: bytes
    properties: bytes = b""
    close: int = 0
    """The byte at which its end tag begins."""
    end: int = 0
    hidden: bool = False
    host: Run | None = None
    """For a run in a text box: the run of the story that holds the box."""


class Node(NamedTuple):
    """One text node (``w:t``): its text, its bytes, its run."""

    text: str
    start: int
    end: int
    keeps_space: bool
    run: Run


class Piece(NamedTuple):
    """A stretch of text; ``node`` is None for tabs, line breaks and symbols."""

    text: str
    node: int | None = None


class Mark(NamedTuple):
    """A place between pieces that something refers to: the start or end of a comment, a note."""

    kind: str
    id: str
    run: Run | None = None


@dataclass(slots=True)
class Paragraph:
    """A paragraph or a row of a table: what is in it in order, and the id of its style."""

    content: list[Piece | Mark] = field(default_factory=list)
    style: str = ""
    level: int | None = None
    """Its own outline level, from 0, if it has one."""
    runs_on: bool = False
    """Its mark was deleted: the next paragraph continues it."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(item.text for item in self.content if isinstance(item, Piece))


@dataclass(slots=True)
class Story:
    """The text of one part."""

    part: str
    paragraphs: list[Paragraph]
    nodes: list[Node]
    tracked: bool
    """Whether there are tracked changes in it."""


def read_story(data: bytes, part: str, path: str) -> Story:
    """Read the text of the main document, a header, a footer, or of notes.

    Raises:
        InputError: ``unsafe-markup`` or ``broken-markup``.
    """
    reader = _StoryReader(data)
    scan_part(data, part, path, start=reader.start, end=reader.end, text=reader.text)
    return Story(part, joined(reader.blocks), reader.nodes, reader.tracked)


def joined(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Paragraphs with those run together whose mark between them was deleted."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if found and found[-1].runs_on:
            found[-1].content += paragraph.content
            found[-1].runs_on = paragraph.runs_on
        else:
            found.append(paragraph)
    return found


class _Row:
    """A row of a table while it is read."""

    def __init__(self) -> None:
        self.cells: list[list[Paragraph]] = []
        self.dropped = False

    def paragraphs(self) -> list[Paragraph]:
        """One line if the cells are short, else their paragraphs."""
        cells = [joined(cell) for cell in self.cells]
        if any(len(cell) > 1 or any(len(p.text) > _CELL_LENGTH or "\n" in p.text for p in cell) for cell in cells):
            return [paragraph for cell in cells for paragraph in cell]
        row = Paragraph()
        for cell in cells:
            if row.text and cell and cell[0].text:
                row.content.append(Piece(_CELL))
            if cell:
                row.content += cell[0].content
        return [row]


class _StoryReader:
    """The handlers of one scan, with what is open at the moment on stacks."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.blocks: list[Paragraph] = []
        self.nodes: list[Node] = []
        self.tracked = False
        self._open: list[str] = []
        self._skipping = 0
        # Where finished paragraphs go: the body, a cell, a text box.
        self._targets: list[list[Paragraph]] = [self.blocks]
        self._paragraphs: list[Paragraph] = []
        self._boxes: list[list[Paragraph]] = []
        self._runs: list[Run] = []
        self._rows: list[_Row] = []
        self._text: list[str] | None = None
        self._node: tuple[int, bool] = (0, False)

    def start(self, tag: str, attributes: dict[str, str], offset: int) -> None:
        """A start tag."""
        parent = self._open[-1] if self._open else ""
        self._open.append(tag)
        if self._skipping:
            self._skipping += 1
        elif parent in ("w:pPr", "w:rPr", "w:trPr", "w:tcPr", "w:sdtPr"):
            self._property(tag, parent, attributes)
        elif tag in _SKIPPED:
            self.tracked = self.tracked or tag in ("w:del", "w:moveFrom")
            self._skipping = 1
        elif tag in ("w:ins", "w:moveTo"):
            self.tracked = True
        elif tag == "w:r":
            end = tag_end(self._data, offset)
            self._runs.append(Run(offset, end, self._data[offset:end], host=self._runs[0] if self._runs else None))
        elif tag == "w:t" and self._runs:
            self._text = []
            self._node = (offset, attributes.get("xml:space") == "preserve")
        elif parent == "w:r" and tag in _CHARACTERS:
            self._add(Piece(_CHARACTERS[tag]))
        elif tag == "w:sym":
            self._add(Piece(_symbol(attributes)))
        elif tag == "w:rPr" and parent == "w:r":
            self._runs[-1].content = offset
        elif tag in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
            self._add(Mark(tag, attributes.get("w:id", ""), self._runs[-1] if self._runs else None))
        elif tag in ("w:footnoteReference", "w:endnoteReference"):
            self._add(Mark(tag, attributes.get("w:id", ""), self._runs[0] if self._runs else None))
        else:
            self._block(tag, attributes)

    def _block(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "w:p":
            self._paragraphs.append(Paragraph())
            self._boxes.append([])
        elif tag == "w:txbxContent" and self._boxes:
            self._targets.append(self._boxes[-1])
        elif tag == "w:tr":
            self._rows.append(_Row())
        elif tag == "w:tc" and self._rows:
            self._rows[-1].cells.append([])
            self._targets.append(self._rows[-1].cells[-1])
        elif tag in ("w:footnote", "w:endnote"):
            if attributes.get("w:type", "normal") != "normal":
                self._skipping = 1  # the line above the notes
            else:
                self.blocks.append(Paragraph([Mark(tag, attributes.get("w:id", ""))], runs_on=True))

    def _property(self, tag: str, parent: str, attributes: dict[str, str]) -> None:
        on = attributes.get("w:val") not in _OFF
        if tag.endswith("PrChange"):  # what the properties were before a tracked change
            self.tracked = True
            self._skipping = 1
        elif parent == "w:pPr" and tag == "w:pStyle" and self._paragraphs:
            self._paragraphs[-1].style = attributes.get("w:val", "")
        elif parent == "w:pPr" and tag == "w:outlineLvl" and self._paragraphs:
            value = attributes.get("w:val", "")
            self._paragraphs[-1].level = int(value) if value.isascii() and value.isdigit() else None
        elif parent == "w:rPr" and tag in ("w:del", "w:moveFrom") and self._open[-3:-2] == ["w:pPr"]:
            self.tracked = True
            if self._paragraphs:
                self._paragraphs[-1].runs_on = True
        elif parent == "w:rPr" and tag in ("w:vanish", "w:webHidden") and on and self._open[-3:-2] == ["w:r"]:
            self._runs[-1].hidden = tag == "w:vanish"
        elif parent == "w:trPr" and tag == "w:del" and self._rows:
            self.tracked = self._rows[-1].dropped = True
        elif parent == "w:tcPr" and tag == "w:cellDel" and self._rows:
            self.tracked = True
            self._rows[-1].cells.pop()  # what is read of it from here on goes nowhere
        elif parent == "w:sdtPr" and tag == "w:showingPlcHdr" and on:
            self._open[-3] = _PLACEHOLDER

    def text(self, text: str) -> None:
        """Character data."""
        if self._text is not None and not self._skipping:
            self._text.append(text)

    def end(self, tag: str, offset: int) -> None:
        """An end tag."""
        self._open.pop()
        if self._skipping:
            self._skipping -= 1
        elif tag == "w:t" and self._text is not None:
            self._close_text(offset)
        elif tag == "w:rPr" and self._open[-1] == "w:r":
            run = self._runs[-1]
            end = tag_end(self._data, offset)
            run.properties, run.content = self._data[run.content : end], end
        elif tag == "w:r" and self._runs:
            run = self._runs.pop()
            run.close, run.end = offset, tag_end(self._data, offset)
        elif tag == "w:p" and self._paragraphs:
            self._targets[-1].append(self._paragraphs.pop())
            self._targets[-1] += self._boxes.pop()
        elif (tag == "w:txbxContent" and len(self._targets) > 1) or (tag == "w:tc" and self._rows):
            self._targets.pop()
        elif tag == "w:tr" and self._rows:
            row = self._rows.pop()
            if not row.dropped:
                self._targets[-1] += row.paragraphs()

    def _close_text(self, offset: int) -> None:
        start, keeps = self._node
        run = self._runs[-1]
        text = "".join(self._text or ())
        self._text = None
        end = tag_end(self._data, offset)
        self.nodes.append(Node(text, start, end, keeps, run))
        if text:
            self._add(Piece(text, len(self.nodes) - 1))

    def _add(self, item: Piece | Mark) -> None:
        if not self._paragraphs or _PLACEHOLDER in self._open:
            return
        if isinstance(item, Piece) and self._runs and self._runs[-1].hidden:
            return
        self._paragraphs[-1].content.append(item)


def _symbol(attributes: dict[str, str]) -> str:
    """The character of a symbol: what it is in Unicode where the font says so, else U+FFFD."""
    try:
        code = int(attributes.get("w:char", ""), 16)
    except ValueError:
        return UNKNOWN
    if code in _SYMBOLS and attributes.get("w:font", "").lower() == "symbol":
        code -= 0xF000
        return chr(code) if chr(code).isdigit() else UNKNOWN
    known = 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFD
    return chr(code) if known else UNKNOWN
