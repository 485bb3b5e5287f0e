"""A figure told apart by place or kind with nothing but a comma: "18 شخصا، 10 في البلدة و8 في المدينة"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.arabic.lexicon import NOTHING
from checker.claims.counted import parse_phrase
from checker.claims.draft import Draft
from checker.claims.marks import MARKS
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.sentences import Sentence
from checker.claims.slips import is_longer
from checker.claims.tagging import Harm, Tagged

#: The first part stands so close behind its whole, and the next part so close behind the first.
_BEHIND, _NEXT = 9, 10
_COMMAS = frozenset("،,:-–—")
#: "بالشمال", "بتيارت"; a shorter word is none of a place.
_AT_THE, _AT, _SHORT = "بال", "ب", 3


def told_apart(
    tagged: Tagged,
    sentence: Sentence,
    mentions: Sequence[Mention],
    index: int,
    phrase: NounPhrase,
    before: Draft,
    harms: Sequence[Harm],
) -> bool:
    """Whether a bare number behind a comma is the first of the parts of the claim before.

    It is where another part follows behind "and", no word of harm or clause
    stands between, and neither is more than the whole.
    """
    mention = mentions[index]
    if mention.kind != "number" or mention.joined or index + 1 >= len(mentions) or before.mention.kind != "number":
        return False
    following = mentions[index + 1]
    if following.kind not in ("number", "dual", "single"):
        return False
    if tagged.tokens[mention.first - 1].text not in _COMMAS or mention.first - before.last > _BEHIND:
        return False
    if following.first - mention.last > _NEXT or not _fit(before.mention, mention, following):
        return False
    between = range(before.last, following.first)
    own = before.harm  # "17 شخصا قتلوا، 12 في …"
    if any(harm.first in between and harm is not own for harm in harms) or any(
        tagged.cue(k, "clause") or (tagged.tokens[k].text in MARKS and k != mention.first - 1) for k in between
    ):
        return False
    behind = parse_phrase(tagged, following, sentence.last)
    owned = behind.head is not None and behind.head < following.first and tagged.joined(behind.head)
    if not (following.joined or owned):
        return False
    if _from_or_to(tagged, mention, following):
        return True
    return (
        not behind.thing
        and _says_where_or_who(tagged, phrase, mention)
        and _says_where_or_who(tagged, behind, following)
    )


def _from_or_to(tagged: Tagged, first: Mention, second: Mention) -> bool:
    """ "12 من الخليل و9 من نابلس", "910 إلى المدينة و400 إلى القرى": one preposition, no people behind."""
    for word in ("of", "to"):
        if all(tagged.word(m.last, word) and m.last + 1 < len(tagged.tokens) for m in (first, second)):
            places = (tagged.roles[m.last + 1] for m in (first, second))
            return all(role.noun is None and role.body is None and role.victim is None for role in places)
    return False


def _says_where_or_who(tagged: Tagged, phrase: NounPhrase, mention: Mention) -> bool:
    """Whether people are counted, or those at a place."""
    if phrase.head is not None and (phrase.known or phrase.partitive):
        return not phrase.thing
    end = mention.last if phrase.head is not None else max(phrase.end, mention.last)
    if phrase.known or end >= len(tagged.tokens):
        return phrase.known
    norm = tagged.tokens[end].norm
    named = norm[0] == _AT and len(norm) > _SHORT and tagged.roles[end] == NOTHING
    return tagged.cue(end, "at_place") or norm.startswith(_AT_THE) or named


def _fit(whole: Mention, first: Mention, second: Mention) -> bool:
    """Whether the whole can hold two parts, or could but for a digit too many in one of them."""
    most = whole.max
    if most is None:
        return True
    if first.min is None or second.min is None:
        return False
    less, more = sorted((first.min, second.min))
    return less < most and (more < most or is_longer(more, most - less))
