"""A copy of a Word file with the findings as comments on their words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from checker.consistency.rules import RuleSet
from checker.model import DocumentReport
from checker.reading.failures import failure
from checker.reading.word.manuscript import Manuscript, comment_ids, read_manuscript
from checker.reading.word.markup import first_tag, last_tag, tag_end
from checker.reading.word.package import relations_of
from checker.reporting.word.notes import Note, Words, notes_of
from checker.reporting.word.repack import repack
from checker.reporting.word.splice import Splicer

AUTHOR = "checker"
_INITIALS = "CF"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = {
    _W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    _RELATION_TYPE: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: Ids of paragraphs are below this, and given upwards from a number that Word itself rarely draws.
_PARA_IDS = range(0x0CF00000, 0x80000000)
_PARA_ID = re.compile(rb'paraId="([0-9A-Fa-f]{8})"')
#: Half-points.
_SIZE = 20
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Annotated(NamedTuple):
    """A Word file with comments, how many were added, and how many of them were there already."""

    data: bytes
    added: int
    present: int


def annotate(data: bytes, report: DocumentReport, rules: RuleSet, lang: str = "ar") -> Annotated:
    """Write the findings of a report into a copy of the Word file that it is about.

    ``data`` is the file as it was checked. Text, runs, styles and comments
    stay as they are; a comment that stands there word for word is not
    written twice. Where there is nothing to add, ``data`` is given back.

    Raises:
        InputError: the file cannot be read, or is another one by now (``changed``).
    """
    manuscript = read_manuscript(data, report.document.path)
    if manuscript.text != report.document.text:
        raise failure(report.document.path, "changed")
    present = {(remark.span, remark.text) for remark in manuscript.remarks}
    notes = notes_of(report, rules, lang)
    wanted = [note for note in notes if (note.span, note.text) not in present]
    package = manuscript.package
    main = package.read(package.main)
    splicer = Splicer(manuscript, main)
    namespace = _namespace(main)
    declared = "" if f'xmlns:w="{namespace}"'.encode() in _root_tag(main) else f' xmlns:w="{namespace}"'
    placed: list[tuple[int, Note]] = []
    number = 1 + max(comment_ids(manuscript), default=-1)
    for note in wanted:
        start = f'<w:commentRangeStart{declared} w:id="{number}"/>'
        end = (
            f'<w:commentRangeEnd{declared} w:id="{number}"/><w:r{declared}>'
            f'<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )
        if splicer.enclose(note.span, start.encode(), end.encode()):
            placed.append((number, note))
            number += 1
    if not placed:
        return Annotated(data, 0, len(notes) - len(wanted))
    changed = {package.main: splicer.result(), **_parts(manuscript, placed, namespace, lang)}
    return Annotated(repack(data, package.archive, changed), len(placed), len(notes) - len(wanted))


def _parts(manuscript: Manuscript, placed: list[tuple[int, Note]], namespace: str, lang: str) -> dict[str, bytes]:
    """The parts beside the main one that hold comments or name the part that does."""
    package = manuscript.package
    part = package.first("comments")
    extended = package.first("commentsExtended")
    changed: dict[str, bytes] = {}
    old = package.read(part) if part else _empty("w:comments", f'xmlns:w="{namespace}"')
    ids = _free_ids(old) if part and extended else None
    new = []
    threads = []
    for number, note in placed:
        para = f"{next(ids):08X}" if ids else None
        new.append(_comment(number, note, namespace, lang, para))
        threads.append(f'<w15:commentEx xmlns:w15="{_W15}" w15:paraId="{para}" w15:done="0"/>')
    if part is None:
        part = _new_name(package.archive.namelist(), posixpath.dirname(package.main))
        relations = relations_of(package.main)
        known = relations in package.archive.namelist()
        source = package.read(relations) if known else _empty("Relationships", f'xmlns="{_RELATIONS}"')
        kind = _RELATION_TYPE if namespace == _W else _STRICT[_RELATION_TYPE]
        target = posixpath.relpath(part, posixpath.dirname(package.main) or ".")
        line = f'<Relationship xmlns="{_RELATIONS}" Id="{_new_id(source)}" Type="{kind}" Target={quoteattr(target)}/>'
        changed[relations] = _append(source, line)
        types = package.read("[Content_Types].xml")
        line = f'<Override xmlns="{_TYPES}" PartName={quoteattr("/" + part)} ContentType="{_COMMENTS_TYPE}"/>'
        changed["[Content_Types].xml"] = _append(types, line)
    elif extended:
        changed[extended] = _append(package.read(extended), "".join(threads))
    changed[part] = _append(old, "".join(new))
    return changed


def _comment(number: int, note: Note, namespace: str, lang: str, para: str | None) -> str:
    """One comment; ``para`` is the id of its last paragraph, by which threads name it."""
    rtl = lang == "ar"
    paragraphs = []
    for place, words in enumerate(note.paragraphs):
        known = f' w14:paraId="{para}"' if para and place == len(note.paragraphs) - 1 else ""
        direction = "<w:pPr><w:bidi/></w:pPr>" if rtl else ""
        reference = "<w:r><w:annotationRef/></w:r>" if place == 0 else ""
        paragraphs.append(f"<w:p{known}>{direction}{reference}{''.join(_run(part, rtl) for part in words)}</w:p>")
    spaces = f'xmlns:w="{namespace}"' + (f' xmlns:w14="{_W14}"' if para else "")
    return (
        f'<w:comment {spaces} w:id="{number}" w:author="{AUTHOR}" w:initials="{_INITIALS}">'
        f"{''.join(paragraphs)}</w:comment>"
    )


def _run(words: Words, rtl: bool) -> str:
    bold = "<w:b/><w:bCs/>" if words.bold else ""
    size = f'<w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/>'
    direction = '<w:rtl/><w:lang w:bidi="ar-SA"/>' if rtl and not words.ltr else ""
    text = escape(_ILLEGAL.sub("\ufffd", words.text))
    return f'<w:r><w:rPr>{bold}{size}{direction}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _namespace(main: bytes) -> str:
    """The namespace of the file, transitional or strict."""
    return _STRICT[_W] if _STRICT[_W].encode() in _root_tag(main) else _W


def _root_tag(data: bytes) -> bytes:
    start = first_tag(data)
    return data[start : tag_end(data, start)]


def _empty(name: str, attributes: str) -> bytes:
    return f"{_DECLARATION}<{name} {attributes}></{name}>".encode()


def _append(data: bytes, markup: str) -> bytes:
    """An XML file with more elements at the end of its root."""
    start, end = first_tag(data), last_tag(data)
    if start == end:  # <root/>
        opening = data[start : tag_end(data, start)]
        name = re.split(rb"[\s/>]", opening[1:], maxsplit=1)[0]
        close = opening.rindex(b"/")
        whole = opening[:close] + b">" + markup.encode() + b"</" + name + b">"
        return data[:start] + whole + data[start + len(opening) :]
    return data[:end] + markup.encode() + data[end:]


def _free_ids(comments: bytes) -> Iterator[int]:
    taken = {int(found, 16) for found in _PARA_ID.findall(comments)}
    return (number for number in _PARA_IDS if number not in taken)


def _new_name(names: list[str], folder: str) -> str:
    """A name for the comments that no part has."""
    number = ""
    while posixpath.join(folder, f"comments{number}.xml") in names:
        number = str(int(number or 0) + 1)
    return posixpath.join(folder, f"comments{number}.xml")


def _new_id(relations: bytes) -> str:
    number = 1
    while f'"rIdChecker{number}"'.encode() in relations:
        number += 1
    return f"rIdChecker{number}"
