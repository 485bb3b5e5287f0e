"""What an editor can write in the place of a figure, so that it agrees with the others of its finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.lsp.checked import Checked
from checker.model import Claim, Finding, Hedge, Relation, Span

#: How an Arabic noun is counted changes at these numbers: 1, 2, 3 to 10, 11 to 99, hundreds.
_NOUN_CHANGES = (2, 3, 11, 100)


class Takeover(NamedTuple):
    """A stretch of the text, what would stand there, and the claim that says so, if one does."""

    span: Span
    text: str
    origin: Claim | None


def takeovers(checked: Checked, finding: Finding, here: Claim) -> list[Takeover]:
    """What could be written for one claim of a finding; each text once.

    For a figure told again it is the other figure, for a whole what its parts
    come to, for a part what the other parts leave, and for a number beside
    its own words the number that these say.
    """
    found: dict[str, Takeover] = {}
    for takeover in _all(checked, finding, here):
        if takeover.text != takeover.span.of(checked.draft.text):
            found.setdefault(takeover.text, takeover)
    return list(found.values())


def _all(checked: Checked, finding: Finding, here: Claim) -> Iterator[Takeover]:
    if here.restated is not None and len(finding.claims) == 1:
        if here.restated.min is not None and here.restated.min == here.restated.max:
            yield Takeover(here.number, _digits(here.restated.min, here.number_text), None)
        return
    claims = [checked.by_id[name] for name in finding.claims if name in checked.by_id]
    total = _relation_of(checked, finding)
    if total is not None:
        value = _left_for(here, total, checked)
        if value is not None and value != here.min and not _noun_changes(here, value):
            yield Takeover(here.number, _digits(value, here.number_text), None)
        return
    for other in claims:
        if other is not here and other.outcome is here.outcome:
            yield from _other(here, other)


def _relation_of(checked: Checked, finding: Finding) -> Relation | None:
    """The sum that a finding is about, where it is about nothing else."""
    if checked.report is None:
        return None
    wanted = set(finding.claims)
    relations = checked.report.facts.relations
    return next((r for r in relations if r.whole is not None and r.complete and set(r.members) == wanted), None)


def _left_for(here: Claim, total: Relation, checked: Checked) -> int | None:
    """The number that the other claims of a sum leave for one, if they are all exact."""
    claims = [checked.by_id[name] for name in total.members]
    if any(claim.hedge not in (Hedge.EXACT, Hedge.ZERO) or claim.min is None for claim in claims):
        return None
    numbers = {claim.id: claim.min or 0 for claim in claims}
    parts = sum(numbers[name] for name in total.parts)
    value = parts if here.id == total.whole else numbers[str(total.whole)] - parts + numbers[here.id]
    return value if value > 0 else None


def _other(here: Claim, other: Claim) -> Iterator[Takeover]:
    """The other claim's number; all of its words where the number alone would not fit between those that stand."""
    alike = here.hedge is other.hedge and not here.implicit and not other.implicit
    if alike and not _noun_changes(here, _value(other)):
        yield Takeover(here.number, other.number_text, other)
    elif bool(here.victims) == bool(other.victims):
        yield Takeover(Span(here.start, here.end), other.text, other)


def _value(claim: Claim) -> int | None:
    return claim.min if claim.min is not None else claim.max


def _noun_changes(claim: Claim, value: int | None) -> bool:
    """Whether the counted noun of a claim would have another form beside another number."""
    if not claim.victims:
        return False
    return _form(_value(claim)) != _form(value)


def _form(value: int | None) -> int:
    """Which of the ways to count a noun a number asks for; the last two digits decide in hundreds."""
    if value is None:
        return -1
    if value >= 100 and value % 100 >= 3:
        value %= 100
    return sum(value >= limit for limit in _NOUN_CHANGES)


def _digits(value: int, like: str) -> str:
    """A number in the digits of another; Western ones where that is in words."""
    zero = next((ord(sign) - int(sign) for sign in like if sign.isdecimal()), ord("0"))
    return "".join(chr(zero + int(sign)) for sign in str(value))


def claims_at(checked: Checked, finding: Finding, offset: int) -> Sequence[Claim]:
    """The claim of a finding under the cursor, else the one that it is shown at."""
    claims = [checked.by_id[name] for name in finding.claims if name in checked.by_id]
    under = [claim for claim in claims if claim.start <= offset <= claim.end]
    return under[:1] or [c for c in claims if (c.start, c.end) == (finding.start, finding.end)][:1]
