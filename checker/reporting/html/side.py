"""What stands beside the article: findings, comparisons that hold, all figures, what is let stand."""

from __future__ import annotations

from collections.abc import Sequence

from checker.consistency.bounds import adjusted
from checker.consistency.bounds import shown as shown_number
from checker.consistency.rules import RuleSet
from checker.model import Claim, Finding, Suppressed
from checker.reporting.html.figures import Shown
from checker.reporting.html.markup import Markup, join, ltr, safe, sentence, tag
from checker.reporting.lines import Lines
from checker.reporting.messages import say_reason


def side(shown: Shown, rules: RuleSet) -> Markup:
    """The column beside the article."""
    report, say = shown.report, shown.say
    found: list[Markup] = [_finding(shown, rules, k, finding) for k, finding in enumerate(report.findings)]
    if not found:
        found = [tag("p", say("findings_none" if report.claims else "no_claims"), class_="calm")]
    return tag(
        "aside",
        tag("h3", say("findings")),
        *found,
        _coverage(shown),
        _details(say("checks"), _checks(shown), len(report.checks)),
        _details(say("let_stand"), _suppressed(shown, rules), len(report.suppressed)),
    )


def figures(shown: Shown) -> Markup:
    """The table of all figures, folded: how each is read, whose it is, whether it holds."""
    return _details(shown.say("figures"), _table(shown), len(shown.report.claims))


def _finding(shown: Shown, rules: RuleSet, number: int, finding: Finding) -> Markup:
    rule, say, lang = rules.get(finding.rule), shown.say, shown.lang
    claims = _claims(shown, finding)
    message = finding.message[lang]
    head = tag(
        "header",
        tag("span", str(number + 1), class_="number"),
        tag("strong", say(finding.severity.value), class_="severity"),
        tag("span", ltr(f"{finding.rule} {rule.name}"), class_="rule"),
    )
    parts = [head, tag("p", sentence(message, finding.arithmetic), class_="message")]
    if finding.arithmetic and finding.arithmetic not in message:
        parts.append(tag("p", ltr(finding.arithmetic), class_="sum"))
    if claims:
        parts.append(tag("p", join(*(_chip(shown, claim) for claim in claims), between=" "), class_="chips"))
    if finding.confidence < _sure(shown):
        parts.append(tag("p", say("perhaps", percent=round(finding.confidence * 100)), class_="quiet"))
    if finding.reasons:
        between = "، " if lang == "ar" else ", "
        reasons = between.join(say_reason(lang, reason) for reason in finding.reasons)
        parts.append(tag("p", say("because", reasons=reasons), class_="quiet"))
    parts.append(tag("p", say("look", text=rule.look[lang]), class_="look"))
    classes = f"finding {finding.severity.value} k{shown.kin.of_finding[number]}"
    return tag("section", *parts, class_=classes, id=shown.finding_anchor(number), tabindex="0")


def _sure(shown: Shown) -> float:
    return adjusted(shown.report.thresholds).error_from


def _claims(shown: Shown, finding: Finding) -> list[Claim]:
    wanted = set(finding.claims)
    return [claim for claim in shown.report.claims if claim.id in wanted]


def _chip(shown: Shown, claim: Claim) -> Markup:
    hue = shown.kin.colour(claim.id)
    return tag("a", claim.text, href=f"#{shown.anchor(claim.id)}", class_=f"chip {hue}".strip())


def _coverage(shown: Shown) -> Markup:
    count, compared = len(shown.report.claims), shown.report.compared
    if not count:
        return Markup("")
    return tag("p", shown.say("coverage", count=count, compared=compared, alone=count - compared), class_="coverage")


def _details(title: str, inside: Markup, count: int) -> Markup:
    if not count:
        return Markup("")
    return tag("details", tag("summary", title, " ", tag("span", str(count), class_="count")), inside)


def _checks(shown: Shown) -> Markup:
    lines = Lines(shown.report.document.text)
    by_id = {claim.id: claim for claim in shown.report.claims}
    items = []
    for check in shown.report.checks:
        where = sorted({lines.of(by_id[claim].start) for claim in check.claims})
        between = "، " if shown.lang == "ar" else ", "
        said = shown.say("lines" if len(where) > 1 else "line", line=between.join(map(str, where)))
        items.append(tag("li", ltr(check.arithmetic), " ", tag("small", said)))
    return tag("ul", *items, class_="ticks")


def _table(shown: Shown) -> Markup:
    say = shown.say
    columns = ("col_figure", "col_reads", "col_outcome", "col_group", "col_source", "col_state")
    head = tag("tr", *(tag("th", say(column), scope="col") for column in columns))
    body = [_figure_row(shown, claim) for claim in shown.report.claims]
    return tag("div", tag("table", tag("thead", head), tag("tbody", *body)), class_="scroll")


def _figure_row(shown: Shown, claim: Claim) -> Markup:
    state = shown.state(claim.id)
    cells: Sequence[Markup] = (
        tag("td", _chip(shown, claim)),
        tag("td", ltr(shown_number(claim))),
        tag("td", shown.outcome(claim)),
        tag("td", shown.group(claim)),
        tag("td", safe(claim.source or "—")),
        tag("td", shown.say(f"state_{state}"), class_=f"state {state}"),
    )
    return tag("tr", *cells)


def _suppressed(shown: Shown, rules: RuleSet) -> Markup:
    return tag("ul", *(_let_stand(shown, rules, kept) for kept in shown.report.suppressed), class_="kept")


def _let_stand(shown: Shown, rules: RuleSet, kept: Suppressed) -> Markup:
    finding = kept.finding
    return tag(
        "li",
        tag("span", ltr(f"{finding.rule} {rules.get(finding.rule).name}"), class_="rule"),
        tag("p", sentence(finding.message[shown.lang], finding.arithmetic)),
        tag("p", tag("em", kept.reason or "—"), " ", tag("small", shown.say(f"by_{kept.by.value}")), class_="quiet"),
    )
