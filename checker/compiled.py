"""Rule files as they were last read, kept so that a new process need not parse them again.

The key is the content of the files, so an edited file is always read anew. What
is kept are plain values (:mod:`marshal`), for this version of Python and of the
checker alone, under ``$XDG_CACHE_HOME/checker`` or ``~/.cache/checker``. A file
that is missing, cut short or of another version is made again, and a folder
that cannot be written to costs the time of reading the rules, nothing else.
``CHECKER_CACHE=off`` keeps nothing.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from checker.version import __version__

SWITCH = "CHECKER_CACHE"
#: Bytes of the checksum in front.
_SUM = 4
#: So many files are kept, of several versions and checkouts.
_MOST_KEPT = 16


def recalled(name: str, content: Sequence[bytes], make: Callable[[], Any]) -> Any:
    """What ``make`` gives, from the last time if the content is the same.

    ``name`` is that of the file; what is made holds plain values only:
    numbers, strings, None, tuples, lists, dictionaries, sets.
    """
    path = _folder()
    if path is None:
        return make()
    key = [f"{__version__} {sys.version}".encode(), *content]
    path /= f"{name}-{crc32(b''.join(key)):08x}.bin"
    found = _load(path)
    if found is None or found[0] != key:
        found = key, make()
        _keep(path, found)
    return found[1]


def _folder() -> Path | None:
    if os.environ.get(SWITCH, "").strip().lower() == "off":
        return None
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return Path(root, "checker") if root else Path.home() / ".cache" / "checker"
    except RuntimeError:  # a user without a home
        return None


def _load(path: Path) -> Any:
    """The value of a file, None where there is none or it is damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if int.from_bytes(data[:_SUM], "big") != crc32(data[_SUM:]):
        return None
    try:
        return marshal.loads(memoryview(data)[_SUM:])  # noqa: S302 - the user's own file, whole as its sum says
    except (EOFError, TypeError, ValueError):
        return None


def _keep(path: Path, value: Any) -> None:
    """Write a value beside its place and move it there, so that nobody reads half of it."""
    body = marshal.dumps(value)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = sorted(path.parent.glob("*.bin"), key=lambda old: old.stat().st_mtime)
        for old in kept[:-_MOST_KEPT]:
            old.unlink(missing_ok=True)
        beside.write_bytes(crc32(body).to_bytes(_SUM, "big") + body)
        beside.replace(path)
