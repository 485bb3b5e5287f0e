"""Words of harm that tell of no harm for whom they count: players suspended, suspects sought, what anyone may do."""

from __future__ import annotations

from checker.claims.fates import fate_within, is_fate, words_of
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.tagging import Harm, Tagged
from checker.model import Group, Outcome

#: Words from who demands that people be set free to the word that tells of it.
_ASKED = 5
#: Words from who may do something, or from "whoever", to what is done.
_MAY, _WHOEVER = 4, 5
#: So end counted nouns that the lexicon does not know, and that are things more often than people.
_OF_THINGS = ("ه", "ات")
#: From those who live somewhere to their number.
_RESIDENTS = 9
#: From a court's word to those whom it punishes.
_PUNISHED = 4
#: So many people run away from war or water, and fewer from the police.
_CROWD = 50
_STOPS = frozenset("،,؛.:")
#: "of" attached, behind what is seized: "لأحد المواطنين".
_OF = "ل"
#: Mentions of nobody's number: "البحث عن سائق" is mostly for a new one.
_UNCOUNTED = ("single", "rest", "one_of")


def is_no_fate(tagged: Tagged, mention: Mention, phrase: NounPhrase, harm: Harm) -> bool:
    """Whether the word of harm, found for a figure, tells nothing of the people counted."""
    if _is_only_meant(tagged, mention, harm) or _is_listed(tagged, phrase):
        return True
    if harm.kind == "toll" and _are_residents(tagged, mention, phrase):
        return True
    if harm.outcome is Outcome.INJURED and _is_appeal(tagged, harm):
        return True
    if harm.outcome is Outcome.KILLED and _is_punished(tagged, mention, phrase, harm):
        return True
    if harm.outcome is Outcome.MISSING:
        return _is_sought(tagged, mention, phrase, harm)
    if harm.outcome is Outcome.OTHER and _is_demanded(tagged, harm, "releases"):
        return True
    if harm.outcome is Outcome.KILLED and _is_demanded(tagged, harm, "execution"):
        return True  # "طالبت النيابة بإعدام ستة متهمين"
    if harm.outcome is Outcome.DETAINED and fate_within(tagged, "seizes", harm.first, harm.last):
        head = phrase.head
        if head is not None and not phrase.known and tagged.tokens[head].norm.endswith(_OF_THINGS):
            return True  # "التحفظ على 5 آلاف مدفأة"
        if harm.last < mention.first and tagged.tokens[mention.first].norm.startswith(_OF):
            return True  # "ضبط سيارة لأحد المواطنين"
    if harm.kind == "fall" and _among(tagged, phrase, "players") and not tagged.cue(harm.first, "brings"):
        return True  # "خسر النادي لاعبين لصالح منافسه"
    if harm.outcome is Outcome.DETAINED and is_fate(tagged, mention.first - 1, "stopped"):
        return True  # "أوقفت الحكومة دعم 300 ألف أسرة"
    if harm.outcome in (Outcome.DETAINED, Outcome.OTHER):
        return _among(tagged, phrase, "players") and fate_within(tagged, "suspends", harm.first, harm.close)
    if harm.outcome is Outcome.DISPLACED:
        return _is_on_the_run(tagged, mention, phrase, harm)
    return False


def _is_on_the_run(tagged: Tagged, mention: Mention, phrase: NounPhrase, harm: Harm) -> bool:
    """ "فر 12 جنديا من الخدمة", "هرب ثلاثة لصوص": who runs from the law is not driven away; "هرب 20 ألفا" are."""
    if tagged.word(phrase.end, "of") and is_fate(tagged, phrase.end + 1, "duties"):
        return True
    if fate_within(tagged, "runs", harm.first, harm.last) and (mention.min or 0) < _CROWD:
        return True
    if harm.kind == "suffer" and harm.last <= mention.first:
        to_where = tagged.word(mention.first - 1, "to")  # "لجأ إلى ثلاثة حلول"
        return to_where or _among(tagged, phrase, "fugitives")
    return False


def _is_appeal(tagged: Tagged, harm: Harm) -> bool:
    """ "رفضت المحكمة طعن 7 متهمين": who appeals to a court, and stabs nobody."""
    if not fate_within(tagged, "appeals", harm.first, harm.last):
        return False
    return fate_within(tagged, "hears", max(0, harm.first - _MAY), harm.first)


def _is_punished(tagged: Tagged, mention: Mention, phrase: NounPhrase, harm: Harm) -> bool:
    """Whether a court deals with them, and the killing is what they or others are tried for: "ببراءة 7 آخرين"."""
    low = max(harm.last if harm.last <= mention.first else 0, mention.first - _PUNISHED)
    if phrase.outcome is not None or harm.first == mention.first:
        return False
    for k in range(mention.first - 1, low - 1, -1):
        if tagged.tokens[k].kind == "word" and is_fate(tagged, k, "punishes"):
            return True
        if tagged.tokens[k].text in _STOPS or tagged.roles[k].trigger is not None:
            return False
    return False


def _is_sought(tagged: Tagged, mention: Mention, phrase: NounPhrase, harm: Harm) -> bool:
    """Whether others look for them: "البحث جار عن ثلاثة مشتبه فيهم", "البحث عن سائق"."""
    if not any(tagged.cue(k, "search") for k in range(harm.first, harm.last)):
        return False
    if harm.kind == "near" and mention.kind in _UNCOUNTED and mention.first == harm.last:
        return True
    return phrase.group is Group.MILITANTS or _among(tagged, phrase, "sought")


def _is_listed(tagged: Tagged, phrase: NounPhrase) -> bool:
    """ "قائمة المطلوبين الـ36": a list is named by how many are on it."""
    return phrase.definite and phrase.head is not None and is_fate(tagged, phrase.head - 1, "rolls")


def _are_residents(tagged: Tagged, mention: Mention, phrase: NounPhrase) -> bool:
    """ "المدينة التي يبلغ عدد سكانها 240 ألف نسمة": how many live there."""
    low = max(0, mention.first - _RESIDENTS)
    return phrase.head is not None and mention.kind == "number" and fate_within(tagged, "residents", low, mention.first)


def _is_only_meant(tagged: Tagged, mention: Mention, harm: Harm) -> bool:
    """Whether the words speak of what can, must or should not be done, and of nothing that was done."""
    if harm.last > mention.first or harm.kind not in ("noun", "cause"):
        return False
    first, one = harm.first, mention.kind in _UNCOUNTED
    if one and harm.kind == "cause" and _is_anyone(tagged, first):
        return True
    if not _is_act(tagged, first):
        return False
    if one and tagged.word(first - 1, "of") and fate_within(tagged, "graver", first - 1 - _MAY, first - 1):
        return True  # "أهون من قتل رجل", "أعظم عند الناس من قتل رجل"
    for k in range(first - 1, max(-1, first - 1 - _MAY), -1):
        if tagged.tokens[k].kind != "word" or tagged.cue(k, "clause"):
            return False
        if is_fate(tagged, k, "able"):
            return True
    return False


def _is_act(tagged: Tagged, i: int) -> bool:
    """Whether the noun tells what someone does, and not what came of it: "قتل", and no "مقتل"."""
    return tagged.tokens[i].norm[len(tagged.particles[i]) :] in words_of("acts")


def _is_anyone(tagged: Tagged, verb: int) -> bool:
    """ "لكل من قتل نفسا أو قتل رجلا": the verb has "whoever" in front."""
    for k in range(verb - 1, max(-1, verb - 1 - _WHOEVER), -1):
        if tagged.tokens[k].kind != "word":
            return False
        if is_fate(tagged, k, "whoever") or (is_fate(tagged, k, "who") and is_fate(tagged, k - 1, "everyone")):
            return tagged.roles[k + 1].trigger is not None
    return False


def _is_demanded(tagged: Tagged, harm: Harm, what: str) -> bool:
    """Whether someone asks for them to be set free, or put to death: "دعت المنظمة إلى الإفراج عن 12 صحفيا"."""
    if not fate_within(tagged, what, harm.first, harm.last):
        return False
    for k in range(harm.first - 1, max(-1, harm.first - 1 - _ASKED), -1):
        if tagged.tokens[k].kind != "word":
            return False
        if is_fate(tagged, k, "demands"):
            return True
    return False


def _among(tagged: Tagged, phrase: NounPhrase, name: str) -> bool:
    return phrase.head is not None and is_fate(tagged, phrase.head, name)
