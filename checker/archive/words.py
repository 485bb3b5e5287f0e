"""The words of an audit's page, from ``rules/ui/audit/``."""

from __future__ import annotations

from functools import cache

from checker.consistency.templates import fill
from checker.errors import RuleFileError
from checker.resources import load_toml, rules_root


def say(lang: str, key: str, **values: object) -> str:
    """One phrase in ``ar`` or ``en``, filled in.

    Raises:
        RuleFileError: the language's file is not as it must be, or lacks the phrase.
    """
    words = phrases(lang)
    if key not in words:
        raise RuleFileError(f"ui/audit/{lang}.toml", key, "text", "nothing")
    return fill(words[key], {name: str(value) for name, value in values.items()})


@cache
def phrases(lang: str) -> dict[str, str]:
    """All phrases of a language by their keys."""
    data = load_toml(rules_root() / "ui" / "audit" / f"{lang}.toml")
    for key, value in data.items():
        if not isinstance(value, str):
            raise RuleFileError(f"ui/audit/{lang}.toml", key, "text", type(value).__name__)
    return data
