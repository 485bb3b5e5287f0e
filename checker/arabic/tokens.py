"""Words, numerals and punctuation with their place in the text.

The scan is one compiled pattern over the whole text; a word is folded once
and remembered, since news repeats its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, cast

from checker.arabic.normalise import fold

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069"
_LETTERS = (
    "\u0621-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc"
)
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
#: A numeral keeps the separators between its digits: 1,200 · ١٬٢٠٠ · 1.5 · 5ر1 (an old comma).
_KINDS = {
    "word": rf"[{_LETTERS}][{_LETTERS}{_MARKS}]*",
    "number": rf"[{_DIGITS}]+(?:[.,٬٫،'][{_DIGITS}]+)*(?:ر[{_DIGITS}]+)?",
    "latin": r"[A-Za-z\u00c0-\u024f]+",
    "newline": r"\n",
    "mark": rf"[{_MARKS}]+",
    "punct": r"[^\s\w]",
}
_TOKEN = re.compile(f"({'|'.join(_KINDS.values())})")
_KIND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
#: A longer token is met once; so many different ones are remembered.
LONGEST_REMEMBERED, MOST_REMEMBERED = 40, 200_000


class _Fields(NamedTuple):
    """The fields of a token.

    ``kind`` is ``word``, ``number``, ``latin``, ``newline`` or ``punct``;
    ``norm`` is the folded form that comparisons use.
    """

    start: int
    end: int
    text: str
    norm: str
    kind: str


if TYPE_CHECKING:
    Token = _Fields
else:

    class Token(tuple):
        """One word, numeral, mark or line break, with the fields of a named tuple.

        It is no NamedTuple, whose ``__new__`` is a Python function and costs three times as much.
        """

        __slots__ = ()
        start, end, text, norm, kind = _Fields.start, _Fields.end, _Fields.text, _Fields.norm, _Fields.kind


class _Known(dict[str, tuple[str, str]]):
    """The folded form and the kind of each token met so far: news repeats its words."""

    def __missing__(self, raw: str) -> tuple[str, str]:
        """Fold a token that is met for the first time."""
        known = describe(raw)
        if len(raw) <= LONGEST_REMEMBERED and len(self) < MOST_REMEMBERED:
            self[raw] = known
        return known


def describe(raw: str) -> tuple[str, str]:
    """The folded form and the kind of one token; ``mark`` is the kind of stray marks."""
    match = _KIND.match(raw)
    kind = (match and match.lastgroup) or "punct"
    return fold(raw) if kind in ("word", "number") else raw.lower(), kind


_known = _Known()
_make = cast(Callable[[tuple[int, int, str, str, str]], Token], Token)


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; blanks and stray marks are left out.

    Runs in time linear in the length of the text.
    """
    cut = split(text)
    found = list(map(_known.__getitem__, cut.raws))
    return build(cut, [norm for norm, _ in found], [kind for _, kind in found])


class Cut(NamedTuple):
    """A text cut into tokens: what they are and where, stray marks among them."""

    raws: list[str]
    starts: list[int]
    ends: list[int]


def split(text: str) -> Cut:
    """Cut a text into tokens.

    What there is to do for each token is left to the interpreter's own loops:
    the pattern parts the text into gaps and tokens by turns, and the sums of
    their lengths are the offsets.
    """
    parts = _TOKEN.split(text)
    offsets = list(accumulate(map(len, parts)))
    return Cut(parts[1::2], offsets[0::2], offsets[1::2])


def build(cut: Cut, norms: Sequence[str], kinds: Sequence[str]) -> list[Token]:
    """Tokens of their parts, without stray marks."""
    tokens = list(map(_make, zip(cut.starts, cut.ends, cut.raws, norms, kinds, strict=False)))
    return [token for token in tokens if token.kind != "mark"] if "mark" in kinds else tokens
