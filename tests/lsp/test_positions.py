"""Lines and columns against a count of one's own, in every unit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind
from pygls.workspace import PositionCodec

from checker.lsp.positions import Positions

UNITS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
ENCODINGS = st.sampled_from(list(UNITS))
#: Letters, signs that stand on them, digits, an emoji of several code points, line ends and what looks like one.
PIECES = ["قتل", "قُتِلَ", "٣١", "31", "شخصًا", "👩🏽‍🚒", "🔥", " ", "\n", "\r\n", "\r", "\u2028", "\x85", "\u200f", "é"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def counted(text: str, offset: int, encoding: PositionEncodingKind) -> Position:
    """Line and column by the definition of the protocol."""
    codec, size = UNITS[encoding]
    ends = [m for m in re.finditer(r"\r\n|\r|\n", text) if m.end() <= offset]
    line_start = ends[-1].end() if ends else 0
    return Position(len(ends), len(text[line_start:offset].encode(codec)) // size)


def in_line_end(text: str, offset: int) -> bool:
    return text[offset - 1 : offset + 1] == "\r\n"


@given(TEXTS, ENCODINGS)
def test_every_place_as_the_protocol_counts_it_and_back(text: str, encoding: PositionEncodingKind):
    positions = Positions(text, PositionCodec(encoding))
    for offset in range(len(text) + 1):
        if not in_line_end(text, offset):
            assert positions.position(offset) == counted(text, offset, encoding)
            assert positions.offset(positions.position(offset)) == offset


@given(TEXTS, ENCODINGS, st.integers(0, 60), st.integers(0, 200))
def test_a_position_outside_is_the_nearest_inside(text: str, encoding: PositionEncodingKind, line: int, character: int):
    offset = Positions(text, PositionCodec(encoding)).offset(Position(line, character))
    assert 0 <= offset <= len(text)


def test_diacritics_and_emoji_by_hand():
    text = "🔥 قُتِلَ ٣١"
    start = text.index("٣")
    for encoding, column in (
        (PositionEncodingKind.Utf32, 9),
        (PositionEncodingKind.Utf16, 10),
        (PositionEncodingKind.Utf8, 4 + 1 + 12 + 1),
    ):
        positions = Positions(text, PositionCodec(encoding))
        assert positions.position(start) == Position(0, column)
        assert positions.offset(Position(0, column)) == start


def test_the_middle_of_an_emoji_is_its_beginning():
    assert Positions("🔥x", PositionCodec()).offset(Position(0, 1)) == 0
    assert Positions("🔥x", PositionCodec()).offset(Position(0, 2)) == 1


def test_behind_the_end_of_a_last_line_without_a_line_end():
    assert Positions("abc", PositionCodec()).offset(Position(0, 99)) == 3


def test_half_a_surrogate_pair_is_one_unit():
    assert Positions("\ud83d x", PositionCodec()).position(2) == Position(0, 2)


@pytest.mark.parametrize("text", ["", "\n\n", "\n  \nقتل"])
def test_the_first_line_with_words(text: str):
    place = Positions(text, PositionCodec()).first_line()
    assert place.start.line == (2 if text.strip() else 0)
