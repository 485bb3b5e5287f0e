"""A draft with what was found in it, as the answers to an editor need it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lsprotocol.types import Range

from checker.lsp.drafts import Draft
from checker.lsp.options import Client, Options
from checker.model import Claim, DocumentReport, Failure, Finding


@dataclass(frozen=True)
class Checked:
    """One version of a draft, its report, and for whom the answers are.

    A draft without words has no report; one that could not be checked has a
    failure instead.
    """

    draft: Draft
    report: DocumentReport | None
    failure: Failure | None
    options: Options
    client: Client

    @property
    def lang(self) -> str:
        """The language of the answers."""
        return self.options.language

    @property
    def claims(self) -> Sequence[Claim]:
        """Every claim, in text order."""
        return self.report.claims if self.report else ()

    @property
    def findings(self) -> Sequence[Finding]:
        """Every finding, in text order."""
        return self.report.findings if self.report else ()

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """The claims by their names."""
        return {claim.id: claim for claim in self.claims}

    def range_of(self, place: Claim | Finding) -> Range:
        """Where a claim or a finding stands, in the editor's lines and columns."""
        return self.draft.positions.range(place.start, place.end)

    def line_of(self, claim: Claim) -> int:
        """The line of a claim as editors number it, from 1."""
        return self.draft.positions.position(claim.start).line + 1

    def claim_at(self, offset: int) -> Claim | None:
        """The claim around a place, the shortest of several; a cursor right behind one is still at it."""
        around = [claim for claim in self.claims if claim.start <= offset <= claim.end]
        return min(around, key=lambda claim: (offset == claim.end, claim.end - claim.start), default=None)

    def findings_of(self, claim: Claim) -> Iterator[Finding]:
        """The findings that a claim takes part in."""
        return (finding for finding in self.findings if claim.id in finding.claims)

    def others(self, finding: Finding) -> list[Claim]:
        """The claims of a finding but for the one that it is shown at, in text order."""
        claims = [self.by_id[name] for name in finding.claims if name in self.by_id]
        shown = next((c for c in claims if (c.start, c.end) == (finding.start, finding.end)), None)
        return [claim for claim in claims if claim is not shown]
