"""Which figures of a document belong together, and how the page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.model import DocumentReport

#: Colours that tell families apart; more families than these share them in turn.
HUES = 8


@dataclass(frozen=True, slots=True)
class Kin:
    """The ties of one document's figures.

    ``ties`` are sets of claims that light up together: one for each relation,
    each whole with its parts, and each finding (``of_finding`` says which).
    ``hue`` numbers the families: figures that ties connect, however far.
    """

    ties: tuple[frozenset[str], ...]
    hue: Mapping[str, int]
    of_finding: Mapping[int, int]

    def classes(self, claim: str) -> list[str]:
        """The classes of a claim's mark: its ties, and its family's colour."""
        found = [f"k{number}" for number, tie in enumerate(self.ties) if claim in tie]
        return [*found, self.colour(claim)] if claim in self.hue else found

    def colour(self, claim: str) -> str:
        """The class of the colour of a claim's family, empty if it has none."""
        return f"hue{self.hue[claim] % HUES}" if claim in self.hue else ""


def kin_of(report: DocumentReport) -> Kin:
    """The ties of a document's figures; a figure that no tie holds is in none."""
    known = {claim.id for claim in report.claims}
    wholes: dict[str, set[str]] = {}
    for claim in report.claims:
        if claim.part_of is not None:
            wholes.setdefault(claim.part_of, {claim.part_of}).add(claim.id)
    found: dict[frozenset[str], int] = {}
    for members in (*(relation.members for relation in report.facts.relations), *wholes.values()):
        tie = known & set(members)
        if len(tie) > 1:
            found.setdefault(frozenset(tie), len(found))
    of_finding = {}
    for number, finding in enumerate(report.findings):
        of_finding[number] = found.setdefault(frozenset(finding.claims), len(found))
    ties = tuple(found)
    return Kin(ties, _families(ties, (claim.id for claim in report.claims)), of_finding)


def _families(ties: Iterable[frozenset[str]], order: Iterable[str]) -> dict[str, int]:
    """A number for each family, counted in text order."""
    head: dict[str, str] = {}

    def root(name: str) -> str:
        while head[name] != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    for tie in ties:
        first: str | None = None
        for name in sorted(tie):
            head.setdefault(name, name)
            first = first or name
            head[root(name)] = root(first)
    numbers: dict[str, int] = {}
    return {name: numbers.setdefault(root(name), len(numbers)) for name in order if name in head}
