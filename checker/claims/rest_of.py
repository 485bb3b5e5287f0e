"""Those who are left of a figure: "بينهم 29 مريضا، أما الثلاثة الباقون …", "أحدهم تحت التعذيب، والآخران …"."""

from __future__ import annotations

from checker.claims.draft import Decision, Draft
from checker.claims.noun_before import has_article
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage
from checker.model import Outcome

_FREED = (Outcome.RESCUED, Outcome.OTHER)


def rest_of(passage: Passage, index: int, phrase: NounPhrase, before: Draft | None) -> Decision | None:
    """The outcome of the whole before, where the mention counts those whom its parts leave and nothing else is told."""
    mention, tagged = passage.mentions[index], passage.tagged
    bare = phrase.head is None and has_article(tagged, mention)  # "الـ52 الباقون"
    if before is None or not (bare or tagged.definite(mention.number_first)):
        return None
    named = tagged.cue(mention.last, "the_rest")
    if not named and (mention.kind != "dual" or not phrase.others or before.whole is None):
        return None
    whole = before if before.whole is None else before.whole
    if whole.outcome in _FREED:
        return None  # "أنقذ 12، أما الباقون …": what the others met is another thing
    end = max(mention.last + named, phrase.end)
    told = next((harm for harm in passage.harms if end <= harm.first <= end + 1 and harm.kind != "toll"), None)
    if told is not None:
        return told.outcome, "subject", told  # "أما الثلاثة الباقون فأصيبوا"
    return whole.outcome, "joined", whole.harm
