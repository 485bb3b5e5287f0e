"""Markdown for a comment, rendered by a second implementation."""

from __future__ import annotations

import markdown
import pytest

from checker.consistency import load_rules
from checker.model import Report
from checker.reporting.formats import render
from checker.reporting.markdown import plain
from tests.reporting.conftest import Render


def test_a_summary_then_the_findings(written: Render):
    text = written("markdown")
    assert text.startswith('<div dir="ltr">\n\n## ')
    assert "| Documents | All figures | ❌ error |" in text
    assert "`CF202 parts-do-not-add-up`" in text
    assert "**14 شخصا**" in text
    assert "What could not be read" in text


def test_right_to_left_in_arabic(written: Render):
    assert written("markdown", "ar").startswith('<div dir="rtl">')


@pytest.mark.parametrize("text", ["<script>", "**x**", "[l](u)", "`c`", "# h", "| a |", "1 ~~x~~", "&amp;", "12. x"])
def test_text_is_never_markup(text: str):
    rendered = markdown.markdown(plain(text))
    for tag in ("<script", "<strong", "<a ", "<code", "<h1", "<del", "<table", "<ol"):
        assert tag not in rendered


@pytest.mark.parametrize("text", ["@team", "#12", "http://x.example", "www.x.example", "GH-12"])
def test_nothing_is_mentioned_or_linked(text: str):
    assert text not in plain(text).replace("\\", "")


def test_a_comment_has_a_limit(report: Report):
    many = Report(report.documents * 200)
    text = render("markdown", many, "en", load_rules())
    assert isinstance(text, str)
    assert len(text) < 65_536
    assert "more. The whole report" in text
    assert text.rstrip().endswith("</div>")
