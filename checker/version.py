"""The version, for the report and the package, and which of its two builds this is."""

from __future__ import annotations

__version__ = "0.1.0"


def is_native() -> bool:
    """Whether the modules that take the time of a check are compiled ones."""
    from importlib.util import find_spec

    found = find_spec("checker.facts")
    return found is not None and not (found.origin or "").endswith(".py")
