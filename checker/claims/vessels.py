"""Those held as hostages: by pirates, or taken with a ship: "خطف قراصنة سفينة على متنها 17 بحارا"."""

from __future__ import annotations

from checker.claims.fates import fate_within, is_fate
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, harm_before
from checker.claims.tagging import Harm
from checker.model import Outcome

#: Words from those who seize it to those aboard.
_REACH = 10
#: Pirates stand so close to the word that tells that they hold people.
_BESIDE = 3


def held_by_captors(passage: Passage, index: int, phrase: NounPhrase, harm: Harm | None) -> bool:
    """Whether it is pirates or kidnappers who hold them: "القراصنة يحتجزون 40 بحارا", "محتجزون لدى القراصنة"."""
    tagged = passage.tagged
    if harm is None or not fate_within(tagged, "holds", harm.first, harm.last):
        return False
    mention = passage.mentions[index]
    low, high = max(passage.sentence.first, harm.first - _BESIDE), min(passage.sentence.last, harm.last + _BESIDE)
    if harm.last <= mention.first:
        high = min(high, mention.first)  # behind the figure those are held themselves: "احتجزت الشرطة 3 مسلحين"
    elif mention.first < harm.first:
        low = max(low, phrase.end)  # "3 مسلحين في قبضة الجيش"
    return fate_within(tagged, "captors", harm.first if harm.joined else low, high)


def taken_with(passage: Passage, mention: Mention) -> Harm | None:
    """The kidnapping that takes a ship, a bus … with the people counted aboard, right in front of them."""
    tagged, first = passage.tagged, mention.first
    if not is_fate(tagged, first - 1, "riding"):
        return None
    harm = harm_before(passage, mention)
    if harm is None or harm.outcome is not Outcome.KIDNAPPED or harm.kind == "toll" or first - harm.last > _REACH:
        return None
    between = range(harm.last, first)
    if any(between.start <= other.first < first and other.kind == "number" for other in passage.mentions):
        return None  # "خطفوا ثلاثة من حافلة تقل 30"
    return harm if any(_is_thing(passage, k) for k in between) else None


def _is_thing(passage: Passage, k: int) -> bool:
    noun = passage.tagged.roles[k].noun
    return noun is not None and noun.group is None and noun.number == "singular"
