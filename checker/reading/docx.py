"""Word files (.docx, .docm)."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Document, Notice
from checker.reading.failures import failure
from checker.reading.layout import lay_out
from checker.reading.lines import BLANKS, split_lines
from checker.reading.word.manuscript import Manuscript, read_manuscript

_TRACKED = Notice(
    "tracked-changes",
    "في الملف تعديلات متعقَّبة، قُرئت كأنها مقبولة",
    "the file holds tracked changes, read as if accepted",
)


def read(data: bytes, path: str) -> Iterator[Document]:
    """Read a Word file: one line a paragraph or row, then notes; headers and footers are furniture.

    Raises:
        InputError: ``password``, ``old-word``, ``broken-package``, ``not-word``,
            ``expands-too-far``, ``unsafe-markup``, ``broken-markup`` or ``empty``.
    """
    manuscript = read_manuscript(data, path)
    text = manuscript.text
    if not text.strip(BLANKS):
        raise failure(path, "empty")
    lines = split_lines(text)
    page = {line for line in lines if any(span.start <= line.start < span.end for span in manuscript.page)}
    layout = lay_out(text, lines, title=manuscript.title, page=page)
    yield Document(
        text,
        path,
        layout.regions,
        layout.title,
        layout.date,
        notices=tuple(_notices(manuscript)),
        anchors=manuscript.anchors,
        remarks=manuscript.remarks,
    )


def _notices(manuscript: Manuscript) -> Iterator[Notice]:
    if manuscript.tracked:
        yield _TRACKED
    if manuscript.unknown:
        yield Notice(
            "replacement-characters",
            f"في النص رموز من خطوط خاصة لا تُعرف (�) عددها {manuscript.unknown}: قد ينقص رقم أو كلمة",
            f"{manuscript.unknown} unknown character(s) of symbol fonts (�) in the text: "
            "a figure or a word may be incomplete",
            manuscript.text.find("\ufffd"),
        )
