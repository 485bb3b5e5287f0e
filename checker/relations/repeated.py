"""A clause told twice in the same words, the headline under the text among them: one figure, whatever its numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.relations.evidence import Placed, agree, compatible
from checker.relations.same import Link

#: So few words are alike by chance.
_FEW = 4
_SURE = 0.9


def repeated_links(placed: Sequence[Placed]) -> Iterator[Link]:
    """The figures of clauses with the same words, each with the one before it, in the order of their sentences."""
    told: dict[object, list[Placed]] = defaultdict(list)
    order: Counter[int] = Counter()
    for p in placed:
        order[p.draft.sentence.first] += 1
        if (
            len(p.context.clause) >= _FEW - p.draft.sentence.in_title
            and p.draft.mention.kind == "number"
            and p.draft.path != "reference"
        ):
            key = (
                p.context.clause,
                p.draft.outcome,
                p.draft.group,
                p.draft.whole is None,
                order[p.draft.sentence.first],
            )
            told[key].append(p)
    for members in told.values():
        for a, b in pairwise(members):
            if a.draft.sentence != b.draft.sentence and compatible(a.draft, b.draft):
                yield Link(a.index, b.index, _SURE, not agree(a.draft, b.draft), ("the same words",), worded=True)
