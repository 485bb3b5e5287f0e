"""The work of one task: its articles read, checked, and written down as records.

This is what a worker runs, in this process, another one, or on a cluster. The
same task gives the same bytes wherever it runs.
"""

from __future__ import annotations

import datetime
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import Any

from checker.across.plain import to_plain
from checker.across.profile import Profile
from checker.archive.failures import unread
from checker.archive.files import open_bytes
from checker.archive.model import Article, Columns, Options, Task, Unread
from checker.errors import CheckerError, InputError
from checker.model import Claim, Document, DocumentReport, Finding
from checker.pipeline import Settings, check_document, let_stand, profile_document, rules_for
from checker.reading import from_text, read_path
from checker.reporting.lines import Lines
from checker.suppression import let_by_draft

#: The longest text of a record that is taken; as for a file.
_MAX_CHARS = 20 * 1024 * 1024
#: Articles of a file that is damaged where they stand.
_DAMAGED = "damaged-part"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\s*(\d{4})[-/.]?(\d{1,2})(?!\d)")
#: A sentence of a finding is shown up to so many code points on either side of its figure.
_AROUND = 120
_ENDS = re.compile(r"[.؟!?\n]")


def run_task(task: Task, options: Options) -> bytes:
    """The records of a task, one JSON object a line, in the order of its articles."""
    settings = Settings(options.select, options.ignore, None)
    records = [
        ({**_unread(item), "source": True} if item.code == _DAMAGED else _unread(item))
        if isinstance(item, Unread)
        else _record(item, settings, link=options.link)
        for item in articles(task, options.columns)
    ]
    if task.broken is not None:
        records.append({**_unread(task.broken), "source": True})
    return "".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n" for r in records).encode(
        "utf-8", "replace"
    )


def articles(task: Task, columns: Columns) -> Iterator[Article | Unread]:
    """The articles of a task; one that is not as it must be is said in its place."""
    if task.kind == "files":
        for label, path in task.items:
            yield Article(label, label, "", path=path)
    elif task.kind == "lines":
        for number, line in task.items:
            yield _from_line(f"{task.label}:{number}", line, columns)
    elif task.kind == "rows":
        header, *rows = task.items
        for number, row in rows:
            yield _from_row(f"{task.label}:{number}", header, row, columns)
    elif task.items:
        yield from _from_parquet(task, columns)


def _from_line(place: str, line: bytes, columns: Columns) -> Article | Unread:
    try:
        record = json.loads(line)
    except UnicodeDecodeError as error:
        return unread(place, place, "mixed-encoding", why=f"0x{error.object[error.start]:02X}")
    except (ValueError, RecursionError) as error:
        return unread(place, place, "not-json", why=error)
    if not isinstance(record, dict):
        return unread(place, place, "not-json", why=type(record).__name__)
    return _article(place, record, columns)


def _from_row(place: str, header: list[str], row: list[str], columns: Columns) -> Article | Unread:
    for cell in row:
        if (bad := next((c for c in cell if "\udc80" <= c <= "\udcff"), None)) is not None:
            return unread(place, place, "mixed-encoding", why=f"0x{ord(bad) - 0xDC00:02X}")
    if len(row) < len(header):
        return unread(place, place, "too-few-cells", found=len(row), expected=len(header))
    return _article(place, dict(zip(header, row, strict=False)), columns)


def _from_parquet(task: Task, columns: Columns) -> Iterator[Article | Unread]:
    from pyarrow.parquet import ParquetFile

    first, last = task.items
    wanted = [name for name in (columns.text, columns.title, columns.id, columns.date, columns.group) if name]
    try:
        with open_bytes(task.name) as opened:
            file = ParquetFile(opened)
            ends = list(accumulate(file.metadata.row_group(k).num_rows for k in range(file.metadata.num_row_groups)))
            for group in range(bisect_right(ends, first), bisect_left(ends, last) + 1):
                at = ends[group - 1] if group else 0
                try:
                    for batch in file.iter_batches(1000, row_groups=[group], columns=list(dict.fromkeys(wanted))):
                        stretch = batch.slice(max(0, first - at), max(0, last - max(first, at)))
                        for number, row in enumerate(stretch.to_pylist(), max(first, at) + 1):
                            yield _article(f"{task.label}:{number}", row, columns)
                        at += batch.num_rows
                        if at >= last:
                            break
                except Exception as error:  # pyarrow raises what its own library raises; the other groups are whole
                    yield unread(task.label, "", _DAMAGED, first=at + 1, last=min(ends[group], last), why=_why(error))
    except Exception as error:
        yield unread(task.label, "", _DAMAGED, first=first + 1, last=last, why=_why(error))


def _why(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]


def _article(place: str, record: dict[str, Any], columns: Columns) -> Article | Unread:
    name = record.get(columns.id) if columns.id else None
    name = place if name is None or name == "" else str(name)
    text = record.get(columns.text)
    if text is None or (isinstance(text, str) and not text.strip()):
        return unread(place, name, "no-text", column=columns.text)
    if not isinstance(text, str):
        return unread(place, name, "not-text", column=columns.text, found=type(text).__name__)
    return Article(
        place, name, text, _plain(record, columns.title), _plain(record, columns.date), _plain(record, columns.group)
    )


def _plain(record: dict[str, Any], column: str | None) -> str | None:
    value = record.get(column) if column else None
    if value is None or value == "":
        return None
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return " ".join(str(value).split())[:300]


def _record(article: Article, settings: Settings, *, link: bool) -> dict[str, Any]:
    try:
        document = _document(article)
        whole, profile = profile_document(document, settings) if link else (None, None)
        report = check_document(document, settings) if whole is None else let_stand(whole, settings)
    except InputError as error:
        return _unread(Unread(article.place, article.id, error.code, error.ar, error.en))
    except CheckerError:
        raise
    except Exception as error:  # one article must never end the audit of all others
        why = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return _unread(unread(article.place, article.id, "internal", why=why))
    claims = {claim.id: claim for claim in report.claims}
    return {
        "id": article.id,
        "place": article.place,
        "title": _title(article, document),
        "date": article.date or document.date,
        "group": article.group,
        "chars": len(document.text),
        "claims": _claims(report),
        "compared": report.compared,
        "notices": [notice.code for notice in document.notices],
        "findings": [plain_finding(finding, document.text, claims) for finding in report.findings],
        "suppressed": len(report.suppressed),
        **(_for_linking(report, profile, settings) if profile is not None and profile.figures else {}),
    }


def _for_linking(report: DocumentReport, profile: Profile, settings: Settings) -> dict[str, Any]:
    """What linking needs of an article: its profile, its text, and where its comments let stand what others say."""
    left = let_by_draft(report, rules_for(settings))
    return {
        "profile": to_plain(profile),
        "text": report.document.text,
        **({"let_stand": left} if left else {}),
    }


def _document(article: Article) -> Document:
    if article.path is None:
        if len(article.text) > _MAX_CHARS:
            raise InputError(article.place, "too-large", ar="أطول من أن يكون مقالا", en="too long for an article")
        document = from_text(article.text, article.place, article.title)
        day = _DAY.match(article.date or "")
        return replace(document, date=day[0]) if day and document.date is None else document
    for found in read_path(article.path):
        if isinstance(found, InputError):
            raise found
        return found
    raise InputError(article.place, "empty", ar="لا مقال فيه", en="it holds no article")


def _title(article: Article, document: Document) -> str:
    words = article.title or (document.title.of(document.text) if document.title else document.text[:300])
    return " ".join(words.split())[:200]


def month_of(date: str | None) -> str | None:
    """``YYYY-MM`` of a date that begins with year and month, None of any other."""
    found = _MONTH.match(date) if date else None
    return f"{found[1]}-{int(found[2]):02d}" if found and 1 <= int(found[2]) <= 12 else None


def _claims(report: DocumentReport) -> list[list[Any]]:
    """The cells of :data:`checker.archive.tables.CLAIM_CELLS` for each claim."""
    lines = Lines(report.document.text)
    return [
        [
            c.id, lines.of(c.start), c.start, c.end, c.text, c.number_text, c.min, c.max, c.hedge.value,
            c.outcome.value, c.group.value, c.victims, c.implicit, c.part_of, c.event, c.source, c.in_title,
        ]
        for c in report.claims
    ]  # fmt: skip


def plain_finding(finding: Finding, text: str, claims: Mapping[str, Claim]) -> dict[str, Any]:
    """A finding with its sentences; ``claims`` are those of the text by id."""
    seen: dict[tuple[int, int], list[tuple[int, int]]] = {}
    spans = [(claims[name].start, claims[name].end) for name in finding.claims if name in claims]
    for start, end in spans or [(finding.start, finding.end)]:
        seen.setdefault(_sentence(text, start, end), []).append((start, end))
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "ar": finding.message["ar"],
        "en": finding.message["en"],
        "arithmetic": finding.arithmetic,
        "confidence": round(finding.confidence, 4),
        "line": finding.line,
        "column": finding.column,
        "start": finding.start,
        "end": finding.end,
        "claims": list(finding.claims),
        "sentences": [
            [text[low:high], sorted([start - low, end - low] for start, end in marks if low <= start <= end <= high)]
            for (low, high), marks in sorted(seen.items())
        ],
    }


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch, of a length that can be shown."""
    low = max(0, start - _AROUND)
    for match in _ENDS.finditer(text, low, start):
        low = match.end()
    stop = _ENDS.search(text, end, end + _AROUND)
    high = stop.end() if stop else min(len(text), end + _AROUND)
    while low < start and text[low].isspace():
        low += 1
    while high > end and text[high - 1].isspace():
        high -= 1
    return low, high


def _unread(item: Unread) -> dict[str, Any]:
    return {"id": item.id, "place": item.place, "unread": item.code, "ar": item.ar, "en": item.en}
