"""What a comment in a draft asks for: ``checker: ignore CF202: the ministry counts the missing too``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from checker.model import Document, Remark, Span
from checker.resources import load_toml, rules_root

_FILE = "ar/directives.toml"
#: What may stand between the rules and the reason.
_BEFORE_REASON = re.compile(r"[:：—–]|--")
_BETWEEN_RULES = re.compile(r"[\s,،]+")

_RULELESS = ("لا قاعدة فيه", "it names no rule")


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment that lets findings stand.

    ``lines`` are the stretches of text whose findings it speaks of, None for
    the whole document; ``fault`` says what is wrong with it, if it is.
    """

    span: Span
    lines: Span | None
    rules: tuple[str, ...]
    reason: str
    fault: tuple[str, str] | None = None
    """In Arabic and English."""


def directives(document: Document) -> list[Directive]:
    """The comments of a document that speak to the checker, in text order."""
    found = [_directive(document, remark) for remark in document.remarks]
    return [directive for directive in found if directive is not None]


def _directive(document: Document, remark: Remark) -> Directive | None:
    """What one comment asks for; None where it speaks to somebody else."""
    name, colon, rest = remark.text.strip().lstrip("#").strip().partition(":")
    if not colon or name.strip().lower() not in _words()["names"]:
        return None
    asked, *words = rest.split(maxsplit=1) or [""]
    asked, rest = asked.lower().rstrip(":"), words[0] if words else ""
    verbs = {form: kind for kind in ("ignore", "ignore_file") for form in _words()[kind]}
    kind = verbs.get(asked)
    if kind is None:
        near = get_close_matches(asked, verbs, 1)
        return Directive(remark.span, None, (), "", _misspelt(asked, near[0])) if near else None
    separator = _BEFORE_REASON.search(rest)
    listed, reason = (rest[: separator.start()], rest[separator.end() :]) if separator else (rest, "")
    rules = tuple(rule for rule in _BETWEEN_RULES.split(listed.strip()) if rule)
    lines = None if kind == "ignore_file" else _beside(document, remark)
    return Directive(remark.span, lines, rules, " ".join(reason.split()), None if rules else _RULELESS)


def _misspelt(word: str, near: str) -> tuple[str, str]:
    return f"لا معنى لكلمة «{word}»؛ هل تقصد {near}؟", f'"{word}" means nothing; did you mean {near}?'


def _beside(document: Document, remark: Remark) -> Span:
    """The line that a comment stands on or was put on; where it has a line to itself, the next that has text."""
    text, span = document.text, remark.span
    start = text.rfind("\n", 0, span.start) + 1
    end = _line_end(text, span.end)
    own = _is_comment(document, remark)
    words = text[start : span.start] + text[span.end : end] if own else text[start:end]
    if words.strip(" \t\r#\u200e\u200f\u061c"):
        return Span(start, end)
    while end < len(text):
        start, end = end + 1, _line_end(text, end + 1)
        line = text[start:end]
        if line.strip() and not _all_comment(document, Span(start, end)):
            break
    return Span(start, end)


def _is_comment(document: Document, remark: Remark) -> bool:
    """Whether the comment's own words are in the text, as in formats that keep the source whole."""
    return bool(remark.text) and remark.text in remark.span.of(document.text)


def _all_comment(document: Document, line: Span) -> bool:
    """Whether a line is a further comment, so that several can stand above one paragraph."""
    at = bisect_right(document.remarks, line.start, key=lambda remark: remark.span.start)
    near = document.remarks[max(0, at - 1) : at + 1]
    words = line.of(document.text)
    left = line.start + len(words) - len(words.lstrip())
    right = line.start + len(words.rstrip())
    return any(r.span.start <= left and right <= r.span.end and _is_comment(document, r) for r in near)


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


@cache
def _words() -> Mapping[str, frozenset[str]]:
    data = load_toml(rules_root() / _FILE)
    return {key: frozenset(word.lower() for word in words) for key, words in data.items()}
