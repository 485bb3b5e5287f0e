"""Conflicts with their arithmetic, ready to be named and worded."""

from __future__ import annotations

import calendar as english
import datetime
from collections.abc import Iterator, Mapping, Sequence

from checker.arabic.calendar import calendar
from checker.consistency.bounds import Thresholds, interval_of, shown
from checker.consistency.constraints import Linear
from checker.consistency.naming import Conflict
from checker.consistency.system import Element, System
from checker.model import Check, Claim, Facts, Hedge, Outcome, Quantity, RelationKind, Severity

#: Hedges that a headline may lose without becoming false.
_SOFT = (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.ABOUT)


def core_conflict(
    system: System,
    core: Sequence[Element],
    by_id: Mapping[str, Claim],
    facts: Facts,
    confidence: Mapping[str, float],
) -> Conflict:
    """A minimal core as a conflict; ``confidence`` is that of each figure's ``same`` relation."""
    linears = [system.constraints[element] for element in core if isinstance(element, int)]
    claims = [by_id[element] for element in core if isinstance(element, str)]
    linked = [system.figure_of(claim.id) for claim in claims]
    sure = min((confidence.get(f, 1.0) for f in set(linked) if linked.count(f) > 1), default=1.0)
    if not linears:
        return _repeat(claims, sure, facts)
    own = {claim.id for claim in claims}
    for linear in linears:
        own.update(linear.claims)
        borrowed = [c for c in linear.claims if c not in {claim.id for claim in claims} and c in confidence]
        sure = min([sure, linear.confidence, *(confidence[c] for c in borrowed)])
    members = tuple(sorted((by_id[c] for c in own), key=lambda c: c.start))
    reasons = tuple(dict.fromkeys(reason for linear in linears for reason in linear.reasons))
    first = linears[0]
    if len(linears) == 1 and first.kind == "part" and by_id[first.whole].max == 0:
        return _denial(by_id[first.whole], by_id[first.parts[0]], sure, reasons)
    several = len(linears) > 1 or first.kind == "projection"
    arithmetic = "; ".join(_equation(linear, by_id) for linear in linears)
    return Conflict(
        "several" if several else first.kind,
        members,
        arithmetic,
        _values(first, by_id),
        sure,
        reasons,
        *_place(first, by_id),
    )


def _repeat(claims: Sequence[Claim], confidence: float, facts: Facts) -> Conflict:
    usual, odd = claims[0], claims[-1]
    first, second = sorted((usual, odd), key=lambda c: c.start)
    hedging_only = _stated(first) == _stated(second)
    headline = first if first.in_title else second
    body = second if first.in_title else first
    drops = hedging_only and headline.in_title and headline.hedge is Hedge.EXACT and body.hedge in _SOFT
    values = {
        "a": shown(first),
        "b": shown(second),
        "text_a": first.text,
        "text_b": second.text,
        "source_a": first.source or "",
        "source_b": second.source or "",
        "headline": shown(headline),
        "body": shown(body),
    }
    reasons = next((r.reasons for r in facts.relations if r.kind is RelationKind.SAME and first.id in r.claims), ())
    return Conflict(
        "hedge" if drops else "repeat",
        (first, second),
        f"{shown(first)} ≠ {shown(second)}",
        values,
        confidence,
        reasons,
        odd.start,
        odd.end,
        Severity.WARNING if hedging_only else None,
    )


def _denial(zero: Claim, figure: Claim, confidence: float, reasons: tuple[str, ...]) -> Conflict:
    first, second = sorted((zero, figure), key=lambda c: c.start)
    values = {"text_a": first.text, "text_b": second.text, "a": shown(first), "b": shown(second)}
    arithmetic = f"{shown(first)} ≠ {shown(second)}"
    return Conflict(
        "repeat", (first, second), arithmetic, values, confidence, reasons, second.start, second.end
    )  # fmt: skip


def _stated(claim: Claim) -> int | None:
    """The number as printed."""
    if claim.min is None:
        return claim.max
    return claim.min - 1 if claim.hedge is Hedge.MORE_THAN else claim.min


def _place(linear: Linear, by_id: Mapping[str, Claim]) -> tuple[int, int]:
    whole = by_id[linear.whole] if linear.kind != "change" else by_id[linear.claims[-1]]
    return whole.start, whole.end


def _values(linear: Linear, by_id: Mapping[str, Claim]) -> dict[str, str]:
    if linear.kind == "change":
        first, last = by_id[linear.claims[0]], by_id[linear.claims[-1]]
        return {"a": shown(first), "b": shown(last), "text_a": first.text, "text_b": last.text}
    parts = [by_id[part] for part in linear.parts]
    whole = by_id[linear.whole]
    return {
        "whole": shown(whole),
        "text_whole": whole.text,
        "parts": " + ".join([*(shown(p) for p in parts), *([str(linear.constant)] if linear.constant else [])]),
        "part": shown(parts[0]),
        "text_part": parts[0].text,
        "total": str(_total(parts) + linear.constant),
    }


def _total(parts: Sequence[Claim]) -> int:
    return sum(_stated(part) or 0 for part in parts)


def _equation(linear: Linear, by_id: Mapping[str, Claim]) -> str:
    """The comparison in figures: ``10 + 5 = 15 ≠ 14``."""
    if linear.kind == "change":
        return " → ".join(shown(by_id[claim]) for claim in linear.claims)
    values = _values(linear, by_id)
    whole = by_id[linear.whole]
    total = int(values["total"])
    sign = ">" if linear.kind != "sum" else "≠"
    added = f"{values['parts']} = {total}" if " + " in values["parts"] else values["parts"]
    return f"{added} {sign} {shown(whole)}"


def restated_figures(facts: Facts) -> Iterator[Conflict]:
    """Digits and words side by side that say different numbers."""
    for quantity in facts.restated:
        again = quantity.restated
        if again is None or (quantity.min, quantity.max) == (again.min, again.max):
            continue
        claims = tuple(c for c in facts.claims if c.number == quantity.number)
        yield _restated(quantity, again, claims)


def _restated(quantity: Quantity, again: Quantity, claims: tuple[Claim, ...]) -> Conflict:
    a, b = str(quantity.min), str(again.min)
    return Conflict(
        "restated",
        claims,
        f"{a} ≠ {b}",
        {"a": a, "b": b, "text_a": quantity.text, "text_b": again.text},
        start=quantity.number.start,
        end=again.end if again.end > quantity.number.end else quantity.number.end,
    )


def wrong_weekdays(facts: Facts) -> Iterator[Conflict]:
    """Dates that fall on another day of the week than the text says."""
    names: dict[int, str] = {}
    for name, number in calendar().weekdays.items():
        names.setdefault(number, name)
    for mention in facts.dates:
        right = datetime.date.fromisoformat(mention.iso).weekday()
        if right != mention.weekday:
            values = {
                "date": mention.iso,
                "text": mention.span.of(facts.document.text),
                "said_ar": names[mention.weekday],
                "right_ar": names[right],
                "said_en": english.day_name[mention.weekday],
                "right_en": english.day_name[right],
            }
            yield Conflict("date", (), mention.iso, values, start=mention.span.start, end=mention.span.end)


def falling_tolls(facts: Facts, by_id: Mapping[str, Claim], thresholds: Thresholds) -> Iterator[Conflict]:
    """A later count below an earlier one, and nothing says why."""
    for relation in facts.relations:
        if relation.kind is not RelationKind.UPDATE or relation.explained:
            continue
        earlier, later = (by_id[claim] for claim in relation.claims)
        high = interval_of(later, thresholds).high
        if high is not None and high < interval_of(earlier, thresholds).low:
            values = {"a": shown(earlier), "b": shown(later), "text_a": earlier.text, "text_b": later.text}
            yield Conflict(
                "update", (earlier, later), f"{shown(earlier)} → {shown(later)}", values,
                relation.confidence, relation.reasons, later.start, later.end,
            )  # fmt: skip


def unexplained(facts: Facts, by_id: Mapping[str, Claim], troubled: set[str]) -> Iterator[Conflict]:
    """Single tolls that leave a part of the overall toll unaccounted for."""
    for relation in facts.relations:
        if relation.kind is not RelationKind.TOLL or relation.complete or relation.whole is None:
            continue
        whole, parts = by_id[relation.whole], [by_id[part] for part in relation.parts]
        least, total = whole.min or 0, _total(parts)
        if total < least:
            numbers = " + ".join(str(_stated(part)) for part in parts)
            values = {"whole": shown(whole), "parts": numbers, "total": str(total), "left": str(least - total)}
            yield Conflict(
                "unexplained", (whole, *parts), f"{numbers} = {total} < {least}", values,
                relation.confidence, relation.reasons, whole.start, whole.end,
            )  # fmt: skip


def dropped_hedges(facts: Facts, by_id: Mapping[str, Claim], troubled: set[str]) -> Iterator[Conflict]:
    """A headline that states exactly what the body only bounds, where both can hold."""
    for relation in facts.relations:
        if relation.kind is not RelationKind.SAME:
            continue
        claims = [by_id[claim] for claim in relation.claims]
        titles = [c for c in claims if c.in_title and c.hedge is Hedge.EXACT]
        bodies = [c for c in claims if not c.in_title]
        if not titles or not bodies or any(c.hedge not in _SOFT for c in bodies):
            continue
        headline, body = titles[0], bodies[0]
        if _stated(headline) == _stated(body) and not {headline.id, body.id} & troubled:
            values = {"headline": shown(headline), "body": shown(body), "text_a": headline.text, "text_b": body.text}
            yield Conflict(
                "hedge", (headline, body), f"{shown(headline)} ≠ {shown(body)}", values,
                relation.confidence, relation.reasons, headline.start, headline.end, Severity.NOTE,
            )  # fmt: skip


def lumped_headlines(facts: Facts) -> Iterator[Conflict]:
    """A headline that counts as dead (or hurt) what the body counts as dead and hurt together."""
    lumps = {
        _stated(c): c
        for c in reversed(facts.claims)
        if c.outcome is Outcome.CASUALTIES and not c.in_title and c.hedge is not Hedge.VAGUE
    }
    for headline in facts.claims:
        if not headline.in_title or headline.outcome not in (Outcome.KILLED, Outcome.INJURED) or headline.part_of:
            continue
        number = _stated(headline)
        body = lumps.get(number)
        backed = any(c.outcome is headline.outcome and _stated(c) == number and not c.in_title for c in facts.claims)
        if body is not None and not backed and (number or 0) > 1:
            values = {"headline": headline.text, "body": body.text}
            yield Conflict(
                "lump", (headline, body), f"{shown(headline)} / {shown(body)}", values,
                start=headline.start, end=headline.end,
            )  # fmt: skip


def ambiguous_forms(facts: Facts, troubled: set[str]) -> Iterator[Conflict]:
    """Words that can be read as two or as many, in a sum or a conflict that hangs on it."""
    summed = {part for relation in facts.relations if relation.whole for part in relation.parts}
    for claim in facts.claims:
        if claim.ambiguous_form and claim.id in troubled | summed:
            values = {"text_a": claim.text, "a": "2"}
            yield Conflict("ambiguous", (claim,), "2 / ≥3", values, start=claim.start, end=claim.end)


def holds(facts: Facts, constraints: Sequence[Linear], troubled: set[str]) -> Iterator[Check]:
    """Comparisons that were made and hold."""
    by_id = {claim.id: claim for claim in facts.claims}
    for relation in facts.relations:
        if relation.kind is RelationKind.SAME and not troubled.issuperset(relation.claims):
            good = [claim for claim in relation.claims if claim not in troubled] or list(relation.claims)
            if len(good) > 1:
                yield Check(relation.kind, tuple(good), " = ".join(shown(by_id[claim]) for claim in good))
    for linear in constraints:
        if linear.kind in ("change", "projection") or troubled.issuperset(linear.claims):
            continue
        values = _values(linear, by_id)
        sign = "=" if linear.kind == "sum" else "≤"
        kind = RelationKind.TOLL if linear.kind == "toll" else RelationKind.SUM
        yield Check(kind, linear.claims, f"{values['parts']} {sign} {values['whole']}")
