"""The report as Markdown, for a comment on a pull request or a job's summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.consistency.rules import RuleSet
from checker.model import Claim, DocumentReport, Finding, Report, Severity, Span
from checker.reporting.bidi import isolate, isolate_arabic
from checker.reporting.inert import clean
from checker.reporting.lines import Lines
from checker.reporting.messages import say
from checker.reporting.shared_figures import about, changes_by_step, shared_by_happening, shared_count
from checker.reporting.snippets import snippets

#: A comment on GitHub holds 65,536 characters; what does not fit is counted.
_LONGEST = 60_000
_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "💬"}
#: Characters that mark something in Markdown or HTML.
_MARKS = re.compile(r"([\\`*_{}\[\]()<>|~$!^=+&#-]|(?<=^\d)\.|(?<=^\d\d)\.|(?<=^\d\d\d)\.)")
#: Mentions, references to issues, and addresses, which a forge would make links of.
_LINKS = re.compile(r"(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=\\?-)")


def render(report: Report, lang: str, rules: RuleSet) -> str:
    """A summary table, then each document's findings with their sentences; no more than a comment holds."""
    head = "".join(f"{line}\n" for line in _head(report, lang))
    blocks = [block for document in report.documents for block in _document(document, lang, rules)]
    blocks += [*_shared(report, lang), *_changes(report, lang)]
    tail = "".join(f"{line}\n" for line in _tail(report, lang))
    room = _LONGEST - len(head) - len(tail)
    kept: list[str] = []
    for block in blocks:
        room -= len(block)
        if room < 0:
            break
        kept.append(block)
    if len(kept) < len(blocks):
        kept.append(f"_{say(lang, 'more', count=len(blocks) - len(kept))}_\n")
    return head + "".join(kept) + tail


def _head(report: Report, lang: str) -> Iterator[str]:
    # Forges read Markdown inside the element only after an empty line.
    yield f'<div dir="{"rtl" if lang == "ar" else "ltr"}">'
    yield ""
    yield f"## {say(lang, 'report_title')}"
    yield ""
    counts = [(severity, report.count(severity)) for severity in Severity]
    names = [say(lang, key) for key in ("documents", "figures")]
    names += [f"{_SIGNS[severity]} {say(lang, severity.value)}" for severity, _ in counts]
    numbers = [len(report.documents), len(report.claims), *(count for _, count in counts)]
    yield f"| {' | '.join(names)} |"
    yield f"|{' --- |' * len(names)}"
    yield f"| {' | '.join(map(str, numbers))} |"
    yield ""
    if report.claims and not report.findings:
        yield say(lang, "clean")
        yield ""


def _document(report: DocumentReport, lang: str, rules: RuleSet) -> Iterator[str]:
    """A block a finding, the first under the document's path."""
    if not report.findings:
        return
    lines = Lines(report.document.text)
    head = f"### {_code(report.document.path)}\n\n"
    for finding in report.findings:
        yield head + "".join(f"{line}\n" for line in _finding(report, finding, lang, rules, lines))
        head = ""


def _finding(report: DocumentReport, finding: Finding, lang: str, rules: RuleSet, lines: Lines) -> Iterator[str]:
    rule = rules.get(finding.rule)
    sign = f"{_SIGNS[finding.severity]} **{say(lang, finding.severity.value)}**"
    yield f"{sign} {_code(f'{rule.id} {rule.name}')} {say(lang, 'line', line=finding.line)}<br>"
    yield _sentence(finding.message[lang], finding.arithmetic)
    yield ""
    for snippet in snippets(report.document.text, _spans(report, finding), lines):
        words = "".join(f"**{plain(piece.text)}**" if piece.marked else plain(piece.text) for piece in snippet.pieces)
        yield f"> {words}"
        yield ">"
    yield f"> _{plain(say(lang, 'look', text=rule.look[lang]))}_"
    yield ""


def _shared(report: Report, lang: str) -> Iterator[str]:
    """A block a happening that articles share figures of, the first under a heading."""
    head = f"### {plain(shared_count(report, lang))}\n\n"
    for event, members in shared_by_happening(report, lang):
        lines = [f"**{plain(event)}**", ""]
        for one in members:
            articles = say(lang, "shared_articles", count=len(one.figure.documents))
            mark = "✓" if one.figure.agree else "✗"
            lines.append(f"- {mark} {plain(one.counts)}: **{isolate(plain(one.values))}** ({plain(articles)})")
            if not one.figure.agree:
                lines += [f"  - {isolate(plain(said.value))}: {plain(about(said, lang))}" for said in one.said]
        yield head + "\n".join(lines) + "\n\n"
        head = ""


def _changes(report: Report, lang: str) -> Iterator[str]:
    """A block a step between two versions."""
    for step, changes in changes_by_step(report, lang):
        lines = [f"- {plain(c.counts)}: **{isolate(plain(c.values))}** {plain(c.word)}" for c in changes]
        yield f"### {_code(step)}\n\n" + "\n".join(lines) + "\n\n"


def _spans(report: DocumentReport, finding: Finding) -> list[Span]:
    wanted = set(finding.claims)
    claims: list[Claim] = [claim for claim in report.claims if claim.id in wanted]
    return [Span(claim.start, claim.end) for claim in claims] or [Span(finding.start, finding.end)]


def _tail(report: Report, lang: str) -> Iterator[str]:
    for notice in report.notices:
        yield plain(say(lang, "notice", text=notice.ar if lang == "ar" else notice.en))
        yield ""
    if report.failures:
        yield f"### {say(lang, 'unread')}"
        yield ""
        yield from (f"- {plain(failure.ar if lang == 'ar' else failure.en)}" for failure in report.failures)
        yield ""
    yield "</div>"


def _sentence(message: str, arithmetic: str) -> str:
    """The message, its arithmetic kept in its own order."""
    before, found, after = message.partition(arithmetic) if arithmetic else (message, "", "")
    return isolate_arabic(plain(before)) + (isolate(plain(found)) if found else "") + isolate_arabic(plain(after))


def plain(text: str) -> str:
    """Text in which nothing is markup, a mention, a reference or a link."""
    return _LINKS.sub("<!-- -->", _MARKS.sub(r"\\\1", clean(text)))


def _code(text: str) -> str:
    """Text between backticks, more of them than it holds itself."""
    text = clean(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
