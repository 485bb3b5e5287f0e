"""Known figures referred to again: "عائلات الجنود الثلاثة", and some of them: "8100 عائلة من هؤلاء"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.tagging import Tagged
from checker.model import Group

#: "These" are the people of one of so many claims in front.
_RECENT = 6


def some_of_those(
    tagged: Tagged, mention: Mention, phrase: NounPhrase, earlier: Sequence[Draft], drafts: Sequence[Draft]
) -> Draft | None:
    """The latest claim of whose people the mention counts some: "8100 عائلة من هؤلاء"."""
    end = max(phrase.end, mention.last)
    if (
        mention.kind != "number"
        or phrase.thing
        or not tagged.word(end, "of")
        or not tagged.cue(end + 1, "demonstratives")
    ):
        return None
    for draft in [*earlier, *drafts][: -_RECENT - 1 : -1]:
        same = draft.phrase.household == phrase.household or draft.phrase.head is None
        if same and draft.whole is None and (draft.mention.min or 0) > (mention.min or 0):
            return draft
    return None


def refer_back(mention: Mention, phrase: NounPhrase, earlier: Sequence[Draft], drafts: Sequence[Draft]) -> Draft | None:
    """The latest claim that a definite figure can refer to: same number, fitting group."""
    if not phrase.definite or phrase.thing or mention.min is None or mention.min < 2:
        return None
    for draft in (*reversed(drafts), *reversed(earlier)):
        if draft.mention.min != mention.min or (phrase.outcome not in (None, draft.outcome) and not phrase.loose):
            continue
        if phrase.generic or phrase.group in (None, Group.PEOPLE, draft.group) or draft.group is Group.PEOPLE:
            return draft
    return None
