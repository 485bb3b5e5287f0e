"""A counted noun in front of its number: "الجنود الثلاثة", "جندي واحد"."""

from __future__ import annotations

from checker.arabic.lexicon import NOTHING
from checker.claims.mentions import Mention
from checker.claims.noun_groups import of_group
from checker.claims.noun_heads import OPENERS, is_loose
from checker.claims.nounphrase import NounPhrase
from checker.claims.tagging import Tagged
from checker.model import Group

_THOUSAND = 1000


def noun_before(tagged: Tagged, mention: Mention, behind: NounPhrase) -> NounPhrase | None:
    """A noun in front of its number: "الجنود الثلاثة", "جندي واحد", "الأشخاص الـ12"."""
    i = mention.first - 1
    tokens = tagged.tokens
    if i >= 0 and tokens[i].norm in ("ال", "لل"):
        i -= 1
        definite = True
    else:
        definite = mention.first == mention.number_first and tokens[mention.first].norm.startswith("ال")
    while i >= 0 and tokens[i].text in OPENERS:
        i -= 1
    if i < 0 or tokens[i].kind != "word":
        return None
    one = mention.min == 1 and mention.max in (1, None)
    if one and i and tagged.phrases.get(i - 1, (0,))[0] == i + 1:
        i -= 1  # "حالة وفاة واحدة"
    two = mention.min == mention.max == 2 and behind.head is None
    origin = definite and i > 0 and _is_origin(tagged, i)
    for k in (i - 1,) if origin else (i, i - 1):
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
                k, mention.last, group, noun is None or noun.generic, known=True, outcome=outcome,
                loose=is_loose(tagged, k), definite=True,
            )  # fmt: skip
        if definite and k == i and person and noun is not None and noun.number == "plural":
            return NounPhrase(k, mention.last, noun.group, noun.generic, known=True, definite=True)
        crew = k == i and noun is None and roles.body is Group.PEOPLE and victim is None
        if definite and crew and not _is_person(tagged, k - 1):
            return NounPhrase(k, mention.last, roles.body, True, known=True, definite=True)  # "طاقمها السبعة"
        owned = k == i - 1 and tagged.definite(i) and not tagged.definite(k) and not tagged.joined(i)
        if definite and owned and person and noun is not None and noun.number == "plural":
            return NounPhrase(
                k, mention.last, of_group(tagged, k, mention.first), noun.generic, known=True, definite=True
            )
        unknown = k == i - 1 and tagged.roles[i] == NOTHING and not tagged.definite(i) and not tagged.particles[i]
        if definite and unknown and victim is not None and victim.number == "plural" and not tagged.definite(k):
            return NounPhrase(
                k, mention.last, None, True, known=True, outcome=victim.outcome, loose=is_loose(tagged, k),
                definite=True,
            )  # "ضحايا طاطا التسعة"  # fmt: skip
        singular = (noun is not None and noun.number == "singular") or (
            victim is not None and victim.number == "singular"
        )
        if two and k == i and noun is not None and noun.group is not None and noun.number.startswith("dual"):
            who = tagged.roles[k - 1].noun if k and noun.generic and not tagged.particles[k] else None
            if who is not None and who.group is not None and who.number.startswith("dual"):
                return NounPhrase(k - 1, mention.last, who.group, who.generic, known=True)  # "شرطيين تركيين اثنين"
            return NounPhrase(k, mention.last, noun.group, noun.generic, known=True)
        if two and k == i and victim is not None and victim.number.startswith("dual"):
            return NounPhrase(k, mention.last, None, True, known=True, outcome=victim.outcome)
        if one and k == i and person and not tagged.particles[k] and is_one_person(tagged, k - 1):
            continue  # "جندي أفغاني واحد": the noun in front is counted
        if one and not definite and singular and (person or victim is not None):
            victim = victim or tagged.phrases.get(k, (k, roles))[1].victim  # "حالة وفاة واحدة"
            group = noun.group if noun is not None and noun.group is not None else None
            outcome = victim.outcome if victim is not None else None
            return NounPhrase(
                k,
                mention.last,
                group,
                noun is None or noun.generic,
                known=True,
                outcome=outcome,
                loose=is_loose(tagged, k),
            )
    thing = tagged.roles[i].noun
    acts = tagged.roles[i].trigger is not None and definite  # "وتم إسعاف الستة الآخرين"
    if thing is not None and thing.group is None and (one or definite) and not acts:
        return NounPhrase(i, mention.last, thing=True, known=True)
    owner = tagged.roles[i - 1].noun if i and definite and tagged.definite(i) else None
    if owner is not None and owner.group is None and not tagged.definite(i - 1) and tagged.roles[i].victim is None:
        return NounPhrase(i - 1, mention.last, thing=True, known=True)  # "ولايات البلاد الـ18"
    return None


def _is_origin(tagged: Tagged, i: int) -> bool:
    """ "الجنود الأمريكيين الثلاثة": the word in front of the number says where those in front of it are from."""
    who, origin = tagged.roles[i - 1].noun, tagged.roles[i].noun
    several = who is not None and who.group is not None and who.number == "plural" and tagged.definite(i - 1)
    return several and origin is not None and origin.group is not None and origin.generic and tagged.definite(i)


def _is_person(tagged: Tagged, k: int) -> bool:
    """Whether a noun of people stands at ``k``: "أفراد الطاقم الخمسة"."""
    noun = tagged.roles[k].noun if k >= 0 else None
    return noun is not None and noun.group is not None


def is_one_person(tagged: Tagged, k: int) -> bool:
    """Whether an indefinite singular person stands at ``k``."""
    noun = tagged.roles[k].noun if k >= 0 else None
    return noun is not None and noun.group is not None and noun.number == "singular" and not tagged.definite(k)


def has_article(tagged: Tagged, mention: Mention) -> bool:
    """Whether a small number has the article: "الثلاثة", "الـ12"; "ألفي" only looks as if it had."""
    i = mention.first - 1
    if mention.kind != "number" or mention.max is None or mention.max >= _THOUSAND:
        return False
    return (i >= 0 and tagged.tokens[i].norm == "ال") or tagged.tokens[mention.number_first].norm.startswith("ال")
