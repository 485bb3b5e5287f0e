"""The article of a page. trafilatura says which of its lines it is; here they are found again in the source."""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from checker.reading.web.blocks import Block

#: Elements of an extracted article that are lines of their own.
_LINES = frozenset({"p", "head", "item", "cell", "quote", "code", "list", "table", "row", "lb", "fw", "ab", "div"})
_BLANKS = re.compile(r"\s+")
#: Menus hold no sentence: no line of theirs is so long or ends with a full stop.
_SENTENCE = 40
_STOPS = (".", "؟", "!", "…", "۔")
#: After so many lines that the page does not have, the rest is not looked for.
_MISSES = 200
#: A page of which more than this is links leads to articles and is none.
_LINK_SHARE = 0.6


class Extracted(NamedTuple):
    """What the extractor found: lines, title, ISO date."""

    lines: tuple[str, ...]
    title: str
    date: str | None


class Found(NamedTuple):
    """A line of the article: characters ``start`` to ``end`` of a block, or its text where no block has it."""

    block: int
    start: int
    end: int
    text: str = ""


def extract(page: str) -> Extracted | None:
    """Ask the extractor; None if it finds no article.

    Raises:
        ImportError: it is not installed.
    """
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return None
    lines = tuple(filter(None, (line.strip() for line in _lines(found.body))))
    if not any(len(line) >= _SENTENCE or line.endswith(_STOPS) for line in lines):
        return None
    date = found.date if found.date and re.fullmatch(r"\d{4}-\d\d-\d\d", found.date) else None
    return Extracted(lines, (found.title or "").strip(), date)


def _lines(body: Any) -> list[str]:
    """The text of an extracted tree, one line an element that is one."""
    lines = [""]
    stack = [(body, False)]
    while stack:
        element, closing = stack.pop()
        if element.tag in _LINES:
            lines.append("")
        if closing:
            lines[-1] += element.tail or ""
            continue
        lines[-1] += element.text or ""
        stack.append((element, True))
        stack += [(child, False) for child in reversed(element)]
    return lines


def locate(blocks: Sequence[Block], lines: Sequence[str]) -> list[Found]:
    """Find the lines among the blocks, blanks aside.

    The longest line is found first and the others near it, before it from
    the end and after it from the beginning: of a headline that the menu
    repeats, the one at the article is taken.
    """
    squeezed = [_BLANKS.sub("", block.text.text) for block in blocks]
    whole = "".join(squeezed)
    ends = list(accumulate(map(len, squeezed)))
    sought = [_BLANKS.sub("", line) for line in lines]
    pivot = max(range(len(lines)), key=lambda place: len(sought[place]))
    places: dict[int, int] = {}
    misses = 0
    at = middle = max(0, whole.find(sought[pivot]))
    for place in (*range(pivot, len(lines)), *range(pivot - 1, -1, -1)):
        if misses == _MISSES:
            break
        if place == pivot - 1:
            at = middle
        found = whole.find(sought[place], at) if place >= pivot else whole.rfind(sought[place], 0, at)
        if found < 0:
            misses += 1
            continue
        places[place] = found
        at = found + len(sought[place]) if place >= pivot else found
    positions = [_visible(block.text.text) for block in blocks]
    result: list[Found] = []
    for place, line in enumerate(lines):
        if place not in places:
            result.append(Found(-1, 0, 0, line))
        else:
            result += _ranges(places[place], places[place] + len(sought[place]), ends, positions)
    return result


def _visible(text: str) -> list[int]:
    """The offsets of what is left of a text without blanks."""
    return [offset for offset, character in enumerate(text) if not character.isspace()]


def _ranges(start: int, end: int, ends: Sequence[int], positions: Sequence[Sequence[int]]) -> list[Found]:
    """A stretch of all blocks together as stretches of each."""
    found = []
    block = bisect_right(ends, start)
    while start < end:
        first = ends[block - 1] if block else 0
        stop = min(end, ends[block])
        if stop > start:
            offsets = positions[block]
            found.append(Found(block, offsets[start - first], offsets[stop - first - 1] + 1))
        start = stop
        block += 1
    return found


def leads_elsewhere(blocks: Sequence[Block], found: Sequence[Found]) -> bool:
    """Whether most of what was found are links."""
    taken = {line.block for line in found if line.block >= 0}
    size = sum(len(blocks[block].text.text) for block in taken)
    return sum(blocks[block].linked for block in taken) > _LINK_SHARE * size
