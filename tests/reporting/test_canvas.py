"""Paragraphs are printed as rich prints them, byte for byte, without loading it."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from checker.reporting.canvas import Canvas
from checker.reporting.console import console
from checker.reporting.screen import Piece, screen

WORDS = st.sampled_from(
    ["قتل", "31", "شخصًا", "،", "  ", " ", "fire", "漢字", "ـ" * 30, "👩‍🚒", "⟦9⟧", "\n", "\u2067x\u2069"]
)
STYLES = st.sampled_from(["", "bold red", "dim", "italic", "bold underline", "green", "yellow", "bold cyan"])
PIECES = st.lists(st.tuples(st.lists(WORDS, max_size=12).map(" ".join), STYLES), max_size=4)


def by_rich(pieces: list[Piece], color: str, width: int, indent: str, hang: str | None) -> str:
    file = io.StringIO()
    out = console(color, width, file)
    before = indent
    for line in Text.assemble(*pieces).wrap(out, max(20, width - len(indent))) or [Text()]:
        line.rstrip()
        out.print(Text.assemble((before, "dim"), line), soft_wrap=True)
        before = indent if hang is None else hang
    return file.getvalue()


@given(PIECES, st.sampled_from(["auto", "always", "never"]), st.integers(10, 70), st.sampled_from(["", "    "]))
def test_lines_are_those_of_rich(pieces: list[Piece], color: str, width: int, indent: str):
    file = io.StringIO()
    Canvas(screen(color, width, file)).write(pieces, indent=indent, hang=" |")
    assert file.getvalue() == by_rich(pieces, color, width, indent, " |")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "told", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": ""}, {"TTY_COMPATIBLE": "0"}]
)
def test_a_terminal_gets_what_its_environment_asks_for(told: dict[str, str], monkeypatch: pytest.MonkeyPatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    mine, rich = Terminal(), Terminal()
    pieces = [("✗ خطأ", "bold red"), ("  ", ""), ("CF202", "bold"), (" parts-do-not-add-up " * 3, "dim")]
    Canvas(screen("auto", None, mine)).write(pieces)
    out = console("auto", None, rich)
    for line in Text.assemble(*pieces).wrap(out, out.width):
        line.rstrip()
        out.print(Text.assemble(("", "dim"), line), soft_wrap=True)
    assert mine.getvalue() == rich.getvalue()
    assert ("\x1b[1;31m" in mine.getvalue()) is (not told)
    assert Canvas(screen("auto", None, mine)).reorders is out.is_terminal


def test_visual_order_keeps_the_style_of_the_line_and_of_what_is_marked():
    file = io.StringIO()
    canvas = Canvas(screen("always", 80, file), visual_order=True)
    canvas.write("a ⟦b⟧ c", style="dim", mark_style="red")
    assert file.getvalue() == "\x1b[2ma \x1b[0m\x1b[2;31m⟦b⟧\x1b[0m\x1b[2m c\x1b[0m\n"
    canvas.write([("a ", ""), ("⟦b⟧", "red")], mark_style="red")
    assert file.getvalue().splitlines()[1] == "a \x1b[31m⟦b⟧\x1b[0m"


def test_nothing_steers_the_cursor_and_tabs_are_blanks():
    file = io.StringIO()
    Canvas(screen("never", 80, file)).write("a\r\b\x07b\tc")
    assert file.getvalue() == "ab      c\n"
