"""What a comment in a draft asks for: ``checker: ignore CF202: the ministry counts the missing too``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from checker.model import Document, Remark, Span
from checker.resources import load_toml, rules_root
from checker.values import frozen

_FILE = "ar/directives.toml"
#: What may stand between the rules and the reason; names of rules hold hyphens without blanks.
_BEFORE_REASON = r"[:：—–]|--|(?<=\s)-(?=\s|$)"
_OPEN, _CLOSE = "<!--", "-->"
_INVISIBLE = " \t\r\u200e\u200f\u061c\ufeff"
_BETWEEN_RULES = re.compile(r"[\s,،]+")
_RULELESS = ("لا قاعدة فيه", "it names no rule")


@frozen
class Directive:
    """A comment that lets findings stand.

    ``lines`` is the stretch of text whose findings it speaks of, None for the
    whole document; ``fault`` says what is wrong with it, if it is.
    """

    span: Span
    lines: Span | None
    rules: tuple[str, ...]
    reason: str
    fault: tuple[str, str] | None = None
    """In Arabic and English."""


def directives(document: Document) -> list[Directive]:
    """The comments of a document that speak to the checker, in text order."""
    if not document.remarks:
        return []
    lines = _Lines(document)
    found = [_directive(document, remark, lines) for remark in document.remarks]
    return [directive for directive in found if directive is not None]


def _directive(document: Document, remark: Remark, lines: _Lines) -> Directive | None:
    """What one comment asks for; None where it speaks to somebody else."""
    name, colon, rest = remark.text.strip().lstrip("#").strip().partition(":")
    if not colon or name.strip().lower() not in _words()["names"]:
        return None
    asked, *words = rest.split(maxsplit=1) or [""]
    asked, rest = asked.lower().rstrip(":"), words[0] if words else ""
    verbs = {form: kind for kind in ("ignore", "ignore_file") for form in _words()[kind]}
    kind = verbs.get(asked)
    if kind is None:
        from difflib import get_close_matches

        near = get_close_matches(asked, verbs, 1)
        return Directive(remark.span, None, (), "", _misspelt(asked, near[0])) if near else None
    separator = re.search(_BEFORE_REASON, rest)
    listed, reason = (rest[: separator.start()], rest[separator.end() :]) if separator else (rest, "")
    reason = " ".join(reason.split()) if any(map(str.isalnum, reason)) else ""  # "-" is no reason
    rules = tuple(rule for rule in _BETWEEN_RULES.split(listed.strip()) if rule)
    own = _own_words(document, remark)
    beside = None if kind == "ignore_file" else lines.beside(own or remark.span, own=own is not None)
    return Directive(own or remark.span, beside, rules, reason, None if rules else _RULELESS)


def _misspelt(word: str, near: str) -> tuple[str, str]:
    return f"لا معنى لكلمة «{word}»؛ هل تقصد {near}؟", f'"{word}" means nothing; did you mean {near}?'


class _Lines:
    """The lines of a document that hold text of the article, and not comments alone."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        comments = [span for remark in document.remarks if (span := _own_words(document, remark))]
        self._lines = [line for line in self._all() if not self._hidden(line, comments)]

    def beside(self, span: Span, *, own: bool) -> Span:
        """The line of a comment; where it has one to itself, the next.

        ``own`` says that the stretch is the comment's own words; else it is
        text that the comment was put on, and all lines of it are meant.
        """
        at = bisect_right(self._lines, span.start, key=lambda line: line.end)
        for line in self._lines[max(0, at - 1) : at + 1]:
            if line.start <= span.start < line.end + (not own):
                return line if own else Span(line.start, max(line.end, span.end))
        following = self._lines[bisect_right(self._lines, span.start, key=lambda line: line.start) :][:1]
        return following[0] if following else Span(len(self._text), len(self._text))

    def _all(self) -> Iterator[Span]:
        start = 0
        while start < len(self._text):
            end = self._text.find("\n", start)
            end = len(self._text) if end < 0 else end
            if self._text[start:end].strip(_INVISIBLE):
                yield Span(start, end)
            start = end + 1

    def _hidden(self, line: Span, comments: Sequence[Span]) -> bool:
        """Whether nothing is left of a line without the comments in it."""
        place = line.start
        for k in range(bisect_right(comments, line.start, key=lambda span: span.end), len(comments)):
            if comments[k].start >= line.end:
                break
            if self._text[place : comments[k].start].strip(_INVISIBLE):
                return False
            place = max(place, comments[k].end)
        return place > line.start and not self._text[place : line.end].strip(_INVISIBLE)


def _own_words(document: Document, remark: Remark) -> Span | None:
    """Where the comment's own words are in the text, in formats that keep the source whole; else None."""
    text, span = document.text, remark.span
    if span.start == span.end and text.startswith(_OPEN, span.start):
        end = text.find(_CLOSE, span.start)
        return Span(span.start, end + len(_CLOSE)) if end >= 0 else None
    return span if remark.text and remark.text in span.of(text) else None


@cache
def _words() -> Mapping[str, frozenset[str]]:
    data = load_toml(rules_root() / _FILE)
    return {key: frozenset(word.lower() for word in words) for key, words in data.items()}
