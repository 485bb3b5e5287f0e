"""Numerals written in digits: separators, decimals, and what is no count at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

#: 1,200 · ١٬٢٠٠ · 1.200: groups of three digits behind a separator (folded to ASCII digits).
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[,.٬٫،']\d{3})+")
_DECIMAL = re.compile(r"(\d+)[.,٫،](\d{1,3})")
#: 5ر1: the decimal comma of old typesetting, whose two sides stand swapped in the file.
_SWAPPED = re.compile(r"(\d+)ر(\d+)")
_SEPARATORS = re.compile(r"[,.٬٫،']")
#: A longer bare run of digits is a telephone or document number.
_LONGEST = 8
#: A longer numeral with separators is no count of people.
_LONGEST_SPACED = 15


@lru_cache(maxsize=8192)
def whole(norm: str) -> int | None:
    """The value of a folded numeral that counts, or None (a decimal, a version, a telephone number)."""
    if norm.isdigit():
        padded = norm[0] == "0" and len(norm) > 1  # 0300 is a time, 007 a name
        return None if padded or len(norm) > _LONGEST else int(norm)
    if len(norm) > _LONGEST_SPACED or not _THOUSANDS.fullmatch(norm):
        return None
    return int(_SEPARATORS.sub("", norm))


@lru_cache(maxsize=8192)
def decimal(norm: str) -> Fraction | None:
    """The value of a folded numeral in front of a scale word: ``1.5`` of "1.5 مليون"."""
    from fractions import Fraction  # most texts need none

    if len(norm) > _LONGEST_SPACED:
        return None
    if norm.isdigit():
        return Fraction(int(norm))
    if swapped := _SWAPPED.fullmatch(norm):
        return Fraction(f"{swapped[2]}.{swapped[1]}")
    if parts := _DECIMAL.fullmatch(norm):
        return Fraction(f"{parts[1]}.{parts[2]}")
    value = whole(norm)
    return None if value is None else Fraction(value)


def heads_group(norm: str) -> bool:
    """Whether blanks may part groups of three digits behind this numeral: 10 000."""
    return norm.isdigit() and len(norm) <= 3 and norm[0] != "0"


def is_group(norm: str) -> bool:
    """Whether a numeral can be such a group."""
    return norm.isdigit() and len(norm) == 3
