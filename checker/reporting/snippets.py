"""Short stretches of the text around the figures of a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.model import Span

#: Code points kept on each side of a figure.
_REACH = 90
_ENDS = "\n.؟!"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text around some figures; ``marks`` are spans into ``text``."""

    line: int
    text: str
    marks: tuple[Span, ...]


def snippets(text: str, spans: Iterable[Span]) -> list[Snippet]:
    """One snippet a sentence, in text order; figures close together share one."""
    windows: list[tuple[int, int, list[Span]]] = []
    for span in sorted(spans):
        low, high = _window(text, span)
        if windows and low <= windows[-1][1]:
            start, end, inside = windows[-1]
            windows[-1] = (start, max(end, high), [*inside, span])
        else:
            windows.append((low, high, [span]))
    return [_snippet(text, low, high, inside) for low, high, inside in windows]


def _window(text: str, span: Span) -> tuple[int, int]:
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    edge = max(text.rfind(end, low, span.start) for end in _ENDS)
    if edge >= 0:
        low = edge + 1
    elif low:
        low = text.find(" ", low, span.start) + 1 or low
    edges = [found for end in _ENDS if (found := text.find(end, span.end, high)) >= 0]
    if edges:
        high = min(edges) + 1
    elif high < len(text):
        blank = text.rfind(" ", span.end, high)
        high = blank if blank > 0 else high
    return low, high


def _snippet(text: str, low: int, high: int, inside: Sequence[Span]) -> Snippet:
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    head = "…" if (low > 0 and text[low - 1] not in _ENDS and not text[low - 1].isspace()) or _cut(text, low) else ""
    tail = "…" if high < len(text) and text[high - 1] not in _ENDS and text[high] != "\n" else ""
    shift = low - len(head)
    marks = tuple(Span(span.start - shift, span.end - shift) for span in inside)
    line = text.count("\n", 0, inside[0].start) + 1
    return Snippet(line, head + clean(text[low:high]) + tail, marks)


def _cut(text: str, low: int) -> bool:
    """Whether the snippet begins in the middle of a sentence."""
    before = low - 1
    while before >= 0 and text[before] == " ":
        before -= 1
    return before >= 0 and text[before] not in _ENDS


def clean(text: str) -> str:
    """The text with control characters shown as blanks: nothing of it can steer a terminal."""
    return "".join(c if c.isprintable() or c in _JOINERS else " " for c in text)


#: Invisible characters that Arabic and bidi text needs.
_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad")
