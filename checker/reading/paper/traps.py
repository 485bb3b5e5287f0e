"""Number words that a wrongly mapped lam-alef turns into others: ثلاثة printed, ثالثة read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from checker.arabic.normalise import fold
from checker.arabic.numbers.lexicon import number_lexicon
from checker.arabic.tokens import tokenise
from checker.reading.paper.glyphs import UNKNOWN
from checker.reading.paper.order import Doubt, Unit

_LAM, _ALEF = "\u0644", "\u0627"
_LIGATURE = _LAM + _ALEF
#: What is left of the ligature when a font maps it wrongly: turned round, one letter of it, none, an unknown sign.
_SPOILT = (_ALEF + _LAM, _LAM, _ALEF, UNKNOWN, "")
#: What may stand before a number word: conjunction, preposition, article.
_PREFIX = re.compile("[وفبكل]{0,2}(?:ال)?")


_WORD = re.compile(rf"[^\s{re.escape('.,:;،؛؟!()[]«»')}]*{UNKNOWN}[^\s{re.escape('.,:;،؛؟!()[]«»')}]*")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def spoilt_words() -> Mapping[str, str]:
    """Folded words that are no numbers, and the number words that they may have been."""
    numbers = number_lexicon().kinds
    found: dict[str, str] = {}
    for word in numbers:
        if _LIGATURE in word and " " not in word:
            for other in _SPOILT:
                spoilt = word.replace(_LIGATURE, other)
                if len(spoilt) > 2 and spoilt not in numbers:
                    found.setdefault(spoilt, word)
    return found


def sound_fonts(units: Sequence[Unit]) -> set[str]:
    """The fonts that show a lam-alef on a line as it should be: in one glyph, or as a lam and then an alef."""
    found = {unit.glyph.font for unit in units if len(unit.text) > 1 and _is_sound(unit)}
    for unit, following in pairwise(units):
        if unit is not following and fold(unit.text) == _LAM and fold(following.text) == _ALEF:
            found.add(unit.glyph.font)
    return found


def _is_sound(unit: Unit) -> bool:
    return fold(unit.text)[:2] == _LIGATURE and not unit.glyph.turned


def doubtful_words(text: str, units: Sequence[Unit], sound: Collection[str]) -> list[tuple[Doubt, str]]:
    """The words of a line that may have been number words, each with that word, or with ``""``.

    A font that has shown a sound lam-alef elsewhere (those of ``sound``) would
    show one here, so there an alef before a lam is one. A number word of which
    the lam-alef had to be turned round is in doubt as well.
    """
    found = list(_unknown_words(text))
    spoilt = spoilt_words()
    numbers = number_lexicon().kinds
    tokens = tokenise(text)
    for i, token in enumerate(tokens):
        if token.kind != "word":
            continue
        here = units[tokens.start(i) : tokens.end(i)]
        tails = _tails(token.norm)
        doubt = Doubt(tokens.start(i), tokens.end(i), "lam-alef")
        if any(unit.glyph.turned for unit in here):
            if any(tail in numbers for tail in tails):
                found.append((doubt, ""))
        elif not all(unit.glyph.font in sound for unit in here):
            word = next((spoilt[tail] for tail in tails if tail in spoilt), None)
            if word is not None:
                found.append((doubt, word))
    return found


def _unknown_words(text: str) -> Iterator[tuple[Doubt, str]]:
    """Words with unknown signs in them that are numbers, may be number words, or are nothing but such signs."""
    spoilt = spoilt_words()
    for word in _WORD.finditer(text):
        folded = fold(word[0])
        perhaps = next((spoilt[tail] for tail in _tails(folded) if tail in spoilt), "")
        if perhaps or not _LETTER.search(folded) or any(character.isdigit() for character in folded):
            yield Doubt(word.start(), word.end(), "unknown"), perhaps


def _tails(word: str) -> list[str]:
    """A folded word without each beginning of it that may stand before a number word, the whole word first."""
    return [word[k:] for k in range(min(5, len(word))) if _PREFIX.fullmatch(word, 0, k)]
