"""Mentions that are a part of the figure before: "بينهم 14", "خمسة منهم"."""

from __future__ import annotations

from checker.arabic.lexicon import NUMBERS
from checker.claims.by_place import are_these, at_place, first_of_places, next_in_brackets
from checker.claims.draft import Draft
from checker.claims.fates import is_fate
from checker.claims.lists import LIST_REACH
from checker.claims.marks import COMMAS, MARKS
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, clause_between, harm_between, opens_part
from checker.claims.tagging import Tagged

_OF, _AND_OF = "ل", "ول"
#: Words between those who are not said to be harmed and some of them.
_OF_THEM = 6


def _is_comprised(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "18 ألف حالة اعتقال، شملت 580 امرأة": who was in the cases right in front."""
    verb = mention.first - 1
    if (
        not (tagged.cue(verb, "comprises") or is_fate(tagged, verb, "befalls"))
        or tagged.tokens[verb - 1].text not in COMMAS
    ):
        return False
    return verb - 1 == max(before.last, before.phrase.end) and is_fate(tagged, before.phrase.head or -1, "cases")


def is_whose_case(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "حالتا وفاة لمواطن في الساحل ولمقيمة في الجبل": whose cases, of which several were counted."""
    i = mention.first
    if before.whole is not None and tagged.particles[i] == _AND_OF:
        return tagged.particles[before.mention.first] in (_OF, _AND_OF) and i - before.last <= LIST_REACH
    cases = before.phrase.outcome is not None and before.whole is None and (before.mention.min or 0) > 1
    fits = mention.min is not None and mention.min < (before.mention.min or 0)
    return cases and fits and i == before.last and tagged.particles[i] == _OF


def is_part(passage: Passage, mention: Mention, phrase: NounPhrase, before: Draft, passed: int) -> bool:
    """Whether the mention is a part of the figure before: "بينهم 14", "خمسة منهم".

    ``passed`` is the end of the last figure of people who are not said to be harmed, or -1.
    """
    tagged = passage.tagged
    between = range(before.last, mention.first)
    if tagged.cue_before(mention.first, "of_things") is not None and _counts_things(tagged, mention.first - 1):
        return False  # "تلقت 2485 بلاغا منها 338 كاذبة"
    near = before.last < passed <= mention.first <= passed + _OF_THEM
    if near and clause_between(tagged, before.last, passed):
        return False  # "… يقل 42 شخصا، 31 منهم من الجزيرة": of those who are not said to be harmed
    of_things = phrase.of_before and tagged.cue(mention.after, "of_things")
    if of_things and any(_is_thing(tagged, k) and tagged.definite(k) for k in between):
        return False  # "سلسلة من الهجمات وقع 3 منها في العاصمة"
    taken = mention.joined and before.phrase.of_before and before.last == mention.first  # "اثنان منهم وخمسة"
    head = mention.first if phrase.head is None or phrase.definite else phrase.head  # "منها حالة وفاة واحدة"
    opened_here = opens_part(tagged, min(head, mention.first)) and not taken
    if phrase.of_before or opened_here or is_among_counted(tagged, mention, before):
        return True
    if is_whose_case(tagged, mention, before):
        return True
    if before.whole is None and _is_comprised(tagged, mention, before):
        return True
    if before.whole is not None and _is_the_rest(tagged, mention, before):
        return True
    if tagged.cue(mention.first, "one_of_them"):
        return not any(_is_thing(tagged, k) for k in between)
    opened = [k for k in between if tagged.cue(k, "partitive")]
    start = opened[-1] if opened else before.last  # "15 شخصا في الهجوم من بينهم نساء وأطفال وجندي واحد"
    told = [k for k in between if tagged.cue(k, "breakdown")]
    if told and first_of_places(tagged, told[-1], mention):
        return True  # "524 إصابة، توزعت في حلب 346، ودير الزور 72"
    if before.whole is not None and next_in_brackets(tagged, mention, before):
        return True
    near = mention.first - start <= LIST_REACH and start - before.last <= LIST_REACH
    if not near or harm_between(passage, before.last, mention.first):
        return False
    if are_these(tagged, mention, before):
        return True
    next_place = at_place(tagged, before.mention, before.phrase) and at_place(tagged, mention, phrase)
    if told and mention.joined and not next_place and not any(tagged.tokens[k].text in MARKS for k in between):
        return True  # not "تسعة في القرية هم أفراد أسرة واحدة، وسبعة في المدينة"
    composed = tagged.cue_before(mention.first, "composed")
    end = mention.first if composed is None else composed
    return bool(opened) and all(
        _is_listed(tagged, k) or (composed is not None and _is_household(tagged, k)) for k in range(opened[-1] + 1, end)
    )


def _is_the_rest(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "من بينهم 16 مدنيا، والباقون 9 عسكريا", "والباقون من جنسيات أخرى وعددهم 7"."""
    if tagged.cue_before(mention.first, "the_rest") is not None:
        return True
    near = range(max(before.last, mention.first - LIST_REACH), mention.first)
    return tagged.cue(mention.first - 1, "number_of_them") and any(tagged.cue(k, "the_rest") for k in near)


def is_among_counted(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "من بين الضحايا الثلاثة عشر أربع نساء": the whole stands right in front, behind "among"."""
    gap = range(before.last, mention.first)
    beside = not gap or (len(gap) == 1 and tagged.tokens[gap[0]].text in COMMAS)
    first = before.first - (tagged.tokens[before.first - 1].norm == "ال")
    return beside and tagged.cue(first - 1, "among")


def _is_listed(tagged: Tagged, k: int) -> bool:
    """Whether the token can stand in a list of people without numbers: "نساء وأطفال و"."""
    owned = tagged.definite(k) and _is_person(tagged, k - 1)  # "إمام المسجد"
    return owned or _is_person(tagged, k) or tagged.tokens[k].norm == "و" or tagged.word(k, "list_links")


def _is_household(tagged: Tagged, k: int) -> bool:
    """ "بينهم أسرة مكونة من 5 أفراد": of whom the counted people are."""
    noun = tagged.roles[k].noun
    return noun is not None and noun.household


def _is_person(tagged: Tagged, k: int) -> bool:
    noun = tagged.roles[k].noun
    return (noun is not None and noun.group is not None) or tagged.cue(k, "titles")


def _counts_things(tagged: Tagged, opened: int) -> bool:
    """Whether a number of things stands right in front of "of them" at ``opened``."""
    noun = tagged.roles[opened - 1].noun if opened > 1 else None
    thing = noun is not None and noun.group is None and not noun.household
    return thing and bool(ord(tagged.codes[opened - 2]) & NUMBERS)


def _is_thing(tagged: Tagged, k: int) -> bool:
    noun = tagged.roles[k].noun
    return noun is not None and noun.group is None and noun.number != "singular"
