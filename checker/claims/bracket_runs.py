"""Places with their figures in brackets: "توزعوا على محافظات الوادي (28) والنهر (12) والجبل (ثمانية)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.counted import parse_phrase
from checker.claims.draft import Draft
from checker.claims.mentions import Mention
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.model import Outcome

#: Words of the name in front of each bracket.
_NAME = 4
#: The toll that the places share is told within so many claims in front.
_NEAR = 8
#: Numbers that a slip parts from the toll miss it by this share of it at the most.
_MISSED = 4
_COMMAS = frozenset("،,؛-")


def spell_out(
    tagged: Tagged, sentence: Sentence, mentions: Sequence[Mention], drafts: list[Draft], earlier: Sequence[Draft]
) -> None:
    """Add the figures of places in brackets to the claims of a sentence, as parts of the toll that they make.

    ``drafts`` are the claims of the sentence so far, in text order;
    ``earlier`` those of the sentences before. Figures that miss the toll by a
    slip are its parts only where a word says that it is spread over places.
    """
    for run in list(_runs(tagged, sentence, mentions)):
        before = [draft for draft in drafts if draft.last <= run[0].first]
        places = {mention.first for mention in run}
        known = [draft for draft in drafts if draft.mention.first in places]
        if any(draft.whole is not None for draft in known):
            continue
        whole = _whole(tagged, sentence, run, before, earlier)
        if whole is not None:
            parts = [_part(tagged, sentence, mention, whole) for mention in run]
            others = [draft for draft in drafts if draft.mention.first not in places]
            drafts[:] = sorted((*others, *parts), key=lambda draft: draft.first)


def _runs(tagged: Tagged, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    run: list[Mention] = []
    for mention in mentions:
        if not _in_brackets(tagged, sentence, mention):
            continue
        if run and not _goes_on(tagged, run[-1], mention):
            if len(run) > 1:
                yield run
            run = []
        run.append(mention)
    if len(run) > 1:
        yield run


def _in_brackets(tagged: Tagged, sentence: Sentence, mention: Mention) -> bool:
    tokens, end = tagged.tokens, mention.last
    if mention.kind not in ("number", "dual") or mention.first <= sentence.first or end >= sentence.last:
        return False
    return tokens[mention.first - 1].text == "(" and tokens[end].text == ")"


def _goes_on(tagged: Tagged, before: Mention, mention: Mention) -> bool:
    """Whether nothing but the name of the next place stands between two brackets."""
    tokens = tagged.tokens
    k = before.last + 1
    listed = tokens[k].text in _COMMAS or tagged.joined(k) or tokens[k].norm.startswith("و")
    name = range(k + (tokens[k].text in _COMMAS), mention.first - 1)
    return listed and 0 < len(name) <= _NAME and all(_names(tagged, j) for j in name)


def _names(tagged: Tagged, k: int) -> bool:
    """Whether a word can be a part of a name: no number, no mark, no word of harm."""
    return tagged.tokens[k].kind in ("word", "latin") and tagged.roles[k].trigger is None


def _whole(
    tagged: Tagged, sentence: Sentence, run: Sequence[Mention], before: Sequence[Draft], earlier: Sequence[Draft]
) -> Draft | None:
    """The toll that the places share: the nearest that they make, or miss by a slip, if they are said to share it."""
    told = [draft for draft in (*earlier[-_NEAR:], *before) if _can_be_whole(draft)]
    if not before:
        outcomes = _victims(tagged, sentence.first, run[0].first)
        told = [draft for draft in told if draft.outcome in outcomes]
    total, most = sum(mention.min or 0 for mention in run), max(mention.min or 0 for mention in run)
    for draft in reversed(told):
        if draft.mention.min == total:
            return draft
    nearest = told[-1] if told else None
    start = nearest.last if before and nearest is not None else sentence.first
    spread = any(tagged.cue(k, "breakdown") or tagged.cue(k, "spread") for k in range(start, run[0].first))
    if nearest is None or not spread or most >= (nearest.mention.min or 0):
        return None
    number = nearest.mention.min or 0
    return nearest if abs(number - total) * _MISSED <= number else None


def _can_be_whole(draft: Draft) -> bool:
    return draft.whole is None and draft.mention.kind == "number" and draft.path != "zero" and not draft.phrase.others


def _victims(tagged: Tagged, first: int, last: int) -> set[Outcome]:
    """What happened to the people whom a sentence names without a number: "القتلى توزعوا على …"."""
    found = {harm.outcome for harm in tagged.harms_in(first, last)}
    return found | {victim.outcome for k in range(first, last) if (victim := tagged.roles[k].victim) is not None}


def _part(tagged: Tagged, sentence: Sentence, mention: Mention, whole: Draft) -> Draft:
    phrase = parse_phrase(tagged, mention, sentence.last)
    part = Draft(mention, phrase, sentence, whole.outcome, "partitive", whole.harm, whole.group, whole)
    part.complete = True
    return part
