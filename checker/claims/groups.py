"""Whom a figure counts, where its own noun does not say it: the words of the toll, the list, the whole."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from checker.claims.draft import Draft, Path
from checker.claims.marks import COMMAS
from checker.claims.mentions import Mention
from checker.claims.noun_groups import complement_group, group_to_the_left
from checker.claims.nounphrase import NounPhrase
from checker.claims.sentences import Sentence
from checker.claims.tagging import Harm, Tagged
from checker.model import Group, Outcome

#: Those who are rescued, flee or are taken "from" someone are not his.
_FROM = frozenset({Outcome.RESCUED, Outcome.DISPLACED, Outcome.KIDNAPPED})
#: A clause without a noun goes on with the people of the clause before, so close behind them.
_CLAUSE, _BESIDE, _NEXT = 9, 3, 2
_KINDS = (Group.WOMEN, Group.CHILDREN)
_ARMED = (Group.SECURITY, Group.MILITANTS)
_BRACKETS = frozenset('()«»"“”')


def group_of(
    tagged: Tagged,
    sentence: Sentence,
    mention: Mention,
    phrase: NounPhrase,
    path: Path,
    harm: Harm | None,
    *,
    follows: bool,
) -> Group:
    """The group that the noun of a mention says, or the words of harm around it.

    ``follows``: another claim of the sentence stands before it, whose people "of them" are.
    """
    group = phrase.group
    if harm is not None and group in (None, Group.PEOPLE) and path in ("toll", "governed", "subject"):
        group = _of_harm(tagged, sentence, mention, harm, group) or group
    if group is None and path == "joined":
        group = _of_kind(tagged, mention.first - 1)
    if group in (None, Group.PEOPLE):
        group = _all_of_them(tagged, sentence, max(mention.last, phrase.end)) or group
    if group is None and phrase.of_before and not follows:
        group = group_to_the_left(tagged, mention.first, sentence.first)
    return group or Group.PEOPLE


def _of_kind(tagged: Tagged, k: int) -> Group | None:
    """ "عدد القتلى من الأطفال 20 والنساء 30": of a bare number in a list who they are stands in front."""
    noun = tagged.roles[k].noun if k >= 0 else None
    return noun.group if noun is not None and tagged.joined(k) and tagged.definite(k) else None


def _of_harm(tagged: Tagged, sentence: Sentence, mention: Mention, harm: Harm, named: Group | None) -> Group | None:
    """ "عدد القتلى من الشرطة", "عدد الأطفال القتلى", "قتل من جانب الشرطة": who the words of harm say they are.

    ``named``: what the figure's own noun says; "المسلحين الذين قتلوا آلاف الأشخاص" are not of those people.
    """
    start = harm.last
    if harm.kind != "toll":
        told = start < mention.first and (
            tagged.particles[start].endswith("لل")
            or (tagged.word(start, "to_ranks") and start + 1 < mention.first and tagged.word(start + 1, "ranks"))
        )
        return complement_group(tagged, start, mention.first) if told else None
    limit = sentence.last
    if harm.outcome in _FROM:
        limit = next((k for k in range(start, limit) if tagged.word(k, "of")), limit)
    several = ("plural", "dual_or_plural") if named is None else ("plural",)
    for k in range(harm.first - 1, max(sentence.first, harm.first - 3), -1):
        before = tagged.roles[k].noun
        if before is None or before.number not in several or not tagged.definite(k):
            break
        if not before.generic:
            return before.group  # "عدد الجنود الأجانب الذين قتلوا"
    return complement_group(tagged, start, limit)


def _all_of_them(tagged: Tagged, sentence: Sentence, k: int) -> Group | None:
    """ "ستة أشخاص، جميعهم مدنيون": the group that all counted are said to be of, right behind them."""
    k += k < sentence.last and tagged.tokens[k].text in COMMAS
    if k + 1 >= sentence.last or not tagged.cue(k, "all_of_them"):
        return None
    noun = tagged.roles[k + 1].noun
    if noun is not None and noun.group is not None:
        return noun.group
    return complement_group(tagged, k + 1, sentence.last)


def settle_wholes(drafts: Sequence[Draft]) -> None:
    """People whose every part is of one group are of that group; parts by kinship or trade are of their whole's."""
    for whole in drafts:
        parts = [d for d in drafts if d.whole is whole]
        groups = {part.group for part in parts}
        exact = sum(part.mention.min or 0 for part in parts) == whole.mention.min
        if len(parts) > 1 and len(groups) == 1 and exact and whole.group is Group.PEOPLE:
            whole.group = groups.pop()
    for part in drafts:
        if part.whole is not None and part.group is Group.PEOPLE and part.phrase.generic:
            part.group = part.whole.group


def inherit_groups(tagged: Tagged, drafts: Sequence[Draft]) -> None:
    """Give a figure without a noun the group of its neighbour in the same list or clause."""
    for k in range(len(drafts) - 2, -1, -1):
        here, after = drafts[k], drafts[k + 1]
        if here.phrase.group is None and here.group is Group.PEOPLE and here.outcome is not after.outcome:
            told = after.phrase.partitive or here.phrase.head is None or after.phrase.generic
            beside = _gap(tagged, here, after) <= _NEXT and not tagged.cue(here.last, "prepositions")
            if beside and told and after.whole is None is here.whole:
                here.group = after.group
    for k, (before, here) in enumerate(itertools.pairwise(drafts)):
        if here.whole is None and before.whole is not None and (here.path == "joined" or here.phrase.others):
            before = before.whole  # "19 في المدينة، بينهم ثلاث سيدات، و11 في القرية"
        one = here.mention.kind == "rest" and before.group in _ARMED  # "قتل شرطيان … كما أصيب آخر"
        if here.phrase.others and here.group is Group.PEOPLE:  # "مقتل سبعة مسلحين … ومقتل خمسة آخرين"
            alike = before.group if one else _group_of_last(drafts[: k + 1], here.outcome)
            here.group = here.group if alike is None else alike
        bare = here.phrase.head is None and here.phrase.group is None
        if not bare or here.group is not Group.PEOPLE:
            continue
        listed = here.path == "joined" or here.phrase.of_before
        if here.whole is not None:
            here.group = here.whole.group
        elif here.outcome is not before.outcome and before.group in _KINDS:
            continue  # "من القتلى امرأة، كما أصيب 13"
        elif listed or _gap(tagged, before, here) <= _BESIDE or _goes_on(tagged, before, here):
            here.group = before.group


def _group_of_last(drafts: Sequence[Draft], outcome: Outcome) -> Group | None:
    """Who the last ones of this outcome were, if nobody of another group is told of since."""
    since: set[Group] = set()
    for draft in reversed(drafts):
        if draft.outcome is outcome:
            return draft.group if since <= {draft.group} else None
        since.add(draft.group)
    return None


def _gap(tagged: Tagged, before: Draft, here: Draft) -> int:
    """Tokens between two claims without the brackets around their numbers."""
    return sum(tagged.tokens[k].text not in _BRACKETS for k in range(before.last, here.first))


def _goes_on(tagged: Tagged, before: Draft, here: Draft) -> bool:
    """ "قتل ثلاثة عناصر من الشرطة وجرح تسعة": a clause right behind, with nothing but the noun's own words between."""
    harm = here.harm
    if harm is None or here.path != "governed" or not harm.joined or here.first - harm.last > 1:
        return False
    between = range(before.last, harm.first)
    return len(between) <= _CLAUSE and all(
        tagged.tokens[k].kind == "word" and not tagged.cue(k, "place_of") for k in between
    )
