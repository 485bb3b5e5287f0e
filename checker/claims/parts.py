"""Parts of a figure: "بينهم 14 من أفراد الأمن", "خمسة منهم", "هم 12 جنديا وخمسة مدنيين"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.tagging import Tagged
from checker.model import Group


def attach_part(tagged: Tagged, draft: Draft, before: Sequence[Draft]) -> None:
    """Say of which earlier claim of the sentence the draft is a part, if of any."""
    if not before:
        return
    previous = before[-1]
    first = draft.mention.first
    if tagged.cue_before(first, "breakdown") is not None and first - previous.last <= 5:
        draft.whole = previous
        draft.complete = True
    elif draft.path == "partitive":
        draft.whole = _whole_for(draft, before, of_before=draft.phrase.of_before)
    elif draft.path == "joined" and previous.whole is not None:
        draft.whole = previous.whole
        draft.complete = previous.complete


def _whole_for(draft: Draft, before: Sequence[Draft], *, of_before: bool) -> Draft | None:
    """The nearest earlier claim that is large enough to hold the part."""
    for candidate in reversed(before):
        if of_before and candidate.whole is not None and candidate.phrase.of_before:
            continue
        return candidate
    return None


def inherit_groups(tagged: Tagged, drafts: Sequence[Draft]) -> None:
    """Give a figure without a noun the group of its neighbour in the same list or clause."""
    for k in range(len(drafts) - 2, -1, -1):
        here, after = drafts[k], drafts[k + 1]
        if here.phrase.group is None and here.group is Group.PEOPLE and here.outcome is not after.outcome:
            told = after.phrase.partitive or here.phrase.head is None or after.phrase.generic
            if after.first - here.last <= 2 and told and after.whole is None is here.whole:
                here.group = after.group
    for before, here in zip(drafts, drafts[1:], strict=False):
        bare = here.phrase.head is None and here.phrase.group is None
        if bare and here.group is Group.PEOPLE and here.whole is not None:
            here.group = here.whole.group
        elif bare and here.group is Group.PEOPLE and here.whole is None and here.first - before.last <= 3:
            here.group = before.group
