"""Read back by a Markdown parser of another hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import MarkupKind
from markdown_it import MarkdownIt

from checker.lsp.markup import Line, escape, render

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(alphabet="*_`[]()<>!#~|&;:/.@-+=1\\ \n\tقa\"'{}$^", max_size=40)


def kinds(markdown: str) -> set[str]:
    """The kinds of everything that a parser sees in a text."""
    tokens = PARSER.parse(markdown)
    return {t.type for t in tokens} | {c.type for t in tokens for c in t.children or ()}


@given(SIGNS.filter(str.strip))
def test_nothing_in_a_text_is_markup(text: str):
    escaped = escape(text)
    assert kinds(escaped) <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    inline = PARSER.parse(escaped)[1]
    assert "".join(child.content for child in inline.children or ()) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](http://tracker.example/x.png)",
        "https://tracker.example/ www.tracker.example a@tracker.example",
        "&lt;b&gt;",
        "1. one",
        "# heading",
        "***",
        "`code`",
    ],
)
def test_known_tricks(text: str):
    assert kinds(escape(text)) <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert "p://" not in escape(text)
    assert "s://" not in escape(text)
    assert "www." not in escape(text)


def test_a_hover_has_its_own_marks_only():
    shown = render(
        [Line("31 *قتيلا*", "killed"), Line("Kin:"), Line(words="a", item=True), Line(words="b", item=True)],
        markdown=True,
    )
    assert shown.kind is MarkupKind.Markdown
    assert {"strong_open", "bullet_list_open"} <= kinds(shown.value)
    assert "em_open" not in kinds(shown.value)
    assert shown.value.endswith("- a\n- b")


def test_plain_text_is_left_as_it_is():
    shown = render([Line("31 *قتيلا*", "killed"), Line(words="a_b", item=True)], markdown=False)
    assert (shown.kind, shown.value) == (MarkupKind.PlainText, "31 *قتيلا* killed\n- a_b")
