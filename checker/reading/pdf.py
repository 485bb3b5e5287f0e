"""PDF files: the text of printed pages, with every figure marked that may not be what the page shows."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checker.errors import InputError
from checker.model import Anchor, Document, Notice, Span
from checker.reading.failures import failure
from checker.reading.layout import lay_out
from checker.reading.lines import BLANKS, split_lines

if TYPE_CHECKING:
    from checker.reading.paper.columns import Row
    from checker.reading.paper.glyphs import Sheet
    from checker.reading.paper.order import Doubt, Unit

#: An article has a page or two, a newspaper some forty.
MAX_PAGES = 200
#: More glyphs than this are an archive in one file.
_MAX_GLYPHS = 2_000_000
#: A headline is larger than the text by this, and stands among the first so many paragraphs.
_HEADLINE = 1.15
_TITLE_PARAGRAPHS = 6
_TITLE_LENGTH = 250
_PAGE_NUMBER = re.compile(r"[\s\-–—|/.()]*\d{1,4}[\s\-–—|/.()]*(?:\d{1,4}[\s\-–—|/.()]*)?")
#: So many doubts are told one by one.
_TOLD = 20
#: A file of which more than this part has no meaning is not read.
_UNKNOWN_SHARE = 0.3

_WHY = {
    "lam-alef": ("لام ألف قد تكون مقلوبة أو ناقصة", "a lam-alef may be turned round or lost"),
    "range": ("ترتيب طرفي المدى غير مؤكد", "the order of the two ends is not sure"),
    "overlap": ("رموز متراكبة", "its glyphs lie upon one another"),
    "size": ("رقم بجانب رقم بحجم آخر، قد يكون حاشية", "a digit of another size beside it may be a note mark"),
    "gap": ("المسافة بين الأرقام تحتمل عددًا أو عددين", "the gap between its digits may or may not be a blank"),
    "unknown": ("رمز لا يُعرف معناه", "a glyph whose meaning the file does not give"),
    "unseen": ("نص مخفي خلف صورة، قرأته آلة", "invisible text behind a picture, read by a machine"),
}


def read(data: bytes, path: str) -> Iterator[Document]:
    """Read a PDF; anchors name the page of each paragraph, doubts the figures that are not sure.

    Raises:
        InputError: ``needs-extra``, ``password-pdf``, ``broken-pdf``, ``too-many-pages``,
            ``expands-too-far``, ``no-text``, ``no-meaning``.
    """
    sheets = _sheets(data, path)
    glyphs = [glyph for sheet in sheets for glyph in sheet.glyphs if not glyph.text.isspace()]
    if not glyphs:
        raise failure(path, "no-text", pages=len(sheets))
    if sum("\ufffd" in glyph.text for glyph in glyphs) > _UNKNOWN_SHARE * len(glyphs):
        raise failure(path, "no-meaning")
    from checker.reading.paper.columns import paragraphs

    writer = _Writer()
    for sheet in sheets:
        for rows in _without_numbers(paragraphs(sheet.glyphs)):
            writer.add(rows, sheet.number)
    text = "".join(writer.text)
    if not text.strip(BLANKS):
        raise failure(path, "no-text", pages=len(sheets))
    doubts = writer.doubts()
    layout = lay_out(text, split_lines(text), title=writer.title())
    yield Document(
        text,
        path,
        layout.regions,
        layout.title,
        layout.date,
        notices=tuple(_notices(text, doubts, sheets)),
        anchors=tuple(writer.anchors),
        doubts=tuple(dict.fromkeys(told.span for told in doubts)),
    )


def _sheets(data: bytes, path: str) -> list[Sheet]:
    try:
        from pdfminer.pdfdocument import PDFPasswordIncorrect

        from checker.reading.paper.glyphs import sheets
        from checker.reading.paper.inflate import MAX_STREAM, ExpandsTooFar, limited
    except ImportError as error:
        raise failure(path, "needs-extra", extra="pdf") from error
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    found: list[Sheet] = []
    count = 0
    try:
        with limited():
            for sheet in sheets(data):
                count += len(sheet.glyphs)
                if len(found) == MAX_PAGES or count > _MAX_GLYPHS:
                    raise failure(path, "too-many-pages", limit=MAX_PAGES)
                found.append(sheet)
    except InputError:
        raise
    except PDFPasswordIncorrect as error:
        raise failure(path, "password-pdf") from error
    except ExpandsTooFar as error:
        raise failure(path, "expands-too-far", part="stream", limit=f"{MAX_STREAM // 1024 // 1024} MB") from error
    except Exception as error:  # a broken file makes the library fail in any way
        raise failure(path, "broken-pdf", why=f"{type(error).__name__}: {error}"[:120]) from error
    if not found:
        raise failure(path, "broken-pdf", why="no pages")
    return found


class _Told(NamedTuple):
    """A stretch in doubt, its page, why, and the number word that it may be."""

    span: Span
    page: int
    why: str
    perhaps: str = ""


class _Writer:
    """Puts paragraphs one after another and keeps account of what stands where."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.anchors: list[Anchor] = []
        self._length = 0
        self._last: list[Row] = []
        self._page = 0
        self._paragraphs: list[tuple[Span, float, bool]] = []
        self._lines: list[tuple[int, int, str, tuple[Unit, ...], tuple[Doubt, ...]]] = []

    def add(self, rows: Sequence[Row], page: int) -> None:
        """Add a paragraph; its lines run on."""
        from checker.reading.paper.columns import goes_on

        turned = bool(self._last) and self._page != page and goes_on(self._last, rows)
        if self._length:
            self._put(" " if turned else "\n\n")
        start = self._length
        last = self._last[-1].line.text if turned else ""
        self._last, self._page = list(rows), page
        for row in rows:
            text = row.line.text
            if last and self._length > start:
                self._put(" ")
            doubts = row.line.doubts
            if last[-1:].isdigit() and text[:1].isdigit():
                doubts = (*doubts, _split_number(text))
            self._lines.append((self._length, page, text, row.line.units, doubts))
            self._put(text)
            last = text
        span = Span(start, self._length)
        self.anchors.append(Anchor(span, page=page))
        self._paragraphs.append((span, max(row.size for row in rows), all(row.bold for row in rows)))

    def _put(self, text: str) -> None:
        self.text.append(text)
        self._length += len(text)

    def title(self) -> Span | None:
        """The first paragraph near the top that is larger than most of the text, else one in bold."""
        bulk = sorted((size, bold) for span, size, bold in self._paragraphs for _ in range(span.end - span.start))
        usual = bulk[len(bulk) // 2][0]
        mostly_bold = 2 * sum(bold for _, bold in bulk) > len(bulk)
        near = [item for item in self._paragraphs[:_TITLE_PARAGRAPHS] if item[0].end - item[0].start <= _TITLE_LENGTH]
        for span, size, _ in near:
            if size > _HEADLINE * usual:
                return span
        return next((span for span, _, bold in near[:2] if bold and not mostly_bold), None)

    def doubts(self) -> list[_Told]:
        """All doubts, in text order."""
        from checker.reading.paper.traps import doubtful_words, sound_fonts

        sound = {font for *_, units, _ in self._lines for font in sound_fonts(units)}
        found = []
        for start, page, text, units, doubts in self._lines:
            here = [*((doubt, "") for doubt in doubts), *doubtful_words(text, units, sound)]
            found += [_Told(Span(start + d.start, start + d.end), page, d.why, perhaps) for d, perhaps in here]
        return sorted(found)


def _without_numbers(paragraphs: Sequence[Sequence[Row]]) -> Sequence[Sequence[Row]]:
    """The paragraphs of a page without its number at the head or foot."""
    kept = list(paragraphs)
    for end in (0, -1):
        if kept and _PAGE_NUMBER.fullmatch(" ".join(row.line.text for row in kept[end])):
            kept.pop(end)
    return kept


def _split_number(text: str) -> Doubt:
    """The digits that a line begins with, where the line before ends with some."""
    from checker.reading.paper.order import Doubt

    end = next((at for at, character in enumerate(text) if not character.isdigit()), len(text))
    return Doubt(0, end, "gap")


def _notices(text: str, doubts: Sequence[_Told], sheets: Sequence[Sheet]) -> Iterator[Notice]:
    empty = [str(sheet.number) for sheet in sheets if sheet.pictures and not sheet.glyphs]
    if empty:
        yield Notice(
            "pages-without-text",
            f"صفحات فيها صور بلا نص لم تُقرأ: {'، '.join(empty)}",
            f"pages of pictures without text, which were not read: {', '.join(empty)}",
        )
    if (first := text.find("\ufffd")) >= 0:
        count = text.count("\ufffd")
        yield Notice(
            "replacement-characters",
            f"في النص رموز لا يذكر الملف معناها (�) عددها {count}: قد ينقص رقم أو كلمة",
            f"{count} glyph(s) whose meaning the file does not give (�): a figure or a word may be incomplete",
            first,
        )
    if turned := sum(sheet.rotated for sheet in sheets):
        yield Notice(
            "rotated-text",
            f"حروف مكتوبة بالطول أو مقلوبة لم تُقرأ: {turned}",
            f"{turned} letters that stand on their side or head were not read",
        )
    for told in doubts[:_TOLD]:
        ar, en = _WHY[told.why]
        perhaps_ar = f"، ولعلها «{told.perhaps}»" if told.perhaps else ""
        perhaps_en = f', perhaps "{told.perhaps}"' if told.perhaps else ""
        words = told.span.of(text)
        yield Notice(
            "doubtful-figure",
            f"الصفحة {told.page}: «{words}» مشكوك فيه{perhaps_ar} ({ar})؛ راجعه في الأصل",
            f'page {told.page}: "{words}" is in doubt{perhaps_en} ({en}); look at the page',
            told.span.start,
        )
    if len(doubts) > _TOLD:
        more = len(doubts) - _TOLD
        yield Notice("doubtful-figures", f"وأرقام أخرى مشكوك فيها: {more}", f"{more} more figures are in doubt")
