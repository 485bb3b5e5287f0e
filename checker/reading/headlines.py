"""Which of the first lines of an article is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.model import Span

#: The longest headline, in code points, when a blank line follows it and when none does. The
#: longest of some 6,600 newspaper headlines has 131.
_ALONE = 200
_JOINED = 120
#: A kicker, the short line over a headline, is no longer than this.
_KICKER = 60
#: The paragraph under a two-line headline is so many times longer than its second line.
_BODY_RATIO = 1.5

_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
#: One full stop ends a sentence; two or three are how headlines trail off.
_SENTENCE_END = re.compile(r"(?<![.…])\.[\"'»”)\]]?$")


def find_headline(text: str, lines: Sequence[Span], place: int) -> Span | None:
    """The headline that begins with the line at ``place``, the first that is not page or date.

    None when that line is all there is, or reads as a sentence or a long
    paragraph. A short line directly over the headline is part of it.
    """
    if place + 1 >= len(lines) or not _like_headline(text, lines[place]):
        return None
    line, following = lines[place], lines[place + 1]
    if _blank_line_between(text, line, following):
        return line if _length(line) <= _ALONE else None
    if _length(line) > _JOINED:
        return None
    if (
        place + 2 < len(lines)
        and _length(line) <= _KICKER
        and _length(following) <= _JOINED
        and _like_headline(text, following)
        and _blank_line_between(text, following, lines[place + 2])
        and _length(lines[place + 2]) > _BODY_RATIO * _length(following)
    ):
        return Span(line.start, following.end)
    return line if any(_length(other) > _length(line) for other in lines[place + 1 : place + 4]) else None


def _like_headline(text: str, line: Span) -> bool:
    return _length(line) <= _ALONE and not _SENTENCE_END.search(line.of(text))


def _blank_line_between(text: str, line: Span, following: Span) -> bool:
    return len(_NEWLINE.findall(text, line.end, following.start)) > 1


def _length(line: Span) -> int:
    return line.end - line.start
