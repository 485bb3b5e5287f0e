"""The words of the reports in Arabic and English, from ``rules/ui/``."""

from __future__ import annotations

from functools import cache

from checker.consistency.templates import fill
from checker.errors import RuleFileError
from checker.resources import load_toml, rules_root

LANGUAGES = ("ar", "en")


@cache
def _words(lang: str) -> dict[str, str]:
    data = load_toml(rules_root() / "ui" / f"{lang}.toml")
    for key, value in data.items():
        if not isinstance(value, str):
            raise RuleFileError(f"ui/{lang}.toml", key, "text", type(value).__name__)
    return data


def say(lang: str, key: str, **values: object) -> str:
    """One phrase in a language, filled in.

    Raises:
        RuleFileError: the language's file does not have the phrase.
    """
    words = _words(lang)
    if key not in words:
        raise RuleFileError(f"ui/{lang}.toml", key, "text", "nothing")
    return fill(words[key], {name: str(value) for name, value in values.items()})
