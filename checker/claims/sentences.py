"""Sentences as ranges of tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from checker.arabic.lexicon import STOP_MARKS
from checker.arabic.tokens import Tokens
from checker.claims.marks import COMMAS
from checker.model import Document, RegionKind

#: A headline of fewer words may stand in the body by chance.
_HEADLINE_WORDS = 4
#: No sentence is longer than this, in tokens: where text has no full stops,
#: the cost of looking around in a sentence must not grow with the text.
_LONGEST = 300
_TERMINATORS = STOP_MARKS - {"\n"}
#: Dots behind one of these mark what a quotation leaves out: "(...)".
_OMITTED = frozenset("([")
_CLOSERS = frozenset("\"»”’')]")
#: A sentence holds at least one token of these kinds.
_SAYING = frozenset({"word", "number"})


class Sentence(NamedTuple):
    """Tokens ``first`` up to ``last`` (exclusive) of the document.

    ``paragraph`` numbers the lines that hold text; ``in_title`` is true for
    the headline and wherever the headline is printed again.
    """

    first: int
    last: int
    paragraph: int
    in_title: bool


def split_sentences(document: Document, tokens: Tokens, stops: Sequence[int]) -> list[Sentence]:
    """The sentences of title and body in order; page furniture is left out.

    ``stops`` are the tokens that are a mark at which sentences end, or a new line.
    """
    regions = _Regions(document)
    edges = regions.edges(tokens)
    is_edge = frozenset(edges)
    sentences: list[Sentence] = []
    first, paragraph = 0, 0
    count = len(tokens)
    i = ahead = 0
    for stop in (*stops, count):
        if stop == i == first and i < count and tokens[i].kind == "newline":  # a line without a word
            i = first = i + 1
            paragraph += 1
            continue
        while i <= stop and i < count:
            # Nothing ends between here and the next stop, region or length.
            while ahead < len(edges) and edges[ahead] <= i:
                ahead += 1
            edge = edges[ahead] if ahead < len(edges) else count
            i = min(stop, edge - 1, max(i, first + _LONGEST - 1))
            token = tokens[i]
            continued = token.kind == "newline" and _goes_on(tokens, i)
            ends = token.kind == "newline" and not continued
            if token.kind != "newline" and i == stop and not _initial(tokens, i):
                ends = i == first or tokens[i - 1].text not in _OMITTED
                while i + 1 < count and tokens[i + 1].text in _TERMINATORS:
                    i += 1
                if ends and i + 1 < count and tokens[i + 1].text in _CLOSERS and tokens.touch(i):
                    i += 1
            i += 1
            if ends or i == count or (i in is_edge and not continued) or i - first >= _LONGEST:
                if tokens[first].kind in _SAYING or any(tokens[k].kind in _SAYING for k in range(first, i)):
                    kind = regions.at(tokens.starts[first])
                    if kind is not RegionKind.FURNITURE:
                        sentences.append(Sentence(first, i, paragraph, kind is RegionKind.TITLE))
                first = i
                if token.kind == "newline":
                    paragraph += 1
    return _mark_reprints(sentences, tokens)


def _mark_reprints(sentences: list[Sentence], tokens: Tokens) -> list[Sentence]:
    """Mark sentences that print the headline again, whatever numbers they give."""
    titles = {_wording(s, tokens) for s in sentences if s.in_title}
    titles = {wording for wording in titles if len(wording) >= _HEADLINE_WORDS}
    if not titles:
        return sentences
    heads = {wording[0] for wording in titles}
    return [s._replace(in_title=True) if _reprints(s, tokens, titles, heads) else s for s in sentences]


def _reprints(sentence: Sentence, tokens: Tokens, titles: set[tuple[str, ...]], heads: set[str]) -> bool:
    """Whether a sentence of the body has the wording of a headline; its first word is looked at first."""
    if sentence.in_title:
        return False
    for k in range(sentence.first, sentence.last):
        if tokens[k].kind in ("word", "latin"):
            return tokens[k].norm in heads and _wording(sentence, tokens) in titles
    return False


def _wording(sentence: Sentence, tokens: Tokens) -> tuple[str, ...]:
    return tuple(t.norm for t in tokens[sentence.first : sentence.last] if t.kind in ("word", "latin"))


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a list goes on behind the new line at ``i``: "و13 وفاة" below a line that ends with a comma."""
    if i + 2 >= len(tokens) or not i or tokens[i - 1].text not in COMMAS:
        return False
    return tokens[i + 1].norm == "و" and tokens[i + 2].kind == "number"


def _initial(tokens: Tokens, i: int) -> bool:
    """Whether the full stop at ``i`` follows a single letter, as in ``م. س. أحمد``."""
    before = tokens[i - 1] if i else None
    return before is not None and before.kind in ("word", "latin") and len(before.norm) == 1 and tokens.touch(i - 1)


class _Regions:
    """The regions of a document, asked for places further and further on."""

    def __init__(self, document: Document) -> None:
        self._starts = [region.span.start for region in document.regions]
        self._regions = document.regions
        self._next = 0
        """The first region that begins behind the last place."""

    def edges(self, tokens: Tokens) -> list[int]:
        """Indices of the tokens at which a region begins, in order: no sentence runs over them."""
        return sorted({bisect_left(tokens.starts, start) for start in self._starts})

    def at(self, position: int) -> RegionKind:
        """The kind of region at a place that is not in front of the last one asked for."""
        while self._next < len(self._starts) and self._starts[self._next] <= position:
            self._next += 1
        if self._next and position < self._regions[self._next - 1].span.end:
            return self._regions[self._next - 1].kind
        return RegionKind.BODY
