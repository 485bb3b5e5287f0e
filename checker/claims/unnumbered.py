"""The outcome of mentions without a number: "مقتل جندي", "وأصيب آخر"."""

from __future__ import annotations

from checker.arabic.lexicon import NOTHING, NUMBERS
from checker.claims.among import among_before, among_behind
from checker.claims.described import STATES
from checker.claims.doers import is_doer
from checker.claims.draft import Decision, Draft
from checker.claims.fates import is_fate, is_own, words_of
from checker.claims.lists import fills, goes_on, is_besides, is_told_one_by_one, list_end, past_age
from checker.claims.marks import BULLETS, COMMAS
from checker.claims.mentions import Mention
from checker.claims.noun_before import is_one_person
from checker.claims.nounphrase import NounPhrase
from checker.claims.objects import is_object
from checker.claims.partitives import is_among_counted, is_part, is_whose_case
from checker.claims.passage import Passage, clause_before, harm_between
from checker.claims.subjects import has_no_object, verb_of
from checker.claims.tagging import Harm, Tagged
from checker.model import Outcome

#: A verb of being hurt stands so close in front of how.
_HOW = 3
#: What brings victims stands so close in front of them, and what finds their bodies.
_BESIDE, _FOUND = 3, 7
#: A number of two kinds of people together, as of men and women, is mostly larger than this.
_OF_BOTH = 100
#: From one case told of by place to the next.
_NEXT = 4
#: From someone to what is told of him, and from someone of a body: "أن جنديا من مشاة البحرية (المارينز) توفي".
_VERB, _OF_WHOM = 4, 8
#: What a participle tells of one who is still so.
_HELD = (*STATES, Outcome.MISSING)
_AT_THE = "بال"
_QUOTES = frozenset("«\"“'(")
#: Tokens of "in" and the name of a place.
_PLACE = 2
#: Words that describe a person before whom he does it to is told.
_ADJECTIVES = 2


def outcome_unnumbered(
    passage: Passage, index: int, phrase: NounPhrase, before: Draft | None, left: Harm | None, passed: int
) -> Decision | None:
    """Bare singulars and "آخر" need a governing word right beside them.

    ``left`` is the nearest word of harm in front; ``passed`` as for :func:`is_part`.
    """
    tagged = passage.tagged
    mention = passage.mentions[index]
    i = mention.first
    after = i + 1 if mention.kind == "rest" else phrase.end
    owner = before is not None and before.last == i and before.phrase.outcome is not None and not mention.joined
    if before is not None and is_whose_case(tagged, mention, before):
        return before.outcome, "partitive", before.harm
    if owner and before is not None and not is_among_counted(tagged, mention, before):
        return None  # "جثة امرأة": whose it is
    if before is not None and _is_whose(tagged, mention, before):
        return None
    if before is not None and (_is_second_owner(tagged, mention, before) or _is_of_both(tagged, mention, before)):
        return None
    if before is not None and _is_next_case(passage, mention, phrase, before):
        return before.outcome, "joined", before.harm
    beside = before is not None and before.last == i and before.phrase.outcome is not None and mention.joined
    beside = beside and tagged.roles[i].trigger is None  # and not "13 قتيلا وإصابة 23"
    if beside and phrase.outcome is not None and mention.kind == "single" and not _is_owned(passage, i, after):
        return phrase.outcome, "noun", None  # "شهيدين اثنين وجريحا"
    if _is_owned(passage, i, after) or (phrase.outcome is not None and not _counts_one(passage, i, after)):
        return None
    if _is_cognate(tagged, mention, phrase, left):
        return None
    if before is not None and before.outcome is Outcome.KILLED and mention.joined:
        saved = verb_of(passage, index, phrase)
        if saved is not None and saved.first == after and saved.outcome is Outcome.RESCUED:
            return saved.outcome, "subject", saved  # "ثلاث جثث وشخص على قيد الحياة"
    if is_fate(tagged, i, "certain") and is_fate(tagged, i - 1, "demise"):
        return None  # "نجا من موت محقق"
    adjacent = left is not None and left.kind != "toll" and _only_times(tagged, left.last, i)
    adjacent = adjacent or (left is not None and left.last < left.close == i)  # "أنهت رصاصة حياة عروس"
    if left is not None and left.last < left.close <= i and tagged.cue(left.close - 1, "but_for"):
        adjacent = adjacent or _only_times(tagged, left.close, i)  # "لم ينج من الحادث سوى طفل"
    if not adjacent and mention.kind == "single" and is_object(passage, mention, left):
        adjacent = before is None or left is None or before.first < left.first
    if adjacent and left is not None:
        split = left.close > left.last  # "فارق طفل الحياة": no object behind
        holds = left.outcome is Outcome.KIDNAPPED  # "احتجز مسلح ثمانية رهائن"
        if left.kind in ("cause", "suffer") and (holds or not split) and is_doer(passage, index, after):
            return None
        object_ = _past_adjectives(tagged, after)
        if left.kind == "cause" and not split and (is_own(tagged, object_) or is_fate(tagged, after, "crowds")):
            return None  # "قتل مسلح زميله", "دهس سائق مجموعة من المارة"
        if left.kind == "fall" and phrase.outcome is None:
            return None
        if mention.kind == "rest" and before is not None and before.phrase.head == left.first:
            return None  # "4 جثث أخرى"
        if mention.kind == "rest" and left.last == i and is_fate(tagged, left.first - 1, "deeds"):
            return None  # "عملية طعن أخرى"
        placed = left.outcome is Outcome.DETAINED and tagged.cue(left.first - 1, "place_of")
        if mention.kind == "rest" and placed:
            return None  # "في سجن آخر"
        told = None if phrase.loose or phrase.outcome in STATES else phrase.outcome  # "مقتل ضحية"
        if left.outcome is Outcome.KILLED and told is Outcome.INJURED:
            told = None  # "وفاة جريح"
        return told or left.outcome, "governed", left
    if mention.kind == "rest":
        listed = before is not None and before.whole is not None and mention.joined and not tagged.definite(i)
        if before is not None and listed and goes_on(passage, mention, phrase, before):
            return before.outcome, "joined", before.harm  # "وهم: اثنان في البلدة وآخر في الميناء"
        behind = verb_of(passage, index, phrase)
        of_them = tagged.cue(i - 1, "number_of")  # "وعدد آخر تم نقلهم"
        if behind is not None and behind.first == after and not of_them:
            dies = behind.kind == "suffer" or has_no_object(passage, behind.last)
            if behind.kind == "behind" or (dies and tagged.tokens[i].norm in words_of("and_one_more")):
                return behind.outcome, "subject", behind  # "واعتبر آخر في عداد المفقودين", "وآخر قتل في الحرب"
        if before is not None and behind is None and _is_one_beside(passage, i, before):
            return before.outcome, "joined", before.harm
        return None
    if left is not None and left.kind == "toll" and tagged.cue_before(i, "breakdown") is not None:
        return left.outcome, "toll", left  # "القتلى هم سيدة وطفلان"
    if before is not None and (
        is_part(passage, mention, phrase, before, passed)
        or is_told_one_by_one(passage, index, before)
        or fills(passage, index, before)
    ):
        hurt = before.outcome is Outcome.DETAINED and phrase.outcome is Outcome.INJURED  # "أوقف ثلاثة، بينهم جريح"
        return Outcome.INJURED if hurt else before.outcome, "partitive", before.harm
    if before is not None and goes_on(passage, mention, phrase, before) and not harm_between(passage, before.last, i):
        return phrase.outcome or before.outcome, "joined", before.harm
    if phrase.outcome is not None:
        return _lone_victim(passage, index, phrase, left)
    subject = verb_of(passage, index, phrase)
    end = past_age(tagged, list_end(passage, index, after), passage.sentence.last)
    reach = _OF_WHOM if tagged.word(after, "of") else _VERB
    if subject is not None and clause_before(passage, mention) and subject.first - end <= reach:
        return subject.outcome, "subject", subject
    if subject is not None and subject.kind == "suffer" and subject.first == after < subject.last == after + 1:
        return subject.outcome, "subject", subject  # "على جندي استشهد في الحرب"
    if subject is not None and subject.first == after and subject.outcome is Outcome.RESCUED and left is None:
        return subject.outcome, "subject", subject  # "استخراج طفلة على قيد الحياة"
    to_death = subject is not None and subject.first == after and tagged.tokens[after].norm in words_of("until")
    if subject is not None and to_death and subject.kind == "behind":
        return subject.outcome, "subject", subject  # "ضرب شاب حتى الموت"
    captive = _is_held(passage, mention, after)
    if captive is not None:
        return captive, "noun", None
    among = among_behind(tagged, after, passage.sentence.last)
    if among is None and not _is_of_one(passage, i, after):
        among = among_before(tagged, i, passage.sentence.first)
    if among is None and after < passage.sentence.last and tagged.cue(after, "in_state"):
        among = Outcome.INJURED  # "تحدث عن شاب في حالة حرجة"
    return (among, "noun", None) if among is not None else None


def _is_second_owner(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "جثماني رجل وامرأة": the second of those whose two bodies they are."""
    two = before.mention.kind == "dual" and before.phrase.outcome is not None and not tagged.definite(before.first)
    return two and mention.joined and mention.first == before.last + 1 and is_one_person(tagged, before.last)


def _is_whose(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "إصابة حرجة لشاب أصيب برصاصة": whose case was just counted."""
    one = before.mention.kind == "single" and mention.kind == "single" and before.phrase.outcome is not None
    return one and tagged.particles[mention.first] == "ل" and mention.first - before.last <= 1


def _is_of_both(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "1000 طالب وطالبة", "961 جريح ومريض": so large a number counts both kinds together."""
    many = before.mention.kind == "number" and (before.mention.min or 0) >= _OF_BOTH
    if not (many and mention.kind == "single" and mention.joined and mention.first == before.last):
        return False
    if before.phrase.head is None:
        return False
    roles = tagged.roles[before.phrase.head]
    noun = roles.noun or roles.victim
    return noun is not None and noun.number == "singular"


def _is_one_beside(passage: Passage, i: int, before: Draft) -> bool:
    """ "قتل جندي وآخر من الحرس", "قتل جندي في الميناء وآخر في المطار": one more beside the one just told of."""
    tagged, last = passage.tagged, before.last
    if tagged.tokens[i].norm not in words_of("and_one_more") or before.mention.kind != "single" or i - last >= _NEXT:
        return False
    by_place = _is_placed(tagged, last) and i + 1 < passage.sentence.last and _is_placed(tagged, i + 1)
    return last == i or (by_place and not harm_between(passage, last, i))


def _is_next_case(passage: Passage, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
    """ "8 إصابات بالريف وإصابة بالمدينة وأخرى بالميناء": one more of the cases told of by place."""
    tagged, i = passage.tagged, mention.first
    if not mention.joined or i - before.last > _NEXT or mention.kind not in ("single", "rest"):
        return False
    end = i + 1 if mention.kind == "rest" else phrase.end
    if end >= passage.sentence.last or not _is_placed(tagged, end) or harm_between(passage, before.last, i):
        return False
    if mention.kind == "rest":
        return before.mention.kind == "single" and before.path == "joined" and before.phrase.outcome is not None
    counted = before.phrase.outcome is phrase.outcome is not None or before.mention.kind == "single"
    return counted and phrase.outcome is before.outcome


def _is_placed(tagged: Tagged, k: int) -> bool:
    """Whether a place begins at ``k``: "بالمدينة", "في المدينة", "بحي النور"."""
    noun = tagged.roles[k].noun
    place = tagged.particles[k] == "ب" and noun is not None and noun.group is None and noun.collective
    return place or tagged.cue(k, "at_place") or tagged.tokens[k].norm.startswith(_AT_THE)


def _is_cognate(tagged: Tagged, mention: Mention, phrase: NounPhrase, left: Harm | None) -> bool:
    """ "أصيب في إحداها إصابة طفيفة": how the one just told of was hurt."""
    if phrase.outcome is not Outcome.INJURED or mention.joined:
        return False
    if is_fate(tagged, mention.first - 1, "of_him"):
        return True  # "إصابته إصابة بالغة"
    if left is None or left.kind != "suffer":
        return False
    noun = tagged.roles[mention.first].trigger
    return noun is not None and left.outcome is Outcome.INJURED and mention.first - left.last <= _HOW


def _only_times(tagged: Tagged, start: int, end: int) -> bool:
    """Whether nothing but time or place stands between: "قتلت اليوم الجمعة مسلحا", "قتلت في المدينة رجلا"."""
    placed = end - start == _PLACE and tagged.cue(start, "place_of") and tagged.tokens[end].norm.endswith("ا")
    return placed or all(
        tagged.cue(k, "after_indefinite")
        or tagged.word(k, "therein")
        or tagged.tokens[k].text in _QUOTES
        or (k > start and k == end - 1 and tagged.tokens[k].text in COMMAS)  # "قتل أمس الأحد، شرطي"
        for k in range(start, end)
    )


def _lone_victim(passage: Passage, index: int, phrase: NounPhrase, left: Harm | None) -> Decision | None:
    """ "حالة وفاة" and "جثة" count one by themselves; "قتيل" in a list, after a verb or leading a headline."""
    tagged = passage.tagged
    mention = passage.mentions[index]
    if phrase.outcome is None:
        return None
    if phrase.end - mention.first > 1:
        return None if is_fate(tagged, phrase.end - 1, "acts") else (phrase.outcome, "noun", left)
    i = mention.first
    if is_besides(tagged, i) and phrase.outcome is Outcome.KILLED and tagged.roles[i].trigger is None:
        return phrase.outcome, "noun", left  # "بالإضافة إلى جثة"
    brings = i > 0 and (tagged.cue(i - 1, "brings") or tagged.word(i - 1, "brings_one"))
    following = tagged.tokens[phrase.end].norm if phrase.end < passage.sentence.last else ""
    leads = i == passage.sentence.first and following[:1] == "و" and tagged.roles[i].trigger is None
    first = passage.sentence.first  # "- جريح نتيجة انزلاق دراجة"
    listed = i == first + 1 and tagged.tokens[first].text in BULLETS and tagged.roles[i].trigger is None
    degree = phrase.end < passage.sentence.last and tagged.cue(phrase.end, "injury_degree")
    if (
        degree
        or leads
        or listed
        or _is_brought(passage, i)
        or (
            brings
            and (following != "و" or _is_number(tagged, phrase.end + 1))
            and phrase.outcome is not Outcome.INJURED
        )
    ):
        return phrase.outcome, "noun", left
    return None


def _is_number(tagged: Tagged, i: int) -> bool:
    return i < len(tagged.tokens) and bool(ord(tagged.codes[i]) & NUMBERS)


def _counts_one(passage: Passage, i: int, after: int) -> bool:
    """Whether a singular victims word is a count and not the act or a state."""
    tagged = passage.tagged
    if tagged.word(i - 1, "states"):
        return False
    if after - i > 1:
        return True
    if tagged.roles[i].trigger is not None:
        return after < passage.sentence.last and tagged.cue(after, "injury_degree")
    return not tagged.tokens[i].norm.endswith("ا") or _is_brought(passage, i)


def _is_brought(passage: Passage, i: int) -> bool:
    """ "خلف قتيلا", "أوقع الانفجار قتيلا": the object of what brings victims; who "سقط قتيلا" is named."""
    tagged = passage.tagged
    victim = tagged.roles[i].victim
    for k in range(i - 1, max(passage.sentence.first - 1, i - 1 - _FOUND), -1):
        trigger = tagged.roles[k].trigger
        if tagged.cue(k, "brings") and i - k <= _BESIDE:
            return trigger is None or trigger.kind != "fall"
        if tagged.cue(k, "finds"):
            return victim is not None and victim.outcome is Outcome.KILLED  # "انتشل الأهالي جثة رجل"
        aside = tagged.tokens[k].text in COMMAS and victim is not None  # "انتشل الأهالي، أمس، جثة رجل"
        if (tagged.tokens[k].kind != "word" and not aside) or tagged.cue(k, "clause"):
            return False
    return False


def _is_held(passage: Passage, mention: Mention, after: int) -> Outcome | None:
    """ "أن محاميا معتقلا مضرب عن الطعام": what has become of the one a clause begins with."""
    if not clause_before(passage, mention) or mention.first == passage.sentence.first:
        return None
    tagged = passage.tagged
    for k in range(mention.first + 1, min(after + 1, passage.sentence.last)):
        victim = tagged.roles[k].victim
        if victim is not None and victim.number == "singular" and victim.outcome in _HELD:
            return None if tagged.particles[k] or tagged.definite(k) else victim.outcome
    return None


def _is_of_one(passage: Passage, i: int, after: int) -> bool:
    """ "بين الجرحى شقيق زعيم الحزب": a known person, as the name or the noun right behind says."""
    tokens = passage.tagged.tokens
    if after >= passage.sentence.last or tokens[after].kind != "word" or tokens[i].norm.endswith("ا"):
        return False  # "بين القتلى ضابطا برتبة نقيب": the case says that nobody's is meant
    roles = passage.tagged.roles[after]
    return roles == NOTHING or (roles.noun is not None and not passage.tagged.joined(after))


def _is_owned(passage: Passage, i: int, after: int) -> bool:
    """A singular before a definite noun is "the X of Y": a known person, not one of many."""
    tagged = passage.tagged
    k = i + 1 if tagged.phrases.get(i) is None else after
    k += k < passage.sentence.last and tagged.tokens[k].text in _QUOTES  # "مقتل مطلوب «القائمة 23»"
    if k >= passage.sentence.last:
        return False
    token = tagged.tokens[k]
    if token.kind == "latin":
        return True
    if is_own(tagged, k) and tagged.roles[i].victim is not None:
        return True  # "جثة شقيقه"
    ends = tagged.cue(k, "after_indefinite") or k in tagged.tails  # "فارق طفل الحياة"
    return token.kind == "word" and token.norm.startswith("ال") and not ends


def _past_adjectives(tagged: Tagged, k: int) -> int:
    """Behind a word or two that may describe the person in front: "قتل شرطي سابق زوجته"."""
    end = k
    while end < min(k + _ADJECTIVES, len(tagged.tokens)) and not is_own(tagged, end):
        roles = tagged.roles[end]
        describes = roles.noun is None and roles.trigger is None and not tagged.cue(end, "prepositions")
        if tagged.tokens[end].kind != "word" or tagged.joined(end) or not describes:
            break
        end += 1
    return end if is_own(tagged, end) else k
