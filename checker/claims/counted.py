"""The counted noun around a number, and what it says of the people counted."""

from __future__ import annotations

from checker.arabic.lexicon import NOTHING, NUMBERS
from checker.claims.lumps import victim_of
from checker.claims.mentions import Mention
from checker.claims.noun_before import has_article, is_one_person, noun_before
from checker.claims.noun_groups import complement_group
from checker.claims.noun_heads import OPENERS, is_loose, of_phrase, person_at, phrase_at
from checker.claims.nounphrase import NounPhrase
from checker.claims.tagging import Tagged, is_and_verb
from checker.model import Group, Hedge, Outcome
from checker.values import replace

_TWO, _TEN = 2, 10
_AND = "و"


def parse_phrase(tagged: Tagged, mention: Mention, limit: int) -> NounPhrase:
    """Read the noun phrase of a mention; ``limit`` is the end of its sentence."""
    if mention.kind == "zero":
        group = complement_group(tagged, mention.last, limit)  # "دون إصابات في صفوف الشرطة"
        return NounPhrase(None, mention.last, group, outcome=mention.outcome, known=True)
    if mention.kind in ("dual", "single"):
        return _own_noun(tagged, mention, limit)
    if mention.kind == "rest":
        group = complement_group(tagged, mention.last, limit)  # "وإصابة آخر من قوات الأمن"
        return NounPhrase(mention.first, mention.last, group, others=True, known=True)
    if tagged.cue(mention.first, "one_of_them"):
        return NounPhrase(None, mention.last, _who_it_is(tagged, mention.last, limit), known=True)
    if mention.first == mention.number_first and has_article(tagged, mention):
        before = noun_before(tagged, mention, NounPhrase(None, mention.last))
        if before is not None and before.head is not None and not before.thing:
            between = range(before.head + 1, mention.first)
            if all(tagged.tokens[k].norm.startswith("ال") for k in between):
                return before  # and nothing behind: "الجرحى التسعة من المستشفى"
    behind = _noun_behind(tagged, mention, limit)
    if behind.partitive and _is_pair(tagged, mention):  # "جريحان اثنان من الشرطة"
        before = noun_before(tagged, mention, NounPhrase(None, mention.last))
        if before is not None:
            return replace(before, group=before.group if before.group not in (None, Group.PEOPLE) else behind.group)
    if mention.kind == "number" and behind.head is not None and _is_of_them(tagged, behind.end, limit):
        return replace(behind, of_before=True)  # "220 حالة منها"
    one = mention.min == mention.max == 1 and mention.first > 0 and is_one_person(tagged, mention.first - 1)
    named = mention.first > 0 and tagged.roles[mention.first - 1].noun is not None
    alone = behind.of_before and mention.min == mention.max == 1 and not named  # "أن واحدا منهم", not "بلاغ واحد منها"
    follows = mention.kind != "one_of" and not mention.joined  # "في القرية وواحد في المدينة" are no villages
    if follows and not alone and (behind.head is None or not behind.known or one):
        before = noun_before(tagged, mention, behind)
        if before is not None:
            return before
    return behind


def _who_it_is(tagged: Tagged, i: int, limit: int) -> Group | None:
    """The group of the person named right behind "one of them": "أحدهم شرطي"."""
    if i >= limit or tagged.particles[i] or not is_one_person(tagged, i):
        return None
    group = person_at(tagged, i, limit)[1]
    return None if group is Group.PEOPLE else group


def _own_noun(tagged: Tagged, mention: Mention, limit: int) -> NounPhrase:
    i = mention.number_first
    victim = victim_of(tagged, i, counted=False)
    expression = tagged.phrases.get(i)
    noun = (expression[1].noun if expression is not None else None) or tagged.roles[i].noun
    if victim is not None:
        group = complement_group(tagged, victim[1], limit)
        return NounPhrase(
            i, victim[1], group, generic=True, known=True, outcome=victim[0].outcome,
            loose=is_loose(tagged, i), definite=tagged.definite(i),
        )  # fmt: skip
    if noun is None:
        return NounPhrase(i, i + 1, others=tagged.cue(i, "other_two"), known=tagged.cue(i, "other_two"))
    end, group = person_at(tagged, i, limit)
    if mention.kind == "dual" and noun.generic and _is_one_known(tagged, i + 1, limit):
        group = noun.group or group  # "والدا الطفلة" are no children
    if mention.kind == "dual" and _is_of_them(tagged, end, limit):
        return NounPhrase(i, end + 1, group, noun.generic, known=True, of_before=True)
    outcome = _told_beside(tagged, i, limit) if mention.kind == "dual" else None
    return NounPhrase(i, end, group, noun.generic, known=True, definite=tagged.definite(i), outcome=outcome)


def _told_beside(tagged: Tagged, i: int, limit: int) -> Outcome | None:
    """What became of two known ones, as the word behind says: "الرجلين القتيلين"."""
    victim = tagged.roles[i + 1].victim if i + 1 < limit else None
    if victim is None or not (tagged.definite(i) and tagged.definite(i + 1)) or tagged.joined(i + 1):
        return None
    told = victim.outcome in (Outcome.KILLED, Outcome.INJURED)  # the missing may be found
    return victim.outcome if told and victim.number.startswith("dual") else None


def _is_one_known(tagged: Tagged, k: int, limit: int) -> bool:
    """Whether a known person stands at ``k``: "الطفلة"."""
    noun = tagged.roles[k].noun if k < limit else None
    return noun is not None and noun.group is not None and noun.number == "singular" and tagged.definite(k)


def _is_of_them(tagged: Tagged, k: int, limit: int) -> bool:
    """Whether "of them" at ``k`` says of whom the two in front are: "حالتان منها بالشمال", not "رجلان منهم ضابط"."""
    if not (k + 1 < limit and tagged.cue(k, "partitive_after")):
        return False
    if tagged.joined(k + 1):
        return True
    if ord(tagged.codes[k + 1]) & NUMBERS or tagged.tokens[k + 1].text in OPENERS:
        return False  # "8000 إصابة منها (16) وفاة"
    following = tagged.roles[k + 1]
    return following.victim is None and (following.noun is None or following.noun.group is None)


def _noun_behind(tagged: Tagged, mention: Mention, limit: int) -> NounPhrase:
    tokens = tagged.tokens
    i = mention.after
    while i < limit and tokens[i].text in OPENERS:
        i += 1
    if i >= limit or (i > mention.after and is_one_person(tagged, i) and (mention.min or 0) <= _TEN):
        return NounPhrase(None, mention.after)  # "ثلاثة (رجل وطفلان)"
    others = False
    mark = tagged.marks.get(i)
    if mark is not None and "at_least_after" in mark.cues:
        i = mark.last
    if i < limit and tagged.cue(i, "others"):
        others = True
        i += 1
    mark = tagged.marks.get(i)
    if i < limit and tagged.cue(i, "partitive_after"):
        of = i + 1 < limit and tagged.word(i + 1, "of")
        inner = of_phrase(tagged, i + 1, limit) if of else None
        behind = mark.last if mark is not None and "partitive_after" in mark.cues else i + 1
        head, end, group = (inner.head, inner.end, inner.group) if inner else (None, behind, None)
        return NounPhrase(head, end, group, known=True, of_before=True, others=others)
    if i < limit and tagged.word(i, "of"):
        phrase = _of_how_many(tagged, i, limit) or of_phrase(tagged, i, limit)
        if phrase is not None:
            return _with(phrase, others=others)
    if i >= limit or tokens[i].kind not in ("word", "latin"):
        return NounPhrase(None, i if others else mention.after, others=others, known=others)
    if (tagged.joined(i) and (tagged.particles[i] or tokens[i].norm == _AND)) or (
        tagged.roles[i] == NOTHING and is_and_verb(tokens[i].norm)
    ):
        return NounPhrase(None, i if others else mention.after, others=others, known=others)
    if tokens[i - 1].text == ")" and tokens[i].norm[0] == _AND and tagged.roles[i] == NOTHING:
        return NounPhrase(None, mention.after, others=others, known=others)  # "المشفى (15) ودمنهور (9)"
    whose = tagged.roles[i].noun
    if tagged.particles[i] == "ل" and whose is not None and whose.group is not None and whose.number == "plural":
        return NounPhrase(None, i, whose.group, known=True)  # of bodies: "12 لرجال و8 لنساء"
    if mention.hedge is Hedge.VAGUE and tagged.definite(mention.number_first) and not tagged.definite(i):
        return NounPhrase(None, mention.after)  # "ودع الآلاف جثامين …": only a definite noun is counted so
    if others and tokens[i].norm[0] == "و" and tagged.roles[i].noun is None:
        return NounPhrase(None, i, complement_group(tagged, i, limit), others=True, known=True)
    phrase = phrase_at(tagged, i, limit, vague=mention.max is None or mention.kind == "one_of")
    few = mention.kind == "number" and mention.max is not None and mention.max <= _TWO
    adverb = others and (
        tagged.roles[i].trigger is not None
        or (phrase is not None and (phrase.generic or phrase.thing or not phrase.known))
    )
    if phrase is not None and (adverb or (few and (not phrase.known or _is_pair(tagged, mention)))):
        phrase = None  # "متهمين اثنين لقيامهما …", "4 آخرين إصابات بالغة", "57 آخرون مساء أمس": no noun of theirs
    if phrase is None:
        group = complement_group(tagged, i, limit) if others or _in_the_ranks(tagged, i, limit) else None
        return NounPhrase(None, i if others else mention.after, group, others=others, known=others)
    return _with(phrase, others=others or phrase.others)


def _in_the_ranks(tagged: Tagged, i: int, limit: int) -> bool:
    """Whether words such as "in the ranks of" stand at ``i``: "مقتل 7 في صفوف الجيش"."""
    ranks = i + 1 < limit and tagged.word(i, "to_ranks") and tagged.word(i + 1, "ranks")
    return ranks and not tagged.cue(i + 1, "at_place")


def _is_pair(tagged: Tagged, mention: Mention) -> bool:
    """Whether the two stand in front: "مواطنين اثنين مشتبها بهما"."""
    if mention.min != _TWO or mention.joined or not mention.first or tagged.definite(mention.first - 1):
        return False
    noun, victim = tagged.roles[mention.first - 1].noun, tagged.roles[mention.first - 1].victim
    if victim is not None:
        return victim.number.startswith("dual")
    return noun is not None and noun.group is not None and noun.number.startswith("dual")


def _of_how_many(tagged: Tagged, i: int, limit: int) -> NounPhrase | None:
    """ "7 من أصل 12 جنديا": the noun stands behind the number of those among whom they were, and is no part of it.

    Where they come from says nothing of them: "33 آخرون من 18 جنسية", "أربعة من ثلاث قرى".
    """
    k = i + 1
    if k < limit and tagged.word(k, "whole_of"):
        k += 1
    first = k
    while k < limit and ord(tagged.codes[k]) & NUMBERS:
        k += 1
    if k == first:
        return None
    head = phrase_at(tagged, k, limit, vague=False) if k < limit else None
    noun = tagged.roles[k].noun if head is not None else None
    origin = noun is not None and noun.collective
    thing = head is not None and head.thing and not origin
    return NounPhrase(None, i, head.group if head else None, thing=thing, known=not origin)


def _with(phrase: NounPhrase, *, others: bool) -> NounPhrase:
    if phrase.others == others:
        return phrase
    return replace(phrase, known=True, others=others)
