"""How a draft says that a finding may stand, and why."""

from __future__ import annotations

from typing import NamedTuple

from checker.model import Finding


class Insertion(NamedTuple):
    """What is put into a text, and at which code point."""

    offset: int
    text: str


def suppress(text: str, finding: Finding, reason: str, markdown: bool) -> Insertion:
    """The comment that suppresses one finding, with the reason."""
    end = _line_end(text, finding.end)
    return Insertion(end, f" <!-- checker: ignore {finding.rule} {_inert(reason)} -->")


def _line_end(text: str, offset: int) -> int:
    ends = [place for sign in "\r\n" if (place := text.find(sign, offset)) >= 0]
    return min(ends, default=len(text))


def _inert(reason: str) -> str:
    """A reason on one line in which no comment ends."""
    return " ".join(reason.split()).replace("--", "—").replace(">", "›")
