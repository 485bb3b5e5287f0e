"""The glyphs of a PDF page: which characters each stands for, and where it is."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import decode_text

UNKNOWN = "\ufffd"
#: Text render modes that leave no ink: an invisible layer over the picture of a page is machine-read (OCR).
_INVISIBLE = frozenset({3, 7})
_PRESENTATION = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
#: A mark takes up less than this of its size.
_NARROW = 0.1
_ALEFS = frozenset("\u0627\u0623\u0625\u0622\u0671")
_LAM = "\u0644"


class Glyph(NamedTuple):
    """One glyph: its characters in reading order, its box, its baseline and size in points, its font.

    ``turned`` says that a lam-alef stood in it the wrong way round.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    font: str
    visible: bool = True
    turned: bool = False


@dataclass(slots=True)
class Sheet:
    """One page: its number, its glyphs in the order in which they are drawn, and what else is on it."""

    number: int
    glyphs: list[Glyph] = field(default_factory=list)
    pictures: int = 0
    rotated: int = 0
    """Glyphs that stand on their side or head, which are not read."""


class _Device(PDFLayoutAnalyzer):
    """Collects the glyphs of a page, and what a producer says that they stand for (``ActualText``)."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.sheet = Sheet(0)
        self._mode = 0
        self._actual: list[tuple[str | None, int]] = []

    def receive_layout(self, ltpage: object) -> None:
        """Nothing is left to do at the end of a page."""

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Remember whether the string is drawn at all."""
        self._mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(self, *arguments: Any, **named: Any) -> float:
        """Take one glyph."""
        advance = float(super().render_char(*arguments, **named))
        item = self.cur_item._objs.pop()
        if not isinstance(item, LTChar):
            return advance
        a, b, c, d, _, base = item.matrix
        if abs(b) + abs(c) > abs(a) + abs(d) or a < 0:
            self.sheet.rotated += 1
            return advance
        size = abs(arguments[2] * d) or item.size
        text, turned = readable(item.get_text())
        self.sheet.glyphs.append(
            Glyph(text, item.x0, item.x1, base, size, item.fontname, self._mode not in _INVISIBLE, turned)
        )
        return advance

    def handle_undefined_char(self, font: object, cid: int) -> str:
        """A glyph of which the font does not say what it stands for."""
        return UNKNOWN

    def render_image(self, name: str, stream: object) -> None:
        """Count a picture; it is not unpacked."""
        self.sheet.pictures += 1

    def paint_path(self, *arguments: Any, **named: Any) -> None:
        """Lines and boxes are no text."""

    def begin_tag(self, tag: object, props: Any = None) -> None:
        """Remember the text that a producer gives for the glyphs to come."""
        actual = props.get("ActualText") if isinstance(props, dict) else None
        text = decode_text(actual) if isinstance(actual, bytes) else None
        self._actual.append((text, len(self.sheet.glyphs)))

    def end_tag(self) -> None:
        """Put that text in the place of the glyphs, as one."""
        if not self._actual:
            return
        text, first = self._actual.pop()
        drawn = self.sheet.glyphs[first:]
        if text is None or not drawn or len({round(glyph.base) for glyph in drawn}) > 1:
            return
        text, turned = readable(text.strip("\0"))
        head = drawn[0]
        box = min(glyph.x0 for glyph in drawn), max(glyph.x1 for glyph in drawn)
        self.sheet.glyphs[first:] = [head._replace(text=text, x0=box[0], x1=box[1], turned=turned)] if text else []


def readable(text: str) -> tuple[str, bool]:
    """The letters of a glyph instead of its shapes, and whether a lam-alef had to be turned round.

    A glyph that is said to stand for alef and lam, in this order, is the
    ligature lam-alef: an alef never joins the letter after it.
    """
    if any(low <= ord(character) <= high for character in text for low, high in _PRESENTATION):
        text = unicodedata.normalize("NFKC", text)
        text = text.strip(" ") or text
    if len(text) == 2 and text[0] in _ALEFS and text[1] == _LAM:
        return text[::-1], True
    return text, False


def sheets(data: bytes) -> Iterator[Sheet]:
    """The pages of a PDF.

    Raises:
        Exception: whatever pdfminer makes of a file that is none.
    """
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    resources = PDFResourceManager()
    device = _Device(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        device.sheet = Sheet(number)
        interpreter.process_page(page)
        device.sheet.glyphs = clusters(device.sheet.glyphs)
        yield device.sheet


def clusters(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs without those that a mark stands for.

    Some programs give a letter and the mark on it to the glyph of the mark
    alone, and nothing to that of the letter: then the letter is that text.
    """
    found: list[Glyph] = []
    for glyph in glyphs:
        last = found[-1] if found else None
        if last is not None and _stands_for(last, glyph):
            found[-1] = glyph._replace(text=last.text)
        elif last is not None and _stands_for(glyph, last):
            found[-1] = last._replace(text=glyph.text)
        else:
            found.append(glyph)
    return found


def _stands_for(mark: Glyph, letter: Glyph) -> bool:
    return (
        letter.text == UNKNOWN
        and len(mark.text) > 1
        and mark.x1 - mark.x0 < _NARROW * mark.size
        and letter.x0 - mark.size < mark.x0 < letter.x1 + mark.size
        and any(unicodedata.combining(character) for character in mark.text)
    )
