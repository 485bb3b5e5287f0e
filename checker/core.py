"""In a clone: the compiled core, where it was built and nothing that it was made of has been edited since.

The first ``uv run`` compiles it into ``build/native`` where there is a compiler,
and so does ``python native/here.py`` at any time. From then on the modules of a
check are those of machine language, until one of their sources changes: then
all is Python again, and whoever wants it builds it anew. The answers are the
same. ``CHECKER_NATIVE=off`` runs Python even so.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterable, Mapping
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from pathlib import Path
from zlib import crc32

SWITCH = "CHECKER_NATIVE"
_OFF = ("0", "no", "off", "false")
#: The path of a file, its size, when it was written, and its checksum.
Stamp = tuple[str, int, int, int]
#: What was made, and of what: see :func:`told`.
MADE = "made.bin"


def begin() -> None:
    """Let the compiled modules be found in front of those in Python; nothing else of the package is loaded yet."""
    root = Path(__file__).resolve().parents[1]
    modules = current(root)
    if modules and os.environ.get(SWITCH, "").strip().lower() not in _OFF:
        sys.meta_path.insert(0, _Finder(home(root), modules))


def current(root: Path) -> Mapping[str, str]:
    """Where in :func:`home` each compiled module of a clone lies.

    It is empty where nothing was compiled, or by another Python, or of other sources.
    """
    if not EXTENSION_SUFFIXES:
        return {}  # a Python that loads no compiled modules
    try:
        version, sources, modules = marshal.loads((home(root) / MADE).read_bytes())  # noqa: S302 - written by native/here.py
    except (OSError, EOFError, TypeError, ValueError):  # as everywhere but in a clone where it was built
        return {}
    unedited = version == sys.version and all(_is_unedited(root, *source) for source in sources)
    return modules if unedited else {}


def home(root: Path) -> Path:
    """Where the compiled modules of a clone lie, for this Python."""
    return root / "build" / "native" / EXTENSION_SUFFIXES[0].split(".")[1]


def told(stamps: Iterable[Stamp], modules: Mapping[str, str]) -> bytes:
    """What :func:`current` reads: the files that must stay as they are, and where each module is."""
    return marshal.dumps((sys.version, list(stamps), dict(modules)))


def stamp(root: Path, name: str) -> Stamp:
    """A file as it is now, by its path below the root of the clone."""
    path = root / name
    found = path.stat()
    return name, found.st_size, found.st_mtime_ns, crc32(path.read_bytes())


def _is_unedited(root: Path, name: str, size: int, time: int, checksum: int) -> bool:
    path = root / name
    try:
        found = path.stat()
        if found.st_size != size:
            return False
        return found.st_mtime_ns == time or crc32(path.read_bytes()) == checksum
    except OSError:
        return False


class _Finder:
    """Finds the modules that were compiled, and leaves the others to Python."""

    def __init__(self, folder: Path, modules: Mapping[str, str]) -> None:
        self._folder = folder
        self._modules = modules

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """As the import system asks for it."""
        file = self._modules.get(name)
        if file is None:
            return None
        where = str(self._folder / file)
        spec = ModuleSpec(name, ExtensionFileLoader(name, where), origin=where)
        spec.has_location = True
        return spec
