"""What the OpenAPI description says of bodies: the report's own schema, errors, examples."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from checker.web.intake import Article

_REF = "#/components/schemas/"
EXAMPLE = {"text": "مقتل 14 شخصا في حريق\n\nقتل 14 شخصا هم 10 جنود وخمسة مدنيين."}
_MESSAGE = {
    "type": "object",
    "required": ["ar", "en"],
    "properties": {"ar": {"type": "string"}, "en": {"type": "string"}},
}
_ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {"code": {"type": "string", "description": "Stable."}, "message": _MESSAGE},
        }
    },
}
_SEVERITY = {"enum": ["error", "warning", "note"]}
_RULE = {
    "type": "object",
    "required": ["id", "name", "severity", "rationale", "message", "look"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "severity": {**_SEVERITY, "description": "The most severe that a finding of it can be."},
        "rationale": _MESSAGE,
        "message": _MESSAGE,
        "look": _MESSAGE,
    },
}
_RULE_EXAMPLE = {
    "id": "CF202",
    "name": "parts-do-not-add-up",
    "severity": "error",
    "rationale": {"ar": "أجزاء قيل إنها كل العدد لا تساويه.", "en": "Parts said to be all of a figure do not make it."},
    "message": {"ar": "الأجزاء {parts} والمجموع {whole}", "en": "The parts make {parts}, the whole is {whole}"},
    "look": {"ar": "أعد جمع الأجزاء.", "en": "Add the parts again."},
}
_FORM_EXAMPLE = {
    "id": "html",
    "suffix": ".html",
    "media_type": "text/html",
    "label": {"ar": "صفحة HTML", "en": "HTML page"},
    "sources": [],
}
#: What /metrics answers, in short.
METRICS_EXAMPLE = 'checker_http_requests_total{method="POST",route="/api/check",status="200"} 12.0\n'
_REASONS = {
    408: "The body stopped arriving.",
    413: "The body is over the limit, or the work needs more memory than allowed.",
    415: "Neither application/json nor application/octet-stream.",
    422: "Malformed JSON, a wrong field, an unknown rule or format, or a draft that cannot be read.",
    429: "More requests at once from one address than allowed.",
    500: "A mistake of the program; the log has a line under the answer's X-Request-ID.",
    503: "More requests wait than allowed, or the answer was not there in time.",
}


def article_body() -> dict[str, Any]:
    """A request body: a draft as JSON, or a file as it is."""
    return {
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": Article.model_json_schema(),
                    "examples": {"contradiction": {"summary": "Parts that do not add up", "value": EXAMPLE}},
                },
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
            },
        }
    }


def answers(schema: str, description: str) -> dict[int | str, dict[str, Any]]:
    """The answers of an operation that reads a draft: a named schema, and the refusals."""
    content = {"application/json": {"schema": {"$ref": _REF + schema}}}
    return {200: {"description": description, "content": content}, **refusals(*_REASONS)}


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The refusals of an operation."""
    content = {"application/json": {"schema": {"$ref": _REF + "Error"}}}
    return {status: {"description": _REASONS[status], "content": content} for status in statuses}


@cache
def example_report() -> dict[str, Any]:
    """The report on the example."""
    from checker import check
    from checker.reporting.json_report import to_dict

    return to_dict(check(EXAMPLE["text"]))


@cache
def schemas() -> dict[str, Any]:
    """The named schemas: the published one of the report taken apart, and what the API adds."""
    published = files("checker").joinpath("schema/report.schema.json").read_text(encoding="utf-8")
    report = json.loads(published.replace("#/$defs/", _REF))
    parts = report.pop("$defs")
    report.pop("$schema")
    envelope = {key: report["properties"][key] for key in ("schema", "tool", "failures")}
    listed = {
        "type": "object",
        "required": ["path", "claims"],
        "properties": {"path": {"type": "string"}, "claims": parts["document"]["properties"]["claims"]},
    }
    return {
        **parts,
        "Report": report,
        "Claims": {
            "type": "object",
            "required": ["schema", "tool", "documents", "failures"],
            "properties": {**envelope, "documents": {"type": "array", "items": listed}},
        },
        "Opened": {
            "type": "object",
            "required": ["texts", "report"],
            "properties": {
                "texts": {"type": "array", "items": {"type": "string"}, "description": "What the offsets count in."},
                "report": {"$ref": _REF + "Report"},
            },
        },
        "Rules": {
            "type": "object",
            "examples": [{"rules": [_RULE_EXAMPLE], "sure_from": 0.85}],
            "required": ["rules", "sure_from"],
            "properties": {
                "rules": {"type": "array", "items": _RULE},
                "sure_from": {
                    "type": "number",
                    "description": "A finding less sure than this is to be shown as doubtful.",
                },
            },
        },
        "Formats": {
            "type": "object",
            "examples": [{"reads": [".txt", ".docx"], "limit": 10_485_760, "writes": [_FORM_EXAMPLE]}],
            "required": ["reads", "writes", "limit"],
            "properties": {
                "reads": {"type": "array", "items": {"type": "string"}, "description": "Suffixes of files."},
                "limit": {"type": "integer", "description": "The largest body, in bytes."},
                "writes": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["id", "suffix", "media_type", "label", "sources"],
                        "properties": {
                            "id": {"type": "string"},
                            "suffix": {"type": "string"},
                            "media_type": {"type": "string"},
                            "label": _MESSAGE,
                            "sources": {
                                "type": "array",
                                "items": {"type": "string"},
                                "description": "Suffixes of the files that it can be had for; none is any draft.",
                            },
                        },
                    },
                },
            },
        },
        "Error": _ERROR,
    }
