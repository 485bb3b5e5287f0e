"""The page around the documents."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from checker.consistency.rules import RuleSet
from checker.model import Failure, Notice, Report, Severity
from checker.reporting.html.article import article
from checker.reporting.html.figures import Shown, shown_document
from checker.reporting.html.markup import Markup, join, ltr, safe, tag
from checker.reporting.html.shared import shared
from checker.reporting.html.side import figures, side
from checker.reporting.messages import say
from checker.version import __version__

#: Nothing may be fetched and nothing may run, whatever a text has smuggled in.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
#: With more documents than this, those in which nothing was found are folded.
_FOLD_FROM = 1


def render(report: Report, lang: str, rules: RuleSet) -> str:
    """One self-contained page, right to left in Arabic: each article with its figures, the findings beside it."""
    shown = [shown_document(document, number, lang) for number, document in enumerate(report.documents, 1)]
    head = join(
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="color-scheme" content="light dark">'),
        tag("title", _title(report, lang)),
        tag("style", Markup(_style() + _lights(shown))),
    )
    body = tag(
        "body",
        _header(report, lang),
        _contents(shown, lang) if len(shown) > 1 else Markup(""),
        *(tag("p", say(lang, "notice", text=_said(notice, lang)), class_="notice") for notice in report.notices),
        shared(report, lang),
        tag("main", *(_document(document, rules, len(shown)) for document in shown), _unread(report, lang)),
        tag("footer", say(lang, "made_by", version=__version__)),
    )
    page = tag("html", tag("head", head), body, lang=lang, dir="rtl" if lang == "ar" else "ltr")
    return f"<!doctype html>\n{page}\n"


def _title(report: Report, lang: str) -> str:
    title = say(lang, "report_title")
    return f"{title} – {report.documents[0].document.path}" if len(report.documents) == 1 else title


@cache
def _style() -> str:
    return files("checker.reporting.html").joinpath("report.css").read_text(encoding="utf-8")


def _lights(shown: list[Shown]) -> str:
    """For each tie the rule that lights its members up when one of them is pointed at, tapped or reached by key."""
    most = max((len(document.kin.ties) for document in shown), default=0)
    return "".join(f".doc:has(.k{n}:is(:hover,:focus-within,:target)) .k{n}{{--lit:1;--dim:0}}\n" for n in range(most))


def _header(report: Report, lang: str) -> Markup:
    tallies = []
    for severity in Severity:
        count, name = report.count(severity), severity.value
        tallies.append(tag("li", tag("b", str(count)), " ", say(lang, name), class_=name if count else f"{name} none"))
    return tag(
        "header",
        tag("h1", say(lang, "report_title")),
        tag("ul", *tallies, class_="tally"),
        _legend(lang),
        class_="page",
    )


def _legend(lang: str) -> Markup:
    one, other = tag("mark", "31", class_="f hue0"), tag("mark", "9", class_="f hue1")
    lines = (
        tag("li", one, " ", other, " ", say(lang, "legend_kin")),
        tag("li", tag("mark", "31", class_="f slip"), " ", say(lang, "legend_slip")),
        tag("li", tag("mark", "6", class_="f alone"), " ", say(lang, "legend_alone")),
        tag("li", say(lang, "legend_hover")),
    )
    return tag("details", tag("summary", say(lang, "legend")), tag("ul", *lines), class_="legend")


def _contents(shown: list[Shown], lang: str) -> Markup:
    """The documents of the run, the worst first, with what was found in each."""
    worst_first = sorted(shown, key=lambda document: [-count for count in _counts(document)])
    columns = ("col_path", *(severity.value for severity in Severity), "figures")
    head = tag("tr", *(tag("th", say(lang, column), scope="col") for column in columns))
    table = tag("table", tag("thead", head), tag("tbody", *map(_contents_row, worst_first)))
    return tag("nav", tag("h2", say(lang, "documents")), tag("div", table, class_="scroll"))


def _counts(shown: Shown) -> list[int]:
    """How many findings a document has of each severity, the worst first."""
    return [sum(finding.severity is severity for finding in shown.report.findings) for severity in Severity]


def _contents_row(shown: Shown) -> Markup:
    path = tag("a", ltr(shown.report.document.path), href=f"#d{shown.number}")
    cells = [
        tag("td", str(count), class_=severity.value if count else "zero")
        for severity, count in zip(Severity, _counts(shown), strict=True)
    ]
    return tag("tr", tag("td", path), *cells, tag("td", str(len(shown.report.claims)), class_="zero"))


def _document(shown: Shown, rules: RuleSet, of: int) -> Markup:
    document = shown.report.document
    notices = [
        tag("p", shown.say("notice", text=_said(notice, shown.lang)), class_="notice") for notice in document.notices
    ]
    inside = join(*notices, tag("div", article(shown), side(shown, rules), figures(shown), class_="beside"))
    path = ltr(document.path)
    if of > _FOLD_FROM and not shown.report.findings:
        inside = tag("details", tag("summary", tag("h2", path), " ", tag("small", shown.say("findings_none"))), inside)
    else:
        inside = join(tag("h2", path), inside)
    return tag("section", inside, class_="doc", id=f"d{shown.number}")


def _unread(report: Report, lang: str) -> Markup:
    if not report.failures:
        return Markup("")
    items = [tag("li", safe(_said(failure, lang))) for failure in report.failures]
    return tag("section", tag("h2", say(lang, "unread")), tag("ul", *items), class_="unread")


def _said(told: Notice | Failure, lang: str) -> str:
    return told.ar if lang == "ar" else told.en
