"""Those held as hostages, by pirates or taken with a ship, and what became of those aboard."""

from __future__ import annotations

from checker.claims.fates import fate_within, is_fate
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, harm_before
from checker.claims.subjects import verb_of
from checker.claims.tagging import Harm
from checker.model import Outcome

#: Words from those who seize it to those aboard.
_REACH = 10
#: Pirates stand so close to the word that tells that they hold people.
_BESIDE = 3
#: … or so far in front, where they did more: "سيطر القراصنة على سفينة واحتجزوا طاقمها".
_BEFORE, _THEY = 8, "وا"
#: So end words that tell of several people, and of no ship.
_THEIRS = ("وا", "ون", "ين", "هم")
#: From those aboard to the verb that tells what became of them: "كانوا قد فروا".
_BEHIND = 3


def held_by_captors(passage: Passage, mention: Mention, phrase: NounPhrase, harm: Harm | None) -> bool:
    """Whether it is pirates or kidnappers who hold them: "القراصنة يحتجزون 40 بحارا", "محتجزون لدى القراصنة"."""
    return harm is not None and mention.kind != "zero" and _by_captors(passage, mention.first, phrase.end, harm)


def _by_captors(passage: Passage, first: int, end: int, harm: Harm) -> bool:
    """… those counted at the tokens ``first`` up to ``end``."""
    tagged = passage.tagged
    holds = fate_within(tagged, "holds", harm.first, harm.last)
    if not (holds or fate_within(tagged, "captures", harm.first, harm.last)):
        return False
    back = _BEFORE if harm.joined else _BESIDE
    low, high = max(passage.sentence.first, harm.first - back), min(passage.sentence.last, harm.last + _BESIDE)
    if harm.last <= first:
        high = min(high, first)  # behind the figure those are held themselves: "احتجزت الشرطة 3 مسلحين"
    elif first < harm.first:
        low = max(low, end)  # "3 مسلحين في قبضة الجيش"
    if harm.joined and not tagged.tokens[harm.first].norm.endswith(_THEY):
        low = harm.first  # "اشتبك الجيش مع مسلحين واحتجز سبعة"
    return fate_within(tagged, "pirates", low, high) or (holds and fate_within(tagged, "gunmen", low, high))


def held_by_water(passage: Passage, harm: Harm) -> bool:
    """ "احتجزت السيول 20 شخصا": floods and snow arrest nobody."""
    tagged = passage.tagged
    return is_fate(tagged, harm.last, "floods") and fate_within(tagged, "holds", harm.first, harm.last)


def freed_behind(passage: Passage, end: int) -> Outcome:
    """What became of those whom a flood held: saved, where the sentence goes on so, or what is not said."""
    saved = any(other.first >= end and other.outcome is Outcome.RESCUED for other in passage.harms)
    saved = saved or fate_within(passage.tagged, "brought_out", end, passage.sentence.last)
    return Outcome.RESCUED if saved else Outcome.OTHER


def taken_with(passage: Passage, mention: Mention) -> Harm | None:
    """The kidnapping that takes a ship, a bus … with the people counted aboard, right in front of them."""
    tagged, first = passage.tagged, mention.first
    if not is_fate(tagged, first - 1, "riding"):
        return None
    harm = harm_before(passage, mention)
    if harm is None or harm.kind == "toll" or first - harm.last > _REACH:
        return None
    if harm.outcome is not Outcome.KIDNAPPED and not (
        harm.outcome is Outcome.DETAINED and _by_captors(passage, first, first, harm)
    ):
        return None
    between = range(harm.last, first)
    if any(between.start <= other.first < first and other.kind == "number" for other in passage.mentions):
        return None  # "خطفوا ثلاثة من حافلة تقل 30"
    return harm if any(_is_thing(passage, k) for k in between) else None


def fate_of_riders(passage: Passage, index: int, phrase: NounPhrase) -> Harm | None:
    """What became of those aboard, as the verb right behind them says: "طائرة تقل 30 جنديا جرى أسرهم"."""
    mention = passage.mentions[index]
    if phrase.head is None or phrase.thing or not is_fate(passage.tagged, mention.first - 1, "riding"):
        return None
    harm = verb_of(passage, index, phrase)
    if harm is None or harm.first - phrase.end > _BEHIND:
        return None
    words = (passage.tagged.tokens[k].norm for k in range(harm.first, harm.last))
    return harm if any(word.endswith(_THEIRS) for word in words) else None  # "عبارة تقل 30 راكبا غرقت"


def _is_thing(passage: Passage, k: int) -> bool:
    noun = passage.tagged.roles[k].noun
    return noun is not None and noun.group is None and noun.number == "singular"
