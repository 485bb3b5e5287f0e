"""Checks of one relation or one place by itself, beside the model of what cannot all hold."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping

from checker.arabic.calendar import calendar
from checker.consistency.bounds import Interval, Thresholds, interval_of, shown, stated
from checker.consistency.cores import refute
from checker.consistency.explain import SOFT, pair_values
from checker.consistency.naming import Conflict
from checker.consistency.system import Element, System
from checker.model import Claim, Facts, Hedge, Outcome, Quantity, RelationKind, Severity
from checker.values import replace

#: The fates may be those of another vessel's people as well.
_ABOARD = 0.7


def restated_figures(facts: Facts) -> Iterator[Conflict]:
    """Digits and words side by side that say different numbers."""
    for quantity in facts.restated:
        again = quantity.restated
        if again is None or stated(quantity) == stated(again):
            continue
        claims = tuple(c for c in facts.claims if c.number == quantity.number)
        yield _restated(quantity, again, claims)


def _restated(quantity: Quantity, again: Quantity, claims: tuple[Claim, ...]) -> Conflict:
    digits, words = (again, quantity) if quantity.in_words else (quantity, again)
    a, b = str(stated(digits)), str(stated(words))
    return Conflict(
        "restated",
        claims,
        f"{a} ≠ {b}",
        {"a": a, "b": b, "text_a": digits.text, "text_b": words.text},
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
            import calendar as english  # draws in the locales, for a finding alone

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
            yield Conflict(
                "update", (earlier, later), f"{shown(earlier)} → {shown(later)}", pair_values(earlier, later),
                relation.confidence, relation.reasons, later.start, later.end,
            )  # fmt: skip


def divided_tolls(facts: Facts, by_id: Mapping[str, Claim]) -> Iterator[Conflict]:
    """Tolls that are put down to one side although some of them are counted to another."""
    for relation in facts.relations:
        if relation.kind is RelationKind.AGENT:
            whole, own, *_ = claims = tuple(by_id[claim] for claim in relation.claims)
            values = {"whole": shown(whole), "part": shown(own), "text_whole": whole.text, "text_part": own.text}
            yield Conflict(
                "agent", claims, f"{shown(own)} < {shown(whole)}", values,
                relation.confidence, relation.reasons, whole.start, whole.end,
            )  # fmt: skip


def more_than_aboard(facts: Facts, by_id: Mapping[str, Claim], thresholds: Thresholds) -> Iterator[Conflict]:
    """More people dead, missing and rescued than there were aboard."""
    for aboard in facts.aboard:
        claims = tuple(by_id[claim] for claim in aboard.claims)
        total = sum(interval_of(claim, thresholds).low for claim in claims)
        if total > aboard.number:
            parts = " + ".join(shown(claim) for claim in claims)
            arithmetic = f"{parts} = {sum(stated(claim) or 0 for claim in claims)} > {aboard.number}"
            values = {"aboard": aboard.text, "parts": parts}
            yield Conflict(
                "aboard", claims, arithmetic, values, _ABOARD, ("aboard",), aboard.span.start, aboard.span.end
            )


def unexplained(facts: Facts, by_id: Mapping[str, Claim], system: System, thresholds: Thresholds) -> Iterator[Conflict]:
    """Single tolls that leave a part of the overall toll unaccounted for, told once for what is printed twice."""
    told: set[frozenset[str]] = set()
    for relation in facts.relations:
        if relation.kind is not RelationKind.TOLL or relation.complete or relation.whole is None:
            continue
        figures = frozenset(map(system.figure_of, relation.members))
        whole, parts = by_id[relation.whole], [by_id[part] for part in relation.parts]
        least, total = interval_of(whole, thresholds).low, sum(stated(part) or 0 for part in parts)
        if total < least and figures not in told:
            told.add(figures)
            numbers = " + ".join(str(stated(part)) for part in parts)
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
        if not titles or not bodies or any(c.hedge not in SOFT for c in bodies):
            continue
        headline, body = titles[0], bodies[0]
        if stated(headline) == stated(body) and not {headline.id, body.id} & troubled:
            yield Conflict(
                "hedge", (headline, body), f"{shown(headline)} ≠ {shown(body)}", pair_values(headline, body),
                relation.confidence, relation.reasons, headline.start, headline.end, Severity.NOTE,
            )  # fmt: skip


def lumped_headlines(facts: Facts) -> Iterator[Conflict]:
    """A headline that counts as dead (or hurt) what the body counts as dead and hurt together."""
    lumps = {
        stated(c): c
        for c in reversed(facts.claims)
        if c.outcome is Outcome.CASUALTIES and not c.in_title and c.hedge is not Hedge.VAGUE
    }
    for headline in facts.claims:
        if not headline.in_title or headline.outcome not in (Outcome.KILLED, Outcome.INJURED) or headline.part_of:
            continue
        number = stated(headline)
        body = lumps.get(number)
        backed = any(c.outcome is headline.outcome and stated(c) == number and not c.in_title for c in facts.claims)
        if body is not None and not backed and (number or 0) > 1:
            values = {"headline": headline.text, "body": body.text}
            yield Conflict(
                "lump", (headline, body), f"{shown(headline)} / {shown(body)}", values,
                start=headline.start, end=headline.end,
            )  # fmt: skip


def ambiguous_forms(facts: Facts, system: System, troubled: set[str]) -> Iterator[Conflict]:
    """Words that can be read as two or as many, where a conflict or a comparison hangs on it."""
    unsure = [claim for claim in facts.claims if claim.ambiguous_form and claim.id in system.intervals]
    if not unsure:
        return
    near = _neighbours(system)
    for claim in unsure:
        if claim.id in troubled or _decides(claim.id, system, near):
            values = {"text_a": claim.text, "a": "2"}
            yield Conflict("ambiguous", (claim,), "2 / ≥3", values, start=claim.start, end=claim.end)


def _neighbours(system: System) -> Mapping[str, list[Element]]:
    """The claims and constraints of each figure."""
    near: defaultdict[str, list[Element]] = defaultdict(list)
    for claim in system.intervals:
        near[system.figure_of(claim)].append(claim)
    for index, linear in enumerate(system.constraints):
        for figure in {system.figure_of(claim) for _, claim in linear.terms}:
            near[figure].append(index)
    return near


def _decides(claim: str, system: System, near: Mapping[str, list[Element]]) -> bool:
    """Whether the constraints on a claim hold for one reading of it, and not for the other."""
    figure = system.figure_of(claim)
    tied = [index for index in near[figure] if isinstance(index, int)]
    figures = {figure, *(system.figure_of(other) for index in tied for _, other in system.constraints[index].terms)}
    claims = [other for name in sorted(figures) for other in near[name] if isinstance(other, str)]
    intervals = {other: system.intervals[other] for other in claims}
    verdicts = set()
    for reading in (Interval(2, 2), Interval(3, None)):
        read = replace(system, intervals={**intervals, claim: reading})
        verdicts.add(refute(read, [*claims, *tied]) is None)
    return len(verdicts) == 2
