"""A toll that is put down to one side, and then divided between that side and another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.arabic.keys import word_key
from checker.claims.tagging import Tagged
from checker.model import Relation, RelationKind
from checker.relations.evidence import Placed

#: "At the hands of" stands so close behind the figure, and its side is known by so many words.
_REACH, _NAME = 6, 2


def divided_tolls(
    tagged: Tagged, placed: Sequence[Placed], sums: Sequence[Relation], ids: Mapping[int, str]
) -> Iterator[Relation]:
    """The toll, its parts at the hands of the side it is put down to, then those at the hands of others."""
    by_id = {ids[p.index]: p for p in placed}
    for relation in sums:
        if not relation.complete or relation.whole is None:
            continue
        side = _side(tagged, by_id[relation.whole], placed)
        if not side:
            continue
        sides = {part: _side(tagged, by_id[part], placed) for part in relation.parts}
        own = [part for part, other in sides.items() if _is_one(side, other)]
        others = [part for part, other in sides.items() if other and part not in own]
        if own and others:
            yield Relation(
                RelationKind.AGENT,
                (relation.whole, *own, *others),
                confidence=relation.confidence,
                reasons=("put down to one side", *relation.reasons),
            )


def _side(tagged: Tagged, p: Placed, placed: Sequence[Placed]) -> tuple[str, ...]:
    """Who did it, by the words behind "at the hands of"; empty where the text does not say."""
    last = p.draft.sentence.last
    if p.index + 1 < len(placed):
        last = min(last, max(p.draft.last, placed[p.index + 1].draft.first))
    for k in range(p.draft.last, min(p.draft.last + _REACH, last)):
        if tagged.cue(k, "by_hand"):
            mark = tagged.marks.get(k)
            first = mark.last if mark is not None else k + 1
            words = [t for t in tagged.tokens[first : min(first + _NAME + 1, last)] if t.kind == "word"]
            return tuple(word_key(token.norm) for token in words[:_NAME])
    return ()


def _is_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names can be one side's: "القوات الحكومية" and "القوات الحكومية السورية"."""
    length = min(len(a), len(b))
    return length > 0 and a[:length] == b[:length]
