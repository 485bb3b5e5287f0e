"""What is underlined, hovered, outlined and offered, as functions of a report."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lsprotocol.types import (
    CodeAction,
    CodeActionContext,
    CodeActionKind,
    DiagnosticSeverity,
    DocumentSymbol,
    MarkupContent,
    SymbolInformation,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)
from markdown_it import MarkdownIt

from checker.lsp import actions as acting
from checker.lsp.checked import Checked
from checker.lsp.diagnostics import diagnostics, name_of
from checker.lsp.hover import hover
from checker.lsp.options import Client
from checker.lsp.symbols import highlights, symbols
from tests.lsp.conftest import Check

SUM = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين."
SOURCES = (
    "أعلنت إدارة الدفاع المدني أن الحريق أسفر عن مقتل 31 شخصا.\n"
    "وجاء في بيان مجلس الوزراء أن الحريق أسفر عن مقتل 33 شخصا."
)
HEADLINE = "🔥 مقتل 15 شخصا في حريق مصنع\n\nقُتِلَ 18 شخصا في حريق مصنع شرق المدينة، وفق الشرطة.\n"


def slip(checked: Checked, title: str) -> str:
    """The text of a draft after the action of that title."""
    (action,) = [action for action in offered(checked) if title in action.title]
    assert action.edit is not None
    return applied(checked, action.edit)


def applied(checked: Checked, edit: WorkspaceEdit) -> str:
    """The text of a draft with an edit applied, as an editor would apply it."""
    result = checked.draft.text
    for change in edit.document_changes or ():
        assert isinstance(change, TextDocumentEdit)
        for one in change.edits:
            assert isinstance(one, TextEdit)
            low, high = (checked.draft.positions.offset(place) for place in (one.range.start, one.range.end))
            result = result[:low] + one.new_text + result[high:]
    return result


def offered(
    checked: Checked, at: int | None = None, only: list[CodeActionKind | str] | None = None
) -> list[CodeAction]:
    place = checked.findings[0].start if at is None else at
    where = checked.draft.positions.range(place, place)
    return acting.actions(checked, where, CodeActionContext(diagnostics(checked), only=only))


def value(checked: Checked, word: str) -> str:
    shown = hover(checked, checked.draft.text.index(word))
    assert shown is not None and isinstance(shown.contents, MarkupContent)
    return shown.contents.value


class TestDiagnostics:
    def test_one_for_each_finding_with_every_other_claim(self, check: Check):
        checked = check(SUM)
        (found,) = diagnostics(checked)
        assert (found.code, found.severity, found.source) == ("CF202", DiagnosticSeverity.Error, "checker")
        assert "10 + 5 = 15 ≠ 14" in found.message
        texts = {
            checked.draft.text[slice(*offsets(checked, r.location.range))] for r in found.related_information or ()
        }
        assert texts | {checked.draft.text[slice(*offsets(checked, found.range))]} == {
            claim.text for claim in checked.claims
        }
        assert len(found.related_information or ()) == len(checked.claims) - 1

    def test_a_source_is_named_beside_its_figure(self, check: Check):
        (found,) = diagnostics(check(SOURCES))
        assert found.severity is DiagnosticSeverity.Warning
        assert "الدفاع المدني" in (found.related_information or ())[0].message

    def test_a_note_is_an_information(self, check: Check):
        found = diagnostics(check("مقتل أكثر من 50 شخصا في زلزال\n\nقتل 53 شخصا في زلزال ضرب المدينة، وفق الشرطة.\n"))
        assert all(d.severity is not DiagnosticSeverity.Hint for d in found)

    def test_an_editor_without_related_information_reads_it_in_the_message(self, check: Check):
        (found,) = diagnostics(check(SUM, client=Client()))
        assert found.related_information is None
        assert found.code_description is None
        assert "“10 جنود” (line 1)" in found.message

    def test_the_code_leads_to_the_rule(self, check: Check):
        (found,) = diagnostics(check(SUM))
        assert found.code_description is not None
        file = Path(unquote(urlsplit(found.code_description.href).path))
        assert 'id = "CF202"' in file.read_text(encoding="utf-8")

    def test_arabic(self, check: Check):
        """Without direction marks, which not every editor hides."""
        (found,) = diagnostics(check(SUM, lang="ar"))
        assert found.message == "الأجزاء 10 + 5 تساوي 15 والكل 14: 10 + 5 = 15 ≠ 14."

    def test_what_was_not_checked_is_said_at_the_first_line(self, check: Check):
        (found,) = diagnostics(check("\nقتل\0 14"))
        assert (found.code, found.severity, found.range.start.line) == ("binary", DiagnosticSeverity.Warning, 1)

    def test_damage_is_said_where_it_is(self, check: Check):
        text = "قتل 14 شخ\ufffdا."
        (found,) = diagnostics(check(text))
        assert (found.code, found.severity) == ("replacement-characters", DiagnosticSeverity.Information)
        assert offsets(check(text), found.range) == (text.index("\ufffd"), text.index("\ufffd") + 1)

    def test_nothing_of_an_empty_draft(self, check: Check):
        assert diagnostics(check("")) == []

    def test_emoji_and_diacritics_do_not_shift_it(self, check: Check):
        checked = check(HEADLINE)
        (found,) = diagnostics(checked)
        lines = HEADLINE.split("\n")
        for place, number in ((found.range, "18"), ((found.related_information or ())[0].location.range, "15")):
            line = lines[place.start.line].encode("utf-16-le")
            assert line[2 * place.start.character :].decode("utf-16-le").startswith(number)


def offsets(checked: Checked, place: object) -> tuple[int, int]:
    positions = checked.draft.positions
    return positions.offset(place.start), positions.offset(place.end)  # type: ignore[attr-defined]


class TestHover:
    def test_bounds_and_kin(self, check: Check):
        shown = value(check("قتل أكثر من 50 شخصا في حريق، بينهم 3 أطفال."), "50")
        assert "51 and up (more than)" in shown
        assert "killed · people" in shown
        assert "Its parts:" in shown
        assert "“3 أطفال” (line 1): 3" in shown

    def test_a_part_names_its_whole(self, check: Check):
        assert "Part of:\n\n" in value(check("قتل 14 شخصا، بينهم 3 أطفال."), "3 أطفال").replace("**", "")

    def test_its_source_and_its_findings(self, check: Check):
        shown = value(check(SOURCES), "33")
        assert "مجلس الوزراء" in shown
        assert "The same figure:" in shown
        assert "CF102" in shown
        assert "Look at:" in shown

    def test_a_lonely_figure(self, check: Check):
        assert "Compared with nothing" in value(check("قتل 14 شخصا في حريق."), "14")

    def test_arabic(self, check: Check):
        shown = value(check(SUM, lang="ar"), "14")
        assert "الحدود:" in shown
        assert "«10 جنود» (السطر 1): 10" in shown

    def test_beside_a_figure_there_is_none(self, check: Check):
        assert hover(check("وقع حريق. قتل 14 شخصا."), 0) is None

    def test_a_finding_without_a_claim(self, check: Check):
        text = "اندلع الحريق يوم السبت 8 سبتمبر 2025 وأخمد."
        shown = value(check(text), "السبت")
        assert "CF801" in shown

    def test_markup_of_the_draft_is_shown_and_not_rendered(self, check: Check):
        checked = check("قتل 14 **شخصا** وفق <img src=x onerror=alert(1)> [x](http://x.example).\nقتل 15 شخصا.")
        for claim in checked.claims:
            shown = hover(checked, claim.start)
            assert shown is not None and isinstance(shown.contents, MarkupContent)
            tokens = MarkdownIt("commonmark").parse(shown.contents.value)
            seen = {t.type for t in tokens} | {c.type for t in tokens for c in t.children or ()}
            assert not seen & {"html_block", "html_inline", "link_open", "image", "code_inline"}

    def test_plain_text_for_an_editor_that_knows_no_markdown(self, check: Check):
        assert "**" not in value(check(SUM, client=Client()), "14")


class TestSymbols:
    def test_every_claim_in_its_place(self, check: Check):
        checked = check(HEADLINE)
        found = symbols(checked)
        assert [s.name for s in found] == [claim.text for claim in checked.claims]
        for symbol in found:
            assert isinstance(symbol, DocumentSymbol)
            outer, inner = offsets(checked, symbol.range), offsets(checked, symbol.selection_range)
            assert outer[0] <= inner[0] <= inner[1] <= outer[1]
        assert found[0].detail == "killed · people · 15"  # type: ignore[union-attr]

    def test_the_older_form(self, check: Check):
        (first, *_) = symbols(check(SUM, client=Client()))
        assert isinstance(first, SymbolInformation)

    def test_kin_is_lit_up(self, check: Check):
        checked = check(SUM + " وأصيب 7 آخرون.")
        lit = highlights(checked, SUM.index("14"))
        assert len(lit) == 3
        assert highlights(checked, 0) == []


class TestActions:
    def test_the_other_figure_is_taken_over(self, check: Check):
        checked = check(SOURCES)
        after = slip(checked, "Write “31” (line 1) instead of “33”")
        assert after == SOURCES.replace("33", "31")
        assert check(after).findings == ()

    def test_the_figure_under_the_cursor_is_the_one_that_changes(self, check: Check):
        checked = check(SOURCES)
        titles = [a.title for a in offered(checked, SOURCES.index("31"))]
        assert "Write “33” (line 2) instead of “31”" in titles

    def test_a_sum_and_a_part_are_reckoned(self, check: Check):
        checked = check(SUM)
        titles = [a.title for a in offered(checked, SUM.index("14"))]
        assert "Write “15” instead of “14”, which agrees with the other figures" in titles
        titles = [a.title for a in offered(checked, SUM.index("10"))]
        assert "Write “9” instead of “10”, which agrees with the other figures" in titles

    def test_digits_stay_in_their_script(self, check: Check):
        checked = check(SUM.replace("14", "١٤"))
        assert any("“١٥”" in a.title for a in offered(checked, SUM.index("14")))

    def test_a_noun_keeps_agreeing_with_its_number(self, check: Check):
        checked = check("مقتل 9 أشخاص في حريق مصنع\n\nقتل 18 شخصا في حريق مصنع شرق المدينة، وفق الشرطة.\n")
        assert "قتل 9 أشخاص في حريق مصنع شرق" in slip(checked, "instead of “18")

    def test_a_number_beside_other_words(self, check: Check):
        checked = check("قتل 15 (خمسة وعشرون) شخصا في حريق.")
        assert slip(checked, "which agrees").startswith("قتل 25 (خمسة")

    def test_none_is_preferred(self, check: Check):
        assert not any(action.is_preferred for action in offered(check(SOURCES)))

    def test_only_quick_fixes_are_offered(self, check: Check):
        checked = check(SOURCES)
        assert offered(checked, only=[CodeActionKind.Refactor]) == []
        assert offered(checked, only=[CodeActionKind.QuickFix])
        assert {action.kind for action in offered(checked)} == {CodeActionKind.QuickFix}

    def test_it_belongs_to_its_diagnostic(self, check: Check):
        checked = check(SOURCES)
        assert all([d.code for d in action.diagnostics or ()] == ["CF102"] for action in offered(checked))

    def test_nothing_where_there_is_no_finding(self, check: Check):
        assert offered(check(SOURCES + " وأصيب 7 آخرون."), len(SOURCES) + 8) == []

    def test_edits_name_the_version_where_the_editor_can_tell(self, check: Check):
        checked = check(SOURCES)
        edit = offered(checked)[0].edit
        assert edit is not None and edit.document_changes is not None
        assert edit.document_changes[0].text_document.version == 1  # type: ignore[union-attr]
        older = check(SOURCES, client=Client(related=True))
        assert offered(older)[0].edit.changes  # type: ignore[union-attr]

    def test_an_editor_that_asks_for_the_reason_gets_its_command(self, check: Check):
        checked = check(SOURCES, asks_reason=True)
        command = offered(checked)[-1].command
        assert command is not None
        assert command.command == acting.ASK
        assert command.arguments == [{"uri": checked.draft.uri, "finding": name_of(checked, checked.findings[0])}]

    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            ("plaintext", SOURCES.replace("\n", "\n# checker: ignore CF102: both are quoted\n")),
            ("markdown", SOURCES + " <!-- checker: ignore CF102: both are quoted -->"),
        ],
    )
    def test_a_finding_is_suppressed_with_the_reason(self, check: Check, language: str, expected: str):
        checked = check(SOURCES, language=language)
        edit = acting.suppression_edit(checked, name_of(checked, checked.findings[0]), " both  are\nquoted")
        assert edit is not None
        assert applied(checked, edit) == expected
        assert acting.suppression_edit(checked, "no such finding", "x") is None

    @pytest.mark.parametrize("language", ["plaintext", "markdown"])
    def test_the_author_writes_the_reason(self, check: Check, language: str):
        after = slip(check(SOURCES, language=language), "Let CF102 stand")
        assert "checker: ignore CF102:" in after

    @pytest.mark.parametrize("language", ["plaintext", "markdown"])
    def test_what_is_suppressed_is_not_found_again(self, check: Check, language: str):
        pytest.importorskip("checker.suppression", reason="suppression is not part of this version")
        checked = check(SOURCES.replace("\n", "\r\n"), language=language)
        edit = acting.suppression_edit(checked, name_of(checked, checked.findings[0]), "both --> are quoted")
        assert edit is not None
        after = check(applied(checked, edit), language=language)
        assert after.findings == ()
        assert after.report is not None
        assert [kept.finding.rule for kept in after.report.suppressed] == ["CF102"]
        assert "Let stand: CF102" in value(after, "31")

    def test_the_line_breaks_of_the_draft_are_kept(self, check: Check):
        text = SOURCES.replace("\n", "\r\n")
        after = slip(check(text), "Let CF102 stand")
        assert "\r\n# checker: ignore CF102: \r\n" in after
