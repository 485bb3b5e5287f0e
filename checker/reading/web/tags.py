"""The tags, text and comments of an HTML page with their offsets, read once from front to end.

As browsers do, nothing is an error: a tag that is not closed before the end
of the file ends the text, and so does a comment.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.model import Span
from checker.reading.mapped import Mapped, MappedWriter

_TAG = re.compile(r"</?([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*+([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?")
_CLOSE = re.compile(r"[\s/]*+>")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
#: Elements whose content is no markup; it runs to their end tag.
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII) for name in _RAW}


class Token(NamedTuple):
    """A stretch of a page: ``text``, ``raw`` (content of a raw element), ``start``, ``end`` or ``comment``.

    ``name`` is that of the element in lower case; ``span`` the text, or the
    inside of a comment. ``attributes`` are the spans of the values.
    """

    kind: str
    span: Span
    name: str = ""
    attributes: Mapping[str, Span] = {}


def tokens(page: str) -> Iterator[Token]:
    """Read a page."""
    at, length = 0, len(page)
    while at < length:
        opened = page.find("<", at)
        if opened < 0:
            yield Token("text", Span(at, length))
            return
        if opened > at:
            yield Token("text", Span(at, opened))
        if page.startswith("<!--", opened):
            end = page.find("-->", opened + 4)
            yield Token("comment", Span(opened + 4, end if end >= 0 else length))
            at = end + 3 if end >= 0 else length
        elif page.startswith(("<!", "<?"), opened):
            end = page.find(">", opened)
            at = end + 1 if end >= 0 else length
        elif tag := _TAG.match(page, opened):
            name = tag[1].lower()
            attributes, at = _attributes(page, tag.end())
            if page[opened + 1] == "/":
                yield Token("end", Span(opened, at), name)
                continue
            yield Token("start", Span(opened, at), name, attributes)
            if name in _RAW_END:
                closed = _RAW_END[name].search(page, at)
                end = closed.start() if closed else length
                yield Token("raw", Span(at, end), name)
                at = end
        else:
            yield Token("text", Span(opened, opened + 1))
            at = opened + 1


def _attributes(page: str, at: int) -> tuple[dict[str, Span], int]:
    """The attributes of a tag and the offset after it; the end of the page if it is not closed."""
    found: dict[str, Span] = {}
    while True:
        if closed := _CLOSE.match(page, at):
            return found, closed.end()
        attribute = _ATTRIBUTE.match(page, at)
        if attribute is None:
            stray = page.find("=", at, at + 64)
            if stray < 0:
                return found, len(page)
            at = stray + 1
            continue
        at = attribute.end()
        if attribute[2] is not None:
            start, end = attribute.span(2)
            quoted = end - start > 1 and page[start] in "\"'" and page[end - 1] == page[start]
            found.setdefault(attribute[1].lower(), Span(start + 1, end - 1) if quoted else Span(start, end))


def decoded(page: str, span: Span) -> Mapped:
    """Characters of a page with their references (``&quot;``) resolved."""
    writer = MappedWriter()
    done = span.start
    for reference in _REFERENCE.finditer(page, span.start, span.end):
        plain = html.unescape(reference[0])
        if plain == reference[0]:
            continue
        writer.add(page[done : reference.start()], Span(done, reference.start()))
        # Without its semicolon a reference may end earlier than it looks: ``&ampx`` is ``&x``.
        rest = 0 if reference[0].endswith(";") else _same_end(plain, reference[0])
        done = reference.end() - rest
        writer.add(plain[: len(plain) - rest], Span(reference.start(), done))
    writer.add(page[done : span.end], Span(done, span.end))
    return writer.result()


def _same_end(a: str, b: str) -> int:
    """How many characters at their ends two texts share."""
    count = 0
    while count < min(len(a), len(b)) and a[-1 - count] == b[-1 - count]:
        count += 1
    return count
