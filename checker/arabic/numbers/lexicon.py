"""The number words and hedges of ``rules/ar``, ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from checker.arabic.wordlists import words
from checker.errors import RuleFileError
from checker.model import Hedge
from checker.resources import load_toml, rules_root
from checker.values import frozen

NUMBERS, HEDGES = "ar/numbers.toml", "ar/hedges.toml"

#: What a number word can stand for in a compound; each is a table of ``numbers.toml``.
#: ``parts`` maps a denominator to its noun (2 to "half"), ``few`` and ``odd`` the unknown
#: unit of a decade to the least it stands for.
Kind = Literal["units", "ten", "teens", "tens", "hundreds", "scales", "duals", "vague", "few", "odd", "parts"]
_LISTS = (
    "one_of", "range_lead", "range_between", "range_and", "range_from", "range_to", "range_or", "change_to",
    "not_numbers", "not_counted", "named_by", "named_by_definite", "numbered_by", "same_one", "totals",
    "ordinals", "part_nouns", "age_after", "aged", "ages_of", "nil", "year_after", "year_of", "year_in",
    "year_maybe_after", "year_mark", "year_units", "demonstratives", "day_after", "clock_after", "minutes",
    "percent", "percent_in", "measures", "diseases",
)  # fmt: skip
_HEDGE_LISTS = (
    "change",
    "reach",
    "negators",
    "relative",
    "links",
    "count_nouns",
    "therein",
    "count_pronouns",
    "degree",
    "thresholds",
)


class HedgePhrase(NamedTuple):
    """The folded words of a hedge and its meaning; ``definite``: only in front of "the" number."""

    words: tuple[str, ...]
    hedge: Hedge
    definite: bool = False


class HedgeVerb(NamedTuple):
    """What a verb such as "exceeds" says of its number, and what "does not exceed" says.

    ``links`` are the prepositions that it needs; the empty string is none.
    """

    hedge: Hedge
    denied: Hedge
    links: frozenset[str]


@frozen
class NumberLexicon:
    """Number words by folded form, and the words around numbers.

    ``kinds`` holds for each form its value as each kind of number word: "آلاف"
    is a scale and a vague quantity. ``before`` is keyed by a hedge's last word,
    ``after`` by its first.
    """

    kinds: Mapping[str, Mapping[Kind, int]]
    lists: Mapping[str, frozenset[str]]
    before: Mapping[str, tuple[HedgePhrase, ...]]
    after: Mapping[str, tuple[HedgePhrase, ...]]
    verbs: Mapping[str, HedgeVerb]
    hedge_lists: Mapping[str, frozenset[str]]
    memory: list[Any]
    """The words that were met so far, kept by :mod:`checker.arabic.numbers.words`."""


@cache
def number_lexicon() -> NumberLexicon:
    """The lexicon that ships with the project, read once.

    Raises:
        RuleFileError: a file is missing or a key is not as it must be.
    """
    return load_number_lexicon(rules_root() / "ar")


def load_number_lexicon(folder: Path) -> NumberLexicon:
    """Read ``numbers.toml`` and ``hedges.toml`` of a folder laid out like ``rules/ar``.

    Raises:
        RuleFileError: a file is missing or a key is not as it must be.
    """
    numbers = load_toml(folder / "numbers.toml")
    hedges = load_toml(folder / "hedges.toml")
    kinds: dict[str, dict[Kind, int]] = {}
    for kind in get_args(Kind):
        for form, value in _valued(numbers, kind):
            kinds.setdefault(form, {})[kind] = value
    lists = _table(NUMBERS, numbers, "words")
    hedge_lists = _table(HEDGES, hedges, "words")
    before = [
        *_phrases(hedges, "before"),
        *(phrase._replace(definite=True) for phrase in _phrases(hedges, "before_definite")),
    ]
    return NumberLexicon(
        kinds,
        {name: frozenset(words(NUMBERS, lists, name)) for name in _LISTS},
        _by_word(before, -1),
        _by_word(_phrases(hedges, "after"), 0),
        dict(_verbs(hedges)),
        {name: frozenset(words(HEDGES, hedge_lists, name)) for name in _HEDGE_LISTS},
        [],
    )


def _table(file: str, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = data.get(key)
    if not isinstance(table, dict):
        raise RuleFileError(file, key, "a table", type(table).__name__)
    return table


def _valued(data: Mapping[str, Any], kind: str) -> Iterator[tuple[str, int]]:
    table = _table(NUMBERS, data, kind)
    for value in table:
        if not value.isdigit():
            raise RuleFileError(NUMBERS, f"{kind}.{value}", "a whole number as the key")
        for form in words(NUMBERS, table, value):
            yield form, int(value)


def _hedge(file_key: str) -> Hedge:
    try:
        return Hedge(file_key.rpartition(".")[2])
    except ValueError:
        raise RuleFileError(HEDGES, file_key, "one of " + ", ".join(Hedge)) from None


def _phrases(data: Mapping[str, Any], place: str) -> Iterator[HedgePhrase]:
    table = _table(HEDGES, data, place)
    for name in table:
        hedge = _hedge(f"{place}.{name}")
        for pattern in words(HEDGES, table, name):
            for spelled in expand(pattern):
                yield HedgePhrase(spelled, hedge)


def _verbs(data: Mapping[str, Any]) -> Iterator[tuple[str, HedgeVerb]]:
    table = _table(HEDGES, data, "verbs")
    opposite = {Hedge.MORE_THAN: Hedge.AT_MOST, Hedge.LESS_THAN: Hedge.AT_LEAST}
    for name in table:
        hedge = _hedge(f"verbs.{name}")
        if hedge not in opposite:
            raise RuleFileError(HEDGES, f"verbs.{name}", "more_than or less_than")
        for pattern in words(HEDGES, table, name):
            heads, _, links = pattern.partition(" ")
            verb = HedgeVerb(hedge, opposite[hedge], frozenset(links.split("|")))
            for head in heads.split("|"):
                yield head, verb
                yield "لا" + head, verb._replace(hedge=verb.denied)  # written solid: لايقل


def expand(pattern: str) -> Iterator[tuple[str, ...]]:
    """Every wording of a pattern: ``a|b`` is either word, ``[a]`` a word that may be left out.

    >>> list(expand("[ما] يقارب|يناهز"))
    [('ما', 'يقارب'), ('ما', 'يناهز'), ('يقارب',), ('يناهز',)]
    """
    choices = []
    for word in pattern.split():
        optional = word.startswith("[") and word.endswith("]")
        forms = word.strip("[]").split("|")
        choices.append([*forms, ""] if optional else forms)
    for chosen in product(*choices):
        yield tuple(word for word in chosen if word)


def _by_word(phrases: Iterable[HedgePhrase], key: int) -> dict[str, tuple[HedgePhrase, ...]]:
    """The phrases by their first or last word, the longest first."""
    found: dict[str, set[HedgePhrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase.words[key], set()).add(phrase)
    return {word: tuple(sorted(some, key=lambda p: (-len(p.words), p))) for word, some in found.items()}
