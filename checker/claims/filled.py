"""Claims that fill what the parts of a figure leave: "22 مصابا، غادر 15 منهم …، ولا يزال 7 في المستشفى"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.mentions import Mention
from checker.claims.tagging import Tagged

#: Claims of a sentence that may stand between two parts of one figure: parts of the first part.
_BETWEEN = 3
#: "Still" stands so close in front of those who are left.
_STILL = 3
#: A slip of the hand in one of the parts is so large at the most.
_SLIP = 3


def fill_wholes(tagged: Tagged, drafts: Sequence[Draft]) -> None:
    """Make the last of a figure's people parts of it, too.

    ``drafts`` are the claims of one sentence. A claim that nothing ties to
    another is the rest of a figure if it has the outcome of the part before,
    and makes up the whole with the parts told so far.
    """
    for k, draft in enumerate(drafts):
        if not _is_free(tagged, draft) or _by_themselves(draft):
            continue
        draft.whole = _left_open(drafts[:k], draft)
        draft.rest = draft.whole is not None
        if draft.whole is None and _are_left(tagged, draft):
            draft.whole = _left_open(drafts[:k], draft, slip=_SLIP)
            draft.rest = draft.complete = draft.whole is not None
        if draft.whole is None:
            _fill_together(tagged, drafts, k)


def _are_left(tagged: Tagged, draft: Draft) -> bool:
    """Whether they are said to be left: "ولا يزال 17 يتلقون العلاج"."""
    near = range(max(draft.sentence.first, draft.first - _STILL), draft.first)
    return any(tagged.cue(k, "still") for k in near) or tagged.cue_before(draft.first, "still") is not None


def _is_free(tagged: Tagged, draft: Draft) -> bool:
    """Whether nothing ties a claim to another; "الأربعة الآخرون" are people told of elsewhere."""
    free = draft.whole is None and draft.tells is None and draft.path != "reference"
    return free and _exact(draft.mention) and not tagged.definite(draft.mention.number_first)


def _fill_together(tagged: Tagged, drafts: Sequence[Draft], k: int) -> None:
    """ "21 وفاة، منها 7 في الساحل و9 في الجبل، فيما وقعت ثلاث وفيات في الوادي ووفاتان في النهر": two fill it."""
    run = drafts[k : k + 2]
    if k == 0 or len(run) < 2 or not all(_is_free(tagged, draft) for draft in run):
        return
    before, outcome = drafts[k - 1], drafts[k].outcome
    whole = before.whole
    if whole is None or any(draft.outcome is not outcome or draft.group is not drafts[k].group for draft in run):
        return
    told = [draft for draft in drafts[:k] if draft.whole is whole]
    plain = before.outcome is outcome and all(_exact(draft.mention) for draft in (whole, *told))
    if plain and sum(draft.mention.min or 0 for draft in (*told, *run)) == whole.mention.min:
        for draft in run:
            draft.whole, draft.rest = whole, True


def _left_open(before: Sequence[Draft], rest: Draft, slip: int = 0) -> Draft | None:
    """The figure whose parts leave as many people as ``rest`` counts, or differ by a slip of so many at the most."""
    for part in reversed(before[-_BETWEEN:]):
        whole = part.whole
        if whole is None or part.outcome is not rest.outcome or whole is rest:
            continue
        parts = [d for d in before if d.whole is whole]
        told = [d.mention.min or 0 for d in (*parts, rest)]
        missed = abs(sum(told) - (whole.mention.min or 0))
        if all(_exact(d.mention) for d in (whole, *parts)) and missed <= slip and not part.complete:
            return whole
    return None


def _by_themselves(draft: Draft) -> bool:
    """Whether a word of harm tells of people by their own noun: "… ثلاثة منهم بحالة حرجة، فيما أصيب حارسان"."""
    return draft.path == "governed" and draft.phrase.head is not None and draft.phrase.outcome is None


def _exact(mention: Mention) -> bool:
    return bool(mention.min) and mention.min == mention.max
