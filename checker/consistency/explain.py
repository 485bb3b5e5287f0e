"""Minimal cores as conflicts with their arithmetic, ready to be named and worded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.consistency.bounds import shown, stated
from checker.consistency.constraints import Linear
from checker.consistency.equations import Sides
from checker.consistency.figures import Tie
from checker.consistency.naming import Conflict, sources_differ
from checker.consistency.system import Element, System
from checker.model import Claim, Hedge, Presence, Severity
from checker.values import frozen

#: Headlines round numbers from here on, by this share of them at the most.
_ROUND, _ROUNDING = 100, 0.05
_THOUSAND = 1000
#: Hedges that a headline may lose without becoming false.
SOFT = (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.ABOUT)


@frozen
class Explainer:
    """Explains the cores of one document's system.

    ``ties`` holds what is known of each figure that several claims state.
    """

    system: System
    ties: Mapping[str, Tie]
    by_id: Mapping[str, Claim]
    presences: Sequence[Presence] = ()

    def conflict(self, core: Sequence[Element]) -> Conflict:
        """A minimal core as a conflict."""
        claims = [self.by_id[element] for element in core if isinstance(element, str)]
        linears = [self.system.constraints[element] for element in core if isinstance(element, int)]
        if not linears:
            return self._repeat(claims[0], claims[-1])
        sides = [self._sides(linear, claims) for linear in linears]
        confidence, reasons = self._support(claims, linears)
        if len(sides) == 1 and linears[0].kind == "part" and sides[0].whole[0].max == 0:
            return _denial(sides[0], confidence, reasons)
        first = sides[0]
        members = {claim.id: claim for side in sides for claim in side.claims}
        present = (self.by_id[claim] for linear in linears for claim in linear.present)
        members.update((claim.id, claim) for claim in present)
        several = len(sides) > 1 or linears[0].kind == "projection"
        place = self.by_id[linears[0].claims[-1]] if linears[0].kind == "change" else first.whole[0]
        return Conflict(
            "several" if several else linears[0].kind,
            tuple(sorted(members.values(), key=lambda claim: claim.start)),
            "; ".join(f"{side.equation() or side.relation()}{self._among(side.linear)}" for side in sides),
            _values(first),
            confidence,
            reasons,
            place.start,
            place.end,
        )

    def _among(self, linear: Linear) -> str:
        """The words behind a number that the text gives in none: "2 = «أفراد من الشرطة وجنود»"."""
        texts = [presence.text for presence in self.presences if presence.whole in linear.present]
        told = " + ".join(f"«{text}»" for text in dict.fromkeys(texts))
        return f" ({linear.constant} = {told})" if told else ""

    def _sides(self, linear: Linear, claims: Sequence[Claim]) -> Sides:
        """Each figure of a constraint with the claims of the core that bound it, or the one that is named."""
        bounding: dict[str, list[Claim]] = {}
        for claim in claims:
            bounding.setdefault(self.system.figure_of(claim.id), []).append(claim)

        def of(name: str) -> list[Claim]:
            return bounding.get(self.system.figure_of(name)) or [self.by_id[name]]

        return Sides(linear, of(linear.whole), [(c, of(name)) for c, name in linear.added], self.system)

    def _support(self, claims: Sequence[Claim], linears: Sequence[Linear]) -> tuple[float, tuple[str, ...]]:
        """How sure the relations are that a core rests on, and what speaks for them."""
        touched: dict[str, set[str]] = {}
        for name in (*(claim.id for claim in claims), *(name for linear in linears for _, name in linear.terms)):
            touched.setdefault(self.system.figure_of(name), set()).add(name)
        ties = [self.ties[figure] for figure, names in touched.items() if len(names) > 1]
        supports: list[Linear | Tie] = [*linears, *ties]
        reasons = dict.fromkeys(reason for support in supports for reason in support.reasons)
        return min(support.confidence for support in supports), tuple(reasons)

    def _repeat(self, usual: Claim, odd: Claim) -> Conflict:
        """One figure with two values."""
        first, second = sorted((usual, odd), key=lambda claim: claim.start)
        headline, body = (first, second) if first.in_title else (second, first)
        hedging_only = stated(first) == stated(second)
        drops = hedging_only and headline.in_title and headline.hedge is Hedge.EXACT and body.hedge in SOFT
        tie = self.ties[self.system.figure_of(usual.id)]
        mild = hedging_only or sources_differ((first, second)) or (headline.in_title and rounds(headline, body))
        severity = Severity.WARNING if mild else None
        if hedging_only and not first.in_title:
            severity = Severity.NOTE  # "2000", further down "more than 2000"
        if mild and headline.in_title and _in_thousands(headline, body):
            severity = Severity.NOTE  # "ألفي قتيل" for 2070, or for more than 2000
        return Conflict(
            "hedge" if drops else "repeat",
            (first, second),
            f"{shown(first)} ≠ {shown(second)}",
            pair_values(first, second),
            tie.confidence,
            tie.reasons,
            odd.start,
            odd.end,
            severity,
        )


def rounds(headline: Claim, body: Claim) -> bool:
    """Whether a headline gives the body's number in round figures: 1300 for 1310."""
    short, full = stated(headline) or 0, stated(body) or 0
    zeros = len(str(short)) - len(str(short).rstrip("0"))
    return short >= _ROUND and abs(short - full) < min(10**zeros, short * _ROUNDING)


def _in_thousands(headline: Claim, body: Claim) -> bool:
    """Whether a headline gives whole thousands, which no reader takes for a count."""
    short = stated(headline) or 0
    return short >= _THOUSAND and short % _THOUSAND == 0 and abs(short - (stated(body) or 0)) < short * _ROUNDING


def _denial(sides: Sides, confidence: float, reasons: tuple[str, ...]) -> Conflict:
    """Nobody was hurt, and somebody was."""
    first, second = sorted((sides.whole[0], sides.added[0][1][0]), key=lambda claim: claim.start)
    return Conflict(
        "repeat",
        (first, second),
        f"{shown(first)} ≠ {shown(second)}",
        pair_values(first, second),
        confidence,
        reasons,
        second.start,
        second.end,
    )


def pair_values(first: Claim, second: Claim) -> dict[str, str]:
    """What the words of a rule on two claims can speak of."""
    headline, body = (first, second) if first.in_title else (second, first)
    return {
        "a": shown(first),
        "b": shown(second),
        "text_a": first.text,
        "text_b": second.text,
        "source_a": first.source or "",
        "source_b": second.source or "",
        "headline": shown(headline),
        "body": shown(body),
    }


def _values(sides: Sides) -> dict[str, str]:
    """What the words of a rule can speak of."""
    equation = sides.equation() or sides.relation()
    whole, part = sides.whole[0], sides.added[0][1][0]
    values = {
        "whole": shown(whole),
        "text_whole": whole.text,
        "parts": equation.parts,
        "total": equation.total,
        "part": shown(part),
        "text_part": part.text,
    }
    if sides.linear.kind == "change":
        first, last = (whole, part) if sides.linear.claims[0] == sides.linear.whole else (part, whole)
        values.update(pair_values(first, last))
    return values
