"""The API over HTTP: what it takes, what it gives, what it refuses."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

import checker
from checker.consistency import load_rules
from checker.reading.formats import FORMATS
from checker.reporting.json_report import to_dict
from checker.web.door import SECURITY_HEADERS
from tests.web.conftest import DRAFT, Serve, Served

OCTETS = {"content-type": "application/octet-stream"}
JSON = {"content-type": "application/json"}


def error_of(answer) -> str:
    """The code of an error, which has both languages and the security headers."""
    error = answer.json()["error"]
    assert set(error["message"]) == {"ar", "en"}
    assert answer.headers["content-type"] == "application/json"
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers[name] == value
    return error["code"]


def test_a_check_gives_the_contract(server: Served):
    answer = server.check(DRAFT)
    assert answer.status_code == 200
    report = answer.json()
    schema = json.loads(files("checker").joinpath("schema/report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(report)
    assert report == to_dict(checker.check(DRAFT))
    assert [finding["rule"] for finding in report["documents"][0]["findings"]] == ["CF202"]


def test_a_title_is_put_in_front(server: Served):
    text, title = "قتل 15 عاملا في حريق شب في مصنع للنسيج.", "مقتل 14 عاملا في حريق مصنع"
    assert server.check(text, title=title).json() == to_dict(checker.check(text, title=title))


def test_rules_are_chosen_by_the_query(server: Served):
    answer = server.http.post("/api/check", params={"ignore": "CF2"}, json={"text": DRAFT})
    assert answer.json()["summary"]["errors"] == 0
    answer = server.http.post("/api/check", params={"select": "CF202,headline-and-body"}, json={"text": DRAFT})
    assert answer.json()["summary"]["errors"] == 1
    answer = server.http.post("/api/check", params={"select": "CF999"}, json={"text": DRAFT})
    assert (answer.status_code, error_of(answer)) == (422, "unknown-rule")


def test_a_file_is_read_by_its_suffix(server: Served):
    data = DRAFT.encode("windows-1256")
    answer = server.http.post("/api/check", params={"name": "drafts/nar.txt"}, content=data, headers=OCTETS)
    (document,) = answer.json()["documents"]
    assert (document["path"], document["encoding"]) == ("nar.txt", "windows-1256")
    assert document["notices"][0]["code"] == "encoding"


def test_opening_gives_the_text_that_offsets_count_in(server: Served):
    data = b"\xef\xbb\xbf" + "😀 قتل 14 شخصا\r\nهم 10 جنود وخمسة مدنيين.".encode()
    opened = server.http.post("/api/open", params={"name": "x.md"}, content=data, headers=OCTETS).json()
    (text,) = opened["texts"]
    for claim in opened["report"]["documents"][0]["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["text"]


def test_extract_gives_the_figures_alone(server: Served):
    answer = server.http.post("/api/extract", json={"text": DRAFT}).json()
    (document,) = answer["documents"]
    assert [claim["min"] for claim in document["claims"]] == [14, 14, 10, 5]
    assert "findings" not in document


def test_rules_and_formats(server: Served):
    rules = server.http.get("/api/rules").json()["rules"]
    assert [rule["id"] for rule in rules] == list(load_rules().ids)
    formats = server.http.get("/api/formats").json()
    assert formats["reads"] == list(FORMATS)
    assert {"json", "csv"} <= {form["id"] for form in formats["writes"]}


def test_every_form_that_is_offered_can_be_had(server: Served):
    for form in server.http.get("/api/formats").json()["writes"]:
        if form["sources"]:
            continue
        answer = server.http.post(f"/api/report/{form['id']}", params={"lang": "en"}, json={"text": DRAFT})
        assert answer.status_code == 200, (form, answer.text)
        assert answer.headers["content-type"].partition(";")[0] == form["media_type"]
        assert answer.headers["content-disposition"] == f'attachment; filename="report{form["suffix"]}"'
        assert answer.content


def test_the_table_of_figures(server: Served):
    answer = server.http.post("/api/report/csv", json={"text": "قتل 14 شخصا"})
    assert answer.content.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (row["text"], row["min"], row["outcome"]) == ("14 شخصا", "14", "killed")


def test_an_unknown_form_is_refused(server: Served):
    answer = server.http.post("/api/report/scroll", json={"text": DRAFT})
    assert (answer.status_code, error_of(answer)) == (422, "unknown-format")


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b"{", JSON, 422, "invalid"),
        (b"[]", JSON, 422, "invalid"),
        (b'{"title": "x"}', JSON, 422, "invalid"),
        (b'{"text": 5}', JSON, 422, "invalid"),
        (b'{"text": "x", "colour": 1}', JSON, 422, "invalid"),
        (b'{"text": "\\ud800 x"}', JSON, 422, "invalid"),
        (b'{"text": "\\u0000"}', JSON, 422, "invalid"),
        (b'{"text": "x", "title": "\\u0000"}', JSON, 422, "invalid"),
        (b'{"text": "\xff"}', JSON, 422, "invalid"),
        (b"[" * 100_000, JSON, 422, "invalid"),
        (b"text=x", {"content-type": "application/x-www-form-urlencoded"}, 415, "media-type"),
        (b"x", {}, 415, "media-type"),
        (b"\x00\x01\x02", OCTETS, 422, "binary"),
        (b"PK\x03\x04 and so on", OCTETS, 422, "binary"),
        (b"\xe9\xff\xe8 caf\xe9 " * 50, OCTETS, 422, "undecodable"),
        (b"", OCTETS, 422, "empty"),
    ],
)
def test_what_is_no_draft_is_refused(server: Served, body: bytes, headers: dict[str, str], status: int, code: str):
    answer = server.http.post("/api/check", content=body, headers=headers)
    assert (answer.status_code, error_of(answer)) == (status, code)


def test_a_refusal_does_not_repeat_what_was_sent(server: Served):
    answer = server.http.post("/api/check", content='{"سر": "سري", "text": 1}'.encode(), headers=JSON)
    assert answer.status_code == 422
    assert "سر" not in answer.text.replace("سرّ", "")


def test_too_many_figures_for_an_article(server: Served):
    answer = server.check("قتل 3 رجال. " * 2001)
    assert (answer.status_code, error_of(answer)) == (422, "too-many-figures")


def test_what_is_not_there(server: Served):
    for path in ("/nothing", "/api/nothing", "/static/nothing.js", "/static/../app.py", "/words/fr.json"):
        answer = server.http.get(path)
        assert (answer.status_code, error_of(answer)) == (404, "not-found")
    answer = server.http.get("/api/check")
    assert (answer.status_code, error_of(answer), answer.headers["allow"]) == (405, "method-not-allowed", "POST")


def test_another_name_is_not_answered_to(server: Served):
    answer = server.http.get("/api/rules", headers={"host": "evil.example"})
    assert (answer.status_code, error_of(answer)) == (421, "unknown-host")
    for host in ("localhost:1", "[::1]:8017", "127.0.0.1"):
        assert server.http.get("/healthz", headers={"host": host}).status_code == 200


def test_headers_of_the_page(server: Served):
    answer = server.http.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "server" not in answer.headers
    assert server.check(DRAFT).headers["cache-control"] == "no-store"
    again = server.http.get("/", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_metrics_count_without_words(server: Served):
    before = server.metric("checker_http_requests_total")
    server.check("قتل 21 شخصا في غرق مركب")
    text = server.http.get("/metrics").text
    assert server.metric("checker_http_requests_total") >= before + 2
    assert 'route="/api/check"' in text
    assert "process_resident_memory_bytes" in text
    assert not any("\u0600" <= letter <= "\u06ff" for letter in text)


def test_the_log_is_json_and_holds_no_words(serve: Serve):
    server = serve()
    server.check("قتل 21 شخصا في غرق مركب سياحي", title="عنوان لا يكتب")
    server.http.post("/api/check", params={"name": "secret-name.txt", "select": "secret"}, content=b"x", headers=OCTETS)
    server.http.post("/api/check", content='{"text": "قتل 21'.encode(), headers=JSON)
    server.http.get("/secret-path?secret=1")
    assert server.stop() == 0
    requests = [event for event in server.events if event["event"] == "request"]
    assert [event["status"] for event in requests] == [200, 422, 422, 404]
    assert requests[0]["claims"] == 1
    assert requests[0]["work_ms"] > 0
    text = "\n".join(server.log)
    assert "secret" not in text
    assert text.isascii()


def test_a_token_is_asked_for(serve: Serve):
    server = serve(CHECKER_TOKEN="sesame")
    answer = server.check(DRAFT)
    assert (answer.status_code, error_of(answer)) == (401, "unauthorised")
    assert answer.headers["www-authenticate"].startswith("Bearer")
    for wrong in ("Bearer sesam", "Basic sesame", "Bearer", "sesame"):
        assert server.http.get("/metrics", headers={"authorization": wrong}).status_code == 401
    assert server.http.get("/api/rules", headers={"authorization": "bearer sesame"}).status_code == 200
    assert server.http.get("/").status_code == 200
    assert server.http.get("/healthz").status_code == 200
    described = server.http.get("/openapi.json").json()
    assert described["paths"]["/api/check"]["post"]["security"] == [{"token": []}]
    server.stop()
    assert "sesame" not in "\n".join(server.log)
