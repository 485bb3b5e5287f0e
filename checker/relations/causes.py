"""A headline that gives the toll of one cause as if it were all: "81 dead" over 81 on the roads and 15 in fires."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.arabic.keys import word_key
from checker.claims.tagging import Tagged
from checker.model import Hedge, Outcome
from checker.relations.arithmetic import stated
from checker.relations.evidence import Placed

#: The word for "because of" stands so close behind the figure, and the cause is known by so many words.
_BESIDE, _NAME = 3, 2
#: So many causes make an account; two may be all that the headline's cause has to do with.
_CAUSES = 3


def one_cause_of_many(tagged: Tagged, placed: Sequence[Placed]) -> Iterator[tuple[Placed, list[Placed]]]:
    """Each such headline with the figures of the account, one for each cause."""
    titles = [p for p in placed if p.draft.sentence.in_title and _is_exact(p)]
    if not titles:
        return
    accounts: dict[tuple[int, Outcome], list[tuple[Placed, frozenset[str]]]] = defaultdict(list)
    for p in placed:
        cause = frozenset() if p.draft.sentence.in_title or not _is_exact(p) else _cause(tagged, p)
        if cause:
            accounts[p.draft.sentence.paragraph, p.draft.outcome].append((p, cause))
    for account in accounts.values():
        if len({cause for _, cause in account}) < _CAUSES:
            continue
        for title in titles:
            one = next((cause for p, cause in account if _states(p, title)), None)
            if one is not None and not _tells_why(tagged, title, one):
                yield title, [p for p, _ in account]


def _is_exact(p: Placed) -> bool:
    return p.draft.whole is None and p.draft.mention.kind in ("number", "dual") and p.draft.mention.hedge is Hedge.EXACT


def _states(p: Placed, title: Placed) -> bool:
    return p.draft.outcome is title.draft.outcome and stated(p.draft) == stated(title.draft)


def _cause(tagged: Tagged, p: Placed) -> frozenset[str]:
    """The words behind "because of", which stands right behind the figure; empty where it does not."""
    last = p.draft.sentence.last
    for k in range(p.draft.last, min(p.draft.last + _BESIDE + 1, last)):
        if tagged.cue(k, "because"):
            mark = tagged.marks.get(k)
            first = mark.last if mark is not None else k + 1
            words = (t for t in tagged.tokens[first : min(first + _NAME, last)] if t.kind == "word")
            return frozenset(word_key(token.norm) for token in words)
    return frozenset()


def _tells_why(tagged: Tagged, title: Placed, cause: frozenset[str]) -> bool:
    """Whether the headline names a happening of its own, or a word of the cause."""
    told = range(title.draft.sentence.first, title.draft.sentence.last)
    return any(tagged.roles[k].event is not None or word_key(tagged.tokens[k].norm) in cause for k in told)
