"""XML as a stream of tags with their byte offsets, so that a file can be changed without being rewritten."""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat

#: Namespaces by the short names used in this room; the strict variant of the format has its own.
_SHORT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


class BrokenMarkup(Exception):
    """XML that is not well formed; the message says where."""


class Forbidden(Exception):
    """XML with a document type declaration."""


class OnStart(Protocol):
    """Called for a start tag: its name, its attributes, the byte at which it begins."""

    def __call__(self, tag: str, attributes: dict[str, str], offset: int, /) -> None:
        """Take a start tag."""


class OnEnd(Protocol):
    """Called for an end tag; of an empty element ``<a/>`` the offset is that of its start."""

    def __call__(self, tag: str, offset: int, /) -> None:
        """Take an end tag."""


class OnText(Protocol):
    """Called for a stretch of character data."""

    def __call__(self, text: str, /) -> None:
        """Take some text."""


def scan(data: bytes, *, start: OnStart, end: OnEnd | None = None, text: OnText | None = None) -> None:
    """Report the tags and text of an XML file in order.

    Names are ``w:p``, ``mc:Fallback`` … for the namespaces known here whatever
    prefix the file gives them, and ``:local`` for all others.

    Raises:
        BrokenMarkup: the file is not well formed.
        Forbidden: it has a document type declaration; nothing of it is read.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    names: dict[str, str] = {}

    def short(name: str) -> str:
        found = names.get(name)
        if found is None:
            space, _, local = name.rpartition(" ")
            found = names[name] = f"{_SHORT.get(space, '')}:{local}" if space else local
        return found

    def on_start(name: str, attributes: dict[str, str]) -> None:
        start(short(name), {short(key): value for key, value in attributes.items()}, parser.CurrentByteIndex)

    def on_end(name: str) -> None:
        if end is not None:
            end(short(name), parser.CurrentByteIndex)

    def on_doctype(*_: object) -> None:
        raise Forbidden

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.StartDoctypeDeclHandler = on_doctype
    if text is not None:
        parser.buffer_text = True
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BrokenMarkup(str(error)) from error
    except (ValueError, LookupError) as error:  # an encoding that is not known
        raise BrokenMarkup(str(error)) from error


def tag_end(data: bytes, offset: int) -> int:
    """The byte after the tag that begins at an offset; a ``>`` in a quoted value is none."""
    quote = 0
    for i in range(offset, len(data)):
        byte = data[i]
        if quote:
            if byte == quote:
                quote = 0
        elif byte in b"\"'":
            quote = byte
        elif byte == 0x3E:
            return i + 1
    return len(data)


def first_tag(data: bytes) -> int:
    """The byte at which the root element begins."""
    offsets: list[int] = []

    def start(_tag: str, _attributes: dict[str, str], offset: int) -> None:
        offsets.append(offset)

    scan(data, start=start)
    return offsets[0]


def last_tag(data: bytes) -> int:
    """The byte at which the end tag of the root begins; that of its start where it is one tag ``<a/>``."""
    offset = 0

    def start(_tag: str, _attributes: dict[str, str], _offset: int) -> None:
        return

    def end(_tag: str, at: int) -> None:
        nonlocal offset
        offset = at

    scan(data, start=start, end=end)
    return offset
