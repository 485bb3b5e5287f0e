"""What is known of the figure under the cursor: its bounds, who says it, and its kin."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import Hover

from checker.lsp.checked import Checked
from checker.lsp.markup import Line, render
from checker.lsp.words import advice, bounds, quoted, told, who
from checker.model import Claim, Finding, RelationKind
from checker.reporting.inert import clean
from checker.reporting.messages import say

#: The phrase for the other members of a relation without a whole.
_KIN = {
    RelationKind.SAME: "hover_kin_same",
    RelationKind.CHANGE: "hover_kin_change",
    RelationKind.UPDATE: "hover_kin_update",
    RelationKind.DENIAL: "hover_kin_denial",
    RelationKind.AGENT: "hover_kin_agent",
}
#: Kin shown of one kind; a list of forty governorates is not read in a hover.
_MOST = 12


def hover(checked: Checked, offset: int) -> Hover | None:
    """The hover for a place in the text, None where there is neither a figure nor a finding."""
    claim = checked.claim_at(offset)
    if claim is not None:
        lines = list(_claim(checked, claim))
        return Hover(render(lines, markdown=checked.client.markdown), checked.range_of(claim))
    for finding in checked.findings:
        if finding.start <= offset <= finding.end:
            lines = list(_finding(checked, finding))
            return Hover(render(lines, markdown=checked.client.markdown), checked.range_of(finding))
    return None


def _claim(checked: Checked, claim: Claim) -> Iterator[Line]:
    lang = checked.lang
    yield Line(clean(claim.text), who(checked, claim))
    yield Line(say(lang, "hover_bounds"), f"{bounds(checked, claim)} ({say(lang, f'hover_hedge_{claim.hedge.value}')})")
    if claim.source:
        yield Line(say(lang, "hover_source"), clean(claim.source))
    place = say(lang, "hover_in_headline" if claim.in_title else "hover_in_body")
    yield Line(say(lang, "hover_event"), f"{claim.event} · {place}")
    kin = _kin(checked, claim)
    for key, claims in kin.items():
        yield from _list(checked, key, claims)
    for finding in checked.findings_of(claim):
        yield from _finding(checked, finding)
    for kept in checked.report.suppressed if checked.report else ():
        if claim.id in kept.finding.claims:
            yield Line(f"{say(lang, 'hover_stands')} {kept.finding.rule}", clean(kept.reason))
    if not kin and not any(checked.findings_of(claim)):
        yield Line(words=say(lang, "hover_alone"))


def _kin(checked: Checked, claim: Claim) -> dict[str, list[Claim]]:
    """The claims that this one is held against, under the phrase for how they are tied; each once."""
    kin: dict[str, list[Claim]] = {}
    seen = {claim.id}
    for key, name in _ties(checked, claim):
        if name in checked.by_id and name not in seen:
            seen.add(name)
            kin.setdefault(key, []).append(checked.by_id[name])
    return kin


def _ties(checked: Checked, claim: Claim) -> Iterator[tuple[str, str]]:
    if claim.part_of is not None:
        yield "hover_kin_whole", claim.part_of
    for other in checked.claims:
        if other.part_of == claim.id:
            yield "hover_kin_parts", other.id
    for relation in checked.report.facts.relations if checked.report else ():
        if claim.id not in relation.members:
            continue
        if relation.whole is None:
            yield from ((_KIN[relation.kind], name) for name in relation.claims)
        elif claim.id == relation.whole:
            yield from (("hover_kin_parts", name) for name in relation.parts)
        else:
            yield "hover_kin_whole", relation.whole


def _list(checked: Checked, key: str, claims: list[Claim]) -> Iterator[Line]:
    yield Line(say(checked.lang, key))
    for claim in claims[:_MOST]:
        yield Line(words=f"{quoted(checked, claim)}: {bounds(checked, claim)}", item=True)
    if len(claims) > _MOST:
        yield Line(words=f"… +{len(claims) - _MOST}", item=True)


def _finding(checked: Checked, finding: Finding) -> Iterator[Line]:
    yield Line(f"{say(checked.lang, finding.severity.value)} {finding.rule}", told(checked, finding))
    if look := advice(checked, finding):
        yield Line(words=look)
