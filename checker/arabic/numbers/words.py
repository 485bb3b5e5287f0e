"""One word as a part of a number, with the particles attached to it split off."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from checker.arabic.normalise import fold
from checker.arabic.numbers.lexicon import Kind, NumberLexicon
from checker.arabic.tokens import Tokens

_CONJUNCTIONS = ("", "و", "ف")
_PARTICLES = ("", "ال", "ب", "ل", "ك", "لل", "بال", "كال")
#: A longer word is met once; so many different ones are remembered.
_LONGEST_REMEMBERED, _MOST_REMEMBERED = 40, 200_000
_norm = attrgetter("norm")


class NumberWord(NamedTuple):
    """A number word.

    ``kind`` and ``value`` are its first reading; ``dual`` and ``vague`` are
    its values as two of a scale ("ألفا") and as a vague quantity ("آلاف"), 0 if
    it is none. ``skip`` counts the letters of particles, ``article`` those of
    the article among them. ``hides_and``: written as another number word behind
    "and" ("وأحد" like "واحد").
    """

    kind: Kind
    value: int
    dual: int
    vague: int
    joined: bool
    skip: int
    article: int
    hides_and: bool

    @property
    def definite(self) -> bool:
        """Whether it has the article."""
        return self.article > 0


class NumberWords(dict[str, NumberWord | None]):
    """What each word met so far is as a part of a number: news repeats its words."""

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: NumberLexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, norm: str) -> NumberWord | None:
        """Read a word that is met for the first time."""
        found = _split(norm, self._lexicon)
        if len(norm) <= _LONGEST_REMEMBERED and len(self) < _MOST_REMEMBERED:
            self[norm] = found
        return found


def number_words(lexicon: NumberLexicon) -> NumberWords:
    """The number words of a lexicon by folded form; None for what is no number.

    Particles are split off only where a number word of the lexicon is left.
    """
    if not lexicon.memory:
        lexicon.memory.append(NumberWords(lexicon))
    known: NumberWords = lexicon.memory[0]
    return known


def start_behind(tokens: Tokens, i: int, skip: int) -> int:
    """The offset in the text of the word at ``i`` behind ``skip`` of its folded letters and their diacritics."""
    token = tokens[i]
    if len(token.text) == len(token.norm):
        return tokens.start(i) + skip
    at = 0
    while skip and at < len(token.text):
        skip -= len(fold(token.text[at]))
        at += 1
    while at and at < len(token.text) and not fold(token.text[at]):
        at += 1
    return tokens.start(i) + at


def number_tokens(tokens: Tokens, lexicon: NumberLexicon) -> list[int]:
    """The tokens that a number can begin at, in order."""
    found = map(number_words(lexicon).__getitem__, map(_norm, tokens))
    return [i for i, word in enumerate(found) if word is not None or tokens[i].kind == "number"]


def _split(norm: str, lexicon: NumberLexicon) -> NumberWord | None:
    for conjunction in _CONJUNCTIONS:
        if norm.startswith(conjunction) and norm[len(conjunction) :] in lexicon.lists["not_numbers"]:
            return None
        for particle in _PARTICLES:
            prefix = conjunction + particle
            if not norm.startswith(prefix):
                continue
            kinds = lexicon.kinds.get(norm[len(prefix) :])
            if kinds is not None:
                kind, value = next(iter(kinds.items()))
                article = 2 if particle.endswith(("ال", "لل")) else 0
                dual, vague = kinds.get("duals", 0), kinds.get("vague", 0)
                hides = not prefix and norm[0] == "و" and norm[1:] in lexicon.kinds
                return NumberWord(kind, value, dual, vague, conjunction == "و", len(prefix), article, hides)
    return None
