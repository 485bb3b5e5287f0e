"""What is left of a word when it is compared with others: its letters without affixes and weak ones."""

from __future__ import annotations

from functools import lru_cache

_WEAK = str.maketrans("", "", "اويىءآ")
_PREFIXES = ("وبال", "فال", "وال", "بال", "كال", "لل", "ال", "و", "ب", "ل", "ف")
_SUFFIXES = ("يات", "هما", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "ه", "ا", "ي")


@lru_cache(maxsize=65536)
def word_key(norm: str) -> str:
    """A folded word without its affixes and weak letters.

    Spellings of one place name fall together: مساخيل and موساخيل are both
    ``مسخل``.
    """
    for prefix in _PREFIXES:
        if norm.startswith(prefix) and len(norm) - len(prefix) >= 3:
            norm = norm[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if norm.endswith(suffix) and len(norm) - len(suffix) >= 3:
            norm = norm[: -len(suffix)]
            break
    bare = norm[0] + norm[1:].translate(_WEAK)
    return bare if len(bare) >= 3 else norm
