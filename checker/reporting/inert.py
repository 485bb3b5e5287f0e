"""Text from outside, made harmless to print."""

from __future__ import annotations

#: Invisible characters that Arabic text needs: joiners, direction marks, signs that span a number.
_NEEDED = frozenset("\u200c\u200d\u200e\u200f\u061c\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u08e2")
#: Embeddings, overrides and isolates: one left open would reorder the report's own words.
_DROPPED = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff")


def clean(text: str) -> str:
    """Text of an article, a path or a rule in which nothing can steer a terminal.

    Line breaks and tabs become blanks; other control characters are shown as
    their pictures (``␛`` for escape), what has no picture as U+FFFD.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or character in _NEEDED:
        return character
    if character in _DROPPED:
        return ""
    if character.isspace():
        return " "
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
