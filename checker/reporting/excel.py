"""The report as an Excel workbook: findings, figures, and what could not be read (xlsxwriter)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from checker.consistency.bounds import shown
from checker.consistency.rules import RuleSet
from checker.errors import missing_extra
from checker.model import Report, Severity
from checker.reporting.findings_table import COLUMNS, Cell, findings_table
from checker.reporting.inert import clean
from checker.reporting.lines import Lines
from checker.reporting.messages import say
from checker.reporting.shared_figures import changes_by_step, shared_by_happening

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

#: What Excel takes of text in one cell, and of rows in one sheet.
_LONGEST, _MOST_ROWS = 32_767, 1_048_576
_FIGURES = ("path", "line", "figure", "reads", "min", "max", "outcome", "group", "source", "event")
_UNREAD = ("path", "message")
_SHARED = ("event", "outcome", "low", "best", "high", "state", "reads", "path", "day", "source")
_CHANGES = ("step", "outcome", "reads", "state")
_WIDTHS = {
    "path": 28, "message": 70, "arithmetic": 24, "figures": 44, "figure": 32, "name": 24, "source": 28, "reason": 30,
    "step": 40,
}  # fmt: skip
_TINTS = {"error": "#F9DEDC", "warning": "#FBEBC8", "note": "#DCE9F6"}


def render(report: Report, lang: str, rules: RuleSet) -> bytes:
    """The workbook; sheets run right to left in Arabic, every text is text and never a formula or a link.

    Raises:
        MissingExtraError: xlsxwriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise missing_extra("excel", "xlsxwriter") from error
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        # The same report gives the same bytes.
        book.set_properties({"title": say(lang, "report_title"), "created": datetime(2000, 1, 1)})
        tints = {name: book.add_format({"bg_color": colour, "bold": True}) for name, colour in _TINTS.items()}
        sheet = _sheet(book, lang, "findings", COLUMNS, findings_table(report, lang, rules))
        for name, tint in tints.items():
            cell = {"type": "cell", "criteria": "==", "value": f'"{name}"', "format": tint}
            sheet.conditional_format(1, COLUMNS.index("severity"), _MOST_ROWS - 1, COLUMNS.index("severity"), cell)
        _sheet(book, lang, "figures", _FIGURES, _figures(report, lang))
        if report.figures is not None:
            _sheet(book, lang, "sheet_shared", _SHARED, _shared(report, lang))
        if report.changes is not None:
            _sheet(book, lang, "sheet_changes", _CHANGES, _changes(report, lang))
        if report.failures:
            unread = [(clean(f.path), clean(f.ar if lang == "ar" else f.en)) for f in report.failures]
            _sheet(book, lang, "unread", _UNREAD, unread)
        _totals(book, report, lang)
    return file.getvalue()


def _figures(report: Report, lang: str) -> Iterable[Sequence[Cell | None]]:
    for document in report.documents:
        lines = Lines(document.document.text)
        for claim in document.claims:
            yield (
                clean(document.document.path), lines.of(claim.start), clean(claim.text), shown(claim), claim.min,
                claim.max, say(lang, f"outcome_{claim.outcome.value}"), say(lang, f"group_{claim.group.value}"),
                clean(claim.source or ""), claim.event,
            )  # fmt: skip


def _shared(report: Report, lang: str) -> Iterable[Sequence[Cell | None]]:
    """A row for each value that an article gives of a shared figure."""
    for event, members in shared_by_happening(report, lang):
        for one in members:
            figure = one.figure
            state = say(lang, "shared_agrees" if figure.agree else "shared_differs")
            about = (clean(event), one.counts, figure.min, one.best or figure.max, figure.max, state)
            for said in one.said:
                yield (*about, said.value, clean(said.document), said.day, clean(said.source))


def _changes(report: Report, lang: str) -> Iterable[Sequence[Cell | None]]:
    for step, changes in changes_by_step(report, lang):
        for change in changes:
            yield clean(step), change.counts, change.values, change.word


def _sheet(
    book: Workbook, lang: str, name: str, columns: Sequence[str], lines: Iterable[Sequence[Cell | None]]
) -> Worksheet:
    sheet = book.add_worksheet(say(lang, name)[:31])
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    body = book.add_format({"text_wrap": True, "valign": "top", "reading_order": 2 if lang == "ar" else 0})
    if lang == "ar":
        sheet.right_to_left()
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(column, 12))
        sheet.write_string(0, place, say(lang, f"col_{column}"), head)
    last = 0
    for last, line in enumerate(lines, 1):
        if last >= _MOST_ROWS:
            break
        for place, cell in enumerate(line):
            _write(sheet, last, place, cell, body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    return sheet


def _write(sheet: Worksheet, row: int, column: int, cell: Cell | None, look: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:_LONGEST], look)
    elif cell is not None:
        sheet.write_number(row, column, cell, look)


def _totals(book: Workbook, report: Report, lang: str) -> None:
    sheet = book.add_worksheet(say(lang, "totals")[:31])
    if lang == "ar":
        sheet.right_to_left()
    sheet.set_column(0, 0, 28)
    counts = {
        "documents": len(report.documents),
        "figures": len(report.claims),
        **{severity.value: report.count(severity) for severity in Severity},
        "let_stand": sum(len(document.suppressed) for document in report.documents),
        "unread": len(report.failures),
    }
    for row, (key, count) in enumerate(counts.items()):
        sheet.write_string(row, 0, say(lang, key))
        sheet.write_number(row, 1, count)
