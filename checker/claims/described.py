"""What the counted noun, or what describes it, tells of harm: "27 امرأة مصابة", "طفلين بين الضحايا"."""

from __future__ import annotations

from checker.claims.among import among_before, among_behind
from checker.claims.draft import Decision
from checker.claims.fates import is_fate
from checker.claims.marks import COMMAS
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, harm_before
from checker.claims.tagging import Harm, Tagged
from checker.model import Outcome

#: What people are who may then be killed or hurt: "مقتل 9 لاجئين".
STATES = (Outcome.DISPLACED, Outcome.DETAINED, Outcome.KIDNAPPED)

#: Words between those whose state is told and how bad it is.
_STATE = 4
#: "من دون إصابة" has so many words.
_UNHURT = 3


def is_hurt(passage: Passage, phrase: NounPhrase) -> bool:
    """ "وحالتين متوسطة الإصابة", "وأربعة في حالة خطرة": how badly they are hurt stands behind the noun."""
    tagged, end = passage.tagged, phrase.end
    return end < passage.sentence.last and (tagged.cue(end, "injury_degree") or tagged.cue(end, "in_state"))


def is_in_state(passage: Passage, mention: Mention, phrase: NounPhrase) -> bool:
    """ "حالة خمسة من الباقين حرجة": whose state it is stands between, and how bad it is behind them."""
    tagged, end = passage.tagged, phrase.end
    if mention.kind != "number" or phrase.outcome is Outcome.KILLED or not tagged.word(mention.first - 1, "state_of"):
        return False
    for k in range(end, min(end + _STATE, passage.sentence.last)):
        if tagged.tokens[k].kind != "word" or tagged.joined(k):
            return False
        if tagged.cue(k, "injury_degree"):
            return True
    return False


def came_off(passage: Passage, mention: Mention) -> bool:
    """ "نجا راكبان دون إصابة": how those who are saved came off, and no denial of victims."""
    saved = harm_before(passage, mention)
    if saved is None or saved.outcome is not Outcome.RESCUED or mention.last - mention.first > _UNHURT:
        return False
    return is_fate(passage.tagged, mention.last - 1, "hurt")


def lump_behind(passage: Passage, phrase: NounPhrase) -> Harm | None:
    """ "90 مدنيا بين قتيل وجريح": the lump behind the counted noun."""
    for harm in passage.harms:
        if (
            harm.outcome is Outcome.CASUALTIES
            and harm.kind == "suffer"
            and harm.last - harm.first > 1
            and 0 <= harm.first - phrase.end <= 4
        ):
            between = range(phrase.end, harm.first)
            return harm if not any(passage.tagged.tokens[k].kind == "punct" for k in between) else None
    return None


def remaining_are(passage: Passage, mention: Mention, phrase: NounPhrase) -> Outcome | None:
    """ "وتبقى البقية، وعددها 12، مفقودة": what the rest, whose number stands in an aside, are."""
    tagged, end = passage.tagged, max(mention.last, phrase.end)
    if end + 1 >= passage.sentence.last or tagged.tokens[end].text not in COMMAS:
        return None
    if phrase.outcome is not None or not tagged.cue(mention.first - 1, "number_of_them"):
        return None
    victim = tagged.roles[end + 1].victim
    aside = tagged.tokens[mention.first - 1].norm.startswith("و")
    return victim.outcome if aside and victim is not None and not tagged.particles[end + 1] else None


def described_behind(passage: Passage, phrase: NounPhrase) -> Decision | None:
    """ "27 امرأة مصابة بالمرض": a participle behind the counted noun."""
    tagged = passage.tagged
    end = phrase.end + (phrase.head is not None and tagged.cue(phrase.end, "new_ones"))  # "83 حالة جديدة مصابة"
    if phrase.head is None or end >= passage.sentence.last:
        return None
    victim = tagged.roles[end].victim
    known = tagged.definite(end) and not tagged.joined(end)  # "3500 من المهاجرين واللاجئين لاقوا حتفهم"
    if phrase.partitive and victim is not None and victim.outcome in STATES and known:
        return victim.outcome, "noun", None  # "خمسة من الجنود الأسرى"
    if victim is None or tagged.particles[end] or tagged.roles[end].trigger is not None:
        return None  # "شيع المئات جثامين الضحايا"
    return victim.outcome, "noun", None


def of_victims(passage: Passage, phrase: NounPhrase) -> Outcome | None:
    """ "ثماني حالات من المصابين": of the victims behind the noun."""
    tagged, end = passage.tagged, phrase.end
    if phrase.head is None or end + 1 >= passage.sentence.last or not tagged.word(end, "of"):
        return None
    victim = tagged.roles[end + 1].victim
    whose = end + 2
    named = tagged.definite(end + 1) or (
        whose < passage.sentence.last and (tagged.definite(whose) or tagged.roles[whose].event is not None)
    )  # "من الضحايا", "من ضحايا الحريق", "من ضحايا حادث"
    told = victim is not None and victim.number != "singular" and named
    return victim.outcome if told and victim is not None and victim.outcome not in (*STATES, Outcome.OTHER) else None


def among_told(passage: Passage, phrase: NounPhrase) -> Outcome | None:
    """The dead or the hurt of whom those counted are said to be, whatever list goes on: "خمس نساء من بين المصابين"."""
    if phrase.head is None or phrase.outcome is not None:
        return None
    end = phrase.end + passage.tagged.word(phrase.end, "of")
    if not passage.tagged.word(end, "among"):
        return None
    outcome = among_behind(passage.tagged, end, passage.sentence.last)
    return outcome if outcome in (Outcome.KILLED, Outcome.INJURED) else None


def among_victims(passage: Passage, mention: Mention, phrase: NounPhrase) -> Outcome | None:
    """ "أن بين القتلى العسكريين ضابطين", "طفلين بين الضحايا": the outcome of those of whom some are named."""
    first = mention.first if phrase.head is None else min(mention.first, phrase.head)
    return among_before(passage.tagged, first, passage.sentence.first) or among_behind(
        passage.tagged, max(mention.last, phrase.end), passage.sentence.last
    )


def is_one_victim(passage: Passage, mention: Mention, phrase: NounPhrase) -> bool:
    """ "أن أحد الجرحى خضع لجراحة": the subject of a clause that does not say who he is."""
    told = phrase.outcome in (Outcome.KILLED, Outcome.INJURED) and not phrase.loose
    opens = mention.first == passage.sentence.first or passage.tagged.cue(mention.first - 1, "clause")
    return told and opens and not passage.tagged.cue(phrase.end, "copula")


def is_any_one(tagged: Tagged, mention: Mention, phrase: NounPhrase) -> bool:
    """ "الواحد منهم": whoever of them."""
    return phrase.of_before and mention.min == 1 and tagged.tokens[mention.number_first].norm.startswith("ال")
