"""SARIF 2.1.0, for code scanning services.

Columns are code points (``columnKind``), columns and lines from 1, end columns
exclusive, as OASIS' specification has them (§3.14.17, §3.30).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from checker.consistency.rules import Rule, RuleSet
from checker.model import Document, DocumentReport, Failure, Notice, Report, Severity, Span, SuppressedBy
from checker.reporting.inert import clean
from checker.reporting.places import Places, is_source, page_of, source_span
from checker.reporting.rows import Row, rows, web_path
from checker.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: The name of the fingerprint; the number counts ways of making it.
_FINGERPRINT = "checkerFingerprint/v1"
_KINDS = {
    SuppressedBy.DRAFT: "inSource",
    SuppressedBy.CONFIGURATION: "external",
    SuppressedBy.BASELINE: "external",
}


def render(report: Report, lang: str, rules: RuleSet) -> str:
    """The report as one SARIF log with one run; results that are let stand carry their suppression."""
    order = {rule_id: index for index, rule_id in enumerate(rules.ids)}
    places: dict[int, Places] = {}
    seen: Counter[tuple[str, str]] = Counter()
    results = []
    for row in rows(report, rules, suppressed=True):
        at = places.setdefault(id(row.report), Places(row.report.document))
        seen[(row.path, row.fingerprint)] += 1
        results.append(_result(row, order[row.rule.id], at, lang, seen[(row.path, row.fingerprint)]))
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules, lang)},
                "columnKind": "unicodeCodePoints",
                "language": lang,
                "artifacts": [_artifact(document) for document in report.documents],
                "invocations": [_invocation(report, lang)],
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _driver(rules: RuleSet, lang: str) -> dict[str, Any]:
    return {
        "name": "checker",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule, lang) for rule in rules.rules.values()],
    }


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    why, look = _line(rule.rationale[lang]), _line(rule.look[lang])
    examples = "\n".join(f"- {_line(example.text)}" for example in rule.fires)
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": why},
        "fullDescription": {"text": f"{why} {look}"},
        "help": {"text": f"{why}\n\n{look}\n\n{examples}", "markdown": f"{why}\n\n**{look}**\n\n{examples}"},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": ["casualty-figures", rule.name]},
    }


def _line(text: str) -> str:
    return clean(" ".join(text.split()))


def _result(row: Row, index: int, places: Places, lang: str, occurrence: int) -> dict[str, Any]:
    document, finding = row.report.document, row.finding
    result: dict[str, Any] = {
        "ruleId": row.rule.id,
        "ruleIndex": index,
        "level": finding.severity.value,
        "message": {"text": row.message(lang)},
        "locations": [_location(document, row.span, places)],
        "partialFingerprints": {_FINGERPRINT: f"{row.fingerprint}:{occurrence}"},
        "properties": {"arithmetic": clean(finding.arithmetic), "confidence": round(finding.confidence, 3)},
    }
    others = [claim for claim in row.claims if (claim.start, claim.end) != row.span]
    if others:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(document, Span(claim.start, claim.end), places),
                "message": {"text": clean(claim.text)},
            }
            for number, claim in enumerate(others, 1)
        ]
    if row.suppressed is not None:
        kept = row.suppressed
        result["suppressions"] = [
            {"kind": _KINDS[kept.by], "status": "accepted", "justification": clean(kept.reason) or kept.by.value}
        ]
    return result


def _location(document: Document, span: Span, places: Places) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(document.path)}}
    region = _region(document, span, places)
    if region:
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    page = page_of(document, span)
    if page is not None:
        location["logicalLocations"] = [{"name": f"page {page}", "kind": "page"}]
    return location


def _region(document: Document, span: Span, places: Places) -> dict[str, Any]:
    """Lines where the file is the text itself, an offset where it can be led back, else nothing."""
    snippet = {"snippet": {"text": clean(span.of(document.text))}}
    if is_source(document):
        line, column, end_line, end_column = places.of(span)
        edges = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
        return {**edges, **snippet}
    source = source_span(document, span)
    return {"charOffset": source.start, "charLength": source.end - source.start, **snippet} if source else {}


def _uri(path: str) -> str:
    """A path as a relative URI; one that holds a colon must not look like a scheme."""
    web = "stdin" if path == "-" else web_path(path)
    return quote(web, safe="/", errors="replace")


def _artifact(report: DocumentReport) -> dict[str, Any]:
    document = report.document
    artifact: dict[str, Any] = {"location": {"uri": _uri(document.path)}, "sourceLanguage": "ar"}
    return {**artifact, "encoding": document.encoding} if is_source(document) else artifact


def _invocation(report: Report, lang: str) -> dict[str, Any]:
    """Whether all was read, and what the reader should know of how."""
    told = [
        *(
            _notification(notice, lang, read.document.path)
            for read in report.documents
            for notice in read.document.notices
        ),
        *(_notification(notice, lang) for notice in report.notices),
        *(_failure(failure, lang) for failure in report.failures),
    ]
    return {"executionSuccessful": not report.failures, "toolExecutionNotifications": told}


def _notification(notice: Notice, lang: str, path: str | None = None) -> dict[str, Any]:
    return _told(notice.code, "note", notice.ar if lang == "ar" else notice.en, [path] if path else [])


def _failure(failure: Failure, lang: str) -> Mapping[str, Any]:
    return _told(failure.code, Severity.ERROR.value, failure.ar if lang == "ar" else failure.en, [failure.path])


def _told(code: str, level: str, text: str, paths: Iterable[str]) -> dict[str, Any]:
    locations = [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}} for path in paths]
    return {
        "descriptor": {"id": code},
        "level": level,
        "message": {"text": clean(text)},
        **({"locations": locations} if locations else {}),
    }
