"""The group that the words around a noun of people give it: "4 من عناصر الشرطة", "12 مسلحا حوثيا"."""

from __future__ import annotations

from checker.arabic.lexicon import NOTHING
from checker.claims.fates import is_fate
from checker.claims.tagging import Tagged, is_and_verb
from checker.model import Group

#: Words looked at behind a noun that says nothing of who the person is.
_REACH = 7
_FOR_THE, _THEY = "لل", "وا"
#: So ends an unknown verb that is told of the counted: "نقلتهم".
_THEM = ("هم", "هما")
#: Words in front of "their members", "of them" that are looked at for who they are; the pronouns.
_LEFT, THEIRS = 14, ("ها", "هم", "ه")
_QUOTES = frozenset("«»\"“”‘’'")
_FIGHTERS = frozenset({Group.SECURITY, Group.MILITANTS})
#: What ends a noun phrase.
STOP_CUES = frozenset(
    {"partitive", "clause", "relative", "breakdown", "said", "according", "prepositions", "switch", "others", "besides"}
)


def of_group(tagged: Tagged, k: int, limit: int) -> Group | None:
    """The group of a definite plural or collective: ``أفراد الأمن``, ``الحوثيين``."""
    roles = tagged.roles[k]
    expression = tagged.phrases.get(k)
    if expression is not None and expression[1].body is not None:
        return expression[1].body  # "6 من أنصار الشريعة"
    noun = roles.noun
    if noun is not None and noun.group is not None and not noun.generic and not is_element(tagged, k):
        return noun.group
    if is_element(tagged, k) and tagged.tokens[k].norm.endswith(THEIRS):
        told = group_to_the_left(tagged, k, 0)
        if told is not None:
            return told  # "القوات الأمنية فقدت 4 من عناصرها"
    if roles.body is not None:
        told = body_group(tagged, k, limit)
        if told is not None:
            return told
    told = complement_group(tagged, k + 1, limit, links=True)
    if told is not None:
        return told
    if noun is not None:
        return noun.group
    return roles.body


def group_to_the_left(tagged: Tagged, i: int, low: int) -> Group | None:
    """The group of the nearest body or definite plural of people in front: whose "عناصرها" or "منهم" are."""
    for k in range(i - 1, max(low - 1, i - 1 - _LEFT), -1):
        token, roles = tagged.tokens[k], tagged.roles[k]
        if token.kind == "newline" or token.text in ".؟!":
            return None
        if roles.body in (Group.SECURITY, Group.MILITANTS):
            return body_group(tagged, k, i)
        noun = roles.noun
        many = noun is not None and noun.number in ("plural", "dual_or_plural")
        named = tagged.definite(k) or tagged.particles[k].endswith(_FOR_THE)  # "آليات للمتمردين"
        if noun is not None and many and noun.group is not None and named:
            return None if noun.generic else noun.group
    return None


def complement_group(tagged: Tagged, i: int, limit: int, *, links: bool = False) -> Group | None:
    """The group that the words after a noun give: "حوثيا", "من قوات الأمن", "في صفوف الشرطة".

    Only adjectives and "of" phrases are followed; ``links`` lets the scan
    begin inside an "of" phrase.
    """
    tokens = tagged.tokens
    inside = links
    k = i
    while k < min(i + _REACH, limit):
        token = tokens[k]
        if token.text in _QUOTES:
            k += 1
            continue
        mark = tagged.marks.get(k)
        if mark is not None and "at_least_after" in mark.cues:  # "19 عنصرا على الأقل من الجيش"
            k = mark.last
            if not tagged.word(k, "of") and not tagged.word(k, "to_ranks"):
                return None
            continue
        if k == i and _fell(tagged, k) and tagged.word(k + 1, "to_ranks"):
            k += 1
            continue  # "أربعة قتلى سقطوا في صفوف الجيش"
        harm = tagged.roles[k].trigger is not None or tagged.harms_in(k, k + 1)
        if token.kind not in ("word", "latin") or (harm and not tagged.definite(k)):
            return None
        roles = tagged.roles[k]
        if tagged.word(k, "to_ranks") and k + 1 < limit and tagged.word(k + 1, "ranks"):
            inside = True
            k += 2
            continue
        if tagged.word(k, "of") or tagged.word(k, "ranks"):
            inside = True
            k += 1
            continue
        if roles.cues & STOP_CUES or (tagged.joined(k) and not links):
            return None
        if roles == NOTHING and is_and_verb(token.norm):
            return None  # "مصرع 54 شخصا وإعلان حالة الطوارئ"
        if roles == NOTHING and token.norm.endswith(_THEM) and not inside:
            return None  # "20 عاملا نقلتهم الشرطة"
        expression = tagged.phrases.get(k)
        if expression is not None and expression[1].body is not None:
            return expression[1].body
        if roles.event is not None and roles.body is None and (roles.noun is None or roles.noun.group is None):
            return None  # "قتلى المعارك بين …"
        theirs = (
            tagged.particles[k] == "ل"
            or token.norm.startswith(_FOR_THE)
            or (tagged.roles[i - 1].victim is not None and not tagged.particles[k])
        )
        owned = k == i and i > 0 and theirs  # "50 عنصرا لقوات النظام", "3 قتلى داعش"
        if roles.body is not None and (inside or owned or tagged.definite(k)):
            told = body_group(tagged, k, limit)
            return Group.PEOPLE if inside and told and of_others_too(tagged, k + 1, limit, told) else told
        bodies = i > 0 and tagged.roles[i - 1].victim is not None  # "جثتي طفلين"
        if roles.noun is not None and roles.noun.number == "dual" and not (inside or bodies or tagged.definite(k)):
            return None  # "4 أشخاص شرطيان ومدنيان": two of them
        if roles.noun is not None and roles.noun.group is not None and not roles.noun.generic:
            told = roles.noun.group
            if told is Group.MILITANTS and is_element(tagged, k) and k + 1 < limit:
                whose = complement_group(tagged, k + 1, limit)  # "20 شخصا من عناصر الشرطة"
                told = whose if whose is Group.SECURITY else told
            return Group.PEOPLE if inside and of_others_too(tagged, k + 1, limit, told) else told
        if tagged.particles[k][:1] in ("ب", "ل", "ك") or tagged.word(k, "group_stops"):
            return None
        k += 1
    return None


def _fell(tagged: Tagged, k: int) -> bool:
    trigger = tagged.roles[k].trigger
    return trigger is not None and trigger.kind == "fall" and tagged.tokens[k].norm.endswith(_THEY)


def body_group(tagged: Tagged, k: int, limit: int) -> Group | None:
    """Forces of a rebel or party are its own: ``قوات الحوثي`` are militants."""
    group = tagged.roles[k].body
    for j in range(k + 1, min(k + 4, limit)):
        if tagged.tokens[j].kind != "word" or tagged.word(j, "place_of") or tagged.joined(j) or tagged.cue(j, "clause"):
            break
        named = tagged.phrases.get(j)
        if named is not None and named[1].body is not None:
            return named[1].body  # "مليشيا الحشد الشعبي"
        noun = tagged.roles[j].noun
        if group is Group.SECURITY and Group.MILITANTS in (tagged.roles[j].body, noun and noun.group):
            return Group.MILITANTS
    return group


def of_others_too(tagged: Tagged, i: int, limit: int, group: Group) -> bool:
    """ "22 من المدنيين والمقاتلين": both kinds are counted in one."""
    if i >= limit or not (tagged.joined(i) and tagged.definite(i)):
        return False
    roles = tagged.roles[i]
    told = roles.body or (roles.noun.group if roles.noun is not None and not roles.noun.generic else None)
    if told is None or told is group:
        return False
    described = i + 1 < limit and tagged.definite(i + 1)  # "الجيش والمسلحين الموالين له": of one side
    return not described or not _FIGHTERS.issuperset((told, group))


def is_element(tagged: Tagged, i: int) -> bool:
    """Words such as "عنصر" that armed bodies of both kinds have."""
    return tagged.cue(i, "element") or is_fate(tagged, i, "fighters")
