"""Tokens and their offsets."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from checker.arabic.lexicon import default_lexicon
from checker.arabic.tokens import tokenise

_ARABIC = st.text(
    alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءًٌٍَُِّْـ 0123456789٠١٢٣۴۵٬٫.,،؛:/()«»\"'\n\u200f\u202b\u2067aZ😀",
    max_size=80,
)


@given(_ARABIC)
def test_offsets_point_into_the_text(text):
    place = 0
    tokens = tokenise(text)
    for i, token in enumerate(tokens):
        assert text[tokens.start(i) : tokens.end(i)] == token.text
        assert tokens.start(i) >= place
        place = tokens.end(i)


@given(_ARABIC)
def test_nothing_visible_is_lost(text):
    tokens = tokenise(text)
    kept = {k for i in range(len(tokens)) for k in range(tokens.start(i), tokens.end(i))}
    for k, char in enumerate(text):
        if char.isalnum() and char != "ـ":
            assert k in kept


@given(_ARABIC)
def test_what_is_found_by_pieces_is_what_the_pattern_finds(text):
    read, tokens = default_lexicon().read(text), tokenise(text)
    assert [(word.text, word.norm, word.kind) for word in read.tokens] == [(t.text, t.norm, t.kind) for t in tokens]
    assert list(read.tokens.starts) == list(tokens.starts)
    assert len(read.codes) == len(read.roles) == len(read.particles) == len(tokens)
    assert read == default_lexicon().read(text)  # as it was before its words were remembered


def test_numerals_keep_their_separators():
    assert [t.norm for t in tokenise("1,200 ١٬٢٠٠ 1.5 5ر1 11:57")] == ["1,200", "1٬200", "1.5", "5ر1", "11", ":", "57"]


def test_letters_and_digits_part():
    assert [t.text for t in tokenise("و3 لـ35 ال12")] == ["و", "3", "لـ", "35", "ال", "12"]


def test_linear_on_hostile_text():
    def seconds(text: str) -> float:
        begin = time.process_time()  # other work of the machine does not count
        tokenise(text)
        return time.process_time() - begin

    for piece in ("1", "و", "(", "قُ", "1,", "ـ", "\u202b"):
        small, large = (min(seconds(piece * n) for _ in range(3)) for n in (20_000, 200_000))
        assert large < 40 * small + 0.05
