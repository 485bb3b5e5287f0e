"""Finding and reading the file of the configuration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from checker.config.effective import Configuration, Layer, PathLayer
from checker.config.keys import GLOBAL, SHARED, SUPPRESS, read_table, read_values, text_of, words_of
from checker.consistency import RuleSet, load_rules
from checker.errors import ConfigurationError, UsageError
from checker.suppression import Allowance

NAMES = ("checker.toml", "pyproject.toml")
#: What an entry ``[[suppress]]`` can ask for besides, and what it must be.
_FURTHER = {"text": ("كلمات من الجملة", "words of the sentence"), "fingerprint": ("بصمة", "a fingerprint")}


def find(start: Path) -> Path | None:
    """The file that speaks for a folder: its ``checker.toml``, else its ``pyproject.toml`` with ``[tool.checker]``,
    else that of the nearest folder above it that has one.

    Raises:
        ConfigurationError: a ``pyproject.toml`` on the way is not valid TOML and speaks of the checker.
    """
    folder = start.resolve()
    for parent in (folder, *folder.parents):
        for name in NAMES:
            path = parent / name
            if path.is_file() and (name == NAMES[0] or b"tool.checker" in _bytes(path)):
                return path
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
    file = str(path)
    data = _table(path)
    root = path.resolve().parent
    values = _placed(file, root, read_values(file, data, GLOBAL))
    per_path = tuple(_per_path(file, root, path.name, data, k, t) for k, t in _tables(file, data, "per_path"))
    folders = [*values.get("rules", ()), *(f for layer in per_path for f in layer.layer.values.get("rules", ()))]
    rules = load_rules(tuple(dict.fromkeys(folders)))
    for at, told in (("", values), *((f"per_path[{k}].", p.layer.values) for k, p in enumerate(per_path, 1))):
        _check_rules(file, at, told, rules)
    allowances = tuple(_allowance(file, path.name, k, t, rules) for k, t in _tables(file, data, "suppress"))
    return Configuration(root, Layer(path.name, values), per_path, allowances, path)


def _table(path: Path) -> Mapping[str, Any]:
    import tomllib  # a plain check without a configuration has no use for it

    try:
        data = tomllib.loads(_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _unreadable(path, "نص بترميز UTF-8", "UTF-8 text", f"byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, "ملف TOML صحيح", "valid TOML", str(error)) from error
    if path.name != "pyproject.toml":
        return data
    tool = data.get("tool", {})
    table = tool.get("checker", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigurationError(str(path), "tool.checker", ar="جدول", en="a table", found=repr(table)[:60])
    return table


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, "ملف يمكن قراءته", "a readable file", error.strerror or str(error)) from error


def _unreadable(path: Path, ar: str, en: str, found: str) -> ConfigurationError:
    return ConfigurationError(str(path), "-", ar=ar, en=en, found=found)


def _tables(file: str, data: Mapping[str, Any], name: str) -> Iterable[tuple[int, Any]]:
    tables = data.get(name, data.get(name.replace("_", "-"), []))
    if not isinstance(tables, list):
        raise ConfigurationError(file, name, ar=f"جداول [[{name}]]", en=f"[[{name}]] tables", found=repr(tables)[:60])
    return enumerate(tables, 1)


def _placed(file: str, root: Path, values: dict[str, Any]) -> dict[str, Any]:
    """Folders and files as paths below the folder of the configuration."""
    for key in ("lexicon", "rules"):
        if key in values:
            values[key] = tuple(root / name for name in values[key])
            for folder in values[key]:
                if not folder.is_dir():
                    raise ConfigurationError(file, key, ar="مجلد موجود", en="a folder that is there", found=str(folder))
    if "baseline" in values:
        values["baseline"] = root / values["baseline"]
    return values


def _per_path(file: str, root: Path, name: str, data: Mapping[str, Any], number: int, table: Any) -> PathLayer:
    at = f"per_path[{number}]"
    told = dict(read_table(file, table, ("paths", *SHARED), at))
    paths = words_of(file, f"{at}.paths", told.pop("paths", None))
    values = _placed(file, root, read_values(file, told, SHARED, f"{at}."))
    return PathLayer(paths, Layer(f"{name} {at}", values))


def _check_rules(file: str, at: str, values: Mapping[str, Any], rules: RuleSet) -> None:
    for key in ("select", "ignore", "severities"):
        _known_rules(file, at + key, values.get(key, ()), rules)


def _known_rules(file: str, key: str, names: Iterable[str], rules: RuleSet) -> None:
    for name in names:
        try:
            rules.select([name])
        except UsageError as error:
            ar, en = f"قاعدة معروفة ({error.ar})", f"a known rule ({error})"
            raise ConfigurationError(file, key, ar=ar, en=en) from error


def _allowance(file: str, name: str, number: int, table: Any, rules: RuleSet) -> Allowance:
    at = f"suppress[{number}]"
    told = read_table(file, table, SUPPRESS, at)
    names = words_of(file, f"{at}.rules", told.get("rules"))
    _known_rules(file, f"{at}.rules", names, rules)
    reason = text_of(file, f"{at}.reason", told.get("reason"), "سبب بكلمات", "a reason in words")
    paths = words_of(file, f"{at}.paths", told["paths"]) if "paths" in told else ()
    further = {key: text_of(file, f"{at}.{key}", told[key], *meant) for key, meant in _FURTHER.items() if key in told}
    return Allowance(f"{name} {at}", names, reason, paths, **further)
