"""Numerals written in digits: separators, decimals, and what is no count at all."""

from __future__ import annotations

import re
from functools import lru_cache

#: What is remembered by its numeral is compiled where one asks for it.
#: 1,200 · ١٬٢٠٠ · 1.200: groups of three digits behind a separator (folded to ASCII digits).
_THOUSANDS = r"[1-9]\d{0,2}(?:[,.٬٫،']\d{3})+"
_DECIMAL = r"(\d+)[.,٫،](\d{1,3})"
#: 5ر1: the decimal comma of old typesetting, whose two sides stand swapped in the file.
_SWAPPED = r"(\d+)ر(\d+)"
#: 06: one figure written as two, as papers of the Maghreb do.
_PADDED = r"0[1-9]"
_SEPARATORS = r"[,.٬٫،']"
#: A longer bare run of digits is a telephone or document number.
_LONGEST = 8
#: A longer numeral with separators is no count of people.
_LONGEST_SPACED = 15


@lru_cache(maxsize=8192)
def whole(norm: str) -> int | None:
    """The value of a folded numeral that counts, or None (a decimal, a version, a telephone number)."""
    if norm.isdigit():
        padded = norm[0] == "0" and len(norm) > 1 and not re.fullmatch(_PADDED, norm)  # 0300 is a time, 007 a name
        return None if padded or len(norm) > _LONGEST else int(norm)
    if len(norm) > _LONGEST_SPACED or not re.fullmatch(_THOUSANDS, norm):
        return None
    return int(re.sub(_SEPARATORS, "", norm))


@lru_cache(maxsize=8192)
def scaled(norm: str, scale: int) -> int | None:
    """What a folded numeral in front of a scale word comes to ("1.5 مليون"); None if it is no whole number."""
    if len(norm) > _LONGEST_SPACED:
        return None
    if norm.isdigit():
        return int(norm) * scale
    if swapped := re.fullmatch(_SWAPPED, norm):
        part, units = swapped.groups()
    elif parts := re.fullmatch(_DECIMAL, norm):
        units, part = parts.groups()
    else:
        value = whole(norm)
        return None if value is None else value * scale
    amount, rest = divmod(int(units + part) * scale, 10 ** len(part))
    return None if rest else amount


def heads_group(norm: str) -> bool:
    """Whether blanks may part groups of three digits behind this numeral: 10 000."""
    return norm.isdigit() and len(norm) <= 3 and norm[0] != "0"


def is_group(norm: str) -> bool:
    """Whether a numeral can be such a group."""
    return norm.isdigit() and len(norm) == 3
