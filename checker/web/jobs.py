"""What a worker does with one draft: read it, check it, write the answer.

Everything that costs time happens here; nothing here knows of HTTP but the
status that an answer bears.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from checker.errors import CheckerError, InputError
from checker.facts import gather
from checker.model import Document, Facts, Failure, Report, Severity
from checker.pipeline import Settings, check_document, failure_of
from checker.reading import from_text
from checker.reading.failures import printable
from checker.reading.formats import reader_for
from checker.reporting.json_report import SCHEMA, claim_dict, to_dict
from checker.version import __version__
from checker.web.downloads import downloads
from checker.web.frames import Frame

JSON = "application/json"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work; the draft itself travels beside it.

    ``do`` is ``check``, ``extract``, ``open`` (check, and give the text as
    well) or ``report`` (in ``format``, in ``lang``). ``file`` says that the
    draft is the bytes of a file called ``name``, else it is UTF-8 text.
    """

    do: str
    name: str = "-"
    file: bool = False
    title: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: str = "json"
    lang: str = "ar"


def perform(job: Job, draft: bytes) -> Frame:
    """Do a job; the head of the answer holds its HTTP status and either its media type or the error."""
    try:
        return _perform(job, draft)
    except CheckerError as error:
        return _refusal(422, error.code, error.ar, error.en)
    except MemoryError:
        return _refusal(
            413,
            "too-much-memory",
            "فحص هذا الملف يحتاج إلى ذاكرة أكثر من المسموح",
            "this needs more memory than allowed",
        )
    except Exception as error:
        # The message of an error may quote the draft; where it happened does not.
        frames = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
        answer = _refusal(500, "internal", "خطأ داخلي في البرنامج", "internal error")
        answer.head["trace"] = [type(error).__name__, *frames]
        return answer


def _refusal(status: int, code: str, ar: str, en: str) -> Frame:
    return Frame({"status": status, "error": {"code": code, "message": {"ar": ar, "en": en}}})


def _perform(job: Job, draft: bytes) -> Frame:
    if job.do == "extract":
        facts, failures = _each(job, draft, gather)
        return _answer(_dump(_claims(facts, failures)), JSON, claims=sum(len(one.claims) for one in facts))
    settings = Settings(tuple(job.select), tuple(job.ignore))
    documents, failures = _each(job, draft, lambda document: check_document(document, settings))
    report = Report(tuple(documents), tuple(failures))
    counts = {
        "claims": len(report.claims),
        "findings": {severity.value: report.count(severity) for severity in Severity},
    }
    if job.do == "report":
        download = downloads()[job.format]
        return _answer(download.write(report, job.lang, draft if job.file else None), download.media_type, **counts)
    body: dict[str, Any] = to_dict(report)
    if job.do == "open":
        body = {"texts": [one.document.text for one in documents], "report": body}
    return _answer(_dump(body), JSON, **counts)


def _answer(body: bytes, media_type: str, **counts: object) -> Frame:
    return Frame({"status": 200, "media_type": media_type, **counts}, body)


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _each(job: Job, draft: bytes, work: Callable[[Document], T]) -> tuple[list[T], list[Failure]]:
    """What the work makes of each article of the draft, and what of it could not be read.

    Raises:
        InputError: nothing of it could be read.
    """
    done: list[T] = []
    errors: list[InputError] = []
    for document in _documents(job, draft):
        try:
            if isinstance(document, InputError):
                raise document
            done.append(work(document))
        except InputError as error:
            errors.append(error)
    if errors and not done:
        raise errors[0]
    return done, [failure_of(error) for error in errors]


def _documents(job: Job, draft: bytes) -> Iterator[Document | InputError]:
    name = printable(job.name)
    if job.file:
        yield from reader_for(name)(draft, name)
    else:
        yield from_text(draft.decode(), path=name, title=job.title)


def _claims(facts: list[Facts], failures: list[Failure]) -> dict[str, Any]:
    """The part of the contract that says what is stated, not whether it holds."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "checker", "version": __version__},
        "documents": [
            {"path": one.document.path, "claims": [claim_dict(claim) for claim in one.claims]} for one in facts
        ],
        "failures": [{"path": f.path, "code": f.code, "message": {"ar": f.ar, "en": f.en}} for f in failures],
    }
