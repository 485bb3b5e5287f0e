"""A statement quoted right behind what it was said to announce: its figure is the one announced.

"أعلن الجيش مقتل ثلاثة جنود … وجاء في بيان الجيش: «قتل أربعة من جنودنا»".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.tagging import Tagged
from checker.model import WIDE_GROUPS, Hedge
from checker.relations.arithmetic import low
from checker.relations.evidence import Placed, agree
from checker.relations.same import Link

#: Enough for a warning.
_LIKELY = 0.7
#: No slip of one quotation makes a number so many times as large.
_TIMES = 3
#: Who speaks is named among the first so many words, by a word longer than this.
_OPENING, _SHORT = 5, 3


def statement_links(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Link]:
    """The first figure of each quoted statement with the like one of the sentence before, from the same mouth."""
    for b in placed:
        if not b.opens or not _quotes(tagged, b.draft.sentence.first) or not _is_plain(b):
            continue
        told = [a for a in placed[: b.index] if b.context.position - a.context.position == 1 and _is_plain(a)]
        alike = [a for a in told if a.draft.outcome is b.draft.outcome]
        if len(alike) != 1 or alike[0].draft.sentence.in_title:
            continue
        a = alike[0]
        one = a.draft.group is b.draft.group and a.draft.group not in WIDE_GROUPS and _one_mouth(tagged, a, b)
        if one and not agree(a.draft, b.draft) and not b.context.also and not b.draft.phrase.others:
            yield Link(a.index, b.index, _LIKELY, True, ("the same statement",))


def _quotes(tagged: Tagged, first: int) -> bool:
    """Whether a sentence opens with "وجاء في بيان …"."""
    mark = tagged.marks.get(first)
    behind = first + 2 if mark is None else mark.last
    return tagged.cue(first, "stands_in") and tagged.cue(behind, "statement")


def _is_plain(p: Placed) -> bool:
    draft = p.draft
    return draft.mention.hedge is Hedge.EXACT and draft.whole is None and low(draft) > 1 and not draft.earlier


def _one_mouth(tagged: Tagged, a: Placed, b: Placed) -> bool:
    """Whether the statement is known ("البيان") or its opening names who spoke; and no number is far too large."""
    few, many = sorted((low(a.draft), low(b.draft)))
    if a.draft.source is None or many > _TIMES * few:
        return False
    first = b.draft.sentence.first
    opening = range(first, min(first + _OPENING, b.draft.first))
    speaker = {word for word in a.draft.source.split() if len(word) > _SHORT}
    known = any(tagged.cue(k, "statement") and tagged.definite(k) for k in opening)
    return known or any(tagged.tokens[k].text in speaker for k in opening)
