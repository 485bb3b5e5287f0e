"""What holds for every format of reports."""

from __future__ import annotations

import pytest

from checker.consistency import RuleSet
from checker.model import Report
from checker.reporting.formats import FORMATS, format_of, render


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_and_writes_twice_the_same(name: str, lang: str, report: Report, rules: RuleSet):
    first = render(name, report, lang, rules)
    assert first
    assert isinstance(first, bytes) is FORMATS[name].binary
    assert render(name, report, lang, rules) == first


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report_can_be_written(name: str, rules: RuleSet):
    assert render(name, Report(), "ar", rules) or name in ("github", "terminal")


@pytest.mark.parametrize("name", [name for name, kind in FORMATS.items() if not kind.binary])
def test_no_format_lets_control_characters_through(name: str, report: Report, rules: RuleSet):
    rendered = str(render(name, report, "ar", rules))
    assert "\x1b" not in rendered
    if name != "json":  # which says the article's own characters, as escapes or in quotes
        assert "\u202e" not in rendered


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("r.html", "html"),
        ("a/b.SARIF", "sarif"),
        ("r.sarif.json", "sarif"),
        ("r.json", "json"),
        ("r.xlsx", "excel"),
        ("junit.xml", "junit"),
        ("r.txt", "terminal"),
        ("comment.md", "markdown"),
        ("r.docx", None),
    ],
)
def test_a_suffix_asks_for_a_format(file: str, name: str | None):
    assert format_of(file) == name
