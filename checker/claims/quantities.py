"""Quantities of a text for themselves: numbers, and duals of people."""

from __future__ import annotations

from checker.arabic.lexicon import default_lexicon
from checker.arabic.numbers import scan_quantities
from checker.claims.lookup import read_words
from checker.claims.mentions import find_mentions
from checker.claims.sentences import Sentence
from checker.model import Quantity


def quantities_of(text: str) -> list[Quantity]:
    """Numbers and duals in text order; offsets are code points into ``text``."""
    tagged = read_words(text, default_lexicon())
    tokens = tagged.tokens
    found = scan_quantities(text, tokens)
    whole = Sentence(0, len(tokens), 0, in_title=False)
    duals = [
        Quantity(m.span.start, m.span.end, m.span.of(text), m.number, m.min, m.max, m.hedge, in_words=True)
        for m in find_mentions(tagged, whole, found)
        if m.kind == "dual" and not m.ambiguous
    ]
    return sorted([*(q.quantity for q in found), *duals], key=lambda q: q.number.start)
