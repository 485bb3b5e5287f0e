"""The words of the reports in Arabic and English, from ``rules/ui/``."""

from __future__ import annotations

from functools import cache

from checker.consistency.templates import fill
from checker.errors import RuleFileError
from checker.resources import load_toml, rules_root

LANGUAGES = ("ar", "en")
#: The table of a language's file that translates the reasons of links.
_REASONS = "reasons"


def say(lang: str, key: str, **values: object) -> str:
    """One phrase in a language, filled in; where ``count`` is 1, its ``_one`` form if there is one.

    Raises:
        RuleFileError: the language's file is not as it must be, or lacks the phrase.
    """
    words = phrases(lang)
    if values.get("count") == 1:
        key = f"{key}_one" if f"{key}_one" in words else key
    if key not in words:
        raise RuleFileError(f"ui/{lang}.toml", key, "text", "nothing")
    return fill(words[key], {name: str(value) for name, value in values.items()})


def say_reason(lang: str, reason: str) -> str:
    """Why figures were linked, in a language; a reason that is not translated stays English."""
    return _file(lang)[1].get(reason, reason)


def phrases(lang: str) -> dict[str, str]:
    """All phrases of a language by their keys."""
    return _file(lang)[0]


@cache
def _file(lang: str) -> tuple[dict[str, str], dict[str, str]]:
    """Phrases and reasons of a language's file."""
    name = f"ui/{lang}.toml"
    data = load_toml(rules_root() / "ui" / f"{lang}.toml")
    reasons = data.pop(_REASONS, {})
    if not isinstance(reasons, dict):
        raise RuleFileError(name, _REASONS, "a table", type(reasons).__name__)
    for key, value in (*data.items(), *reasons.items()):
        if not isinstance(value, str):
            raise RuleFileError(name, key, "text", type(value).__name__)
    return data, reasons
