"""Claims that state one and the same figure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import exp
from typing import NamedTuple

from checker.errors import RuleFileError
from checker.model import Relation, RelationKind
from checker.relations.doubts import DOUBTFUL, in_doubt
from checker.relations.elsewhere import elsewhere
from checker.relations.evidence import (
    Placed,
    agree,
    apart_in_time,
    compatible,
    evidence,
    headline_and_lead,
    part_and_total,
    told_apart,
    vague,
    value_evidence,
)
from checker.resources import load_toml, rules_root
from checker.values import frozen, replace

#: Claims further than this from each other in the list are compared only with the headline's.
_WINDOW = 60
#: The first sentence of the body tells of what the headline tells, even as "another attack".
_OPENING = 1
#: A headline's figure and one of the body, and no third of their outcome.
_PAIR = 2


@frozen
class Weights:
    """What each piece of evidence is worth, in log odds."""

    bias: float
    evidence: Mapping[str, float]
    threshold: float
    threshold_conflict: float
    threshold_headline: float
    """For a headline and the lead behind it, whose numbers differ."""


@cache
def default_weights() -> Weights:
    """The weights of ``rules/linking.toml``."""
    data = load_toml(rules_root() / "linking.toml")
    same = data.get("same")
    if not isinstance(same, dict):
        raise RuleFileError("linking.toml", "same", "a table", "nothing")
    numbers: dict[str, float] = {}
    for key, value in {**same, **same.get("evidence", {})}.items():
        if key == "evidence":
            continue
        if not isinstance(value, (int, float)):
            raise RuleFileError("linking.toml", f"same.{key}", "a number", repr(value))
        numbers[key] = float(value)
    return Weights(
        numbers.pop("bias"),
        numbers,
        numbers.pop("threshold"),
        numbers.pop("threshold_conflict"),
        numbers.pop("threshold_headline"),
    )


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


class SameGroup(NamedTuple):
    """Claims (by index) that state one figure, how sure that is, and why."""

    indices: tuple[int, ...]
    confidence: float
    reasons: tuple[str, ...]


def score(a: Placed, b: Placed, weights: Weights) -> Link | None:
    """The probability that two claims state one figure, or None where they cannot."""
    if not is_candidate(a, b):
        return None
    values = value_evidence(a, b)
    if values["numbers differ"]:
        opening = headline_and_lead(a, b) and b.context.position <= _OPENING
        if told_apart(a, b) or (a.context.another != b.context.another and not opening):
            return None
        if vague(a, b) and not (a.draft.sentence.in_title and a.kind_size == _PAIR):
            return None  # "dozens" are no slip of five, and in a headline they may be those of several happenings
    if apart_in_time(a, b, years=bool(values["same number"])):
        return None
    facts = {**evidence(a, b), **values}
    total = weights.bias
    told: list[tuple[float, str]] = []
    for name, value in facts.items():
        if value:
            worth = weights.evidence.get(name, 0.0) * value
            total += worth
            if worth > 0.3:
                told.append((-worth, name))
    told.sort()
    probability = 1 / (1 + exp(-total))
    return Link(a.index, b.index, probability, bool(facts["numbers differ"]), tuple(n for _, n in told[:4]))


def is_candidate(a: Placed, b: Placed) -> bool:
    """Whether two claims can state one figure at all."""
    return compatible(a.draft, b.draft) and not _part_of_each_other(a, b) and not part_and_total(a, b)


def _part_of_each_other(a: Placed, b: Placed) -> bool:
    x, y = a.draft, b.draft
    return x.whole is y or y.whole is x or (x.whole is not None and x.whole is y.whole)


def find_links(placed: Sequence[Placed], weights: Weights) -> list[Link]:
    """Pairs of claims that seem to state one figure."""
    links: list[Link] = []
    for i, a in enumerate(placed):
        near = len(placed) if a.draft.sentence.in_title and i < _WINDOW else i + 1 + _WINDOW
        for b in placed[i + 1 : near]:
            if a.draft.sentence == b.draft.sentence and "reference" not in (a.draft.path, b.draft.path):
                continue
            link = score(a, b, weights)
            if link is None:
                continue
            if link.score >= _threshold(a, b, link, weights):
                links.append(_doubted(link) if link.conflict and in_doubt(a, b, placed) else link)
    return links


def _doubted(link: Link) -> Link:
    return replace(link, score=min(link.score, DOUBTFUL))


def _threshold(a: Placed, b: Placed, link: Link, weights: Weights) -> float:
    if not link.conflict:
        return weights.threshold
    headline = a.draft.sentence.in_title and b.lead
    return weights.threshold_headline if headline else weights.threshold_conflict


def cluster(placed: Sequence[Placed], links: Sequence[Link], apart: Collection[frozenset[int]] = ()) -> list[SameGroup]:
    """Join the surest links first; two claims of one sentence are the same only where a link says so.

    ``apart`` are pairs (by index) that never state one figure: a total and its parts.
    """
    links = sorted(links, key=lambda link: (link.conflict, -link.score, link.a, link.b))
    group_of = {p.index: k for k, p in enumerate(placed)}
    members = {k: [p.index] for k, p in enumerate(placed)}
    sentence = {p.index: p.draft.sentence.first for p in placed}
    counted = {p.index for p in placed if p.draft.path != "reference"}
    place_of = {p.index: p for p in placed}
    confidence: dict[int, float] = {}
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
        if apart and any(frozenset((x, y)) in apart for x in members[ga] for y in members[gb]):
            continue
        members[ga] += members.pop(gb)
        for index in members[ga]:
            group_of[index] = ga
        confidence[ga] = min(confidence.get(ga, 1.0), confidence.pop(gb, 1.0), link.score)
        told = reasons.setdefault(ga, [])
        for reason in (*link.reasons, *reasons.pop(gb, [])):
            if reason not in told:
                told.append(reason)
    return [
        SameGroup(tuple(sorted(found)), confidence[k], tuple(reasons[k][:4]))
        for k, found in members.items()
        if len(found) > 1
    ]


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
