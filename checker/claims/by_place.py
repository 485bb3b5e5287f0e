"""Figures that go on with the claim before by place alone: "نقلت 11 جثة إلى القرية وسبع إلى المدينة"."""

from __future__ import annotations

from checker.arabic.lexicon import NUMBERS
from checker.claims.draft import Draft
from checker.claims.marks import COMMAS
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.tagging import Harm, Tagged
from checker.model import Outcome

#: Words from one figure to the next that has a place of its own.
REACH = 16
#: Words of a place's name in front of its figure, and tokens between two such figures.
_NAME, _NEXT = 4, 7
#: The verb stands so close behind its figure.
_VERB = 1
#: Between a figure and "they are".
_BESIDE = 2
_CLOSING = frozenset("،,.؛)")
_AT_THE, _AND_IN = "بال", "وفي"
#: Nothing has happened yet: "سيتم نقل 4 آخرين".
_FUTURE = ("سي", "ست", "سوف")
#: A hospital can be a source as well.
_SPEAKERS = frozenset({"speakers"})


def at_place(tagged: Tagged, mention: Mention, phrase: NounPhrase) -> bool:
    """Whether a bare number has a place behind it: "وسبعا إلى المدينة"."""
    i = mention.last
    if mention.kind != "number" or phrase.head is not None or i >= len(tagged.tokens):
        return False
    return tagged.cue(i, "at_place") or tagged.word(i, "to") or tagged.tokens[i].norm.startswith(_AT_THE)


def from_place(tagged: Tagged, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
    """ "أن 30 ألفا نزحوا من القرية بسبب العاصفة، و3 آلاف من البلدة": the next place that people came from."""
    harm, end = before.harm, mention.last
    if mention.kind != "number" or harm is None:
        return False
    if before.outcome is Outcome.DISPLACED and phrase.known and not phrase.thing:  # "نزوح 9 من القرية، … و7 من الجبل"
        return tagged.word(before.last, "of") and tagged.word(phrase.end, "of")
    if before.path != "subject" or harm.first < before.last:
        return False
    left = tagged.word(harm.last, "of") or tagged.word(harm.last - 1, "of")  # or the verb holds the preposition
    return left and tagged.word(end, "of") and end + 1 < len(tagged.tokens) and tagged.roles[end + 1].noun is None


def past_verb(before: Draft, harm: Harm) -> bool:
    """Whether the verb is that of the figure before, which the next figure shares: "11 جثة نقلت إلى … وسبعا إلى"."""
    return 0 <= harm.first - before.last <= _VERB


def named_before(tagged: Tagged, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
    """Whether the next place of a list stands in front of its figure.

    "مستشفى القرية 7 حالات، ومستشفى المدينة 4 حالات", "استقبلت القرية 26، والمدينة 12".
    """
    tokens, first = tagged.tokens, mention.first
    if mention.kind != "number" or mention.joined or before.mention.kind != "number":
        return False
    low = max(before.last, first - _NAME)
    opened = next((k for k in range(first - 1, low - 1, -1) if _opens(tagged, k)), None)
    if opened is None and low == before.last and _is_another_house(tagged, low):
        opened = low
    if not _same_noun(tagged, phrase, before):
        return False
    if opened is None or opened - before.last > _NEXT:
        return _in_another(tagged, mention, before)
    name = range(opened, first)
    if not all(_names(tagged, k) for k in name):
        return False
    noun = tagged.roles[opened].noun
    if noun is not None:
        return noun.collective
    alone = phrase.head is None and mention.last < len(tokens)
    if not alone or tokens[mention.last].text not in _CLOSING or tokens[before.last].text not in COMMAS:
        return False
    listed = _is_pair(tagged, mention.last + 1) or any(
        _is_pair(tagged, k) for k in range(max(1, before.first - _NAME), before.first)
    )
    return listed or (len(name) == 1 and tagged.definite(opened))


def _is_another_house(tagged: Tagged, k: int) -> bool:
    """ "استقبل 67 جثمانا والمستشفى العسكري 29": a hospital right behind the figure of another."""
    noun, norm = tagged.roles[k].noun, tagged.tokens[k].norm
    return noun is not None and noun.collective and norm.startswith("و")


def _in_another(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "قتل في كابول 6 وفي قندهار 9": both have their place in front of them."""
    tokens, start = tagged.tokens, before.last
    if start < len(tokens) and tokens[start].text in COMMAS:
        start += 1
    name = range(start + 1, mention.first)
    if start >= mention.first or tokens[start].norm != _AND_IN or not 0 < len(name) <= _NAME:
        return False
    first = before.mention.first
    placed = any(tagged.cue(k, "place_of") for k in range(max(0, first - 1 - _NAME), first - 1))
    return placed and all(_names(tagged, k) or tagged.cue(k, "others") for k in name)


def are_these(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "14 حالة هي 11 في حلب و3 في حماة": the figure right in front is told apart."""
    beside = 0 < mention.first - before.last <= _BESIDE
    return beside and mention.kind == "number" and tagged.word(mention.first - 1, "they_are")


def first_of_places(tagged: Tagged, told: int, mention: Mention) -> bool:
    """Whether the first place of a list and its figure stand behind "they are spread over" at token ``told``."""
    mark = tagged.marks.get(told)
    k = told + 1 if mark is None or "breakdown" not in mark.cues else mark.last
    while k < mention.first and tagged.tokens[k].text in COMMAS:
        k += 1
    name = range(k + 1, mention.first - (tagged.tokens[mention.first - 1].text == "("))
    placed = k < mention.first and tagged.cue(k, "place_of") and 0 < len(name) <= _NAME
    return placed and all(_names(tagged, j) for j in name)


def next_in_brackets(tagged: Tagged, mention: Mention, before: Draft) -> bool:
    """ "في الشمال (31 قتيلا) والوسط (9 قتلى)": each place has its figure behind it, in brackets."""
    tokens, k = tagged.tokens, before.last
    if tokens[mention.first - 1].text != "(" or tokens[before.mention.first - 1].text != "(" or tokens[k].text != ")":
        return False
    k += 1 + (tokens[k + 1].text in COMMAS)
    name = range(k, mention.first - 1)
    return 0 < len(name) <= _NAME and tokens[k].norm[0] == "و" and all(_names(tagged, j) for j in name)


def _is_pair(tagged: Tagged, k: int) -> bool:
    """Whether a place and its figure stand behind a comma: two of them make a list, and one may be a verb."""
    if not _opens(tagged, k):
        return False
    end = next((j for j in range(k + 1, min(k + _NAME, len(tagged.tokens))) if ord(tagged.codes[j]) & NUMBERS), None)
    return end is not None and all(_names(tagged, j) for j in range(k, end))


def _names(tagged: Tagged, k: int) -> bool:
    """Whether a word can be part of a place's name: "مستشفى الشفاء"."""
    roles = tagged.roles[k]
    plain = roles.trigger is None or tagged.definite(k)
    return tagged.tokens[k].kind in ("word", "latin") and plain and roles.cues <= _SPEAKERS


def _opens(tagged: Tagged, k: int) -> bool:
    """Whether the name of a place can begin at a word: it has "and" attached, and a comma in front."""
    return 0 < k < len(tagged.tokens) and tagged.tokens[k].norm[0] == "و" and tagged.tokens[k - 1].text in COMMAS


def _same_noun(tagged: Tagged, phrase: NounPhrase, before: Draft) -> bool:
    head, other = phrase.head, before.phrase.head
    return head is None or (other is not None and tagged.tokens[head].norm == tagged.tokens[other].norm)


def moved_on(tagged: Tagged, mention: Mention, phrase: NounPhrase, before: Draft) -> bool:
    """Whether some of the hurt just told of leave or are taken away: "غادر أربعة المستشفى", "نقل الثلاثة الآخرون"."""
    if before.outcome is not Outcome.INJURED or mention.kind not in ("number", "dual"):
        return False
    if phrase.known and phrase.head is not None and not phrase.others:
        return False
    moved = tagged.cue_before(mention.first, "moved")
    verb = moved if moved is not None else tagged.cue_before(mention.first, "left_it")
    return verb is not None and not tagged.tokens[verb - 1].norm.startswith(_FUTURE)
