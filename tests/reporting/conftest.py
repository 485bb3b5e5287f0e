"""Reports to write: an article with slips, one whose text is an attack, one that is let stand, one unread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.consistency import RuleSet, load_rules
from checker.model import DocumentReport, Failure, Report
from checker.pipeline import Settings, check_paths
from checker.reporting.formats import render

SLIPPED = """مقتل 14 في هجوم على السوق

قتل 15 شخصا في الهجوم على السوق هم 10 جنود وخمسة مدنيين، وأصيب 7 آخرون.

وفي حادث سير آخر أصيب 9 أشخاص هم أربعة رجال وخمس نساء.
"""
#: Markup of every format, escapes of a terminal, and a formula where a figure's words begin.
HOSTILE = (
    "=cmd|'/c calc'!A1 <script>alert(1)</script> قتل 14 شخصا هم 10 جنود وخمسة مدنيين. "
    "<img src=x onerror='alert(1)'> @team #12 `x` | [l](http://x.example) %0A::error::x "
    "\x1b[31m\u202e ]]>&amp; {0} %s.\n"
)
LET_STAND = "# checker: ignore CF202: الوزارة تعد المفقودين <b>\nقتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n"

Render = Callable[..., str]


@pytest.fixture
def report(tmp_path: Path) -> Report:
    for name, text in {"a slip.txt": SLIPPED, "hostile.txt": HOSTILE, "stand.txt": LET_STAND}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return checked(str(tmp_path), str(tmp_path / "=missing<b>.txt"))


def checked(*paths: str) -> Report:
    items = list(check_paths(paths, Settings()))
    documents = tuple(item for item in items if isinstance(item, DocumentReport))
    return Report(documents, tuple(item for item in items if isinstance(item, Failure)))


@pytest.fixture
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture
def written(report: Report, rules: RuleSet) -> Render:
    """The report in a format, as text."""

    def write(name: str, lang: str = "en") -> str:
        rendered = render(name, report, lang, rules)
        assert isinstance(rendered, str)
        return rendered

    return write
