"""Figures behind the parts of a figure that count people beside it: "مقتل 18 بينهم 3 أطفال في القرية، و15 بينهم …"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.marks import COMMAS
from checker.claims.tagging import Tagged
from checker.model import Group

#: Parts by sex and age are told of every figure anew.
_KINDS = (Group.WOMEN, Group.CHILDREN)


def is_next_whole(tagged: Tagged, draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether a list of figures that have parts of their own goes on, and no list of parts.

    The words of the part before, as where it was, stand in front of the
    comma: a bare list of parts has none.
    """
    previous = before[-1]
    whole, comma = previous.whole, draft.first - 1 - (tagged.tokens[draft.first - 1].norm == "و")
    if whole is None or draft.group in _KINDS or draft.mention.kind == "single":
        return False
    if tagged.tokens[comma].text not in COMMAS or comma <= previous.last:
        return False
    parts = [d for d in before if d.whole is whole]
    if any(d.group not in _KINDS and d.mention.kind != "single" for d in parts):
        return False
    if _has_parts(tagged, draft):
        told = sum(d.mention.min or 0 for d in parts) + (draft.mention.min or 0)
        return draft.group is whole.group or (whole.mention.max is not None and told > whole.mention.max)
    another = any(d.whole is None and d is not whole and d.outcome is whole.outcome for d in before)
    return whole.path == "joined" and another and draft.group is whole.group


def _has_parts(tagged: Tagged, draft: Draft) -> bool:
    """Whether "among them" stands right behind a figure."""
    return tagged.cue(draft.last, "partitive") or tagged.cue(draft.last + 1, "partitive")
