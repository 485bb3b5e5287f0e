"""Words of ``fates.toml``: asked for where a claim is found, and no roles of a token."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from checker.arabic.wordlists import words
from checker.claims.tagging import Tagged
from checker.resources import load_toml, rules_root

_FILE = "ar/fates.toml"
_AND = "و"


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    data = load_toml(rules_root() / _FILE)
    return {key: frozenset(words(_FILE, data, key)) for key in data}


def words_of(name: str) -> frozenset[str]:
    """The words of this list, folded."""
    return _lists()[name]


def is_fate(tagged: Tagged, i: int, name: str) -> bool:
    """Whether the token at ``i`` is a word of this list, perhaps with "and" attached."""
    if not 0 <= i < len(tagged.words):
        return False
    listed, norm = _lists()[name], tagged.words[i].norm
    return norm in listed or (norm[:1] == _AND and norm[1:] in listed)


def is_own(tagged: Tagged, i: int) -> bool:
    """Whether someone of one's own stands at ``i``, with nothing attached: "والدته", not "وشقيقه"."""
    return 0 <= i < len(tagged.tokens) and tagged.tokens[i].norm in _lists()["own"]


def fate_within(tagged: Tagged, name: str, first: int, last: int) -> bool:
    """Whether one of the tokens ``first`` up to ``last`` is a word of this list."""
    return any(is_fate(tagged, k, name) for k in range(first, last))
