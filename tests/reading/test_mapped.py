"""Texts that know their places, and texts taken from such texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Span
from checker.reading.mapped import Mapped, MappedWriter, through
from checker.reading.web.tags import decoded


def test_neighbours_become_one_piece() -> None:
    writer = MappedWriter()
    writer.add("قتل ", Span(5, 9))
    writer.add("14", Span(9, 11))
    writer.add("\n\n")
    writer.add("&", Span(20, 25))
    mapped = writer.result()
    assert mapped.text == "قتل 14\n\n&"
    assert [tuple(piece) for piece in mapped.pieces] == [(0, 6, 5, 11), (8, 9, 20, 25)]
    assert mapped.source(4, 9) == (9, 25)


SOURCES = st.lists(st.sampled_from(["ا", "14", " ", "&amp;", "&#1606;", "&lt", "&", "\n", "ب;"]), max_size=20).map(
    "".join
)


@given(SOURCES, st.data())
def test_a_stretch_of_a_text_keeps_its_places(source: str, data: st.DataObject) -> None:
    mapped = decoded(source, Span(0, len(source)))
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    writer = MappedWriter()
    writer.add_mapped(mapped, start, end)
    part = writer.result()
    assert part.text == mapped.text[start:end]
    for piece in part.pieces:
        there = source[piece.source_start : piece.source_end]
        assert decoded(there, Span(0, len(there))).text == part.text[piece.start : piece.end]


@given(SOURCES)
def test_two_steps_lead_as_far_as_one(source: str) -> None:
    outer = decoded(source, Span(0, len(source)))
    inner = decoded(outer.text, Span(0, len(outer.text)))
    both = through(inner, outer)
    assert both.text == inner.text
    for piece in both.pieces:
        assert 0 <= piece.source_start < piece.source_end <= len(source)
    assert [piece.start for piece in both.pieces] == sorted(piece.start for piece in both.pieces)


def test_what_is_not_from_the_source_has_no_place() -> None:
    assert Mapped("عنوان", ()).anchors() == ()
