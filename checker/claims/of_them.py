""" "خمسة عشر منهم دون الثلاثين" in a sentence of its own: some of those told of in the one before."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.draft import Draft
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.model import Outcome

#: So far behind those told of some of them are meant, in tokens, and so many claims are looked at.
_REACH, _RECENT = 50, 8
#: … and in paragraphs, of which an empty line is one.
_PARAGRAPHS = 2
_PREPOSITIONS = "بك"
#: Of those held, lost or driven away some are told of because they are so no more.
_FATES = ({Outcome.KILLED}, {Outcome.INJURED})


def of_those_before(
    tagged: Tagged, sentence: Sentence, mention: Mention, phrase: NounPhrase, earlier: Sequence[Draft]
) -> Draft | None:
    """The claim of whose people so many are told of, where the sentence has said of no other people.

    It is the first of its sentence with more people, which that is about, if
    all told of there is of one outcome: of the dead and the hurt "of them" may
    mean either.
    """
    if (
        not phrase.of_before
        or phrase.thing
        or tagged.cue(mention.after, "of_things")
        or mention.kind not in ("number", "dual")
        or not earlier
    ):
        return None
    last = earlier[-1].sentence
    if tagged.tokens[mention.first].norm[0] in _PREPOSITIONS and mention.number.start > tagged.tokens.start(
        mention.first
    ):
        return None  # "الرجل منا بعشرة منهم"
    if mention.first - earlier[-1].last > _REACH or sentence.paragraph - last.paragraph > _PARAGRAPHS:
        return None
    told = [d for d in earlier[-_RECENT:] if d.sentence == last]
    if {d.outcome for d in told} not in _FATES or any(
        _are_others(tagged, k) for k in range(sentence.first, mention.first)
    ):
        return None
    need = mention.min or 0
    return next((d for d in told if d.whole is None and (d.mention.min or 0) > need), None)


def _are_others(tagged: Tagged, k: int) -> bool:
    """Whether people are named there who do not only speak."""
    noun = tagged.roles[k].noun
    several = noun is not None and noun.number != "singular"
    return several and not tagged.cue(k, "speakers") and not tagged.cue(k - 1, "said")
