"""The versions of a file that git keeps, through renames."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.errors import InputError, UsageError
from checker.model import Document
from checker.reading.failures import printable
from checker.reading.formats import MAX_BYTES, reader_for
from checker.reading.sources import read_path
from checker.values import replace

#: Commit, day, and the name that the file had then.
_FORMAT = "%x00%H%x00%cs"
_ENTRY = re.compile(r"\x00([0-9a-f]{40,64})\x00(\d{4}-\d\d-\d\d)\x00\n([^\x00]+)")
_SHORT = 9


def versions_of(path: str) -> Iterator[Document | InputError]:
    """Every version of a file, oldest first, the one in the working folder last if it is not committed.

    A version's path is ``FILE@COMMIT``; where it has no date of its own, that
    of the commit is its date. Versions with the same text follow one another
    only once. A version that cannot be read is an error in its place.

    Raises:
        UsageError: git is not there, or knows no version of the file.
        InputError: the file is not there.
    """
    file = Path(path)
    if not file.is_file():
        yield from read_path(path)  # which says what is wrong with it
        return
    last: bytes | None = None
    for commit, day, name in reversed(_log(file)):
        data = _show(file, commit, name)
        if data is None or data == last:
            continue
        last = data
        yield from _read(data, f"{name}@{commit[:_SHORT]}", name, day)
    now = file.read_bytes()
    if now != last:
        yield from _read(now, path, path, None)


def _read(data: bytes, path: str, name: str, day: str | None) -> Iterator[Document | InputError]:
    if len(data) > MAX_BYTES:
        yield InputError(path, "too-large", ar=f"{path}: أكبر من الحد", en=f"{path}: larger than the limit")
        return
    try:
        for found in reader_for(name)(data, printable(path)):
            dated = isinstance(found, Document) and found.date is None and day is not None
            yield replace(found, date=day) if dated and isinstance(found, Document) else found
    except InputError as error:
        yield error


def _log(file: Path) -> list[tuple[str, str, str]]:
    """Commits that changed the file, newest first, each with its day and the file's name in it."""
    text = os.fsdecode(
        _git(file, ["log", "--follow", "--no-color", "--name-only", "-z", f"--format={_FORMAT}", "--", file.name])
    )
    found = [(m[1], m[2], m[3]) for m in _ENTRY.finditer(text)]
    if not found:
        raise _error(file, "لا يعرف git له أي نسخة", "git knows no version of it")
    return found


def _show(file: Path, commit: str, name: str) -> bytes | None:
    """The file in a commit; None where the commit deleted it."""
    try:
        return _git(file, ["cat-file", "blob", f"{commit}:{name}"])
    except UsageError:
        return None


def _git(file: Path, words: Sequence[str]) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(file.parent), "-c", "core.quotePath=false", *words],  # noqa: S607
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise _error(file, "تعذر تشغيل git", "git cannot be run") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _error(file, said[0] if said else "لا مستودع هنا", said[0] if said else "no repository here")
    return done.stdout


def _error(file: Path, ar: str, en: str) -> UsageError:
    return UsageError("history", ar=f"‎--history {printable(file)}: {ar}", en=f"--history {printable(file)}: {en}")
