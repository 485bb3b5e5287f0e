"""Where the rule data lives: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from checker.compiled import recalled
from checker.errors import CheckerError, RuleFileError

_PACKAGE = Path(__file__).resolve().parent


def package_root() -> Path:
    """The folder of the package with what is written in Python, wherever compiled modules lie."""
    return _PACKAGE


@cache
def rules_root() -> Path:
    """The folder that holds ``ar/`` and ``checks/``.

    Raises:
        RuleFileError: the installation has no rules folder.
    """
    for root in (_PACKAGE / "_rules", _PACKAGE.parent / "rules"):
        if (root / "checks").is_dir():
            return root
    raise RuleFileError("rules/", "checks/", "a folder with the rule files", "none")


def load_toml(path: Path) -> dict[str, Any]:
    """Read one rule file.

    Raises:
        RuleFileError: the file is missing, not UTF-8, or not valid TOML.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RuleFileError(path.name, "-", "a readable file", str(error.strerror)) from error
    known = _shipped().get(data)
    return marshal.loads(known) if known is not None else _parse(data, path)  # noqa: S302 - made by _shipped


def _parse(data: bytes, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise RuleFileError(path.name, "-", "UTF-8 text", f"byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(path.name, "-", "valid TOML", str(error)) from error


@cache
def _shipped() -> dict[bytes, bytes]:
    """The rule files that ship with the project, parsed and marshalled, by their bytes."""

    def parse() -> dict[bytes, bytes]:
        return {data: marshal.dumps(_parse(data, path)) for path, data in files.items()}

    try:
        files = {path: path.read_bytes() for path in sorted(rules_root().rglob("*.toml"))}
        found: dict[bytes, bytes] = recalled("rules", [Path(__file__).read_bytes(), *files.values()], parse)
    except (CheckerError, OSError, ValueError):  # a broken file is said where it is asked for; a date is not plain
        return {}
    return found


def load_merged(folders: Sequence[Path], name: str) -> dict[str, Any]:
    """A rule file of the first folder with what the same file adds in the others: words behind words, table by table.

    Raises:
        RuleFileError: the first folder lacks the file, one is not valid TOML,
            or one adds a key that the first does not have.
    """
    merged = load_toml(folders[0] / name)
    shipped = dict(merged)
    for folder in folders[1:]:
        if (folder / name).exists():
            file = f"{folder.name}/{name}"
            _add(file, merged, shipped, load_toml(folder / name))
    return merged


def _add(file: str, merged: dict[str, Any], shipped: Mapping[str, Any], added: Mapping[str, Any], at: str = "") -> None:
    inner = {key for table in shipped.values() if isinstance(table, dict) for key in table}
    for key, value in added.items():
        known = shipped.keys() if not at else inner
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key, known, 1)
            raise RuleFileError(file, at + key, f"a known key such as {near[0] if near else next(iter(known))}")
        old = merged.get(key, type(value)())
        if type(old) is not type(value):
            raise RuleFileError(file, at + key, f"a {type(old).__name__}", type(value).__name__)
        if isinstance(value, dict):
            merged[key] = dict(old)
            _add(file, merged[key], shipped, value, f"{at}{key}.")
        else:
            merged[key] = [*old, *value] if isinstance(value, list) else value
