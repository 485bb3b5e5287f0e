"""Known figures referred to again with the article: "عائلات الجنود الثلاثة"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.model import Group


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
