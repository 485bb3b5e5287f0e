"""One word as a part of a number, with the particles attached to it split off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.arabic.normalise import fold
from checker.arabic.numbers.lexicon import Kind, NumberLexicon
from checker.arabic.tokens import Token

_CONJUNCTIONS = ("", "و", "ف")
_PARTICLES = ("", "ال", "ب", "ل", "ك", "لل", "بال", "كال")
_MOST_REMEMBERED = 200_000


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


def number_word(norm: str, lexicon: NumberLexicon) -> NumberWord | None:
    """What a folded word is as a part of a number, or None.

    Particles are split off only where a number word of the lexicon is left.
    """
    memory = lexicon.memory
    if norm in memory:
        known: NumberWord | None = memory[norm]
        return known
    found = _split(norm, lexicon)
    if len(memory) < _MOST_REMEMBERED:
        memory[norm] = found
    return found


def start_behind(token: Token, skip: int) -> int:
    """The offset in the text of a word behind ``skip`` of its folded letters and their diacritics."""
    if len(token.text) == len(token.norm):
        return token.start + skip
    at = 0
    while skip and at < len(token.text):
        skip -= len(fold(token.text[at]))
        at += 1
    while at and at < len(token.text) and not fold(token.text[at]):
        at += 1
    return token.start + at


def number_tokens(tokens: Sequence[Token], lexicon: NumberLexicon) -> list[int]:
    """The tokens that a number can begin at, in order."""
    memory = lexicon.memory
    return [
        i
        for i, (_, _, _, norm, kind) in enumerate(tokens)
        if kind == "number" or (memory[norm] if norm in memory else number_word(norm, lexicon)) is not None
    ]


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
