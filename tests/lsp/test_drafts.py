from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    Range,
    TextDocumentContentChangePartial,
    TextDocumentContentChangeWholeDocument,
)
from pygls.workspace import PositionCodec

from checker.lsp.drafts import Draft

PIECES = st.lists(st.sampled_from(["قتل ", "٣", "🔥", "\n", "\r\n", "\u2028", "x"]), max_size=15).map("".join)


def draft(text: str, uri: str = "file:///a.txt", language: str = "plaintext") -> Draft:
    return Draft(uri, text, 1, language, PositionCodec())


def part(start: tuple[int, int], end: tuple[int, int], text: str) -> TextDocumentContentChangePartial:
    return TextDocumentContentChangePartial(Range(Position(*start), Position(*end)), text)


@given(PIECES, PIECES, st.data())
def test_an_edit_is_what_a_slice_does(text: str, new: str, data: st.DataObject):
    before = draft(text)
    low, high = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    low, high = (before.positions.offset(before.positions.position(place)) for place in (low, high))
    change = TextDocumentContentChangePartial(before.positions.range(low, high), new)
    assert before.edited([change], 2).text == text[:low] + new + text[high:]


def test_changes_count_from_what_the_one_before_left():
    after = draft("قتل 3").edited([part((0, 4), (0, 5), "31"), part((0, 6), (0, 6), " شخصا")], 7)
    assert (after.text, after.version) == ("قتل 31 شخصا", 7)


def test_a_change_without_a_place_is_the_whole_text():
    assert draft("old").edited([TextDocumentContentChangeWholeDocument("new")], 2).text == "new"


def test_a_range_the_wrong_way_round_or_outside_loses_nothing():
    assert draft("abc").edited([part((0, 3), (0, 1), "x")], 2).text == "abcx"
    assert draft("abc").edited([part((9, 9), (12, 0), "x")], 2).text == "abcx"


def test_text_behind_a_last_line_without_end_is_appended():
    assert draft("قتل").edited([part((0, 3), (0, 3), " 3")], 2).text == "قتل 3"


def test_markdown_by_language_or_name():
    assert draft("", "untitled:Untitled-1", "markdown").is_markdown
    assert draft("", "file:///%D8%AE%D8%A8%D8%B1.MD").is_markdown
    assert not draft("").is_markdown


def test_what_a_draft_is_called():
    assert draft("", "file:///a/%D8%AE%D8%A8%D8%B1.txt").path == "/a/خبر.txt"
    assert draft("", "untitled:Untitled-1").path == "Untitled-1"
    assert draft("", "http://[").path == "http://["
