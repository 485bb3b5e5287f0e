"""What the articles of a page share, and what became of it from version to version."""

from __future__ import annotations

from checker.model import ChangeKind, Report
from checker.reporting.html.markup import Markup, join, ltr, tag
from checker.reporting.messages import say
from checker.reporting.shared_figures import Change, Said, Shared, changes_by_step, shared_by_happening, shared_count


def shared(report: Report, lang: str) -> Markup:
    """The section between the list of documents and the documents; nothing where nothing was compared."""
    if report.figures is not None:
        inside = [tag("h2", shared_count(report, lang)), *_figures(report, lang)]
    elif report.changes is not None:
        inside = [tag("h2", say(lang, "sheet_changes")), *_changes(report, lang)]
    else:
        return Markup("")
    return tag("section", *inside, class_="shared")


def _figures(report: Report, lang: str) -> list[Markup]:
    anchors = {document.document.path: f"#d{number}" for number, document in enumerate(report.documents, 1)}
    found = []
    for event, members in shared_by_happening(report, lang):
        rows = [_figure(one, anchors, lang) for one in members]
        found.append(join(tag("h3", event), tag("div", tag("table", tag("tbody", *rows)), class_="scroll")))
    return found


def _figure(one: Shared, anchors: dict[str, str], lang: str) -> Markup:
    agree = one.figure.agree
    notes = [say(lang, "shared_articles", count=len(one.figure.documents))]
    if one.best is not None:
        notes.append(say(lang, "shared_best", best=one.best))
    said = tag("ul", *(tag("li", _said(given, anchors, lang)) for given in one.said))
    return tag(
        "tr",
        tag("th", one.counts, scope="row"),
        tag("td", ltr(one.values), class_="zero" if agree else "warning"),
        tag("td", say(lang, "shared_agrees" if agree else "shared_differs")),
        tag("td", tag("details", tag("summary", say(lang, "shared_comma").join(notes)), said, open=not agree)),
    )


def _said(given: Said, anchors: dict[str, str], lang: str) -> Markup:
    anchor = anchors.get(given.document)
    document = tag("a", ltr(given.document), href=anchor) if anchor else ltr(given.document)
    source = say(lang, "source_of_figure", source=given.source) if given.source else ""
    parts = [document, *(part for part in (ltr(given.day) if given.day else "", source) if part)]
    return join(tag("b", given.value), " ", join(*parts, between=say(lang, "shared_comma")))


def _changes(report: Report, lang: str) -> list[Markup]:
    found = []
    for step, changes in changes_by_step(report, lang):
        rows = [_change(change) for change in changes]
        found.append(join(tag("h3", ltr(step)), tag("div", tag("table", tag("tbody", *rows)), class_="scroll")))
    return found


def _change(change: Change) -> Markup:
    kept = change.kind is ChangeKind.KEPT
    return tag(
        "tr",
        tag("th", change.counts, scope="row"),
        tag("td", ltr(change.values), class_="zero" if kept else "warning"),
        tag("td", change.word),
    )
