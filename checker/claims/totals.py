"""A toll whose outcome stands before it: "وارتفعت الحصيلة إلى 27", "ليصل الإجمالي إلى 1556"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.arabic.calendar import calendar
from checker.claims.draft import Draft
from checker.claims.fates import is_fate
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.sentences import Sentence
from checker.claims.tagging import Harm, Tagged
from checker.model import Group, Outcome

#: Words between the total and its figure.
_REACH = 7
#: Sentences between a figure and the toll that goes on with it.
_SENTENCES = 2
_LIL = "لل"
#: "So that it becomes": "ليصبح", "لتبلغ".
_SO = "ل"


def total_of(
    tagged: Tagged,
    sentence: Sentence,
    mention: Mention,
    phrase: NounPhrase,
    drafts: Sequence[Draft],
    earlier: Sequence[Draft],
    harms: Sequence[Harm],
) -> Draft | None:
    """The claim whose count a toll without a word of harm goes on with, if the mention is such a toll.

    A total of its own sentence goes on with the claim before; one of the next
    sentences only if it is a toll by its name ("الحصيلة"), with the dead first.
    """
    if mention.kind != "number" or phrase.thing or phrase.outcome is not None or phrase.definite:
        return None
    spelt_out = is_comprised(tagged, mention.first)
    if phrase.head is not None and phrase.group not in (None, Group.PEOPLE) and not spelt_out:
        return None
    if drafts and phrase.head is None and tagged.cue(mention.first - 1, "that_they"):
        told = drafts[-1].harm
        return drafts[-1] if told is not None and told.kind == "toll" else None  # "لكن المستشفى قال إنهم 20"
    if drafts and (_sums_up(tagged, mention.first) or _goes_up(tagged, sentence, mention.first)):
        return drafts[-1]
    if drafts and (_comes_to(tagged, mention.first) or _stands_beside(tagged, mention, phrase)):
        return drafts[-1]
    linked = tagged.cue(mention.first - 1, "toll_links") or tagged.cue_before(mention.first, "earlier") is not None
    if not (spelt_out or linked):
        return None
    named = _named_total(tagged, sentence, mention, harms)
    if named is None:
        return None
    if drafts:
        return drafts[-1]
    if not tagged.cue(named, "toll_names"):
        return None
    near = [d for d in earlier if d.whole is None and sentence.paragraph - d.sentence.paragraph <= _SENTENCES]
    dead = [d for d in near if d.outcome is Outcome.KILLED]
    candidates = dead or near
    return candidates[-1] if candidates else None


def _is_of_date(tagged: Tagged, k: int) -> bool:
    """Whether a number stands beside the name of a month: "7 أكتوبر", "أكتوبر 2023"."""
    near = (k - 1, k + 1)
    return any(0 <= j < len(tagged.tokens) and tagged.tokens[j].norm in calendar().gregorian for j in near)


def is_comprised(tagged: Tagged, first: int) -> bool:
    """ "الحصيلة تشمل 11 جنديا", "تشمل الحصيلة 11 جنديا": the figure at ``first`` is one of those that make it."""
    named = tagged.cue(first - 1, "toll_names") and tagged.cue(first - 2, "comprises")
    return named or tagged.cue(first - 1, "comprises")


def _sums_up(tagged: Tagged, first: int) -> bool:
    """ "ليبلغ المجموع 617", "ليصبح العدد الإجمالي 35": the total right in front of its figure, and its verb."""
    k = first - 1
    while tagged.cue(k, "totals") or tagged.cue(k, "number_of"):
        k -= 1
    return k < first - 1 and tagged.cue(k, "rise") and tagged.tokens[k].norm.startswith(_SO)


def _comes_to(tagged: Tagged, first: int) -> bool:
    """ "حيث بلغ الإجمالي 993", "وارتفاع الإجمالي إلى 993": the total right behind its verb, and its figure."""
    k = first - 1 - tagged.word(first - 1, "to")
    verb = k - 1
    return (
        tagged.cue(k, "totals") and tagged.definite(k) and (tagged.cue(verb, "toll_links") or tagged.cue(verb, "rise"))
    )


def _stands_beside(tagged: Tagged, mention: Mention, phrase: NounPhrase) -> bool:
    """ "21 جثة جديدة والحصيلة 201", "والحصيلة تتخطى المئتين", "والوزارة تخفضها إلى 90": a headline's toll so far."""
    named = tagged.cue(mention.first - 1, "toll_names") and tagged.joined(mention.first - 1)
    moved = tagged.word(mention.first - 1, "to") and is_fate(tagged, mention.first - 2, "moves_it")
    return (named or moved) and phrase.head is None


def _goes_up(tagged: Tagged, sentence: Sentence, first: int) -> bool:
    """ "كانت الحصيلة 40 قتيلا، ثم ارتفعت إلى 45": the verb right in front, the toll's name before."""
    moves = tagged.word(first - 1, "to") and (tagged.cue(first - 2, "rise") or tagged.cue(first - 2, "fall"))
    return moves and any(tagged.cue(k, "toll_names") for k in range(sentence.first, first))


def _named_total(tagged: Tagged, sentence: Sentence, mention: Mention, harms: Sequence[Harm]) -> int | None:
    """Where "الحصيلة" or the like stands in front of the mention, with nothing but links between."""
    first = mention.first
    if tagged.cue(first - 1, "toll_names") and is_comprised(tagged, first):
        return first - 1
    if tagged.cue(first - 1, "toll_names") or tagged.cue(first - 1, "totals"):
        return None
    for k in range(first - 1, max(sentence.first - 1, first - 1 - _REACH), -1):
        if tagged.cue(k, "toll_names") or tagged.cue(k, "totals"):
            return k
        token, noun = tagged.tokens[k], tagged.roles[k].noun
        other = noun is not None and not tagged.cue(k, "toll_links")
        if token.kind == "number" and _is_of_date(tagged, k):
            continue  # "ارتفع العدد منذ 7 أكتوبر 2023 إلى 35"
        if token.kind not in ("word", "latin") or other or token.norm.startswith(_LIL) or tagged.cue(k, "clause"):
            return None
        if any(harm.first == k for harm in harms):
            return None
    return None
