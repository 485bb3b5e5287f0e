"""Words, numerals and punctuation with their place in the text.

The scan is one compiled pattern over the whole text; a word is folded once
and remembered, since news repeats its words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.arabic.normalise import fold

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069"
_LETTERS = (
    "\u0621-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc"
)
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
#: A numeral keeps the separators between its digits: 1,200 · ١٬٢٠٠ · 1.5 · 5ر1 (an old comma).
_TOKEN = re.compile(
    rf"(?P<word>[{_LETTERS}][{_LETTERS}{_MARKS}]*)"
    rf"|(?P<number>[{_DIGITS}]+(?:[.,٬٫،'][{_DIGITS}]+)*(?:ر[{_DIGITS}]+)?)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f]+)"
    r"|(?P<newline>\n)"
    rf"|(?P<mark>[{_MARKS}]+)"
    r"|(?P<punct>[^\s\w])"
)


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


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; blanks and stray marks are left out.

    Runs in time linear in the length of the text.
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "mark" or kind is None:
            continue
        raw = match[0]
        norm = fold(raw) if kind in ("word", "number") else raw.lower()
        tokens.append(Token(match.start(), match.end(), raw, norm, kind))
    return tokens
