"""The counted noun around a number, and what it says of the people counted."""

from __future__ import annotations

from checker.arabic.lexicon import NOTHING, NUMBERS
from checker.claims.mentions import Mention
from checker.claims.tagging import Tagged, is_and_verb, victim_of
from checker.model import Group, Hedge, Outcome
from checker.values import frozen

_OPENERS = frozenset("«»\"“”‘’'()[]-–—")
#: Words looked at behind a noun that says nothing of who the person is.
_REACH = 7
#: Words in front of "their members", "of them" that are looked at for who they are; the pronouns.
_LEFT, _THEIRS = 14, ("ها", "هم", "ه")
_QUOTES = frozenset("«»\"“”‘’'")
_TWO, _TEN, _THOUSAND = 2, 10, 1000
_FIGHTERS = frozenset({Group.SECURITY, Group.MILITANTS})
#: A preposition with the article: no counted noun begins so.
_WITH_PREPOSITION = ("بال", "لل", "وال", "كال", "فال")
#: The letters that a verb of the present begins with, and how long one in the plural is at least.
_PRESENT, _SHORTEST_PRESENT = ("ي", "ت"), 5
_STOP_CUES = frozenset(
    {"partitive", "clause", "relative", "breakdown", "said", "according", "prepositions", "switch", "others", "besides"}
)


@frozen
class NounPhrase:
    """The noun phrase of a mention.

    ``head`` is the token of the counted noun (None where there is none),
    ``end`` the token after the phrase. ``thing`` means that what is counted
    is no person; ``known`` that the lexicon knows the head.
    """

    head: int | None
    end: int
    group: Group | None = None
    generic: bool = False
    thing: bool = False
    known: bool = False
    others: bool = False
    of_before: bool = False
    """"منهم" follows the number: it is a part of the figure before."""
    outcome: Outcome | None = None
    loose: bool = False
    """The outcome is that of "ضحايا", which may mean the dead alone."""
    definite: bool = False
    """The number stands behind a definite noun: "الجنود الثلاثة"."""
    partitive: bool = False
    """The head follows "من": "14 من أفراد الأمن"."""
    household: bool = False
    """Families are counted, and not people."""
    definite_victims: bool = False
    """… and is a definite word for victims: "25 من القتلى"."""


def parse_phrase(tagged: Tagged, mention: Mention, limit: int) -> NounPhrase:
    """Read the noun phrase of a mention; ``limit`` is the end of its sentence."""
    if mention.kind == "zero":
        return NounPhrase(None, mention.last, outcome=mention.outcome, known=True)
    if mention.kind in ("dual", "single"):
        return _own_noun(tagged, mention, limit)
    if mention.kind == "rest":
        return NounPhrase(mention.first, mention.last, others=True, known=True)
    if tagged.cue(mention.first, "one_of_them"):
        return NounPhrase(None, mention.last, known=True)
    if _is_definite(tagged, mention):
        before = _noun_before(tagged, mention, NounPhrase(None, mention.last))
        if before is not None and before.head is not None and not before.thing:
            between = range(before.head + 1, mention.first)
            if all(tagged.tokens[k].norm.startswith("ال") for k in between):
                return before  # and nothing behind: "الجرحى التسعة من المستشفى"
    behind = _noun_behind(tagged, mention, limit)
    if mention.kind != "one_of" and (behind.head is None or not behind.known):
        before = _noun_before(tagged, mention, behind)
        if before is not None:
            return before
    return behind


def _own_noun(tagged: Tagged, mention: Mention, limit: int) -> NounPhrase:
    i = mention.number_first
    victim = victim_of(tagged, i, counted=False)
    expression = tagged.phrases.get(i)
    noun = (expression[1].noun if expression is not None else None) or tagged.roles[i].noun
    if victim is not None:
        group = complement_group(tagged, victim[1], limit)
        return NounPhrase(
            i, victim[1], group, generic=True, known=True, outcome=victim[0].outcome,
            loose=_is_loose(tagged, i), definite=tagged.definite(i),
        )  # fmt: skip
    if noun is None:
        return NounPhrase(i, i + 1, others=tagged.cue(i, "other_two"), known=tagged.cue(i, "other_two"))
    end, group = _person(tagged, i, limit)
    return NounPhrase(i, end, group, noun.generic, known=True, definite=tagged.definite(i))


def _noun_behind(tagged: Tagged, mention: Mention, limit: int) -> NounPhrase:
    tokens = tagged.tokens
    i = mention.after
    while i < limit and tokens[i].text in _OPENERS:
        i += 1
    if i >= limit or (i > mention.after and _is_one(tagged, i) and (mention.min or 0) <= _TEN):
        return NounPhrase(None, mention.after)  # "ثلاثة (رجل وطفلان)"
    others = False
    mark = tagged.marks.get(i)
    if mark is not None and "at_least_after" in mark.cues:
        i = mark.last
    if i < limit and tagged.cue(i, "others"):
        others = True
        i += 1
    if i < limit and tagged.cue(i, "partitive_after"):
        of = i + 1 < limit and tagged.word(i + 1, "of")
        inner = _of_phrase(tagged, i + 1, limit) if of else None
        head, end, group = (inner.head, inner.end, inner.group) if inner else (None, i + 1, None)
        return NounPhrase(head, end, group, known=True, of_before=True, others=others)
    if i < limit and tagged.word(i, "of"):
        phrase = _of_how_many(tagged, i, limit) or _of_phrase(tagged, i, limit)
        if phrase is not None:
            return _with(phrase, others=others)
    if i >= limit or tokens[i].kind not in ("word", "latin"):
        return NounPhrase(None, i if others else mention.after, others=others, known=others)
    if (tagged.joined(i) and tagged.particles[i]) or (tagged.roles[i] == NOTHING and is_and_verb(tokens[i].norm)):
        return NounPhrase(None, i if others else mention.after, others=others, known=others)
    whose = tagged.roles[i].noun
    if tagged.particles[i] == "ل" and whose is not None and whose.group is not None and whose.number == "plural":
        return NounPhrase(None, i, whose.group, known=True)  # of bodies: "12 لرجال و8 لنساء"
    if mention.hedge is Hedge.VAGUE and tagged.definite(mention.number_first) and not tagged.definite(i):
        return NounPhrase(None, mention.after)  # "ودع الآلاف جثامين …": only a definite noun is counted so
    if others and tokens[i].norm[0] == "و" and tagged.roles[i].noun is None:
        return NounPhrase(None, i, complement_group(tagged, i, limit), others=True, known=True)
    phrase = _head(tagged, i, limit, vague=mention.max is None or mention.kind == "one_of")
    few = mention.kind == "number" and mention.max is not None and mention.max <= _TWO
    adverb = others and (
        tagged.roles[i].trigger is not None or (phrase is not None and (phrase.generic or not phrase.known))
    )
    if phrase is not None and (adverb or (few and (not phrase.known or _is_pair(tagged, mention)))):
        phrase = None  # a noun stands in front of these: "متهمين اثنين لقيامهما …", "4 آخرين إصابات بالغة"
    if phrase is None:
        group = complement_group(tagged, i, limit) if others else None
        return NounPhrase(None, i if others else mention.after, group, others=others, known=others)
    return _with(phrase, others=others or phrase.others)


def _is_pair(tagged: Tagged, mention: Mention) -> bool:
    """Whether the two stand in front: "مواطنين اثنين مشتبها بهما"."""
    noun = tagged.roles[mention.first - 1].noun if mention.first else None
    return mention.min == _TWO and noun is not None and noun.group is not None and noun.number.startswith("dual")


def _of_how_many(tagged: Tagged, i: int, limit: int) -> NounPhrase | None:
    """ "7 من أصل 12 جنديا": the noun stands behind the number of those among whom they were, and is no part of it."""
    k = i + 1
    if k < limit and tagged.word(k, "whole_of"):
        k += 1
    first = k
    while k < limit and ord(tagged.codes[k]) & NUMBERS:
        k += 1
    if k == first:
        return None
    head = _head(tagged, k, limit, vague=False) if k < limit else None
    return NounPhrase(None, i, head.group if head else None, thing=head is not None and head.thing, known=True)


def _is_loose(tagged: Tagged, i: int) -> bool:
    victim = tagged.roles[i].victim
    return victim is not None and victim.outcome is Outcome.CASUALTIES


def _with(phrase: NounPhrase, *, others: bool) -> NounPhrase:
    if phrase.others == others:
        return phrase
    return NounPhrase(
        phrase.head, phrase.end, phrase.group, phrase.generic, phrase.thing, True, others,
        phrase.of_before, phrase.outcome, phrase.loose, phrase.definite, phrase.partitive, phrase.definite_victims,
    )  # fmt: skip


def _head(tagged: Tagged, i: int, limit: int, *, vague: bool) -> NounPhrase | None:
    """A noun phrase that begins with its head at ``i``.

    Only words for "dozens" are counted with the article: "عشرات القتلى".
    """
    roles = tagged.roles[i]
    if tagged.word(i, "year_words") and i + 1 < limit and tagged.tokens[i + 1].kind == "number":
        return None  # "نزوح 20 مليونا عام 2014"
    if tagged.cue(i, "manner"):
        return None  # "11 حالاتهم حرجة"
    if tagged.word(i, "group_stops"):
        return None  # "إصابة 66 نتيجة الحر"
    if tagged.definite(i):
        if not vague:
            return None
    elif tagged.particles[i]:
        return None
    victim = victim_of(tagged, i)
    if victim is not None:
        group = complement_group(tagged, victim[1], limit)
        return NounPhrase(
            i, victim[1], group, generic=True, known=True, outcome=victim[0].outcome, loose=_is_loose(tagged, i)
        )
    phrase = tagged.phrases.get(i)
    noun = phrase[1].noun if phrase is not None and phrase[1].noun is not None else roles.noun
    if noun is not None:
        if noun.household:
            return NounPhrase(i, i + 1, Group.OTHER, known=True, household=True)
        if noun.group is None:
            return NounPhrase(i, i + 1, thing=True, known=True)
        if vague and roles.body is not None:
            return NounPhrase(i, i + 1, _of_group(tagged, i, limit), known=True)
        end, group = _person(tagged, i, limit)
        others = end < limit and tagged.cue(end, "others")
        return NounPhrase(i, end + others, group, noun.generic, known=True, others=others)
    if roles.trigger is not None or roles.cues or tagged.harms_in(i, i + 1):
        return None
    if tagged.definite(i):
        if vague and roles.body is not None:
            return NounPhrase(i, i + 1, _body_group(tagged, i, limit), known=True)
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
    """Whether the ending can only be that of a verb in the plural: "تضرروا", "يعالجون"."""
    present = norm[0] in _PRESENT and len(norm) >= _SHORTEST_PRESENT and norm.endswith("ون")
    return present or norm.endswith("وا")


def _of_phrase(tagged: Tagged, i: int, limit: int) -> NounPhrase | None:
    """ "من" and what follows: ``من أفراد الأمن``, ``من الجرحى``."""
    if i >= limit:
        return None
    k = i + 1 if tagged.word(i, "of") else i
    if k >= limit or tagged.tokens[k].kind == "number":
        return None
    while k < limit and tagged.tokens[k].text in _OPENERS:
        k += 1
    if k + 1 < limit and tagged.cue(k, "demonstratives") and tagged.definite(k + 1):
        k += 1
    if k >= limit:
        return None
    roles = tagged.roles[k]
    victim = roles.victim
    noun = roles.noun
    if noun is not None and noun.group is None and roles.body is None and not noun.collective:
        return NounPhrase(k, k + 1, thing=True, known=True, partitive=True)
    group = _of_group(tagged, k, limit)
    if group is not None and _of_others_too(tagged, k + 1, limit, group):
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


def _of_others_too(tagged: Tagged, i: int, limit: int, group: Group) -> bool:
    """ "22 من المدنيين والمقاتلين": both kinds are counted in one."""
    if i >= limit or not (tagged.joined(i) and tagged.definite(i)):
        return False
    roles = tagged.roles[i]
    told = roles.body or (roles.noun.group if roles.noun is not None and not roles.noun.generic else None)
    if told is None or told is group:
        return False
    described = i + 1 < limit and tagged.definite(i + 1)  # "الجيش والمسلحين الموالين له": of one side
    return not described or not _FIGHTERS.issuperset((told, group))


def _lumped_behind(tagged: Tagged, i: int, limit: int, outcome: Outcome) -> bool:
    """ "العشرات من الشهداء والمصابين": both are counted in one."""
    other = tagged.roles[i].victim if i < limit else None
    both = {Outcome.KILLED, Outcome.INJURED}
    return other is not None and tagged.joined(i) and {outcome, other.outcome} == both


def _person(tagged: Tagged, i: int, limit: int) -> tuple[int, Group]:
    """End and group of a phrase whose head is a person noun at ``i``."""
    end, roles = tagged.phrases.get(i, (i + 1, tagged.roles[i]))
    noun = roles.noun or tagged.roles[i].noun
    group = (noun.group if noun is not None else None) or Group.PEOPLE
    if noun is None:
        return end, group
    if noun.generic or group is Group.MILITANTS:
        told = complement_group(tagged, end, limit)
        if told is not None and (noun.generic or (told is Group.SECURITY and _is_element(tagged, i))):
            group = told
    return _extent(tagged, i, limit, end), group


def _is_element(tagged: Tagged, i: int) -> bool:
    """Words such as "عنصر" that armed bodies of both kinds have."""
    return tagged.cue(i, "element")


def _of_group(tagged: Tagged, k: int, limit: int) -> Group | None:
    """The group of a definite plural or collective: ``أفراد الأمن``, ``الحوثيين``."""
    roles = tagged.roles[k]
    noun = roles.noun
    if noun is not None and noun.group is not None and not noun.generic and not _is_element(tagged, k):
        return noun.group
    if _is_element(tagged, k) and tagged.tokens[k].norm.endswith(_THEIRS):
        told = group_to_the_left(tagged, k, 0)
        if told is not None:
            return told  # "القوات الأمنية فقدت 4 من عناصرها"
    if roles.body is not None:
        told = _body_group(tagged, k, limit)
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
            return _body_group(tagged, k, i)
        noun = roles.noun
        if noun is not None and noun.group is not None and noun.number == "plural" and tagged.definite(k):
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
        if roles.cues & _STOP_CUES or (tagged.joined(k) and not links):
            return None
        expression = tagged.phrases.get(k)
        if expression is not None and expression[1].body is not None:
            return expression[1].body
        if roles.event is not None and roles.body is None and (roles.noun is None or roles.noun.group is None):
            return None  # "قتلى المعارك بين …"
        theirs = tagged.particles[k] == "ل" or (tagged.roles[i - 1].victim is not None and not tagged.particles[k])
        owned = k == i and i > 0 and theirs  # "50 عنصرا لقوات النظام", "3 قتلى داعش"
        if roles.body is not None and (inside or owned or tagged.definite(k)):
            told = _body_group(tagged, k, limit)
            return Group.PEOPLE if inside and told and _of_others_too(tagged, k + 1, limit, told) else told
        if roles.noun is not None and roles.noun.group is not None and not roles.noun.generic:
            told = roles.noun.group
            return Group.PEOPLE if inside and _of_others_too(tagged, k + 1, limit, told) else told
        if tagged.particles[k][:1] in ("ب", "ل", "ك") or tagged.word(k, "group_stops"):
            return None
        k += 1
    return None


def _body_group(tagged: Tagged, k: int, limit: int) -> Group | None:
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


def _extent(tagged: Tagged, i: int, limit: int, end: int | None = None) -> int:
    """Where the phrase of the head at ``i`` ends: head, then attached adjectives or body."""
    end = i + 1 if end is None else end
    tokens = tagged.tokens
    while end < min(i + 4, limit):
        token = tokens[end]
        roles = tagged.roles[end]
        if ord(tagged.codes[end]) & NUMBERS:
            break
        owner = end == i + 1 and tagged.definite(end) and not tagged.definite(i) and not tagged.particles[end]
        owner = owner and end not in tagged.tails
        if token.kind == "word" and owner and not roles.cues & _STOP_CUES and not tagged.word(end, "after_indefinite"):
            end += 1  # "رجال الإطفاء"
            continue
        if token.kind != "word" or tagged.joined(end) or roles.cues or roles.trigger is not None:
            break
        person = roles.noun is not None and roles.noun.group is not None and tagged.particles[end] != "ب"
        body = roles.body is not None or person
        adjective = not tagged.particles[end] and token.norm.endswith(("يا", "يين", "يون", "يه"))
        if not body and not adjective:
            break
        end += 1
    return end


def _is_one(tagged: Tagged, k: int) -> bool:
    """Whether an indefinite singular person stands at ``k``."""
    noun = tagged.roles[k].noun if k >= 0 else None
    return noun is not None and noun.group is not None and noun.number == "singular" and not tagged.definite(k)


def _is_definite(tagged: Tagged, mention: Mention) -> bool:
    """Whether a small number has the article: "الثلاثة", "الـ12"; "ألفي" only looks as if it had."""
    i = mention.first - 1
    if mention.kind != "number" or mention.max is None or mention.max >= _THOUSAND:
        return False
    return (i >= 0 and tagged.tokens[i].norm == "ال") or tagged.tokens[mention.number_first].norm.startswith("ال")


def _noun_before(tagged: Tagged, mention: Mention, behind: NounPhrase) -> NounPhrase | None:
    """A noun in front of its number: "الجنود الثلاثة", "جندي واحد", "الأشخاص الـ12"."""
    i = mention.first - 1
    tokens = tagged.tokens
    if i >= 0 and tokens[i].norm in ("ال", "لل"):
        i -= 1
        definite = True
    else:
        definite = tokens[mention.number_first].norm.startswith("ال")
    while i >= 0 and tokens[i].text in _OPENERS:
        i -= 1
    if i < 0 or tokens[i].kind != "word":
        return None
    one = mention.min == 1 and mention.max in (1, None)
    if one and i and tagged.phrases.get(i - 1, (0,))[0] == i + 1:
        i -= 1  # "حالة وفاة واحدة"
    two = mention.min == mention.max == 2 and behind.head is None
    for k in (i, i - 1):
        if k < 0:
            break
        roles = tagged.roles[k]
        noun, victim = roles.noun, roles.victim
        person = noun is not None and noun.group is not None
        apart = k < i and (not tagged.definite(i) or tagged.roles[i].trigger is not None)
        if definite and not apart and tagged.definite(k) and (person or victim is not None):
            group = noun.group if noun is not None else None
            outcome = victim.outcome if victim is not None else None
            return NounPhrase(
                k, mention.last, group, noun is None or noun.generic, known=True, outcome=outcome, definite=True
            )
        if definite and k == i and person and noun is not None and noun.number == "plural":
            return NounPhrase(k, mention.last, noun.group, noun.generic, known=True, definite=True)
        owned = k == i - 1 and tagged.definite(i) and not tagged.definite(k) and not tagged.joined(i)
        if definite and owned and person and noun is not None and noun.number == "plural":
            return NounPhrase(
                k, mention.last, _of_group(tagged, k, mention.first), noun.generic, known=True, definite=True
            )
        unknown = k == i - 1 and tagged.roles[i] == NOTHING and not tagged.definite(i) and not tagged.particles[i]
        if definite and unknown and victim is not None and victim.number == "plural" and not tagged.definite(k):
            return NounPhrase(
                k, mention.last, None, True, known=True, outcome=victim.outcome, loose=_is_loose(tagged, k),
                definite=True,
            )  # "ضحايا طاطا التسعة"  # fmt: skip
        singular = (noun is not None and noun.number == "singular") or (
            victim is not None and victim.number == "singular"
        )
        if two and k == i and noun is not None and noun.group is not None and noun.number.startswith("dual"):
            return NounPhrase(k, mention.last, noun.group, noun.generic, known=True)
        if two and k == i and victim is not None and victim.number.startswith("dual"):
            return NounPhrase(k, mention.last, None, True, known=True, outcome=victim.outcome)
        if one and k == i and person and not tagged.particles[k] and _is_one(tagged, k - 1):
            continue  # "جندي أفغاني واحد": the noun in front is counted
        if one and not definite and singular and (person or victim is not None):
            group = noun.group if noun is not None and noun.group is not None else None
            outcome = victim.outcome if victim is not None else None
            return NounPhrase(
                k,
                mention.last,
                group,
                noun is None or noun.generic,
                known=True,
                outcome=outcome,
                loose=_is_loose(tagged, k),
            )
    thing = tagged.roles[i].noun
    if thing is not None and thing.group is None and (one or definite):
        return NounPhrase(i, mention.last, thing=True, known=True)
    return None
