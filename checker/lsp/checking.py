"""One draft, checked."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.errors import CheckerError, InputError
from checker.model import DocumentReport, Failure
from checker.pipeline import Settings, check_document, failure_of
from checker.reading.formats import reader_for

_SURROGATE = re.compile("[\ud800-\udfff]")
_BYTE_ORDER_MARK, _WORD_JOINER = "\ufeff", "\u2060"
#: What the error for a text without words is called; such a draft has only just been begun.
_EMPTY = "empty"


class Job(NamedTuple):
    """A draft to be checked, and what is looked for in it."""

    text: str
    path: str
    markdown: bool
    settings: Settings


def check_draft(job: Job) -> DocumentReport | Failure | None:
    """What the checker says of a draft; offsets hold for its text.

    A draft without words has no report; one that cannot be checked is a failure.
    """
    try:
        reader = reader_for("draft.md" if job.markdown else "draft.txt")
        for document in reader(_encoded(job.text), job.path):
            if isinstance(document, InputError):
                raise document
            return check_document(document, job.settings)
    except InputError as error:
        return None if error.code == _EMPTY else failure_of(error)
    except CheckerError as error:
        return Failure(job.path, error.code, error.ar, error.en)
    return None


def internal(path: str, error: Exception) -> Failure:
    """An error inside the checker, as what is said of the draft."""
    kind = type(error).__name__
    return Failure(
        path,
        "internal",
        f"لم تُفحص المسودة: خطأ داخلي في البرنامج ({kind})",
        f"the draft was not checked: internal error ({kind})",
    )


def _encoded(text: str) -> bytes:
    """The bytes of a draft, as a reader takes them; no code point is lost or added on the way.

    Half a surrogate pair becomes the mark of a damaged character, and a mark
    at the very beginning that a reader would cut off becomes another one
    without width.
    """
    if text.startswith(_BYTE_ORDER_MARK):
        text = _WORD_JOINER + text[1:]
    return _SURROGATE.sub("\ufffd", text).encode()
