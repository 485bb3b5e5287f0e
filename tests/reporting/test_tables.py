"""CSV and Excel, opened by other programs: text stays text."""

from __future__ import annotations

import builtins
import csv
import io

import openpyxl
import pytest

from checker.consistency import RuleSet, load_rules
from checker.errors import MissingExtraError
from checker.model import Report
from checker.reporting.findings_table import COLUMNS
from checker.reporting.formats import render
from checker.reporting.table import inert
from tests.reporting.conftest import Render


def test_csv_has_a_row_a_finding(written: Render):
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert list(rows[0]) == list(COLUMNS)
    assert {row["rule"] for row in rows} >= {"CF202"}
    (kept,) = (row for row in rows if row["let_stand"])
    assert (kept["let_stand"], kept["rule"]) == ("draft", "CF202")
    assert kept["reason"].startswith("الوزارة")


def test_no_csv_cell_is_a_formula(written: Render):
    for row in csv.reader(io.StringIO(written("csv"))):
        for cell in row:
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1"])
def test_cells_are_made_inert(cell: str):
    assert inert(cell) == "'" + cell


def book(report: Report, rules: RuleSet, lang: str) -> openpyxl.Workbook:
    data = render("excel", report, lang, rules)
    assert isinstance(data, bytes)
    return openpyxl.load_workbook(io.BytesIO(data))


def test_a_workbook_runs_from_the_right_and_holds_everything(report: Report, rules: RuleSet):
    opened = book(report, rules, "ar")
    assert opened.sheetnames == ["ما يحتاج إلى نظر", "كل الأرقام", "ما تعذرت قراءته", "المجموع"]
    findings, figures = opened.worksheets[:2]
    assert findings.sheet_view.rightToLeft
    assert findings.max_row - 1 == len(report.findings) + sum(len(d.suppressed) for d in report.documents)
    assert figures.max_row - 1 == len(report.claims)
    assert figures.cell(2, 3).value == report.claims[0].text


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(report: Report, rules: RuleSet):
    seen = []
    for sheet in book(report, rules, "en").worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n"), cell.value
                assert cell.hyperlink is None
                seen.append(str(cell.value))
    assert any("=missing<b>" in value for value in seen)


def test_a_missing_library_is_said_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch):
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name.startswith("xlsxwriter"):
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"checker\[excel\]"):
        render("excel", Report(), "en", load_rules())
