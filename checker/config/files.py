"""Which file is the configuration's; what reads it is loaded only where there is one."""

from __future__ import annotations

from pathlib import Path

from checker.config.effective import Configuration

_OWN, _SHARED = "checker.toml", "pyproject.toml"


def find(start: Path) -> Path | None:
    """The file that speaks for a folder: its own, or that of the nearest folder above it that has one.

    That is ``checker.toml``, else a ``pyproject.toml`` that speaks of the checker.
    """
    folder = start.resolve()
    for parent in (folder, *folder.parents):
        own, shared = parent / _OWN, parent / _SHARED
        if own.is_file():
            return own
        if _speaks(shared):
            return shared
    return None


def load(path: Path | None) -> Configuration:
    """The configuration of a file; without one, the shipped settings.

    Raises:
        ConfigurationError: the file cannot be read, is not valid TOML, or a
            key of it is unknown, or a value is not as it must be.
        RuleFileError: a house rule is not as it must be.
    """
    if path is None:
        return Configuration(Path.cwd())
    from checker.config.toml import read

    return read(path)


def _speaks(path: Path) -> bool:
    """Whether a ``pyproject.toml`` is there and has our table; one that cannot be read is not ours to complain of."""
    try:
        return b"tool.checker" in path.read_bytes()
    except OSError:
        return False
