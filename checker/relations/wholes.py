"""Which known toll a part belongs to, where the document tells several."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.tagging import Tagged
from checker.model import Outcome

#: The first part stands so close behind "among the thirteen victims".
_BESIDE = 4
#: Some of the victims are at the most so many times as many as all of them, if one of the two is a slip.
_TWICE = 2


def settle_wholes(tagged: Tagged, drafts: Sequence[Draft], totals: Sequence[int]) -> None:
    """Aim the parts of known victims at the figure that holds them all.

    ``totals`` say for each draft what its list comes to, 0 outside of lists.
    """
    index_of = {id(draft): k for k, draft in enumerate(drafts)}
    for k, draft in enumerate(drafts):
        _told_behind(tagged, drafts, k)
        whole = draft.whole
        if whole is None:
            if _of_the_victims(draft):
                draft.whole = _toll(drafts[:k], draft, draft.mention.min or 0) or _too_small(drafts[:k], draft)
        elif whole.mention.kind == "dual" and (draft.mention.min or 0) > (whole.mention.min or 0):
            draft.whole = None  # no slip makes two of many: a figure between the two was not read
        elif whole.sentence != draft.sentence:
            listed = totals[index_of[id(whole)]]
            if whole.earlier and not draft.earlier:
                draft.whole = _toll(drafts[:k], draft, (whole.mention.min or 0) + 1) or whole
            elif listed and not draft.complete:
                draft.whole = _toll(drafts[:k], draft, listed, listed) or whole


def _of_the_victims(draft: Draft) -> bool:
    """ "ستة من الضحايا"; not "توفي أربعة من المصابين", who were counted as hurt."""
    victims = draft.phrase.definite_victims and draft.mention.kind == "number"
    return victims and draft.phrase.outcome in (draft.outcome, Outcome.CASUALTIES)


def _too_small(before: Sequence[Draft], part: Draft) -> Draft | None:
    """The only toll that "seven of the wounded" can mean, where it is smaller: six wounded, or a slip."""
    tolls = [d for d in before if d.outcome is part.outcome and d.whole is None and d.path != "zero"]
    number = {d.mention.min for d in tolls}
    plain = all(d.mention.kind == "number" and d.mention.min == d.mention.max and not d.earlier for d in tolls)
    if len(number) != 1 or not plain or (part.mention.min or 0) > _TWICE * (tolls[0].mention.min or 0):
        return None
    return tolls[-1]


def _told_behind(tagged: Tagged, drafts: Sequence[Draft], k: int) -> None:
    """ "ومن بين الضحايا الثلاثة عشر أربع نساء ورضيع": the whole stands in front, behind "among"."""
    whole = drafts[k]
    known = whole.phrase.definite and whole.mention.kind == "number"
    if not known or not tagged.word(whole.first - 1, "among"):
        return
    for part in drafts[k + 1 :]:
        near = part.sentence == whole.sentence and (part.path == "joined" or part.first - whole.last <= _BESIDE)
        if not near or part.outcome is not whole.outcome or (part.mention.min or 0) > (whole.mention.min or 0):
            break
        part.whole, whole.whole = whole, None


def _toll(before: Sequence[Draft], part: Draft, least: int, most: int | None = None) -> Draft | None:
    """The nearest figure in front of a part that counts people of its outcome, from ``least`` to ``most``."""
    for draft in reversed(before):
        number = draft.mention.min or 0
        known = draft.outcome is part.outcome and draft.whole is None and not draft.earlier
        if known and draft.path != "joined" and least <= number and (most is None or number <= most):
            return draft
    return None
