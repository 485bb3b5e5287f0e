"""The figures of one article, and what was missed or said wrongly in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from checker.evaluation.classes import classes_of
from checker.evaluation.counts import Count
from checker.evaluation.gold import GoldArticle, GoldClaim, GoldSum, Mutant
from checker.evaluation.matching import match, meets, same_bounds, same_outcome
from checker.model import Claim, DocumentReport, Finding, RelationKind, Severity, Span

#: A finding meets a discrepancy if it names so many of its claims, or all if it has fewer.
_ENOUGH = 2
_LOUD = (Severity.ERROR, Severity.WARNING)


class Slip(NamedTuple):
    """One thing that was missed or said wrongly: what, where, and the figures it concerns."""

    file: str
    measure: str
    missed: bool
    spans: tuple[Span, ...]
    what: str


@dataclass(slots=True)
class Score:
    """Counts by the name of the measure or class, and the slips behind them."""

    counts: dict[str, Count] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)

    def add(self, measure: str, right: int, said: int, annotated: int) -> None:
        """Count something under a name."""
        self.counts[measure] = self.count(measure).plus(Count(int(right), int(said), int(annotated)))

    def count(self, measure: str) -> Count:
        """The counts under a name; zeros where nothing was counted."""
        return self.counts.get(measure, Count())

    def take(self, other: Score) -> None:
        """Add the counts and slips of another article."""
        for measure, count in other.counts.items():
            self.counts[measure] = self.count(measure).plus(count)
        self.slips += other.slips


def score_article(article: GoldArticle, report: DocumentReport) -> Score:
    """Compare a report with the annotation of its article."""
    return _Comparison(article, report).score


def score_mutant(mutant: Mutant, report: DocumentReport) -> Score:
    """Whether an error or warning names the figure with the planted slip."""
    score = Score()
    altered = {claim.id for claim in report.claims if meets(claim.number, mutant.span)}
    hit = any(altered & set(finding.claims) for finding in _loud(report.findings))
    for name in ("planted slips", f"planted: {mutant.relation}"):
        score.add(name, hit, hit, 1)
    if not hit:
        what = f"{mutant.relation}: {mutant.old} → {mutant.new}"
        score.slips.append(Slip(mutant.file, "planted slips", True, (mutant.span,), what))
    return score


def _loud(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity in _LOUD]


class _Comparison:
    """One article's report beside its annotation."""

    def __init__(self, article: GoldArticle, report: DocumentReport) -> None:
        self.score = Score()
        self._article = article
        self._report = report
        self._gold = {claim.id: claim for claim in article.claims}
        self._said = match(article.claims, report.claims)
        self._name = {claim.id: name for name, claim in self._said.items()}
        self._span = {claim.id: claim.number for claim in report.claims}
        self._claims()
        self._unannotated()
        self._same()
        self._sums()
        self._findings()

    def _slip(self, measure: str, what: str, *names: str, missed: bool = True) -> None:
        """Remember a slip at annotated claims or, with a ``?`` before the id, at claims of the report."""
        spans = (self._span[name[1:]] if name.startswith("?") else self._gold[name].number for name in names)
        self.score.slips.append(Slip(self._article.file, measure, missed, tuple(sorted(spans)), what))

    def _claims(self) -> None:
        for gold in self._article.claims:
            said = self._said.get(gold.id)
            right = said is not None and same_outcome(gold, said) and (gold.vague or same_bounds(gold, said))
            apart = "implicit" if gold.implicit else "vague" if gold.vague else None
            measure = apart or "claims"
            self.score.add(measure, right, 0, 1)
            for name in classes_of(gold, self._report.document.title):
                self.score.add(name, right, said is not None, 1)
            if said is None:
                self._slip(measure, f"{_bounds(gold.min, gold.max)} {gold.outcome}", gold.id)
            elif not right:
                told = f"{_bounds(gold.min, gold.max)} {gold.outcome}, not"
                self._slip(measure, f"{told} {_bounds(said.min, said.max)} {said.outcome.value}", gold.id)
            if apart is None:
                self.score.add("spans", said is not None, 0, 1)
                if said is not None:
                    self._fields(gold, said)

    def _fields(self, gold: GoldClaim, said: Claim) -> None:
        whole = self._name.get(said.part_of) if said.part_of else None
        fields = {
            "outcome": same_outcome(gold, said),
            "bounds": same_bounds(gold, said),
            "hedge": gold.hedge == said.hedge.value,
        }
        if not gold.others:
            fields["group"] = gold.group == said.group.value
            if not fields["group"]:
                self._slip("group", f"{gold.group}, not {said.group.value}", gold.id)
        for name, right in fields.items():
            self.score.add(f"field: {name}", right, 1, 1)
        part = gold.whole is not None
        self.score.add("part_of", part and whole == gold.whole, said.part_of is not None, part)
        if part and whole != gold.whole:
            self._slip("part_of", "part of another figure" if said.part_of else "a part, told apart", gold.id)

    def _unannotated(self) -> None:
        """What was said: claims beside an implicit or vague annotation are measured with those alone."""
        special = [g for g in self._article.claims if g.implicit or g.vague]
        for said in self._report.claims:
            self.score.add("implicit", 0, said.implicit, 0)
            vague = said.hedge.value == "vague"
            self.score.add("vague", 0, vague, 0)
            if any(meets(g.number, said.number) for g in special):
                continue
            matched = said.id in self._name
            if (vague or said.implicit) and not matched:
                continue
            self.score.add("claims", 0, 1, 0)
            self.score.add("spans", 0, 1, 0)
            if not matched:
                self._slip("claims", f"{said.text} ({said.outcome.value})", f"?{said.id}", missed=False)

    def _named(self, claim: str) -> str:
        return self._name.get(claim, f"?{claim}")

    def _same(self) -> None:
        gold = {frozenset(pair) for group in self._article.same for pair in combinations(group, 2)}
        said = {
            frozenset(map(self._named, pair))
            for relation in self._report.facts.relations
            if relation.kind is RelationKind.SAME
            for pair in combinations(relation.claims, 2)
        }
        self.score.add("same", len(gold & said), len(said), len(gold))
        for name, differ in (("same: numbers equal", False), ("same: numbers differ", True)):
            one = {pair for pair in gold if self._differ(pair) is differ}
            other = {pair for pair in said if self._differ(pair) is differ}
            self.score.add(name, len(one & other), len(other), len(one))
        for pair in sorted(map(sorted, gold ^ said)):
            self._slip("same", "", *pair, missed=frozenset(pair) in gold)

    def _differ(self, pair: frozenset[str]) -> bool:
        claims = [self._gold[n] if n in self._gold else self._by_id(n[1:]) for n in pair]
        return len({(claim.min, claim.max) for claim in claims}) > 1

    def _by_id(self, claim: str) -> Claim:
        return next(c for c in self._report.claims if c.id == claim)

    def _sums(self) -> None:
        gold = set(self._article.sums)
        said = {
            GoldSum(self._named(relation.whole), frozenset(map(self._named, relation.parts)), relation.complete)
            for relation in self._report.facts.relations
            if relation.whole is not None
        }
        for name, wanted in (("sums", (True, False)), ("complete sums", (True,)), ("partial sums", (False,))):
            one, other = ({s for s in sums if s.complete in wanted} for sums in (gold, said))
            self.score.add(name, len(one & other), len(other), len(one))
        for found in sorted(gold ^ said, key=lambda s: (s.whole, sorted(s.parts))):
            what = "all of it" if found.complete else "some of it"
            self._slip("sums", what, found.whole, *sorted(found.parts), missed=found in gold)

    def _findings(self) -> None:
        met = [False] * len(self._article.discrepancies)
        right = 0
        loud = _loud(self._report.findings)
        for finding in loud:
            names = set(map(self._named, finding.claims))
            hits = [
                k
                for k, d in enumerate(self._article.discrepancies)
                if len(names & d.claims) >= min(_ENOUGH, len(d.claims))
            ]
            for k in hits:
                met[k] = True
            right += bool(hits)
            if not hits:
                self.score.add(f"false {finding.severity.value}s", 0, 1, 0)
                what = f"{finding.rule} {finding.severity.value}: {finding.message['en']}"
                self._slip("findings", what, *sorted(names), missed=False)
        self.score.add("findings", 0, len(loud), 0)
        self.score.add("findings that are right", right, len(loud), 0)
        for discrepancy, hit in zip(self._article.discrepancies, met, strict=True):
            names_of = ["findings", f"finding: {discrepancy.kind}"]
            if discrepancy.severity is Severity.ERROR:
                names_of.append("finding: errors")
            for name in names_of:
                self.score.add(name, hit, 0, 1)
            if not hit:
                self._slip("findings", discrepancy.why, *sorted(discrepancy.claims))


def _bounds(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"{'…' if low is None else low}–{'…' if high is None else high}"


def all_of(scores: Iterable[Score]) -> Score:
    """The scores of many articles in one."""
    total = Score()
    for score in scores:
        total.take(score)
    return total
