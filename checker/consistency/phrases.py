"""Phrases of one file of ``rules/ui/`` a language, for what has a folder of its own there."""

from __future__ import annotations

from functools import cache

from checker.consistency.templates import fill
from checker.errors import RuleFileError
from checker.resources import load_toml, rules_root


def say_in(folder: str, lang: str, key: str, **values: object) -> str:
    """One phrase of a folder in ``ar`` or ``en``, filled in.

    Raises:
        RuleFileError: the language's file is not as it must be, or lacks the phrase.
    """
    words = _phrases(folder, lang)
    if key not in words:
        raise RuleFileError(f"ui/{folder}/{lang}.toml", key, "text", "nothing")
    return fill(words[key], {name: str(value) for name, value in values.items()})


@cache
def _phrases(folder: str, lang: str) -> dict[str, str]:
    data = load_toml(rules_root() / "ui" / folder / f"{lang}.toml")
    for key, value in data.items():
        if not isinstance(value, str):
            raise RuleFileError(f"ui/{folder}/{lang}.toml", key, "text", type(value).__name__)
    return data
