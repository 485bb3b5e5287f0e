"""Word files for tests, made part by part so that every byte of them is known."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" mc:Ignorable="w14 w15"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships"
#: The names of styles are those of every Word; the ids are those of an Arabic one.
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    '<w:pPr><w:bidi/><w:spacing w:after="160"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/>'
    '<w:rPr><w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="headline"><w:name w:val="House headline"/><w:basedOn w:val="a3"/></w:style>'
)
#: Part, the last word of its relationship type, its content type.
_KINDS = {
    "styles": ("word/styles.xml", _OFFICE, f"{_WORD}.styles+xml", "styles"),
    "comments": ("word/comments.xml", _OFFICE, f"{_WORD}.comments+xml", "comments"),
    "commentsExtended": ("word/commentsExtended.xml", _MICROSOFT, f"{_WORD}.commentsExtended+xml", "w15:commentsEx"),
    "footnotes": ("word/footnotes.xml", _OFFICE, f"{_WORD}.footnotes+xml", "footnotes"),
    "header": ("word/header1.xml", _OFFICE, f"{_WORD}.header+xml", "hdr"),
}

WordFile = Callable[..., bytes]


def word_bytes(body: str, **parts: str) -> bytes:
    """A Word file with a body and, by name, the content of further parts (``comments``, ``footnotes`` …)."""
    parts = {"styles": STYLES, **parts}
    files = {"word/document.xml": f"{_HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    overrides = f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    relations = ""
    for number, (kind, content) in enumerate(parts.items(), 1):
        name, types, content_type, root = _KINDS[kind]
        tag = root if ":" in root else f"w:{root}"
        files[name] = f"{_HEAD}<{tag} {NAMESPACES}>{content}</{tag}>"
        overrides += f'<Override PartName="/{name}" ContentType="{content_type}"/>'
        relations += f'<Relationship Id="rId{number}" Type="{types}/{kind}" Target="{name.removeprefix("word/")}"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        {
            "[Content_Types].xml": f'{_HEAD}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
            "_rels/.rels": f'{_HEAD}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{package}/relationships">'
            f"{relations}</Relationships>",
            **files,
        }
    )


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip file of the given entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 9, 7, 10, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.fixture(scope="session")
def word_file() -> WordFile:
    """Makes the bytes of a Word file, see :func:`word_bytes`."""
    return word_bytes


@pytest.fixture(scope="session")
def zip_file() -> Callable[[Mapping[str, str | bytes]], bytes]:
    """Makes the bytes of a zip file, see :func:`zipped`."""
    return zipped
