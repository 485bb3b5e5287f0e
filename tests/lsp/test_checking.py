from __future__ import annotations

import pytest

from checker.lsp.checking import Job, check_draft
from checker.model import DocumentReport, Failure
from checker.pipeline import Settings

SLIP = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين."


def checked(text: str, markdown: bool = False) -> DocumentReport | Failure | None:
    return check_draft(Job(text, "x.txt", markdown, Settings()))


@pytest.mark.parametrize("before", ["", "\ufeff", "\ud83d", "\u2028", "\r\n", "\x85"])
def test_offsets_hold_for_the_text_of_the_editor(before: str):
    text = before + SLIP
    report = checked(text)
    assert isinstance(report, DocumentReport)
    assert [finding.rule for finding in report.findings] == ["CF202"]
    for claim in report.claims:
        assert text[claim.start : claim.end] == claim.text


def test_markdown_is_read_as_markdown():
    text = f"# عنوان الخبر\n\n```\n{SLIP}\n```\n"
    plain, marked = checked(text), checked(text, markdown=True)
    assert isinstance(plain, DocumentReport) and isinstance(marked, DocumentReport)
    assert plain.findings
    assert not marked.claims


@pytest.mark.parametrize("text", ["", "  \n\t", "\u200f"])
def test_a_draft_that_is_not_begun_has_no_report(text: str):
    assert checked(text) is None


def test_what_cannot_be_read_is_said():
    failure = checked("قتل 14\0 شخصا")
    assert isinstance(failure, Failure)
    assert failure.code == "binary"
    assert isinstance(checked("قتل 14 شخصا. " * 2100), Failure)


def test_an_unknown_rule_is_a_failure_and_no_error():
    assert isinstance(check_draft(Job(SLIP, "x", False, Settings(select=("CF999",)))), Failure)
