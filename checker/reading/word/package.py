"""The zip package of a Word file, opened with care.

Nothing is unpacked to disk, no part is read whose size is out of all
proportion, and no document type declaration, which is where XML keeps its
external entities and its bombs, is followed.
"""

from __future__ import annotations

import codecs
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from checker.reading.failures import failure
from checker.reading.word.markup import BrokenMarkup, Forbidden, OnEnd, OnStart, OnText, scan

#: The largest part that is read, unpacked, in bytes. The text of a long novel takes some 5 MB.
MAX_PART = 32 * 1024 * 1024
#: All parts together that the main one refers to.
MAX_PARTS = 4 * MAX_PART
#: More files than this are in no Word document.
_MAX_ENTRIES = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The stream in which Office keeps a package that is under a password, as its directory writes it.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: The mark of an encrypted entry in a zip directory.
_FLAG_ENCRYPTED = 0x1
#: Relationship types, transitional and strict, are told apart by their last word only.
_MAIN = "officeDocument"
_DECLARATION = re.compile(r"\A<\?xml[^>]*\?>")


class Package(NamedTuple):
    """A Word package: what it holds, the name of its main part, and the parts that this one refers to.

    ``related`` maps the last word of a relationship's type (``comments``,
    ``styles``, ``header`` …) to names of parts, in the order of the package.
    """

    path: str
    archive: zipfile.ZipFile
    main: str
    related: Mapping[str, tuple[str, ...]]

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            InputError: ``broken-package`` or ``expands-too-far``.
        """
        return as_utf8(_read(self.archive, part, self.path))

    def first(self, kind: str) -> str | None:
        """The first part of a kind, if there is one."""
        return next(iter(self.related.get(kind, ())), None)


def open_package(data: bytes, path: str) -> Package:
    """Open a Word file.

    Raises:
        InputError: ``password``, ``old-word``, ``broken-package``, ``not-word``,
            ``expands-too-far``, ``unsafe-markup``.
    """
    if data.startswith(_OLE):
        raise failure(path, "password" if _ENCRYPTED in data else "old-word")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RecursionError) as error:
        raise failure(path, "broken-package", why=str(error)) from error
    if len(names) > _MAX_ENTRIES:
        raise failure(path, "expands-too-far", part=f"{len(names)} files", limit=f"{_MAX_ENTRIES} files")
    if any(entry.flag_bits & _FLAG_ENCRYPTED for entry in archive.infolist()):
        raise failure(path, "password")
    known = frozenset(names)
    roots = _relations(archive, "", known, path).get(_MAIN, ())
    if not roots or "[Content_Types].xml" not in known:
        raise failure(path, "not-word")
    main = roots[0]
    if "wordprocessingml" not in _content_type(archive, main, path):
        raise failure(path, "not-word")
    related = _relations(archive, main, known, path)
    texts = {part for parts in related.values() for part in parts if part.endswith(".xml")}
    # A part never gives more than the size that the directory says, so their sum is a limit too.
    if sum(archive.getinfo(part).file_size for part in texts) > MAX_PARTS:
        raise failure(path, "expands-too-far", part="word/*.xml", limit=f"{MAX_PARTS // 1024 // 1024} MB")
    return Package(path, archive, main, related)


def as_utf8(data: bytes) -> bytes:
    """A part in UTF-8, so that byte offsets mean the same in every file; Word itself writes nothing else."""
    for bom, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(bom):
            return _DECLARATION.sub("", data[len(bom) :].decode(encoding, "replace"), count=1).encode()
    return data


def relations_of(part: str) -> str:
    """The name of the part that holds the relationships of another; ``""`` is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations(archive: zipfile.ZipFile, part: str, known: frozenset[str], path: str) -> dict[str, tuple[str, ...]]:
    """Targets inside the package by the last word of their type; what lies outside is never looked at."""
    name = relations_of(part)
    if name not in known:
        return {}
    found: dict[str, list[str]] = {}
    for tag, attributes in _elements(archive, name, path):
        if tag != "Relationship" or attributes.get("TargetMode") == "External":
            continue
        target = attributes.get("Target", "")
        joined = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
        target = posixpath.normpath(joined)
        if target in known:
            found.setdefault(attributes.get("Type", "").rpartition("/")[2], []).append(target)
    return {kind: tuple(dict.fromkeys(targets)) for kind, targets in found.items()}


def _content_type(archive: zipfile.ZipFile, part: str, path: str) -> str:
    suffix = posixpath.splitext(part)[1].lstrip(".").lower()
    default = ""
    for tag, attributes in _elements(archive, "[Content_Types].xml", path):
        if tag == "Override" and attributes.get("PartName", "").lstrip("/") == part:
            return attributes.get("ContentType", "")
        if tag == "Default" and attributes.get("Extension", "").lower() == suffix:
            default = attributes.get("ContentType", "")
    return default


def _elements(archive: zipfile.ZipFile, part: str, path: str) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []

    def start(tag: str, attributes: dict[str, str], _offset: int) -> None:
        found.append((tag.rpartition(":")[2], attributes))

    scan_part(_read(archive, part, path), part, path, start=start)
    return found


def scan_part(
    data: bytes, part: str, path: str, *, start: OnStart, end: OnEnd | None = None, text: OnText | None = None
) -> None:
    """Scan one part; its faults become errors of the input.

    Raises:
        InputError: ``unsafe-markup`` or ``broken-markup``.
    """
    try:
        scan(data, start=start, end=end, text=text)
    except Forbidden as error:
        raise failure(path, "unsafe-markup", part=part) from error
    except BrokenMarkup as error:
        raise failure(path, "broken-markup", part=part, why=str(error)) from error


def _read(archive: zipfile.ZipFile, part: str, path: str) -> bytes:
    try:
        if archive.getinfo(part).file_size > MAX_PART:
            raise _expands(path, part)
        with archive.open(part) as stream:
            data = stream.read(MAX_PART + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise failure(path, "broken-package", why=f"{part}: {error}") from error
    if len(data) > MAX_PART:
        raise _expands(path, part)
    return data


def _expands(path: str, part: str) -> Exception:
    return failure(path, "expands-too-far", part=part, limit=f"{MAX_PART // 1024 // 1024} MB")
