"""What the page says of one figure: how it is read, whose it is, and whether it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from checker.consistency.bounds import shown
from checker.model import Claim, DocumentReport
from checker.reporting.html.kin import Kin, kin_of
from checker.reporting.messages import say


@dataclass(frozen=True, slots=True)
class Shown:
    """A document on its way into the page: its number there, its ties, the language's words."""

    report: DocumentReport
    number: int
    kin: Kin
    lang: str
    slips: frozenset[str]
    compared: frozenset[str]

    @property
    def say(self) -> Callable[..., str]:
        """A phrase of the page's language by its key."""
        return partial(say, self.lang)

    def anchor(self, claim: str) -> str:
        """The id of a figure in the page."""
        return f"d{self.number}-{claim}"

    def finding_anchor(self, number: int) -> str:
        """The id of a finding in the page; findings count from 0."""
        return f"d{self.number}-f{number + 1}"

    def state(self, claim: str) -> str:
        """``slip``, ``holds`` or ``alone``."""
        return "slip" if claim in self.slips else "holds" if claim in self.compared else "alone"

    def tip(self, claim: Claim) -> str:
        """The lines that appear beside a figure when it is pointed at."""
        words = [f"{shown(claim)} · {self.outcome(claim)} · {self.group(claim)}"]
        by_id = {other.id: other for other in self.report.claims}
        if claim.part_of in by_id:
            words.append(self.say("part_of_figure", whole=by_id[claim.part_of].text))
        if claim.source:
            words.append(self.say("source_of_figure", source=claim.source))
        words.append(self.say(f"state_{self.state(claim.id)}"))
        return " — ".join(words)

    def outcome(self, claim: Claim) -> str:
        """What happened to the people, in words."""
        return self.say(f"outcome_{claim.outcome.value}")

    def group(self, claim: Claim) -> str:
        """Who they are, in words."""
        return self.say(f"group_{claim.group.value}")


def shown_document(report: DocumentReport, number: int, lang: str) -> Shown:
    """A document with what the page needs to know of its figures."""
    slips = frozenset(claim for finding in report.findings for claim in finding.claims)
    compared = {claim for check in report.checks for claim in check.claims}
    compared.update(claim for kept in report.suppressed for claim in kept.finding.claims)
    return Shown(report, number, kin_of(report), lang, slips, frozenset(compared))
