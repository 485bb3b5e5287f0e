"""JUnit XML, for the test tabs of CI services."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.consistency.rules import RuleSet
from checker.model import DocumentReport, Failure, Report, Severity
from checker.reporting.inert import clean
from checker.reporting.lines import Lines
from checker.reporting.rows import Row, rows, web_path


def render(report: Report, lang: str, rules: RuleSet) -> str:
    """A suite a document, a case a finding or comparison; notes pass and say themselves in the output.

    A finding that is let stand is a skipped case with its reason, and an
    input that could not be read an error.
    """
    root = Element("testsuites", name="checker")
    for document in report.documents:
        _suite(root, document, lang, rules)
    for failure in report.failures:
        _unread(root, failure, lang)
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root, " ")
    return tostring(root, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="UTF-8"?>\n', "\n")
    )


def _suite(root: Element, report: DocumentReport, lang: str, rules: RuleSet) -> None:
    path = web_path(report.document.path)
    suite = SubElement(root, "testsuite", name=path)
    found = list(rows(Report((report,)), rules, suppressed=True))
    for row in found:
        _case(suite, row, lang)
    lines = Lines(report.document.text)
    by_id = {claim.id: claim for claim in report.claims}
    for check in report.checks:
        first = lines.of(min(by_id[claim].start for claim in check.claims))
        SubElement(suite, "testcase", classname=path, name=f"{first}: {clean(check.arithmetic)}")
    if not len(suite):
        SubElement(suite, "testcase", classname=path, name="checker")
    failing = [row for row in found if row.suppressed is None and row.finding.severity is not Severity.NOTE]
    counts = {"failures": len(failing), "errors": 0, "skipped": len(report.suppressed)}
    suite.attrib.update(tests=str(len(suite)), **{key: str(count) for key, count in counts.items()})


def _case(suite: Element, row: Row, lang: str) -> None:
    finding = row.finding
    message = row.message(lang)
    name = f"{row.rule.id} {row.rule.name} ({finding.line}:{finding.column})"
    case = SubElement(suite, "testcase", classname=row.path, name=name, file=row.path, line=str(finding.line))
    if row.suppressed is not None:
        SubElement(case, "skipped", message=clean(row.suppressed.reason) or row.suppressed.by.value)
    elif finding.severity is Severity.NOTE:
        SubElement(case, "system-out").text = message
    else:
        failure = SubElement(case, "failure", type=finding.severity.value, message=message)
        figures = "\n".join(clean(claim.text) for claim in row.claims)
        failure.text = f"{row.path}:{finding.line}:{finding.column}\n{message}\n{figures}"


def _unread(root: Element, failure: Failure, lang: str) -> None:
    path = web_path(failure.path)
    suite = SubElement(root, "testsuite", name=path, tests="1", failures="0", errors="1", skipped="0")
    case = SubElement(suite, "testcase", classname=path, name="read")
    SubElement(case, "error", type=failure.code, message=clean(failure.ar if lang == "ar" else failure.en))
