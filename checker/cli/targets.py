"""Where reports go and in which format: ``--format`` and ``--output``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

from checker.cli import declare as typer
from checker.cli.common import one_of, write_bytes, write_out
from checker.errors import UsageError
from checker.reporting.formats import FORMATS, format_of

#: A name before a colon; one letter is a drive.
_NAMED = re.compile(r"([A-Za-z][\w-]+):(.*)", re.DOTALL)

Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="NAME", help=f"How to report: {', '.join(FORMATS)}. Default: terminal."),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[NAME:]FILE",
        help="Write to a file instead, several times for several; - is standard output.",
    ),
]


class Target(NamedTuple):
    """One report of a run: its format, and its file, or None for standard output."""

    format: str
    file: Path | None


def targets(format_: str | None, outputs: Sequence[str] | None) -> list[Target]:
    """The reports that a command line asks for.

    A file's format is the name before it (``sarif:findings.json``), else that
    of ``--format``, else what its suffix says.

    Raises:
        UsageError: a format is not known, a suffix says none, or two reports would share one file.
    """
    wanted = one_of(format_, tuple(FORMATS), "format", "الصيغة") if format_ is not None else None
    if not outputs:
        return [Target(wanted or "terminal", None)]
    found = [_target(wanted, output) for output in outputs]
    for number, target in enumerate(found):
        if any(_same(target, other) for other in found[:number]):
            name = target.file or "-"
            raise UsageError("two-outputs", ar=f"تقريران إلى {name}", en=f"two reports would go to {name}")
    return found


def _same(one: Target, other: Target) -> bool:
    if one.file is None or other.file is None:
        return one.file is other.file
    return one.file.absolute() == other.file.absolute()


def _target(wanted: str | None, output: str) -> Target:
    named = _NAMED.fullmatch(output)
    if named:
        name, output = one_of(named[1], tuple(FORMATS), "format", "الصيغة"), named[2]
    else:
        name = wanted or ("terminal" if output == "-" else format_of(output)) or ""
    if not output or not name:
        known = ", ".join(FORMATS)
        raise UsageError(
            "no-format",
            ar=f"لا تُعرف الصيغة من اسم الملف «{output}»؛ اكتبها قبله (html:{output or 'FILE'})؛ المعروف: {known}",
            en=f'the name "{output}" says no format; put one before it (html:{output or "FILE"}); known: {known}',
        )
    return Target(name, None if output == "-" else Path(output))


def write_target(target: Target, rendered: str | bytes) -> None:
    """Write a finished report where it goes.

    Raises:
        UsageError: its file cannot be written.
    """
    if isinstance(rendered, bytes):
        write_bytes(rendered, target.file)
    else:
        write_out(rendered, target.file)
