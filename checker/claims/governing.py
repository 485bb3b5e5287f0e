"""The word of harm in front of a mention, if it reaches it: "مقتل 5 جنود"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.arabic.lexicon import NOTHING
from checker.claims.doers import before_aside, is_doer, tells_suspects
from checker.claims.draft import Draft
from checker.claims.fates import fate_within, is_fate
from checker.claims.marks import COMMAS, MARKS
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, clause_between, harm_before
from checker.claims.tagging import Harm, Tagged
from checker.claims.tolls import TOLL_REACH, toll_before
from checker.claims.vessels import taken_with
from checker.model import Outcome

#: How many tokens may stand between a governing word and its figure.
_GOVERN_REACH = 14
#: … and its figure where the lexicon does not know what is counted.
_UNKNOWN_REACH = 6
#: So near "with" goes on with who was harmed: "قتل نائب مع 3 من حراسه".
_BESIDE = 3
_THE, _THEIRS = "ال", "هم"


def governing_word(
    passage: Passage, index: int, phrase: NounPhrase, left: Harm | None, drafts: Sequence[Draft]
) -> Harm | None:
    """The word of harm in front, if it reaches the mention."""
    mention = passage.mentions[index]
    if left is None:
        return None
    toll = toll_before(passage, mention, phrase, left, drafts)
    if toll is not None:
        return toll
    tagged = passage.tagged
    gap = mention.first - left.last
    reach = TOLL_REACH if left.kind == "toll" else _GOVERN_REACH
    if gap > reach:
        return None
    if _counted_since(left, drafts) or left.kind == "toll":
        return None
    if drafts and drafts[-1].mention.kind == "zero" and drafts[-1].first < left.first < drafts[-1].last:
        return None  # "دون إصابات بين الركاب البالغ عددهم 210": those who were not harmed
    counted = bool(drafts) and drafts[-1].phrase.head == left.first
    if counted and (phrase.outcome is not None or clause_between(tagged, left.last, mention.first)):
        return None  # "سبع جثث و21 جريحا": a counted noun, not a word that governs
    if counted and any(_begins_another(tagged, k) for k in range(left.last, mention.first)):
        return None  # "26 إصابة وعزل 300 مخالط"
    with_whom = left.close == mention.first  # "أنقذته الشرطة مع خمسة عمال": the expression itself ends so
    before = mention.first - 1
    led = gap and tagged.tokens[before].kind == "word" and tagged.cue(before, "prepositions")
    led = led and not (with_whom or tagged.definite(before))  # "على الأقل"
    if (
        led
        and tagged.cue_before(mention.first, "composed") is None
        and taken_with(passage, mention) is None
        and not _is_band(tagged, left, mention)
    ):
        return None
    if gap > _BESIDE and tagged.word(mention.first - 1, "with") and not phrase.others and not with_whom:
        return None
    beside = mention.joined or with_whom or tagged.word(before, "with")
    if gap and not beside and is_fate(tagged, left.first, "of_him"):
        return None  # "أكد مقتله ثلاثة من أعضاء الحركة"
    if is_fate(tagged, before, "leaves") and phrase.outcome is None:
        return None  # "مات الرجل وترك خمسة أبناء"
    if phrase.head is not None and phrase.head < mention.first and is_fate(tagged, phrase.head - 1, "in_sight"):
        return None  # "قتل الأب أمام أطفاله الأربعة"
    led_to = gap > 1 and not mention.joined and tagged.roles[before] == NOTHING and not tagged.definite(before)
    if led_to and is_fate(tagged, before - 1, "afterwards"):
        return None  # "أصيب المنتخب بنكسة بعد غياب خمسة لاعبين"
    known = tagged.roles[left.last].victim if gap and left.kind == "noun" and not mention.joined else None
    if known is not None and known.number == "singular" and tagged.definite(left.last):
        return None  # "شارك في تشييع الشهيد 10 آلاف"
    if tagged.cue(before, "number_of_them") and fate_within(tagged, "fractions", left.last, before):
        return None  # "قتل نصف ركاب الحافلة البالغ عددهم 44"
    for k in range(left.last, before_aside(tagged, left.last, mention.first)):
        opened = tagged.cue(k, "clause") and not tells_suspects(tagged, left, k)
        opened = opened or (tagged.tokens[k - 1].text in COMMAS and is_fate(tagged, k, "result"))
        if opened or tagged.tokens[k].text in MARKS:
            return None
    if left.kind == "cause" and gap <= 1 and is_doer(passage, index, phrase.end) and not phrase.others:
        return None
    if phrase.head is None and not phrase.known and _has_subject(tagged, left, mention):
        return None
    if not phrase.known and gap > _UNKNOWN_REACH and not tagged.cue(mention.first - 1, "number_of_them"):
        return None
    return left


def _begins_another(tagged: Tagged, k: int) -> bool:
    """Whether something else is told from token ``k`` on; "وفي الشمال 20", "والثانية (14)" go on with the same."""
    return tagged.joined(k) and not tagged.definite(k) and not tagged.cue(k, "prepositions")


def _has_subject(tagged: Tagged, harm: Harm, mention: Mention) -> bool:
    """ "غرقت العبارة السلام 98": what sank stands behind a verb that takes no object, and the number is a name."""
    who = harm.last
    takes_none = (harm.kind == "suffer" and harm.close == harm.last) or is_fate(tagged, harm.first, "intransitive")
    if mention.first <= who or mention.joined or not takes_none or tagged.tokens[who].norm == _THE:
        return False  # "قضى الـ52 الباقون"
    noun = tagged.roles[who].noun
    person = (noun is not None and noun.group is not None) or tagged.roles[who].victim is not None
    return (
        tagged.definite(who)
        and not person
        and not tagged.joined(who)
        and all(
            tagged.tokens[k].kind != "word" or (tagged.definite(k) and not tagged.cue(k, "after_indefinite"))
            for k in range(who, mention.first)
        )
    )


def _is_band(tagged: Tagged, harm: Harm, mention: Mention) -> bool:
    """Whether those caught are a body of people that has so many: "ضبط شبكة تابعة لتنظيم متطرف تضم 5 أشخاص"."""
    if harm.outcome is not Outcome.DETAINED or not is_fate(tagged, mention.first - 1, "band_has"):
        return False
    return is_fate(tagged, harm.last, "bands") or is_fate(tagged, harm.last + 1, "bands")


def _counted_since(harm: Harm, drafts: Sequence[Draft]) -> bool:
    """Whether another claim stands between the word of harm and the mention."""
    return any(d.first >= harm.last for d in drafts)


def can_fall(tagged: Tagged, harm: Harm, phrase: NounPhrase) -> bool:
    """Whether people are lost, and not a match: "خسر 5 جنود"; those who fall ("سقوط 5") are people anyway."""
    brings = tagged.cue(harm.first, "brings")
    people = phrase.group is not None or phrase.outcome is not None or phrase.others or phrase.partitive
    lose = not brings and phrase.end < len(tagged.tokens) and tagged.tokens[phrase.end].norm.endswith(_THEIRS)
    return (people and not lose) or brings  # "خسر 300 مستثمر مدخراتهم"


def falls_from(tagged: Tagged, k: int) -> bool:
    """ "سقط خمسة عمال من سقالة", "في بئر": a height from which people fall, or what they fall into."""
    if is_fate(tagged, k, "climbing"):
        return any(is_fate(tagged, j, "climbs") for j in range(k + 1, k + _UNKNOWN_REACH))
    led = tagged.cue(k, "prepositions") or tagged.word(k, "of")
    return led and (is_fate(tagged, k + 1, "heights") or is_fate(tagged, k + 2, "heights"))


def end_before(harm: Harm, mention: Mention) -> int:
    """Where an expression ends whose second half may stand right in front: "أطلقت الجماعة سراح ستة"."""
    return harm.close if harm.close == mention.first and not mention.joined else harm.last


def is_told_in(harm: Harm, before: Draft) -> bool:
    """Whether the word of harm is the claim's own: "46 شخصا لقوا مصرعهم و…", "تسعة جثامين و…"."""
    own_verb = harm is before.harm and before.path == "subject"
    return own_verb or before.first < harm.first < before.last


def victims_told(passage: Passage, mention: Mention) -> Outcome | None:
    """ "غالبية القتلى أجانب، وبينهم ثمانية أطفال": the victims of the sentence whose number was told before."""
    left = harm_before(passage, mention)
    near = left is not None and left.kind == "toll" and mention.first - left.last <= _GOVERN_REACH
    return left.outcome if near and left is not None else None
