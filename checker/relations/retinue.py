"""People known by the one they go with: "the driver and two helpers", then "the driver and his three helpers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.arabic.keys import word_key
from checker.claims.tagging import HIS, Tagged
from checker.relations.evidence import Placed, agree, compatible
from checker.relations.same import Link

#: The one they go with is named in so many words in front of "and".
_REACH = 5
#: So many of those words are told again: a title alone ("القائد") names many.
_KNOWN = 2
#: So many figures of the kind are looked back at.
_MOST = 20
_LIKELY = 0.7
_AND = "و"
_NO_NAME = frozenset({"function", "prepositions", "clause", "relative"})


def retinue_links(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[Link]:
    """Each figure of somebody's people, with the nearest before it that stands beside the same person."""
    for a, b, same in _pairs(tagged, placed):
        if same:
            yield Link(a.index, b.index, _LIKELY, not agree(a.draft, b.draft), ("beside the same person",))


def retinues_apart(tagged: Tagged, placed: Sequence[Placed]) -> frozenset[frozenset[int]]:
    """Differing figures that stand beside two persons who share no name or title."""
    pairs = ((a, b) for a, b, same in _pairs(tagged, placed) if not same and not agree(a.draft, b.draft))
    return frozenset(frozenset((a.index, b.index)) for a, b in pairs)


def his_people(tagged: Tagged, placed: Sequence[Placed], part: Placed) -> Placed | None:
    """Those who are told of further down beside the one person that a part counts.

    "خمسة مسلحين بينهم قائد … مقتل القائد فلان وأربعة من رفاقه".
    """
    if part.draft.mention.kind != "single" or not part.draft.victims_key:
        return None
    for p in placed[part.index + 1 : part.index + 1 + _MOST]:
        beside = p.draft.outcome is part.draft.outcome and p.draft.sentence != part.draft.sentence
        if beside and p.draft.whole is None and part.draft.victims_key in _leader(tagged, p):
            return p
    return None


def _pairs(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[tuple[Placed, Placed, bool]]:
    """Figures of somebody's people two by two, the nearest first, and whether they go with the same person."""
    met: list[tuple[Placed, frozenset[str]]] = []
    for b in placed:
        leader = _leader(tagged, b)
        if len(leader) < _KNOWN:
            continue
        for a, other in reversed(met[-_MOST:]):
            if a.draft.sentence != b.draft.sentence and compatible(a.draft, b.draft):
                if len(leader & other) >= _KNOWN:
                    yield a, b, True
                    break
                if not leader & other:
                    yield a, b, False
        met.append((b, leader))


def _leader(tagged: Tagged, p: Placed) -> frozenset[str]:
    """The words for the one whose people are counted: "سائق المركب" of "سائق المركب واثنين من معاونيه"."""
    draft = p.draft
    head = draft.phrase.head
    if head is None or not tagged.tokens[head].norm.endswith(HIS):
        return frozenset()
    first = min(head, draft.mention.first)
    first -= tagged.tokens[first - 1].norm == _AND  # "و3 من معاونيه"
    if not tagged.tokens[first].norm.startswith(_AND):
        return frozenset()
    words = (k for k in range(max(draft.sentence.first, first - _REACH), first) if tagged.tokens[k].kind == "word")
    named = (k for k in words if not tagged.cues_at(k) & _NO_NAME and tagged.roles[k].trigger is None)
    return frozenset(word_key(tagged.tokens[k].norm) for k in named)
