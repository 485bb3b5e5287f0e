"""The keys of the configuration: what each may hold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from checker.consistency.bounds import Thresholds
from checker.errors import ConfigurationError
from checker.model import Severity

LANGUAGES = ("ar", "en")
SEVERITIES = tuple(severity.value for severity in Severity)
FAIL_ON = (*SEVERITIES, "never")
#: The keys of an entry ``[[suppress]]``.
SUPPRESS = ("rules", "reason", "paths", "text", "fingerprint")


class _Misnamed(ValueError):
    """A value within a table that is not as it must be: its key, and the value."""

    def __init__(self, name: str, value: Any) -> None:
        super().__init__(name)
        self.name = name
        self.value = value


class Key(NamedTuple):
    """What a key holds, in both languages, and the function that reads its value or raises ValueError."""

    ar: str
    en: str
    read: Callable[[Any], Any]


def _words(value: Any) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(item, str) and item.strip() for item in values):
        raise ValueError
    return tuple(item.strip() for item in values)


def _one_of(known: Collection[str]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in known:
            raise ValueError
        return str(value)

    return read


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError
    return value.strip()


def _severities(value: Any) -> dict[str, Severity]:
    if not isinstance(value, dict):
        raise ValueError
    for rule, severity in value.items():
        if severity not in SEVERITIES:
            raise _Misnamed(rule, severity)
    # The longer a name the fewer rules it means, and what is meant more narrowly counts.
    return {rule: Severity(value[rule]) for rule in sorted(value, key=len)}


def _thresholds(value: Any) -> dict[str, float]:
    if not isinstance(value, dict):
        raise ValueError
    found = {}
    for name, number in value.items():
        if isinstance(number, bool) or not isinstance(number, (int, float)) or not 0 <= number < 1e6:
            raise _Misnamed(name, number)
        found[name] = float(number)
    return found


_LIST_AR, _LIST_EN = "قائمة من الكلمات", "a list of words"
#: What can be set for the whole run and for some paths.
SHARED: Mapping[str, Key] = {
    "select": Key("قائمة من القواعد", "a list of rules", _words),
    "ignore": Key("قائمة من القواعد", "a list of rules", _words),
    "severities": Key(
        "جدول من القواعد ودرجاتها: error أو warning أو note", "a table of rules: error, warning or note", _severities
    ),
    "thresholds": Key("جدول من الأسماء والأعداد", "a table of names and numbers", _thresholds),
    "lexicon": Key("قائمة من المجلدات", "a list of folders", _words),
    "rules": Key("قائمة من المجلدات", "a list of folders", _words),
}
#: What can be set for the whole run alone.
GLOBAL: Mapping[str, Key] = {
    **SHARED,
    "language": Key("ar أو en", "ar or en", _one_of(LANGUAGES)),
    "fail_on": Key("error أو warning أو note أو never", "error, warning, note or never", _one_of(FAIL_ON)),
    "baseline": Key("اسم ملف", "the name of a file", _text),
}
#: The tables that stand several times.
TABLES = ("per_path", "suppress")


def known_threshold(file: str, key: str, name: str) -> None:
    """Raises ConfigurationError where there is no threshold of that name."""
    _known(file, f"{key}.", name, Thresholds.__match_args__)


def read_values(file: str, table: Mapping[str, Any], keys: Mapping[str, Key], at: str = "") -> dict[str, Any]:
    """The values of a table, read.

    Raises:
        ConfigurationError: a key is unknown (the message names the nearest) or its value is not as it must be.
    """
    found = {}
    for written, value in table.items():
        name = written.replace("-", "_")
        _known(file, at, written, (*keys, *(TABLES if keys is GLOBAL else ())))
        if name in TABLES:
            continue
        try:
            found[name] = keys[name].read(value)
        except ValueError as error:
            key, wrong = at + written, value
            if isinstance(error, _Misnamed):
                key, wrong = f"{key}.{error.name}", error.value
            known = FAIL_ON if name in ("fail_on", "severities") else LANGUAGES if name == "language" else ()
            near = get_close_matches(wrong, known, 1) if isinstance(wrong, str) else []
            hint_ar, hint_en = (f"؛ هل تقصد {near[0]}؟", f"; did you mean {near[0]}?") if near else ("", "")
            ar, en = keys[name].ar, keys[name].en
            raise ConfigurationError(file, key, ar=ar + hint_ar, en=en + hint_en, found=_shown(wrong)) from None
        for threshold in found[name] if name == "thresholds" else ():
            known_threshold(file, at + written, threshold)
    return found


def read_table(file: str, table: Any, names: Collection[str], at: str) -> Mapping[str, Any]:
    """A table whose keys are all known, with ``_`` for ``-`` in them.

    Raises:
        ConfigurationError: it is no table, or holds an unknown key.
    """
    if not isinstance(table, dict):
        raise ConfigurationError(file, at, ar="جدول", en="a table", found=_shown(table))
    for key in table:
        _known(file, f"{at}.", key, names)
    return {key.replace("-", "_"): value for key, value in table.items()}


def words_of(file: str, key: str, value: Any) -> tuple[str, ...]:
    """A list of words, or one.

    Raises:
        ConfigurationError: it is something else.
    """
    try:
        return _words(value)
    except ValueError:
        raise ConfigurationError(file, key, ar=_LIST_AR, en=_LIST_EN, found=_shown(value)) from None


def text_of(file: str, key: str, value: Any, ar: str, en: str) -> str:
    """A text that is not empty.

    Raises:
        ConfigurationError: it is missing or something else; ``ar`` and ``en`` say what it is for.
    """
    try:
        return _text(value)
    except ValueError:
        raise ConfigurationError(file, key, ar=ar, en=en, found=_shown(value)) from None


def _known(file: str, at: str, written: str, names: Collection[str]) -> None:
    name = written.replace("-", "_")
    if name in names:
        return
    near = get_close_matches(name, names, 1, 0.5)
    listed = near[0] if near else ", ".join(names)
    raise ConfigurationError(
        file,
        at + written,
        ar=f"مفتاح معروف؛ هل تقصد {listed}؟" if near else f"أحد المفاتيح: {listed}",
        en=f"a known key; did you mean {listed}?" if near else f"one of {listed}",
    )


def _shown(value: Any) -> str:
    text = repr(str(value) if isinstance(value, Path) else value) if value is not None else "nothing"
    return text if len(text) <= 60 else text[:57] + "…"
