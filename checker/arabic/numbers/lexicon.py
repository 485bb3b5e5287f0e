"""The number words and hedges of ``rules/ar``, ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, NamedTuple

from checker.arabic.normalise import fold
from checker.errors import RuleFileError
from checker.model import Hedge
from checker.resources import load_toml, rules_root

#: What a number word can stand for in a compound.
NumberKind = Literal["units", "ten", "teens", "tens", "hundreds", "scales", "dual_scales"]
_KINDS: tuple[NumberKind, ...] = ("units", "ten", "teens", "tens", "hundreds", "dual_scales", "scales")


class NumberWord(NamedTuple):
    """A word and its value; ``dual`` scales stand for two of ``value``."""

    kind: NumberKind
    value: int


class HedgePhrase(NamedTuple):
    """The folded words of a hedge and its meaning."""

    words: tuple[str, ...]
    hedge: Hedge


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """Number words by folded form, and the words around numbers.

    ``before`` is keyed by a hedge's last word, ``after`` by its first.
    """

    words: Mapping[str, NumberWord]
    dual_scales: Mapping[str, int]
    vague: Mapping[str, int]
    lists: Mapping[str, frozenset[str]]
    before: Mapping[str, tuple[HedgePhrase, ...]]
    after: Mapping[str, tuple[HedgePhrase, ...]]
    change: frozenset[str]
    memory: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What the parser made of each word it met: news repeats its words."""


_FILE = "ar/numbers.toml"


def _valued(data: Mapping[str, Any], kind: str) -> Iterable[tuple[str, int]]:
    table = data.get(kind)
    if not isinstance(table, dict):
        raise RuleFileError(_FILE, kind, "a table of value = [spellings]", type(table).__name__)
    for value, spellings in table.items():
        if not value.isdigit() or not isinstance(spellings, list):
            raise RuleFileError(_FILE, f"{kind}.{value}", "a whole number with a list of spellings")
        for spelling in spellings:
            yield fold(spelling), int(value)


def _hedges(data: Mapping[str, Any], place: str, key: int) -> dict[str, tuple[HedgePhrase, ...]]:
    table = data.get(place)
    if not isinstance(table, dict):
        raise RuleFileError("ar/hedges.toml", place, "a table of hedge = [phrases]", type(table).__name__)
    found: dict[str, list[HedgePhrase]] = {}
    for name, phrases in table.items():
        try:
            hedge = Hedge(name)
        except ValueError:
            raise RuleFileError("ar/hedges.toml", f"{place}.{name}", "one of " + ", ".join(Hedge)) from None
        for phrase in phrases:
            words = tuple(fold(word) for word in phrase.split())
            found.setdefault(words[key], []).append(HedgePhrase(words, hedge))
    return {word: tuple(sorted(set(some), key=lambda p: -len(p.words))) for word, some in found.items()}


@cache
def number_lexicon() -> NumberLexicon:
    """The lexicon that ships with the project, read once.

    Raises:
        RuleFileError: a file is missing or a key is not as it must be.
    """
    root = rules_root() / "ar"
    data = load_toml(root / "numbers.toml")
    hedges = load_toml(root / "hedges.toml")
    words: dict[str, NumberWord] = {}
    duals: dict[str, int] = {}
    for kind in _KINDS:
        for form, value in _valued(data, kind):
            if kind == "dual_scales":
                duals[form] = value
            else:
                words.setdefault(form, NumberWord(kind, value))
    lists = data.get("words")
    if not isinstance(lists, dict):
        raise RuleFileError(_FILE, "words", "a table of word lists", type(lists).__name__)
    change = hedges.get("change", {}).get("words", [])
    vague = dict(_valued(data, "vague"))
    folded = {name: frozenset(" ".join(map(fold, w.split())) for w in some) for name, some in lists.items()}
    return NumberLexicon(
        words,
        duals,
        vague,
        folded,
        _hedges(hedges, "before", -1),
        _hedges(hedges, "after", 0),
        frozenset(map(fold, change)),
    )
