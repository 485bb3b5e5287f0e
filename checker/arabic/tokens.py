"""Words, numerals and punctuation with their place in the text.

The scan is one compiled pattern over the whole text; a word is folded once
and remembered, since news repeats its words.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate
from typing import NamedTuple

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
_LONGEST_REMEMBERED, _MOST_REMEMBERED = 40, 200_000


class Token(NamedTuple):
    """One word, numeral, mark or line break.

    ``kind`` is ``word``, ``number``, ``latin``, ``newline`` or ``punct``;
    ``norm`` is the folded form that comparisons use.
    """

    start: int
    end: int
    text: str
    norm: str
    kind: str


class _Known(dict[str, tuple[str, str]]):
    """The folded form and the kind of each token met so far: news repeats its words."""

    def __missing__(self, raw: str) -> tuple[str, str]:
        match = _KIND.match(raw)
        kind = (match and match.lastgroup) or "punct"
        known = fold(raw) if kind in ("word", "number") else raw.lower(), kind
        if len(raw) <= _LONGEST_REMEMBERED and len(self) < _MOST_REMEMBERED:
            self[raw] = known
        return known


_known = _Known()
_new = partial(tuple.__new__, Token)


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; blanks and stray marks are left out.

    Runs in time linear in the length of the text. What there is to do for
    each token is done by the interpreter's own loops (``split``, ``map``,
    ``zip``): the pattern parts the text into gaps and tokens by turns, and
    the sums of their lengths are the offsets.
    """
    parts = _TOKEN.split(text)
    offsets = list(accumulate(map(len, parts)))
    raws = parts[1::2]
    found = list(map(_known.__getitem__, raws))
    kinds = [kind for _, kind in found]
    rows = zip(offsets[0::2], offsets[1::2], raws, [norm for norm, _ in found], kinds, strict=False)
    tokens = list(map(_new, rows))
    return [token for token in tokens if token.kind != "mark"] if "mark" in kinds else tokens
