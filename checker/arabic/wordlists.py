"""Lists of words in a rule file, checked and folded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.arabic.normalise import fold
from checker.errors import RuleFileError


def words(file: str, table: Mapping[str, Any], key: str) -> list[str]:
    """The strings under a key, each folded word by word.

    Raises:
        RuleFileError: the key is missing, or is no list of non-empty strings.
    """
    return _folded(file, key, table.get(key))


def word_groups(file: str, table: Mapping[str, Any], key: str, count: int) -> list[list[str]]:
    """The ``count`` lists of strings under a key, folded: spellings of months, of days.

    Raises:
        RuleFileError: the key is missing, or does not hold that many lists of strings.
    """
    groups = table.get(key)
    if not isinstance(groups, list) or len(groups) != count:
        found = f"{len(groups)}" if isinstance(groups, list) else type(groups).__name__
        raise RuleFileError(file, key, f"{count} lists of words", found)
    return [_folded(file, f"{key}[{place}]", group) for place, group in enumerate(groups)]


def _folded(file: str, key: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not value:
        raise RuleFileError(file, key, "a list of words", "nothing" if not value else type(value).__name__)
    for item in value:
        if not isinstance(item, str) or not item.strip():
            raise RuleFileError(file, key, "a list of words", repr(item))
    return [" ".join(map(fold, item.split())) for item in value]
