"""Which styles are titles and headings, by the names that Word gives them in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.reading.word.package import Package, scan_part
from checker.reading.word.story import Paragraph

_HEADING = re.compile(r"heading ([1-9])")
#: Styles are derived from one another; a chain longer than this is a circle.
_CHAIN = 12


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    level: int | None = None


@dataclass(slots=True)
class Styles:
    """The paragraph styles of a file by their ids."""

    by_id: dict[str, _Style] = field(default_factory=dict)

    def is_title(self, paragraph: Paragraph) -> bool:
        """Whether its style is Title or derived from it."""
        return any(style.name == "title" for style in self._chain(paragraph))

    def is_contents(self, paragraph: Paragraph) -> bool:
        """Whether it is a line of a table of contents."""
        return any(style.name.startswith("toc ") for style in self._chain(paragraph))

    def level(self, paragraph: Paragraph) -> int | None:
        """The level of a heading, from 0; None for other paragraphs."""
        if paragraph.level is not None:
            return paragraph.level if paragraph.level < 9 else None
        for style in self._chain(paragraph):
            if found := _HEADING.fullmatch(style.name):
                return int(found[1]) - 1
            if style.level is not None:
                return style.level if style.level < 9 else None
        return None

    def _chain(self, paragraph: Paragraph) -> list[_Style]:
        chain: list[_Style] = []
        style = self.by_id.get(paragraph.style)
        while style is not None and len(chain) < _CHAIN:
            chain.append(style)
            style = self.by_id.get(style.based_on)
        return chain


def read_styles(package: Package) -> Styles:
    """The styles of a package; none where it has no such part.

    Raises:
        InputError: the part is broken.
    """
    styles = Styles()
    part = package.first("styles")
    if part is None:
        return styles
    now = _Style()

    def start(tag: str, attributes: dict[str, str], _offset: int) -> None:
        nonlocal now
        value = attributes.get("w:val", "")
        if tag == "w:style":
            now = _Style()
            styles.by_id[attributes.get("w:styleId", "")] = now
        elif tag == "w:name":
            now.name = value.lower()
        elif tag == "w:basedOn":
            now.based_on = value
        elif tag == "w:outlineLvl" and value.isascii() and value.isdigit():
            now.level = int(value)

    scan_part(package.read(part), part, package.path, start=start)
    return styles
