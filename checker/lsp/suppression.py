"""The comment with which a draft says that a finding may stand, and why."""

from __future__ import annotations

from typing import NamedTuple

from checker.model import Finding


class Insertion(NamedTuple):
    """What is put into a text, and at which code point."""

    offset: int
    text: str


def suppress(text: str, finding: Finding, reason: str, markdown: bool) -> Insertion:
    """The comment for one finding.

    In Markdown it stands at the end of the finding's line (``<!-- checker:
    ignore CF202: the reason -->``), in plain text on a line of its own above
    it (``# checker: ignore CF202: the reason``). Without a reason it lets
    nothing stand; that is for the author to write.
    """
    directive = f"checker: ignore {finding.rule}: {_inert(reason)}"
    if markdown:
        return Insertion(_line_end(text, finding.end), f" <!-- {directive.rstrip()} -->")
    start = text.rfind("\n", 0, finding.start) + 1
    if start == 0 and text.startswith("\ufeff"):
        start = 1
    return Insertion(start, f"# {directive}{_line_break(text)}")


def _line_end(text: str, offset: int) -> int:
    """Where the line of a place ends, before its line break and the blanks in front of that."""
    end = text.find("\n", offset)
    line = text[offset : end if end >= 0 else len(text)]
    return offset + len(line.rstrip())


def _line_break(text: str) -> str:
    """The line break that a draft already uses."""
    return "\r\n" if "\r\n" in text else "\n"


def _inert(reason: str) -> str:
    """A reason on one line, in which no comment ends."""
    return " ".join(reason.split()).replace("--", "—")
