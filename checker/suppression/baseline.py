"""The findings of an old archive that are known: a file of fingerprints that people can read.

A fingerprint is made of the rule, its figures and the words beside them
(:mod:`checker.consistency.fingerprint`): an edit elsewhere keeps it, and so
does moving the file. What else an entry holds is for its readers alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from checker.consistency.fingerprint import fingerprint
from checker.errors import ConfigurationError
from checker.model import Finding, Report

VERSION = 1
#: The file that ``checker baseline`` writes where no other is named.
DEFAULT = "checker-baseline.json"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One known finding; ``path`` and ``line`` say where it was when it was written down."""

    path: str
    line: int
    rule: str
    arithmetic: str
    message: str
    fingerprint: str


def entries(report: Report, lang: str) -> list[Entry]:
    """The findings of a report as entries, in order, none twice; those that the draft lets stand are not among them."""
    found: dict[str, Entry] = {}
    for document in report.documents:
        for finding in document.findings:
            name = fingerprint(finding, document.claims, document.document)
            found.setdefault(name, _entry(finding, document.document.path, name, lang))
    return sorted(found.values())


def _entry(finding: Finding, path: str, name: str, lang: str) -> Entry:
    where = Path(path).as_posix()
    return Entry(where, finding.line, finding.rule, finding.arithmetic, finding.message[lang], name)


def write_baseline(path: Path, known: Iterable[Entry]) -> None:
    """Write the file whole or not at all, an entry a line, so that a change to it reads well in a diff.

    Raises:
        OSError: it cannot be written.
    """
    lines = ",\n".join("  " + json.dumps(asdict(entry), ensure_ascii=False) for entry in sorted(known))
    text = f'{{\n "version": {VERSION},\n "findings": [\n{lines}\n ]\n}}\n'
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def read_baseline(path: Path) -> list[Entry]:
    """The entries of a baseline.

    Raises:
        ConfigurationError: it is missing, or no baseline of this version.
    """
    file = str(path)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(
            file, "-", ar="ملف يمكن قراءته", en="a readable file", found=error.strerror or str(error)
        ) from error
    except (ValueError, RecursionError) as error:
        raise ConfigurationError(file, "-", ar="ملف JSON صحيح", en="valid JSON", found=str(error)[:80]) from error
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("findings"), list):
        raise ConfigurationError(
            file, "version", ar=f"خط أساس من الإصدار {VERSION}", en=f"a baseline of version {VERSION}"
        )
    return [_read(file, number, value) for number, value in enumerate(data["findings"], 1)]


def _read(file: str, number: int, value: object) -> Entry:
    names = [field.name for field in fields(Entry)]
    if isinstance(value, dict) and set(value) == set(names) and isinstance(value["line"], int):
        return Entry(
            str(value["path"]),
            value["line"],
            str(value["rule"]),
            str(value["arithmetic"]),
            str(value["message"]),
            str(value["fingerprint"]),
        )
    listed_ar, listed_en = "، ".join(names), ", ".join(names)
    raise ConfigurationError(file, f"findings[{number}]", ar=f"مدخل فيه {listed_ar}", en=f"an entry with {listed_en}")
