"""The lines of a text, without the blanks and invisible marks around them."""

from __future__ import annotations

from checker.model import Span

_SPACES = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
#: Joiners, soft hyphens and bidi controls: at the ends of a line they are no part of it.
_INVISIBLE = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
#: Every character that can stand between lines, for :meth:`str.strip`.
BLANKS = _SPACES + _INVISIBLE

#: What ends a line, beside a line feed.
_BREAKS = "\r\v\f\x85\u2028\u2029"


def split_lines(text: str) -> list[Span]:
    """The lines that hold anything visible, in order."""
    for mark in _BREAKS:
        if mark in text:
            text = text.replace(mark, "\n")
    lines = []
    place = 0
    for line in text.split("\n"):
        if shown := line.lstrip(BLANKS):
            start = place + len(line) - len(shown)
            lines.append(Span(start, start + len(shown.rstrip(BLANKS))))
        place += len(line) + 1
    return lines


def rest_of_line(text: str, line: Span, cut: int) -> Span:
    """What is left of a line from ``cut`` on, without the blanks at its head; empty at its end."""
    return Span(line.end - len(text[cut : line.end].lstrip(BLANKS)), line.end)
