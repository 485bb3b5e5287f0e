"""Folding of Arabic spelling variants, for comparing words.

Folding is done on one token at a time and never on the document, so offsets
always point into the original text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Diacritics, Quranic marks, tatweel, joiners and bidi controls: all invisible to a comparison.
_INVISIBLE = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]"
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_FOLD = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
        "ى": "ي", "ی": "ي", "ئ": "ي", "ې": "ي",
        "ؤ": "و", "ة": "ه", "ۀ": "ه", "ھ": "ه", "ہ": "ه",
        "ک": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج",
        **{chr(0x0660 + d): str(d) for d in range(10)},
        **{chr(0x06F0 + d): str(d) for d in range(10)},
    }
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word without diacritics and tatweel, with letter variants made one.

    Hamza carriers become their bare letter, alif maqsura becomes ya, ta
    marbuta becomes ha, and digits of any script become ASCII digits.
    """
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    return _INVISIBLE.sub("", word).translate(_FOLD).lower()


def digits(word: str) -> str:
    """The word with Arabic-Indic and Persian digits written in ASCII, else unchanged."""
    return word.translate(_DIGITS)


_DIGITS = str.maketrans({chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)})
