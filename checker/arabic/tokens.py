"""Words, numerals and punctuation with their place in the text.

The scan is one compiled pattern over the whole text; a word is folded once
and remembered, since news repeats its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from checker.arabic.normalise import fold
from checker.values import frozen

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069"
_LETTERS = (
    "\u0621-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc"
)
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
_LATIN = "A-Za-z\u00c0-\u024f"
#: A numeral keeps the separators between its digits: 1,200 · ١٬٢٠٠ · 1.5 · 5ر1 (an old comma).
_NUMERAL = rf"[{_DIGITS}]+(?:[.,٬٫،'][{_DIGITS}]+)*(?:ر[{_DIGITS}]+)?"
_TOKEN = re.compile(rf"([{_LETTERS}][{_LETTERS}{_MARKS}]*|{_NUMERAL}|[{_LATIN}]+|\n|[{_MARKS}]+|[^\s\w])")
#: The first character tells what a token is; ``punct`` is all the rest.
_KIND = re.compile(
    f"(?P<word>[{_LETTERS}])|(?P<number>[{_DIGITS}])|(?P<latin>[{_LATIN}])|(?P<newline>\n)|(?P<mark>[{_MARKS}])"
)
#: A longer token is met once; so many different ones are remembered.
LONGEST_REMEMBERED, MOST_REMEMBERED = 40, 200_000


@frozen
class Token:
    """One word, numeral, mark or line break as it is written, wherever it stands.

    ``kind`` is ``word``, ``number``, ``latin``, ``newline`` or ``punct``;
    ``norm`` is the folded form that comparisons use.
    """

    text: str
    norm: str
    kind: str


class Tokens(list[Token]):
    """The tokens of a text in order; ``starts`` are their offsets in it.

    A token that is met again is the same object, so what costs time is not
    the number of words of a text but that of its different ones.
    """

    __slots__ = ("starts",)

    def __init__(self, tokens: Iterable[Token], starts: Sequence[int]) -> None:
        super().__init__(tokens)
        self.starts = starts

    def start(self, i: int) -> int:
        """The offset of the token at ``i``."""
        return self.starts[i]

    def end(self, i: int) -> int:
        """The offset behind the token at ``i``."""
        return self.starts[i] + len(self[i].text)

    def touch(self, i: int) -> bool:
        """Whether nothing stands between the token at ``i`` and the next."""
        return self.end(i) == self.starts[i + 1]


class _Known(dict[str, Token]):
    """Each token met so far: news repeats its words."""

    def __missing__(self, raw: str) -> Token:
        """Fold a token that is met for the first time."""
        known = describe(raw)
        if len(raw) <= LONGEST_REMEMBERED and len(self) < MOST_REMEMBERED:
            self[raw] = known
        return known


def describe(raw: str) -> Token:
    """One token as it is written; ``mark`` is the kind of stray marks."""
    match = _KIND.match(raw)
    kind = (match and match.lastgroup) or "punct"
    return Token(raw, fold(raw) if kind in ("word", "number") else raw.lower(), kind)


_known = _Known()


def tokenise(text: str) -> Tokens:
    """The tokens of a text in order; blanks and stray marks are left out.

    Runs in time linear in the length of the text.
    """
    raws, starts = cut(text)
    tokens = Tokens(map(_known.__getitem__, raws), starts)
    if any(token.kind == "mark" for token in tokens):
        kept = [k for k, token in enumerate(tokens) if token.kind != "mark"]
        return Tokens([tokens[k] for k in kept], [starts[k] for k in kept])
    return tokens


def cut(text: str) -> tuple[list[str], list[int]]:
    """The tokens of a text as they are written, stray marks among them, and their offsets.

    The pattern parts the text into gaps and tokens by turns, and the sums of
    their lengths are the offsets.
    """
    parts = _TOKEN.split(text)
    return parts[1::2], list(accumulate(map(len, parts)))[0:-1:2]
