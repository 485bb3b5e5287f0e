"""The claims of a draft as its outline, and the kin of one as highlights."""

from __future__ import annotations

from lsprotocol.types import (
    DocumentHighlight,
    DocumentHighlightKind,
    DocumentSymbol,
    Location,
    SymbolInformation,
    SymbolKind,
)

from checker.lsp.checked import Checked
from checker.lsp.words import bounds, who
from checker.model import Claim
from checker.reporting.inert import clean


def symbols(checked: Checked) -> list[DocumentSymbol] | list[SymbolInformation]:
    """One symbol for each claim, in text order; in the older form for an editor that knows only that."""
    if not checked.client.nested_symbols:
        uri = checked.draft.uri
        return [
            SymbolInformation(Location(uri, checked.range_of(claim)), clean(claim.text), SymbolKind.Number)
            for claim in checked.claims
        ]
    return [_symbol(checked, claim) for claim in checked.claims]


def _symbol(checked: Checked, claim: Claim) -> DocumentSymbol:
    number = checked.draft.positions.range(
        max(claim.number.start, claim.start), max(min(claim.number.end, claim.end), claim.start)
    )
    detail = f"{who(checked, claim)} · {bounds(checked, claim)}"
    return DocumentSymbol(clean(claim.text), SymbolKind.Number, checked.range_of(claim), number, detail)


def highlights(checked: Checked, offset: int) -> list[DocumentHighlight]:
    """The claim at a place and all that are tied to it."""
    claim = checked.claim_at(offset)
    if claim is None or checked.report is None:
        return []
    names = {claim.id, claim.part_of, *(other.id for other in checked.claims if other.part_of == claim.id)}
    for relation in checked.report.facts.relations:
        if claim.id in relation.members:
            names.update(relation.members)
    for finding in checked.findings_of(claim):
        names.update(finding.claims)
    return [
        DocumentHighlight(checked.range_of(other), DocumentHighlightKind.Text)
        for other in checked.claims
        if other.id in names
    ]
