"""The JSON of the outside contract; ``checker/schema/report.schema.json`` describes it."""

from __future__ import annotations

import json
from typing import Any

from checker.consistency.bounds import Thresholds, adjusted, default_thresholds, interval_of, shown
from checker.consistency.doubtful import claims_in_doubt
from checker.consistency.rules import RuleSet
from checker.model import (
    Anchor,
    Check,
    Claim,
    Document,
    DocumentReport,
    Figure,
    Finding,
    Notice,
    Relation,
    RelationKind,
    Report,
    Severity,
    Span,
    VersionChange,
)
from checker.version import __version__

SCHEMA = 1


def render(report: Report, lang: str, rules: RuleSet) -> str:
    """The report as JSON, which speaks both languages."""
    return to_json(report)


def to_json(report: Report) -> str:
    """The report as one JSON object with a newline at its end; the same report gives the same bytes."""
    return json.dumps(to_dict(report), ensure_ascii=False, indent=1) + "\n"


def to_dict(report: Report) -> dict[str, Any]:
    """The report as plain values, in the order of the contract."""
    compared: dict[str, Any] = (
        {} if report.figures is None else {"figures": [_figure(figure) for figure in report.figures]}
    )
    if report.changes is not None:
        compared["changes"] = [_change(change) for change in report.changes]
    return {
        "schema": SCHEMA,
        "tool": {"name": "checker", "version": __version__},
        "documents": [_document(document) for document in report.documents],
        **compared,
        "notices": [_notice(notice) for notice in report.notices],
        "failures": [{"path": f.path, "code": f.code, "message": {"ar": f.ar, "en": f.en}} for f in report.failures],
        "summary": {
            "documents": len(report.documents),
            "failures": len(report.failures),
            "claims": sum(len(d.claims) for d in report.documents),
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "notes": report.count(Severity.NOTE),
        },
    }


def _document(report: DocumentReport) -> dict[str, Any]:
    document: Document = report.document
    compared = report.compared
    doubtful = claims_in_doubt(report.facts)
    return {
        "path": document.path,
        "encoding": document.encoding,
        "date": document.date,
        "title": _span(document.title) if document.title else None,
        "notices": [_notice(notice) for notice in document.notices],
        "claims": [
            claim_dict(claim, adjusted(report.thresholds)) | ({"in_doubt": True} if claim.id in doubtful else {})
            for claim in report.claims
        ],
        "relations": [_relation(relation) for relation in report.facts.relations],
        "findings": [_finding(finding) for finding in report.findings],
        "suppressed": [
            {"finding": _finding(kept.finding), "by": kept.by.value, "reason": kept.reason}
            for kept in report.suppressed
        ],
        "checks": [_check(check) for check in report.checks],
        "coverage": {
            "claims": len(report.claims),
            "compared": compared,
            "alone": len(report.claims) - compared,
        },
        **_source(document),
    }


def _notice(notice: Notice) -> dict[str, Any]:
    return {"code": notice.code, "message": {"ar": notice.ar, "en": notice.en}, "start": notice.start}


def _source(document: Document) -> dict[str, Any]:
    """For formats whose text is not the file itself: the text that offsets count in, and what leads back."""
    if not document.anchors:
        return {}
    doubts = {"doubts": [_span(doubt) for doubt in document.doubts]} if document.doubts else {}
    return {"text": document.text, "anchors": [_anchor(anchor) for anchor in document.anchors], **doubts}


def _anchor(anchor: Anchor) -> dict[str, Any]:
    """Only what the format gives."""
    source = {"source": _span(anchor.source)} if anchor.source else {}
    place = {"page": anchor.page, "part": anchor.part or None, "node": anchor.node}
    return {**_span(anchor.span), **source, **{key: value for key, value in place.items() if value is not None}}


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "happening": figure.happening,
        "event": figure.event,
        "days": list(figure.days),
        "outcome": figure.outcome.value,
        "who": figure.who.value,
        "mentions": [
            {"document": m.document, "claim": m.claim.id, "date": m.day, "source": m.claim.source}
            for m in figure.mentions
        ],
        "min": figure.min,
        "max": figure.max,
        "agree": figure.agree,
        "confidence": round(figure.confidence, 3),
        "reasons": list(figure.reasons),
    }


def _change(change: VersionChange) -> dict[str, Any]:
    claim = (change.new or change.old)[0]
    return {
        "kind": change.kind.value,
        "from": change.before,
        "to": change.after,
        "outcome": claim.outcome.value,
        "who": claim.group.value,
        "old": {"claims": [c.id for c in change.old], "values": list(dict.fromkeys(map(shown, change.old)))},
        "new": {"claims": [c.id for c in change.new], "values": list(dict.fromkeys(map(shown, change.new)))},
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def claim_dict(claim: Claim, thresholds: Thresholds | None = None) -> dict[str, Any]:
    """One claim as the contract has it, with the interval that comparisons used."""
    low, high = interval_of(claim, thresholds or default_thresholds())
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "number": {**_span(claim.number), "text": claim.number_text},
        "min": claim.min,
        "max": claim.max,
        "hedge": claim.hedge.value,
        "outcome": claim.outcome.value,
        "group": claim.group.value,
        "victims": claim.victims,
        "implicit": claim.implicit,
        "part_of": claim.part_of,
        "event": claim.event,
        "source": claim.source,
        "in_title": claim.in_title,
        "compared_as": {"min": low, "max": high},
    }


def _relation(relation: Relation) -> dict[str, Any]:
    """Tolls of single happenings are sums in the contract's words."""
    tail = {"confidence": round(relation.confidence, 3), "reasons": list(relation.reasons)}
    if relation.whole is not None:
        head = {"kind": "sum", "whole": relation.whole, "parts": list(relation.parts)}
        return {**head, "complete": relation.complete, **tail}
    return {"kind": relation.kind.value, "claims": list(relation.claims), **tail}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "claims": list(finding.claims),
        "message": dict(finding.message),
        "arithmetic": finding.arithmetic,
        "confidence": round(finding.confidence, 3),
        "reasons": list(finding.reasons),
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
    }


def _check(check: Check) -> dict[str, Any]:
    kind = RelationKind.SUM if check.kind is RelationKind.TOLL else check.kind
    return {"kind": kind.value, "claims": list(check.claims), "arithmetic": check.arithmetic}
