"""Markdown: front matter, the heading that is the title, and code.

Only what the layout needs is read; nothing is rendered and nothing changes
its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.arabic.dates import find_dates
from checker.arabic.tokens import tokenise
from checker.model import Document, Span
from checker.reading.comments import apart_from, covered_lines, markup_comments, without_comments
from checker.reading.encodings import decode
from checker.reading.layout import lay_out
from checker.reading.lines import split_lines

#: Between two lines of dashes, and beginning with a key: a rule (``---``) is no front matter.
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?=[\w\"'-]+[ \t]*:)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_TITLE = re.compile(r"^title[ \t]*:(?P<value>[^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_DATE = re.compile(r"^(?:date|published)[ \t]*:(?P<value>[^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_HASHES = re.compile(r"(#{1,6})[ \t]")
_UNDERLINE = re.compile("=+")
_FENCE = re.compile("`{3,}|~{3,}")
#: A heading further down than this many lines is no title.
_TITLE_LINES = 8


class Markdown(NamedTuple):
    """What the marks of a text say: its title, its date, and the lines that are no article."""

    title: Span | None
    date: str | None
    page: frozenset[Span]


def read(data: bytes, path: str) -> Iterator[Document]:
    """Read a Markdown file; its text is the decoded file itself, marks and all.

    Raises:
        InputError: ``binary``, ``undecodable`` or ``empty``.
    """
    text, encoding, notices = decode(data, path)
    lines = split_lines(text)
    marks = read_marks(text, lines)
    remarks = apart_from(markup_comments(text), sorted(marks.page))
    layout = lay_out(text, lines, title=marks.title, page=marks.page | covered_lines(lines, remarks))
    layout = without_comments(text, layout, remarks)
    date = marks.date or layout.date
    yield Document(text, path, layout.regions, layout.title, date, encoding, notices, remarks=remarks)


def read_marks(text: str, lines: Sequence[Span]) -> Markdown:
    """Read front matter, headings and fences of a text whose lines are given.

    The title is the first ``# heading`` near the top, a heading of any level
    on the first line, an underlined one (``====``), or that of the front matter.
    """
    front = _FRONT_MATTER.match(text)
    end = front.end() if front else 0
    page = {line for line in lines if line.start < end}
    content = lines[len(page) :]
    page |= _code(text, content)
    title = _find_heading(text, [line for line in content[:_TITLE_LINES] if line not in page], page)
    if front is None:
        return Markdown(title, None, frozenset(page))
    title = title or _value(_TITLE.search(text, 0, end))
    date = _value(_DATE.search(text, 0, end))
    beside = {line for line in page if title and line.start <= title.start < line.end}
    return Markdown(title, _iso(text, date), frozenset(page - beside))


def _code(text: str, lines: Sequence[Span]) -> set[Span]:
    """The lines of fenced code, fences included; a fence that is not closed runs to the end."""
    code = set()
    fence = ""
    for line in lines:
        mark = _FENCE.match(text, line.start, line.end)
        if fence or mark:
            code.add(line)
        if mark and not fence:
            fence = mark[0]
        elif mark and mark[0].startswith(fence) and mark.end() == line.end:
            fence = ""
    return code


def _find_heading(text: str, lines: Sequence[Span], page: set[Span]) -> Span | None:
    """The heading that is the title; the underline of one becomes furniture."""
    for place, line in enumerate(lines):
        hashes = _HASHES.match(text, line.start, line.end)
        if hashes and (place == 0 or len(hashes[1]) == 1):
            return _without_hashes(text, Span(hashes.end(), line.end))
        under = lines[place + 1] if place + 1 < len(lines) else None
        if under is not None and _UNDERLINE.fullmatch(text, under.start, under.end):
            page.add(under)
            return line
    return None


def _without_hashes(text: str, heading: Span) -> Span | None:
    """A heading without the blanks around it and without closing hashes (``# … #``)."""
    words = heading.of(text)
    opened = words.rstrip("#")
    if opened.endswith((" ", "\t")):
        words = opened
    stripped = words.strip()
    start = heading.start + len(words) - len(words.lstrip())
    return Span(start, start + len(stripped)) if stripped else None


def _value(match: re.Match[str] | None) -> Span | None:
    """The span of a value without quotes and blanks, None if it is empty or a YAML block."""
    if match is None:
        return None
    value = match["value"]
    stripped = value.strip("\"' \t")
    if not stripped or stripped[0] in ">|":
        return None
    start = match.start("value") + value.index(stripped)
    return Span(start, start + len(stripped))


def _iso(text: str, value: Span | None) -> str | None:
    if value is None:
        return None
    part = value.of(text)
    return next((date.iso for date in find_dates(part, tokenise(part))), None)
