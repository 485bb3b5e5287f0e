"""What belongs to the page and not to the article: buttons, counters, links, addresses."""

from __future__ import annotations

import re

from checker.arabic.normalise import fold
from checker.model import Span
from checker.reading.words import WORD, LayoutWords, folded_words

#: A line of page words alone is at most this long, in code points.
_SHORT = 60
#: A line that leads elsewhere is at most this long; a longer one is a sentence.
_LEAD = 200
#: After a button stands a byline or a date, at most so long; what is longer is a sentence.
_SIGNED = 70
#: How far after a label its colon may stand.
_COLON = 40
_GAP_WORDS = 4

_SIGNIFICANT = re.compile(r"[^\W_]")
_SENTENCE_MARK = re.compile("[.،:؛؟!,]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|@\w{1,50}|[\w.+-]{1,64}@[\w.-]{1,255}", re.ASCII)


def page_part(text: str, line: Span, words: LayoutWords, *, header: bool, tail: bool) -> int:
    """Up to which offset a line is furniture: its start if none of it is, its end if all.

    ``header`` and ``tail`` say that the line is among the first or last of its document.
    """
    start, end = line
    if not _SIGNIFICANT.search(text, start, end) or _is_address(text, line):
        return end
    first = WORD.search(text, start, min(end, start + _SHORT))
    if first is None or fold(first[0]) not in words.beginnings:
        return start
    begins = folded_words(text, start, min(end, start + _SHORT))
    if end - start <= _SHORT and _only_page_words(begins, words):
        return end
    if end - start <= _LEAD and words.leads.longest(begins)[0]:
        return end
    if tail and words.tags.longest(begins)[0] and not _SENTENCE_MARK.search(text, start, end):
        return end
    if header and (count := words.buttons.longest(begins)[0]):
        cut = _end_of_word(text, line, count)
        return cut if end - cut <= _SIGNED and text[end - 1] != "." else start
    return _label_end(text, line, begins, words)


def _is_address(text: str, line: Span) -> bool:
    return text.find(" ", line.start, line.end) < 0 and _ADDRESS.fullmatch(text, line.start, line.end) is not None


def _only_page_words(line: list[str], words: LayoutWords) -> bool:
    place = 0
    while place < len(line):
        for length in (3, 2, 1):
            if " ".join(line[place : place + length]) in words.page:
                place += length
                break
        else:
            return False
    return bool(line)


def _label_end(text: str, line: Span, begins: list[str], words: LayoutWords) -> int:
    """The offset after the colon of a label that the line begins with, or its start."""
    count, gap = words.labels.longest(begins)
    if not count:
        return line.start
    after = _end_of_word(text, line, count)
    colon = text.find(":", after, min(line.end, after + _COLON))
    between = len(WORD.findall(text, after, colon)) if colon >= 0 else 0
    if colon < 0 or between > (_GAP_WORDS if gap else 0):
        return line.start
    return colon + 1


def _end_of_word(text: str, line: Span, count: int) -> int:
    """The offset after the first ``count`` words of a line."""
    end = line.start
    for _ in range(count):
        match = WORD.search(text, end, line.end)
        end = match.end() if match else line.end
    return end
