"""The outcome of a figure with no word of harm right in front of it."""

from __future__ import annotations

from checker.claims.by_place import moved_on, named_before
from checker.claims.described import among_victims, described_behind, is_hurt, of_victims
from checker.claims.draft import Decision, Draft
from checker.claims.fates import is_fate
from checker.claims.governing import victims_told
from checker.claims.lists import is_in_brackets, is_in_list, is_spelt_out
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, clause_before, clause_between, opens_part
from checker.claims.subjects import verb_of
from checker.claims.tagging import Harm
from checker.claims.tolls import announced_behind, goes_to, summed_up
from checker.model import Hedge, Outcome


def outcome_distant(
    passage: Passage, index: int, phrase: NounPhrase, before: Draft | None, governed: Harm | None
) -> Decision | None:
    """A figure with no word of harm right in front of it."""
    tagged = passage.tagged
    mention = passage.mentions[index]
    subject = verb_of(passage, index, phrase)
    if before is not None and before.phrase.household and tagged.cue_before(mention.first, "members_of") is not None:
        return before.outcome, "joined", before.harm  # "1143 أسرة يبلغ عدد أفرادها 6304"
    if before is not None and is_in_list(passage, mention, phrase, before):
        if is_hurt(passage, phrase):
            return Outcome.INJURED, "noun", None
        victim = tagged.roles[mention.last].victim if mention.last < passage.sentence.last else None
        dead = victim is not None and victim.outcome is Outcome.KILLED and not tagged.definite(mention.last)
        if dead and before.outcome is Outcome.RESCUED and phrase.head is None:
            return Outcome.KILLED, "joined", None  # "عثر على 15 أحياء، واثنين ميتين"
        unfound = before.path == "noun" or mention.hedge is Hedge.VAGUE
        if unfound and is_fate(tagged, phrase.end, "beneath") and is_fate(tagged, phrase.end + 1, "rubble"):
            return Outcome.MISSING, "noun", None  # "3 قتلى و20 شخصا تحت الأنقاض"
        expression = subject is not None and (subject.close - subject.first > 1 or subject.kind == "behind")
        if subject is not None and subject.first == phrase.end and expression:
            return subject.outcome, "subject", subject  # "وأربعة آخرين في عداد المفقودين"
        own_verb = subject is not None and before.path == "subject" and subject.first - phrase.end <= 1
        if subject is not None and (own_verb or clause_between(tagged, before.last, mention.first)):
            return subject.outcome, "subject", subject
        return before.outcome, "joined", before.harm
    if before is not None and (
        named_before(tagged, mention, phrase, before) or moved_on(tagged, mention, phrase, before)
    ):
        return before.outcome, "joined", before.harm
    if before is not None and _of_another_kind(passage, index, phrase, before):
        return before.outcome, "joined", before.harm
    was = tagged.cue_before(mention.first, "was")
    was = tagged.cue_before(mention.first, "toll_was") if was is None else was  # "بعدما كانت الحصيلة السابقة 36"
    if before is not None and phrase.head is None and was is not None:
        return before.outcome, "toll", before.harm
    against = tagged.word(mention.first - 1, "against") and phrase.known and not phrase.thing
    if before is not None and against and phrase.outcome is None:
        return before.outcome, "toll", before.harm  # "قتل 27 جنديا مقابل 20 مسلحا"
    if before is not None and goes_to(passage, mention, before):
        return before.outcome, "toll", before.harm
    if phrase.head is None and is_in_brackets(tagged, mention):
        subject = None  # an age: "الطالب فلان (20) لقي حتفه"
    announced = announced_behind(passage, mention)
    if announced is not None:
        return announced
    told_behind = subject is not None and subject.kind == "behind"
    if before is not None and told_behind and is_spelt_out(tagged, mention, before):
        return before.outcome, "partitive", before.harm  # "5 إصابات؛ حالتان تم نقلهما"
    told_behind = subject is not None and told_behind and subject.first - phrase.end <= 1
    if subject is not None and (governed is None or told_behind or clause_before(passage, mention)):
        return subject.outcome, "subject", subject
    if governed is not None:
        return governed.outcome, "toll" if governed.kind == "toll" else "governed", governed
    among = of_victims(passage, phrase) or among_victims(passage, mention, phrase)
    if among is None and before is None and (opens_part(tagged, mention.first) or phrase.of_before):
        among = victims_told(passage, mention)
    if among is not None:
        return among, "noun", None
    if phrase.loose:
        return Outcome.CASUALTIES, "noun", None
    if is_hurt(passage, phrase) and (tagged.cue(phrase.end, "manner") or tagged.cue(phrase.end, "in_state")):
        return Outcome.INJURED, "noun", None  # "و28 إصاباتهم طفيفة"
    if before is not None and is_spelt_out(tagged, mention, before):
        return before.outcome, "partitive", before.harm
    return described_behind(passage, phrase) or summed_up(passage, index, phrase)


def _of_another_kind(passage: Passage, index: int, phrase: NounPhrase, before: Draft) -> bool:
    """ "بلغ عدد القتلى من النساء 20 والأطفال 30": a toll goes on with a bare number behind who they are."""
    tagged, mention = passage.tagged, passage.mentions[index]
    who = mention.first - 1
    noun = tagged.roles[who].noun
    several = noun is not None and noun.group is not None and noun.number in ("plural", "dual_or_plural")
    beside = who == before.last and tagged.joined(who) and tagged.definite(who)
    toll = before.harm is not None and before.harm.kind == "toll"
    return toll and several and beside and mention.kind == "number" and not phrase.thing
