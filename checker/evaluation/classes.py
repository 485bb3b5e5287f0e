"""The classes that figures are measured by: outcome, hedge, form, place."""

from __future__ import annotations

from collections.abc import Iterator

from checker.arabic.numbers.lexicon import number_lexicon
from checker.arabic.tokens import tokenise
from checker.evaluation.gold import GoldClaim
from checker.model import Span

#: The dual of a counted noun stands for so many.
_TWO = 2


def classes_of(claim: GoldClaim, title: Span | None) -> Iterator[str]:
    """The classes of an annotated claim, as ``family: class``."""
    yield f"outcome: {claim.outcome}"
    yield f"hedge: {claim.hedge}"
    yield f"form: {form_of(claim)}"
    if not claim.victims and not claim.implicit and claim.hedge != "zero":
        yield "form: elliptical"
    if claim.whole is not None:
        yield "form: part"
    in_title = title is not None and title.start <= claim.number.start < title.end
    yield "place: title" if in_title else "place: body"


def form_of(claim: GoldClaim) -> str:
    """How the number is written: digits, words, dual, singular, vague or none."""
    if claim.implicit:
        return "singular"
    if claim.vague or claim.hedge == "zero":
        return claim.hedge
    tokens = tokenise(claim.number_text)
    if any(token.kind == "number" for token in tokens):
        return "digits"
    bare = len(tokens) == 1 and claim.min == claim.max == _TWO and tokens[0].norm not in number_lexicon().kinds
    return "dual" if bare else "words"
