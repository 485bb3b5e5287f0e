"""Comment marks put between the letters of a Word file's text, with every other byte left where it is.

A run that a mark falls into becomes two, each with the run's own start tag
and properties.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.sax.saxutils import escape

from checker.model import Anchor, Span
from checker.reading.word.manuscript import Manuscript
from checker.reading.word.markup import tag_end
from checker.reading.word.story import Node, Run

_NAME = re.compile(rb"<([^\s/>]+)")


class _Mark(NamedTuple):
    """Markup to be put in; ends come before starts where both stand in one place."""

    starts: bool
    markup: bytes


@dataclass(slots=True)
class Splicer:
    """Collects marks for the main part of a manuscript and puts them in all at once."""

    manuscript: Manuscript
    data: bytes
    """The main part, as it was read for the manuscript."""
    _between: dict[int, list[_Mark]] = field(default_factory=lambda: defaultdict(list))
    _within: dict[int, dict[int, list[_Mark]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def enclose(self, span: Span, start: bytes, end: bytes) -> bool:
        """Put ``start`` before the words of a span and ``end`` after them; False if they have no place.

        Word knows no comments in text boxes and notes: there they enclose the
        run that holds the box or refers to the note.
        """
        anchors = _touching(self.manuscript.anchors, span)
        if not anchors:
            return False
        main = self.manuscript.package.main
        if anchors[0].part != main:
            note = max((at for at in self.manuscript.notes if at <= span.start), default=None)
            return note is not None and self._around(self.manuscript.notes[note], start, end)
        nodes = self.manuscript.stories[main].nodes
        first, last = anchors[0], [anchor for anchor in anchors if anchor.part == main][-1]
        host = nodes[_index(first)].run.host
        if host is not None or nodes[_index(last)].run.host is not None:
            return self._around(host or nodes[_index(first)].run, start, end)
        self._put(_index(first), max(span.start, first.span.start) - first.span.start, _Mark(True, start))
        self._put(_index(last), min(span.end, last.span.end) - last.span.start, _Mark(False, end))
        return True

    def _around(self, run: Run, start: bytes, end: bytes) -> bool:
        self._between[run.start].append(_Mark(True, start))
        self._between[run.end].append(_Mark(False, end))
        return True

    def _put(self, index: int, place: int, mark: _Mark) -> None:
        node = self.manuscript.stories[self.manuscript.package.main].nodes[index]
        if place == 0 and node.start == node.run.content:
            self._between[node.run.start].append(mark)
        elif place == len(node.text) and node.end == node.run.close:
            self._between[node.run.end].append(mark)
        else:
            self._within[index][place].append(mark)

    def result(self) -> bytes:
        """The main part with all marks in it."""
        nodes = self.manuscript.stories[self.manuscript.package.main].nodes
        edits = [(at, at, _markup(marks)) for at, marks in self._between.items()]
        edits += [(nodes[i].start, nodes[i].end, self._split(nodes[i], cuts)) for i, cuts in self._within.items()]
        out = []
        done = 0
        for start, end, markup in sorted(edits):
            out += [self.data[done:start], markup]
            done = end
        return b"".join([*out, self.data[done:]])

    def _split(self, node: Node, cuts: dict[int, list[_Mark]]) -> bytes:
        """A text node cut at some of its characters, each cut with a new run after it."""
        run = node.run
        between_runs = self.data[run.close : run.end], run.opening + run.properties
        out = []
        done = 0
        for place in sorted(cuts):
            out += [self._text(node, done, place), between_runs[0], _markup(cuts[place]), between_runs[1]]
            done = place
        return b"".join([*out, self._text(node, done, len(node.text))])

    def _text(self, node: Node, start: int, end: int) -> bytes:
        if start == end:
            return b""
        if (start, end) == (0, len(node.text)):
            return self.data[node.start : node.end]
        text = node.text[start:end]
        if not node.keeps_space:  # blanks at its ends were never shown
            text = text.lstrip() if start == 0 else text
            text = text.rstrip() if end == len(node.text) else text
        opening = self.data[node.start : tag_end(self.data, node.start)]
        found = _NAME.match(opening)
        name = found[1] if found else b"w:t"
        return b"<" + name + b' xml:space="preserve">' + escape(text).encode() + b"</" + name + b">"


def _markup(marks: Sequence[_Mark]) -> bytes:
    return b"".join(mark.markup for mark in sorted(marks, key=lambda mark: mark.starts))


def _touching(anchors: Sequence[Anchor], span: Span) -> Sequence[Anchor]:
    """The anchors that share characters with a span."""
    first = bisect_right(anchors, span.start, key=lambda anchor: anchor.span.end)
    last = first
    while last < len(anchors) and anchors[last].span.start < span.end:
        last += 1
    return anchors[first:last]


def _index(anchor: Anchor) -> int:
    return anchor.node or 0
