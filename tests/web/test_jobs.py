"""What a worker does, in this process."""

from __future__ import annotations

import json

import pytest

from checker.web import jobs
from checker.web.jobs import Job, perform
from tests.web.conftest import DRAFT


def test_a_check_counts_what_it_found():
    answer = perform(Job("check"), DRAFT.encode())
    assert answer.head == {
        "status": 200,
        "media_type": "application/json",
        "claims": 4,
        "findings": {"error": 1, "warning": 0, "note": 0},
    }
    assert json.loads(answer.body)["summary"]["claims"] == 4


def test_one_broken_article_of_a_file_is_a_failure_beside_the_others(monkeypatch: pytest.MonkeyPatch):
    from checker.reading import from_text
    from checker.reading.failures import failure

    def reader(data: bytes, path: str):
        yield from_text("قتل 14 شخصا", path=f"{path}:1")
        yield failure(f"{path}:2", "empty")

    monkeypatch.setattr(jobs, "reader_for", lambda name: reader)
    opened = json.loads(perform(Job("open", name="many.txt", file=True), b"x").body)
    assert opened["texts"] == ["قتل 14 شخصا"]
    assert [failure["code"] for failure in opened["report"]["failures"]] == ["empty"]


def test_an_error_says_where_and_never_what(monkeypatch: pytest.MonkeyPatch):
    def broken(name: str):
        raise ValueError("قتل 14 شخصا")

    monkeypatch.setattr(jobs, "reader_for", broken)
    answer = perform(Job("check", file=True), b"x")
    assert (answer.head["status"], answer.head["error"]["code"]) == (500, "internal")
    assert answer.head["trace"][0] == "ValueError"
    assert "14" not in json.dumps(answer.head["error"])
    assert "شخصا" not in json.dumps(answer.head, ensure_ascii=False)


def test_want_of_memory_is_a_refusal(monkeypatch: pytest.MonkeyPatch):
    def hungry(name: str):
        raise MemoryError

    monkeypatch.setattr(jobs, "reader_for", hungry)
    answer = perform(Job("check", file=True), b"x")
    assert (answer.head["status"], answer.head["error"]["code"]) == (413, "too-much-memory")
