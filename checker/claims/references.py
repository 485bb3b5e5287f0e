"""Known figures referred to again: "عائلات الجنود الثلاثة", and some of them: "8100 عائلة من هؤلاء"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.arabic.keys import word_key
from checker.claims.draft import Draft
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.tagging import Tagged
from checker.model import Group, Outcome

#: A number that a slip has changed is so far from the one it was at the most, and no smaller than this.
_SLIP, _LEAST = 2, 4

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


def refer_back(
    tagged: Tagged, mention: Mention, phrase: NounPhrase, earlier: Sequence[Draft], drafts: Sequence[Draft]
) -> Draft | None:
    """The latest claim that a definite figure can refer to: same number, fitting group."""
    if not phrase.definite or phrase.thing or mention.min is None or mention.min < 2 or _speaks(tagged, phrase):
        return None
    for draft in (*reversed(drafts), *reversed(earlier)):
        if draft.mention.min != mention.min or (phrase.outcome not in (None, draft.outcome) and not phrase.loose):
            continue
        if phrase.generic or phrase.group in (None, Group.PEOPLE, draft.group) or draft.group is Group.PEOPLE:
            return draft
    return None


def _speaks(tagged: Tagged, phrase: NounPhrase) -> bool:
    """ "وقال أحد القضاة الـ12": one of those counted speaks, and they are nobody told of before."""
    one = (phrase.head or 0) - 1
    return tagged.cue(one, "one_of") and tagged.cue(one - 1, "said")


def refer_nearly(
    tagged: Tagged, mention: Mention, phrase: NounPhrase, earlier: Sequence[Draft], drafts: Sequence[Draft]
) -> Draft | None:
    """The figure that a definite number means but for a slip: "التلاميذ الـ35" where just 34 pupils were told of."""
    head = phrase.head
    if not phrase.definite or phrase.thing or head is None or mention.kind != "number" or mention.min != mention.max:
        return None
    told = [draft for draft in (*earlier, *drafts) if draft.whole is None]
    if phrase.loose:  # "الضحايا الـ7" of six dead
        known = [draft for draft in told if draft.outcome is Outcome.KILLED]
    else:
        key = word_key(tagged.tokens[head].norm)
        heads = ((draft, draft.phrase.head) for draft in told)
        known = [draft for draft, k in heads if k is not None and word_key(tagged.tokens[k].norm) == key]
    number = mention.min or 0
    if len({draft.mention.min for draft in known}) != 1 or number < _LEAST:
        return None
    return known[-1] if abs((known[-1].mention.min or 0) - number) <= _SLIP else None
