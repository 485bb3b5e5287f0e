"""What the configuration lets stand."""

from __future__ import annotations

from fnmatch import fnmatchcase

from checker.arabic.normalise import fold
from checker.model import DocumentReport, Finding
from checker.values import frozen


@frozen
class Allowance:
    """One entry ``[[suppress]]``: rules, and what a finding must have to be meant.

    ``paths`` are patterns as in :mod:`fnmatch` (``*`` also matches ``/``),
    relative to ``root``; ``text`` is words that must stand in the sentence of
    one of the finding's figures; ``fingerprint`` is its name in reports. What
    is empty asks for nothing. ``name`` says where the entry stands.
    """

    name: str
    rules: tuple[str, ...]
    reason: str
    paths: tuple[str, ...] = ()
    text: str = ""
    fingerprint: str = ""

    def concerns(self, path: str) -> bool:
        """Whether findings of a document, by its path relative to the configuration, can be meant."""
        return not self.paths or any(fnmatchcase(path, pattern) for pattern in self.paths)

    def means(self, report: DocumentReport, finding: Finding, fingerprint: str) -> bool:
        """Whether a finding of a document that is concerned, of one of the rules, is meant."""
        if self.fingerprint and self.fingerprint != fingerprint:
            return False
        if not self.text:
            return True
        text = report.document.text
        wanted = set(finding.claims)
        starts = [claim.start for claim in report.claims if claim.id in wanted] or [finding.start]
        sought = _folded(self.text)
        return any(sought in _folded(_line(text, start)) for start in starts)


def _line(text: str, position: int) -> str:
    end = text.find("\n", position)
    return text[text.rfind("\n", 0, position) + 1 : len(text) if end < 0 else end]


def _folded(text: str) -> str:
    return " ".join(fold(word) for word in text.split())
