"""Words for a hover, as Markdown or as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lsprotocol.types import MarkupContent, MarkupKind

#: What Markdown reads as more than itself: anywhere, before the rest of a link, or at the beginning of a line.
#: No more than that, since some editors show the backslashes.
_SIGNS = re.compile(r"[\\`*_\[\]<>~&|@]|:(?=//)|(?<=www)\.|\A[-+#=]", re.IGNORECASE)
_ORDINAL = re.compile(r"\A(\d+)([.)])")


class Line(NamedTuple):
    """A line of a hover: words that stand out, words after them, and whether it is one of a list."""

    strong: str = ""
    words: str = ""
    item: bool = False


def escape(text: str) -> str:
    """Text of an article in which nothing is Markdown, a link or HTML."""
    escaped = _SIGNS.sub(lambda sign: "\\" + sign[0], " ".join(text.split()))
    return _ORDINAL.sub(r"\1\\\2", escaped)


def render(lines: Iterable[Line], *, markdown: bool) -> MarkupContent:
    """The content of a hover."""
    if not markdown:
        plain = "\n".join(("- " if line.item else "") + " ".join(filter(None, line[:2])) for line in lines)
        return MarkupContent(MarkupKind.PlainText, plain)
    text = ""
    listed = False
    for line in lines:
        strong = f"**{escape(line.strong)}**" if line.strong else ""
        words = " ".join(filter(None, (strong, escape(line.words))))
        between = "\n" if listed and line.item else "\n\n"
        text += (between if text else "") + ("- " if line.item else "") + words
        listed = line.item
    return MarkupContent(MarkupKind.Markdown, text)
