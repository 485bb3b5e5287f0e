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
#: "The rest" stands so close in front of their number.
_REST = 4
#: A slip of the hand in one of the parts is so large at the most.
_SLIP = 3
#: … or such a share of the figure, where they are called the rest.
_LARGE = 0.1


def fill_wholes(tagged: Tagged, drafts: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """Make the last of a figure's people parts of it, too.

    ``drafts`` are the claims of one sentence, ``earlier`` those of the sentences before. A claim that nothing ties to
    another is the rest of a figure if it has the outcome of the part before,
    and makes up the whole with the parts told so far.
    """
    for k, draft in enumerate(drafts):
        told = any(part.whole is not None for part in drafts[max(0, k - _BETWEEN) : k])
        if told and _is_the_rest(tagged, draft):
            whole = _left_open(drafts[:k], draft, slip=_SLIP, large=_LARGE, alike=False)
            draft.whole = None if whole is None or _is_told(earlier, whole, draft) else whole
            draft.rest = draft.complete = draft.whole is not None
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


def _is_the_rest(tagged: Tagged, draft: Draft) -> bool:
    """Whether they are said to be all others: "فيما نقل المتبقون وعددهم 15 …", "الثماني الباقية", "الخمسة الآخرين"."""
    if draft.whole is not None or draft.tells is not None or not _exact(draft.mention):
        return False
    definite = tagged.definite(draft.mention.number_first) or draft.phrase.definite
    if definite and draft.phrase.others:
        return True
    behind = range(draft.mention.last, min(draft.last + definite, draft.sentence.last))
    ahead = range(max(draft.sentence.first, draft.first - _REST), draft.first)
    return any(tagged.cue(k, "the_rest") for k in (*ahead, *behind))


def _is_told(earlier: Sequence[Draft], part: Draft, rest: Draft) -> bool:
    """Whether two make a figure told before: "جرح عشرة … استقبل ستة، 2 منهم بحالة حرجة، ونقل الأربعة الآخرون"."""
    total = (part.mention.min or 0) + (rest.mention.min or 0)
    return any(d.outcome is part.outcome and d.mention.min == total for d in earlier)


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


def _left_open(
    before: Sequence[Draft], rest: Draft, slip: int = 0, large: float = 0, alike: bool = True
) -> Draft | None:
    """The figure whose parts leave as many people as ``rest`` counts, or differ by a slip of so many at the most.

    ``large`` is the largest slip as a share of the figure; ``alike``: the rest must have met the same as the part.
    """
    for part in reversed(before[-_BETWEEN:]):
        whole = part.whole
        if whole is None or (alike and part.outcome is not rest.outcome) or whole is rest:
            continue
        parts = [d for d in before if d.whole is whole]
        if not all(_exact(d.mention) for d in (whole, *parts)):
            continue
        told = [d.mention.min or 0 for d in (*parts, rest)]
        number = whole.mention.min or 0
        missed = abs(sum(told) - number)
        if not missed or (missed <= max(slip, large * sum(told)) and not part.complete):
            return whole
        if not alike and any(abs(sum(told[k:]) - number) <= slip for k in range(1, len(parts))):
            return whole  # "حالة 68 منهم بالغة، ويتوزعون على الوادي (57) والجبل (38)، أما الباقون …"
    return None


def _by_themselves(draft: Draft) -> bool:
    """Whether a word of harm tells of people by their own noun: "… ثلاثة منهم بحالة حرجة، فيما أصيب حارسان"."""
    return draft.path == "governed" and draft.phrase.head is not None and draft.phrase.outcome is None


def _exact(mention: Mention) -> bool:
    return bool(mention.min) and mention.min == mention.max
