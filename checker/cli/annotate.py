"""``checker check --annotate``: the findings as comments in a copy of the Word file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from checker.cli import declare as typer
from checker.cli.common import cannot_write, spare_inputs
from checker.errors import UsageError
from checker.model import Report

if TYPE_CHECKING:
    from checker.consistency.rules import RuleSet

SUFFIXES = (".docx", ".docm")

Annotate = Annotated[
    Path | None,
    typer.Option("--annotate", metavar="FILE", help="A copy of the Word file with the findings as comments."),
]


def check_target(target: Path | None, paths: Sequence[str], output: Path | None) -> None:
    """Refuse what cannot be annotated before anything is checked.

    Raises:
        UsageError: the inputs are not one Word file, or the copy would be written over it or over the report.
    """
    if target is None:
        return
    if len(paths) != 1 or Path(paths[0]).suffix.lower() not in SUFFIXES or Path(paths[0]).is_dir():
        raise UsageError(
            "annotate-one",
            ar="‎--annotate يحتاج إلى ملف وورد واحد (‎.docx)؛ مثال: checker check draft.docx --annotate checked.docx",
            en="--annotate takes one Word file (.docx): checker check draft.docx --annotate checked.docx",
        )
    if target.suffix.lower() != Path(paths[0]).suffix.lower():
        suffix = Path(paths[0]).suffix
        raise UsageError(
            "annotate-suffix",
            ar=f"الملف {target} لا ينتهي بـ {suffix} كالأصل، فلن يفتحه وورد",
            en=f"{target} does not end in {suffix} as the original does, so Word would not open it",
        )
    spare_inputs(target, paths)
    if output is not None and output.absolute() == target.absolute():
        raise UsageError(
            "annotate-output",
            ar=f"‎--annotate و‎--output يكتبان إلى الملف نفسه {target}",
            en=f"--annotate and --output both write to {target}",
        )


def write_annotated(target: Path, source: str, report: Report, rules: RuleSet, lang: str, spoken: str) -> None:
    """Write the copy, whole or not at all, and say so on standard error; the original is only read.

    ``lang`` is that of the comments, ``spoken`` that of the message.

    Raises:
        UsageError: the copy cannot be written.
        InputError: the file has changed since it was checked.
    """
    if not report.documents:
        return
    from checker.reporting.messages import say
    from checker.reporting.word import annotate

    document = report.documents[0]
    try:
        data = Path(source).read_bytes()
    except OSError as error:
        raise cannot_write(target, error) from error
    done = annotate(data, document, rules, lang)
    try:
        _replace(target, done.data)
    except OSError as error:
        raise cannot_write(target, error) from error
    message = say(spoken, "annotated", path=target, count=done.added)
    if done.present:
        message += " " + say(spoken, "annotated_present", count=done.present)
    print(f"checker: {message}", file=sys.stderr)  # noqa: T201


def comment_language(wanted: str | None, spoken: str) -> str:
    """Arabic, unless a language was asked for: a locale is that of the machine, comments go to the desk."""
    return spoken if wanted or os.environ.get("CHECKER_LANG") else "ar"


def _replace(target: Path, data: bytes) -> None:
    """Write beside the target and move into its place, so that no half of a file is ever there."""
    import tempfile

    mask = os.umask(0)
    os.umask(mask)
    handle, name = tempfile.mkstemp(prefix=".checker-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
