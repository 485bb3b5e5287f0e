"""What a finding is known by from one run to the next."""

from __future__ import annotations

from collections.abc import Iterable

from checker.arabic.tokens import tokenise
from checker.consistency.bounds import shown
from checker.model import Claim, Document, Finding

#: Words on each side of a figure that tell it from the same figure elsewhere.
_NEIGHBOURS = 3
#: Code points looked at on each side; three Arabic words are seldom half as long.
_REACH = 80


def fingerprint(finding: Finding, claims: Iterable[Claim], document: Document) -> str:
    """A hexadecimal name that stays while the rule, its figures and the words beside them stay.

    Line numbers, offsets and the file's name play no part, so an edit
    elsewhere keeps it, and so does moving the file. Values of other documents
    that the finding speaks of count: a new value is a new finding. ``claims``
    are those of the document; letters are folded as the lexicon folds them.
    """
    from hashlib import sha256  # loads OpenSSL

    wanted = set(finding.claims)
    marks = [(c.start, c.end, f"{shown(c)} {c.outcome.value}") for c in claims if c.id in wanted]
    marks = marks or [(finding.start, finding.end, document.text[finding.start : finding.end])]
    parts = sorted(f"{figure} {_beside(document.text, start, end)}" for start, end, figure in marks)
    return sha256("\n".join((finding.rule, *parts, *finding.beyond)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _beside(text: str, start: int, end: int) -> str:
    """The words beside a stretch, on its own line."""
    low = max(0, start - _REACH, text.rfind("\n", 0, start) + 1)
    line_end = text.find("\n", end)
    high = min(end + _REACH, line_end if line_end >= 0 else len(text))
    before, after = _words(text[low:start])[-_NEIGHBOURS:], _words(text[end:high])[:_NEIGHBOURS]
    return " ".join((*before, "|", *after))


def _words(text: str) -> list[str]:
    return [token.norm for token in tokenise(text) if token.kind in ("word", "latin")]
