"""Claims that state one and the same figure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import exp
from typing import Any, NamedTuple

from checker.claims.draft import Draft
from checker.errors import RuleFileError
from checker.model import Outcome, Relation, RelationKind
from checker.relations.arithmetic import stated
from checker.relations.differing import differing_evidence, other_people
from checker.relations.doubts import DOUBTFUL, in_doubt
from checker.relations.elsewhere import elsewhere
from checker.relations.evidence import (
    Placed,
    agree,
    apart_in_time,
    beside_differ,
    compatible,
    differ,
    evidence,
    excluded,
    names_another,
    part_and_total,
    told_as_more,
    two_sources,
    vague,
    value_evidence,
)
from checker.resources import load_toml, rules_root
from checker.values import frozen, replace

#: Claims further than this from each other in the list are compared only with the headline's.
_WINDOW = 60
_FILE = "linking.toml"
#: Evidence worth more than this is told in reports, so many pieces of it.
_TELLING, _TOLD = 0.3, 4
#: So few are met by chance.
_FEW = 2
#: Two numbers of one sentence are a slip only if that is as likely as this.
_SURE = 0.9
#: A headline's figure and one of the body, and no third of their outcome.
_PAIR = 2


@frozen
class Weights:
    """What each piece of evidence is worth, in log odds, and how likely a link must be."""

    bias: float
    threshold: float
    evidence: Mapping[str, float]

    def judge(self, facts: Mapping[str, float]) -> tuple[float, tuple[str, ...]]:
        """How likely a link is, and what speaks most for it."""
        total = self.bias
        told: list[tuple[float, str]] = []
        for name, value in facts.items():
            if value:
                worth = self.evidence.get(name, 0.0) * value
                total += worth
                if worth > _TELLING:
                    told.append((-worth, name))
        told.sort()
        return 1 / (1 + exp(-total)), tuple(name for _, name in told[:_TOLD])


class LinkWeights(NamedTuple):
    """``same`` weighs claims of one number, ``agree`` those of two that can both hold, ``differ`` all others."""

    same: Weights
    agree: Weights
    differ: Weights

    def of(self, a: Placed, b: Placed, *, conflict: bool) -> Weights:
        """The weights for two claims; ``conflict`` where their numbers cannot both hold."""
        if conflict:
            return self.differ
        return self.same if stated(a.draft) == stated(b.draft) else self.agree


@cache
def default_weights() -> LinkWeights:
    """The weights of ``rules/linking.toml``.

    Raises:
        RuleFileError: a table or a number is missing, or is none.
    """
    data = load_toml(rules_root() / _FILE)
    return LinkWeights(*(_weights(data, name) for name in LinkWeights._fields))


def _weights(data: Mapping[str, Any], name: str) -> Weights:
    table = data.get(name)
    if not isinstance(table, dict) or not isinstance(table.get("evidence"), dict):
        raise RuleFileError(_FILE, f"{name}.evidence", "a table", "nothing")
    numbers = {key: table.get(key) for key in ("bias", "threshold")}
    for key, value in (*numbers.items(), *table["evidence"].items()):
        if not isinstance(value, (int, float)):
            raise RuleFileError(_FILE, f"{name}.{key}", "a number", repr(value))
    return Weights(float(table["bias"]), float(table["threshold"]), table["evidence"])


@frozen
class Link:
    """Two claims (by index) that seem to state one figure."""

    a: int
    b: int
    score: float
    conflict: bool
    reasons: tuple[str, ...]
    opposed: bool = False
    """Two sides answer each other, also where one of them is quoted beside another figure."""
    worded: bool = False
    """Both stand in the very same words: that tells more than their numbers do."""
    answered: bool = False
    """Whose men died says one number, who killed them the other: no turn of the text makes two happenings of that."""


class SameGroup(NamedTuple):
    """Claims (by index) that state one figure, how sure that is, and why.

    It is as sure as its least sure link; where numbers differ, as the least
    sure of the links between those, since they are what a finding rests on.
    """

    indices: tuple[int, ...]
    confidence: float
    reasons: tuple[str, ...]


def score(a: Placed, b: Placed, weights: LinkWeights) -> Link | None:
    """The link of two claims, in text order, that are likely enough to state one figure; else None."""
    conflict = differ(a.draft, b.draft)
    if not is_candidate(a, b, conflict=conflict):
        return None
    values = differing_evidence(a, b) if conflict else value_evidence(a, b)
    judge = weights.of(a, b, conflict=conflict)
    chance, reasons = judge.judge({**evidence(a, b), **values})
    return Link(a.index, b.index, chance, conflict, reasons) if chance >= judge.threshold else None


def is_candidate(a: Placed, b: Placed, *, conflict: bool) -> bool:
    """Whether two claims can state one figure at all; ``conflict`` where their numbers cannot both hold."""
    if not compatible(a.draft, b.draft) or _part_of_each_other(a, b) or names_another(a, b, before=conflict):
        return False
    if conflict:
        if vague(a, b) and not (a.draft.sentence.in_title and a.kind_size == _PAIR):
            return False  # "dozens" are no slip of five, and in a headline they may be those of several happenings
        apart = excluded(a, b) or apart_in_time(a, b, years=True) or told_as_more(a, b)
        return not (apart or other_people(a, b) or _two_slips(a, b) or _died_since(a, b) or _has_changed(a, b))
    equal = stated(a.draft) == stated(b.draft)
    if a.draft.mention.max == b.draft.mention.max == 0 and a.draft.group is not b.draft.group:
        return False  # "لم تسفر عن ضحايا", and "ليس بين القتلى أي شرطي"
    more = told_as_more(a, b) and not (equal and (stated(a.draft) or 0) > _FEW)
    return not (part_and_total(a, b) or apart_in_time(a, b, years=equal) or _by_chance(a, b) or more)


def _died_since(a: Placed, b: Placed) -> bool:
    """Whether the hurt who are said to have died make the difference: 10 dead and 9 hurt, then 12 and 7."""
    harmed = a.draft.outcome in (Outcome.KILLED, Outcome.INJURED)
    return harmed and abs((stated(a.draft) or 0) - (stated(b.draft) or 0)) in a.died


def _has_changed(a: Placed, b: Placed) -> bool:
    """Whether the second was told before ("وكانت الوزارة أعلنت مقتل 15"), and has changed since as such figures do."""
    before = b.had_been and not a.had_been and not b.lead
    found = a.draft.outcome is Outcome.MISSING  # of whom fewer are left by and by
    return before and (found or (a.risen and (stated(b.draft) or 0) < (stated(a.draft) or 0)))


def _by_chance(a: Placed, b: Placed) -> bool:
    """Whether one or two are counted twice, beside figures that differ: "مقتل شخص وإصابة 8", "مقتل شخص وإصابة 5"."""
    return (a.draft.mention.min or 0) <= _FEW and a.context.several == b.context.several and _two_slips(a, b)


def _two_slips(a: Placed, b: Placed) -> bool:
    """Whether the figures beside two claims of the body differ as well: no slip of one hand makes two.

    Two sources may disagree about all figures of one happening.
    """
    titled = a.draft.sentence.in_title or b.draft.sentence.in_title
    return beside_differ(a, b) and (not titled or adds_others(a, b)) and not two_sources(a, b)


def adds_others(a: Placed, b: Placed) -> bool:
    """Whether a headline's figures are all larger than those told together in the body: it adds another happening's."""
    low: dict[str, int] = {}
    for outcome, number in b.companions:
        low[outcome] = max(number, low.get(outcome, 0))
    common = [(number, low[outcome]) for outcome, number in a.companions if outcome in low]
    return (stated(a.draft) or 0) > (stated(b.draft) or 0) and all(many > few for many, few in common)


def _part_of_each_other(a: Placed, b: Placed) -> bool:
    x, y = a.draft, b.draft
    return x.whole is y or y.whole is x or (x.whole is not None and x.whole is y.whole)


def find_links(placed: Sequence[Placed], weights: LinkWeights) -> list[Link]:
    """Pairs of claims that seem to state one figure."""
    links: list[Link] = []
    for i, a in enumerate(placed):
        near = len(placed) if a.draft.sentence.in_title and i < _WINDOW else i + 1 + _WINDOW
        for b in placed[i + 1 : near]:
            least = _least_in_one_sentence(a, b) if a.draft.sentence == b.draft.sentence else 0.0
            link = score(a, b, weights) if least < 1 else None
            if link is not None and link.score >= least:
                links.append(_doubted(link) if link.conflict and in_doubt(a, b, placed) else link)
    return links


def _least_in_one_sentence(a: Placed, b: Placed) -> float:
    """How likely two claims of one sentence must be one figure: those of known people or of another speaker can be."""
    x, y = a.draft, b.draft
    if "reference" in (x.path, y.path) and not _of_other_kinds(x, y):
        return 0.0
    another = y.source is not None and x.source != y.source
    if y.path in ("joined", "partitive"):
        return 1.0
    if stated(x) == stated(y):
        return 0.0 if another or (y.phrase.definite and not _of_other_kinds(x, y)) else 1.0
    return _SURE if another and x.source is not None and a.companions & b.companions else 1.0


def _of_other_kinds(x: Draft, y: Draft) -> bool:
    """ "أربعة من رجال الأمن إضافة إلى المهاجمين الأربعة": known people, but none of those just counted."""
    named = x.phrase.outcome is None is y.phrase.outcome and not y.phrase.generic
    return named and bool(x.victims_key and y.victims_key) and x.victims_key != y.victims_key


def _doubted(link: Link) -> Link:
    return replace(link, score=min(link.score, DOUBTFUL))


def cluster(placed: Sequence[Placed], links: Sequence[Link], apart: Collection[frozenset[int]] = ()) -> list[SameGroup]:
    """Join the surest links first; two claims of one sentence are the same only where a link says so.

    ``apart`` are pairs (by index) that never state one figure: a total and its parts.
    """
    links = sorted(links, key=lambda link: (not link.worded, link.conflict, -link.score, link.a, link.b))
    group_of = {p.index: k for k, p in enumerate(placed)}
    members = {k: [p.index] for k, p in enumerate(placed)}
    sentence = {p.index: p.draft.sentence.first for p in placed}
    counted = {p.index for p in placed if p.draft.path != "reference"}
    place_of = {p.index: p for p in placed}
    confidence: dict[int, float] = {}
    differing: dict[int, float] = {}  # of the links whose numbers cannot both hold
    reasons: dict[int, list[str]] = {}
    for link in links:
        ga, gb = group_of[link.a], group_of[link.b]
        if ga == gb:
            continue
        if not link.opposed and any(
            sentence[x] == sentence[y] and {x, y} <= counted and {x, y} != {link.a, link.b}
            for x in members[ga]
            for y in members[gb]
        ):
            continue
        if not link.opposed and any(
            _exclude(place_of[x], place_of[y]) for x in members[ga] for y in members[gb] if {x, y} != {link.a, link.b}
        ):
            continue
        if _is_loose(place_of[link.a], place_of[link.b], link) and any(
            differ(place_of[x].draft, place_of[y].draft) for x in members[ga] for y in members[gb]
        ):
            continue
        if apart and any(frozenset((x, y)) in apart for x in members[ga] for y in members[gb]):
            continue
        members[ga] += members.pop(gb)
        for index in members[ga]:
            group_of[index] = ga
        confidence[ga] = min(confidence.get(ga, 1.0), confidence.pop(gb, 1.0), link.score)
        differing[ga] = min(differing.get(ga, 1.0), differing.pop(gb, 1.0), link.score if link.conflict else 1.0)
        told = reasons.setdefault(ga, [])
        for reason in (*link.reasons, *reasons.pop(gb, [])):
            if reason not in told:
                told.append(reason)
    return [
        SameGroup(tuple(sorted(found)), differing[k] if differing[k] < 1.0 else confidence[k], tuple(reasons[k][:4]))
        for k, found in members.items()
        if len(found) > 1
    ]


def _is_loose(a: Placed, b: Placed, link: Link) -> bool:
    """Whether two numbers are linked that can both hold, "at least 11" and 12: too little to tie 11 to 12."""
    return not (link.conflict or link.opposed) and stated(a.draft) != stated(b.draft)


def _exclude(x: Placed, y: Placed) -> bool:
    """Whether two claims cannot both be the figure that a third is: the 24 civilians, the 22 gunmen, "24 عراقيا"."""
    a, b = sorted((x, y), key=lambda p: p.index)
    if elsewhere(a, b):
        return True
    return not compatible(a.draft, b.draft) or (not agree(a.draft, b.draft) and apart_in_time(a, b))


def as_relations(groups: Sequence[SameGroup], ids: Mapping[int, str]) -> list[Relation]:
    """The groups as relations between claim ids."""
    return [
        Relation(
            RelationKind.SAME,
            tuple(ids[i] for i in group.indices),
            confidence=group.confidence,
            reasons=group.reasons,
        )
        for group in groups
    ]
