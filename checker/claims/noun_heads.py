"""A noun phrase from its first word on: "جنود من الجيش", "من أفراد الأمن"."""

from __future__ import annotations

from checker.arabic.lexicon import NUMBERS
from checker.claims.cases import is_no_adjective
from checker.claims.fates import is_fate, is_own
from checker.claims.lumps import victim_of
from checker.claims.noun_groups import (
    STOP_CUES,
    THEIRS,
    body_group,
    complement_group,
    group_to_the_left,
    is_element,
    of_group,
    of_others_too,
)
from checker.claims.nounphrase import NounPhrase
from checker.claims.tagging import Tagged
from checker.model import Group, Outcome

#: Marks that may stand between a number and its noun.
OPENERS = frozenset("«»\"“”‘’'()[]-–—")
#: A preposition with the article: no counted noun begins so.
_WITH_PREPOSITION = ("بال", "لل", "وال", "كال", "فال")
#: How great a leader is stands between him and his body in so many words.
_TITLE = 3
#: The letters that a verb of the present begins with, and how long one in the plural is at least.
_PRESENT, _SHORTEST_PRESENT = ("ي", "ت"), 5
#: … and one of the past whose subject is a woman or a thing.
_PAST = ("ت", "ا")


def phrase_at(tagged: Tagged, i: int, limit: int, *, vague: bool) -> NounPhrase | None:
    """A noun phrase that begins with its head at ``i``.

    Only words for "dozens" are counted with the article: "عشرات القتلى".
    """
    roles = tagged.roles[i]
    if tagged.word(i, "year_words") and i + 1 < limit and tagged.tokens[i + 1].kind == "number":
        return None  # "نزوح 20 مليونا عام 2014"
    if tagged.cue(i, "manner"):
        return None  # "11 حالاتهم حرجة"
    if i in tagged.tails and tagged.word(i, "alive"):
        return None  # "أخرج أربعة أحياء": they are no quarters of a town
    if tagged.word(i, "group_stops"):
        return None  # "إصابة 66 نتيجة الحر"
    if tagged.definite(i):
        if not vague:
            return None
    elif tagged.particles[i]:
        return None
    victim = victim_of(tagged, i)
    if victim is not None:
        told, end = victim
        group = complement_group(tagged, end, limit)
        others = end < limit and tagged.cue(end, "others")  # "60 جثة أخرى"
        return NounPhrase(
            i, end, group, generic=True, known=True, others=others, outcome=told.outcome, loose=is_loose(tagged, i)
        )
    phrase = tagged.phrases.get(i)
    noun = phrase[1].noun if phrase is not None and phrase[1].noun is not None else roles.noun
    if noun is not None:
        if noun.household:
            return NounPhrase(i, i + 1, Group.OTHER, known=True, household=True)
        if noun.group is None:
            return NounPhrase(i, i + 1, thing=True, known=True)
        if vague and roles.body is not None:
            return NounPhrase(i, i + 1, of_group(tagged, i, limit), known=True)
        end, group = person_at(tagged, i, limit)
        others = end < limit and tagged.cue(end, "others")
        return NounPhrase(i, end + others, group, noun.generic, known=True, others=others)
    if roles.trigger is not None or roles.cues or tagged.harms_in(i, i + 1):
        return None
    if tagged.definite(i):
        if vague and roles.body is not None:
            return NounPhrase(i, i + 1, body_group(tagged, i, limit), known=True)
        return None
    norm = tagged.tokens[i].norm
    if norm.startswith(_WITH_PREPOSITION) or _is_verb(norm) or i in tagged.tails:
        return None  # "15 بالضفة", "العشرات بالرصاص", "منهم 7 انتشلوا", "مصير 9 مجهولا"
    from checker.arabic.morphology import noun_features  # only where a noun is unknown

    features = noun_features(tagged.tokens[i].text)
    if features is not None and features.rational is False:
        return NounPhrase(i, i + 1, thing=True, known=True)
    known = features is not None and features.rational is True
    return NounPhrase(i, i + 1, complement_group(tagged, i + 1, limit), generic=known, known=known)


def _is_verb(norm: str) -> bool:
    """Whether the ending can only be that of a verb: "تضرروا", "يعالجون", "تحطمت"."""
    present = norm[0] in _PRESENT and len(norm) >= _SHORTEST_PRESENT and norm.endswith("ون")
    past = norm[0] in _PAST and len(norm) >= _SHORTEST_PRESENT and norm.endswith("ت") and norm[-2] != "ا"
    return present or past or norm.endswith("وا")


def person_at(tagged: Tagged, i: int, limit: int) -> tuple[int, Group]:
    """End and group of a phrase whose head is a person noun at ``i``."""
    end, roles = tagged.phrases.get(i, (i + 1, tagged.roles[i]))
    noun = roles.noun or tagged.roles[i].noun
    group = (noun.group if noun is not None else None) or Group.PEOPLE
    if noun is None:
        return end, group
    if noun.generic or group is Group.MILITANTS:
        told = complement_group(tagged, end + (end < limit and tagged.cue(end, "others")), limit)
        if told is None and noun.generic and is_element(tagged, i) and tagged.tokens[i].norm.endswith(THEIRS):
            told = group_to_the_left(tagged, i, 0)  # "دورية للشرطة … 6 أفرادها"
        if told is None and noun.generic and is_fate(tagged, i, "members"):
            told = _of_whose(tagged, end, limit)
        if told is not None and (noun.generic or (told is Group.SECURITY and is_element(tagged, i))):
            group = told
    return _extent(tagged, i, limit, end), group


def _of_whose(tagged: Tagged, i: int, limit: int) -> Group | None:
    """ "قيادي كبير في تنظيم القاعدة": the body that a member or a leader is in."""
    for k in range(i, min(i + _TITLE, limit - 1)):
        if tagged.word(k, "place_of"):
            return body_group(tagged, k + 1, limit)
        roles = tagged.roles[k]
        person = roles.noun is not None and roles.noun.group is not None
        if tagged.tokens[k].kind != "word" or tagged.joined(k) or person or roles.trigger is not None or roles.cues:
            return None
    return None


def of_phrase(tagged: Tagged, i: int, limit: int) -> NounPhrase | None:
    """ "من" and what follows: ``من أفراد الأمن``, ``من الجرحى``."""
    if i >= limit:
        return None
    k = i + 1 if tagged.word(i, "of") else i
    if k >= limit or tagged.tokens[k].kind == "number":
        return None
    while k < limit and tagged.tokens[k].text in OPENERS:
        k += 1
    if k + 1 < limit and tagged.word(k, "whole_of") and tagged.roles[k + 1].victim is not None:
        k += 1  # "316 من إجمالي المصابين"
    if k + 1 < limit and tagged.cue(k, "demonstratives") and tagged.definite(k + 1):
        k += 1
    if k >= limit:
        return None
    roles = tagged.roles[k]
    victim = roles.victim
    noun = roles.noun
    if noun is not None and noun.group is None and roles.body is None and not noun.collective:
        where = noun.number == "singular" and tagged.definite(k) and not tagged.cue(k, "after_indefinite")
        if where and not is_fate(tagged, k, "kinds"):
            return NounPhrase(k, k + 1, partitive=True)  # "أربعة من القرية": where they are from
        return NounPhrase(k, k + 1, thing=True, known=True, partitive=True)
    group = of_group(tagged, k, limit)
    if group is not None and of_others_too(tagged, k + 1, limit, group):
        group = Group.PEOPLE
    known = noun is not None or victim is not None or group is not None
    outcome = victim.outcome if victim is not None else None
    if victim is not None and _lumped_behind(tagged, k + 1, limit, victim.outcome):
        outcome = Outcome.CASUALTIES
    end = _extent(tagged, k, limit)
    generic = noun.generic if noun is not None else True
    return NounPhrase(
        k, end, group, generic, known=known, outcome=outcome, partitive=True,
        definite_victims=victim is not None and tagged.definite(k),
    )  # fmt: skip


def _lumped_behind(tagged: Tagged, i: int, limit: int, outcome: Outcome) -> bool:
    """ "العشرات من الشهداء والمصابين": both are counted in one."""
    other = tagged.roles[i].victim if i < limit else None
    both = {Outcome.KILLED, Outcome.INJURED}
    return other is not None and tagged.joined(i) and {outcome, other.outcome} == both


def _extent(tagged: Tagged, i: int, limit: int, end: int | None = None) -> int:
    """Where the phrase of the head at ``i`` ends: head, then attached adjectives or body."""
    end = i + 1 if end is None else end
    tokens = tagged.tokens
    while end < min(i + 4, limit):
        if is_own(tagged, end) or _is_pair_of(tagged, i, end):
            break  # "قتل مسلح زميله", "4 أشخاص شرطيان ومدنيان"
        token = tokens[end]
        roles = tagged.roles[end]
        if ord(tagged.codes[end]) & NUMBERS:
            break
        owner = end == i + 1 and tagged.definite(end) and not tagged.definite(i) and not tagged.particles[end]
        owner = owner and end not in tagged.tails
        if token.kind == "word" and owner and not roles.cues & STOP_CUES and not tagged.word(end, "after_indefinite"):
            end += 1  # "رجال الإطفاء"
            continue
        if token.kind != "word" or tagged.joined(end) or roles.cues or roles.trigger is not None:
            break
        if end == i + 1 and is_no_adjective(tagged, i, end):
            break
        person = roles.noun is not None and roles.noun.group is not None and tagged.particles[end] != "ب"
        body = roles.body is not None or person
        adjective = not tagged.particles[end] and token.norm.endswith(("يا", "يين", "يون", "يه"))
        if not body and not adjective:
            break
        end += 1
    return end


def _is_pair_of(tagged: Tagged, head: int, k: int) -> bool:
    """Whether two of the people counted by the plural at ``head`` stand at ``k``."""
    noun, pair = tagged.roles[head].noun, tagged.roles[k].noun
    several = noun is not None and noun.number == "plural" and pair is not None and pair.group is not None
    known = tagged.definite(k) or tagged.definite(head)  # "اثنين من الحراس رهينتين"
    return several and pair is not None and pair.number == "dual" and not known


def is_loose(tagged: Tagged, i: int) -> bool:
    """Whether the word at ``i`` is "ضحايا" or the like, which may mean the dead alone or all harmed."""
    victim = tagged.roles[i].victim
    return victim is not None and victim.outcome is Outcome.CASUALTIES
