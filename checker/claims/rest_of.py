"""Those who are left of a figure: "بينهم 29 مريضا، أما الثلاثة الباقون …", "أحدهم تحت التعذيب، والآخران …"."""

from __future__ import annotations

from checker.claims.draft import Decision, Draft
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage
from checker.claims.subjects import verb_of


def rest_of(passage: Passage, index: int, phrase: NounPhrase, before: Draft | None) -> Decision | None:
    """The outcome of the whole before, where the mention counts those whom its parts leave and nothing else is told."""
    mention, tagged = passage.mentions[index], passage.tagged
    whole = before.whole if before is not None else None
    if before is None or whole is None or not tagged.definite(mention.number_first):
        return None
    if mention.kind == "number":
        left = tagged.cue(mention.last, "the_rest") or (phrase.others and phrase.head is None)
    else:
        left = mention.kind == "dual" and phrase.others
    if not left or (mention.min or 0) >= (whole.mention.max or 0) or verb_of(passage, index, phrase) is not None:
        return None
    return whole.outcome, "joined", whole.harm
