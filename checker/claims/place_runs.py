"""Places with their figures, in brackets or behind commas, as parts of the toll that they share.

"توزعوا على محافظات الوادي (28) والنهر (12) والجبل (ثمانية)"; "كالآتي: الوادي 28 حالة، النهر 12، الجبل 8".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from checker.claims.counted import parse_phrase
from checker.claims.draft import Draft
from checker.claims.mentions import Mention
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.model import Outcome

#: Words of the name in front of each figure.
_NAME = 4
#: The toll that the places share is told within so many claims in front.
_NEAR = 8
#: So many figures between commas make a list of places; in brackets two do.
_LISTED = 3
#: Numbers that a slip parts from the toll miss it by this share of it at the most.
_MISSED = 4
_COMMAS = frozenset("،,؛-")


class _Toll(NamedTuple):
    """The toll that places share, whether they are all of it, and whether the text says so."""

    whole: Draft
    complete: bool
    said: bool = True


def spell_out(
    tagged: Tagged, sentence: Sentence, mentions: Sequence[Mention], drafts: list[Draft], earlier: Sequence[Draft]
) -> None:
    """Add the figures of places to the claims of a sentence, as parts of the toll that they share.

    ``drafts`` are the claims of the sentence so far, in text order;
    ``earlier`` those of the sentences before. Figures that miss the toll are
    its parts only where a word says that it is spread over places, and they
    miss it by a slip, or that the places are the first of more.
    """
    bracketed = _runs(tagged, sentence, mentions, _is_bracketed)
    named = (run for run in _runs(tagged, sentence, mentions, _is_named) if _is_opened(tagged, run[0]))
    for run in (*bracketed, *named):
        before = [draft for draft in drafts if draft.last <= run[0].first]
        known = {draft.mention.first: draft for draft in drafts}
        if any(mention.first in known and known[mention.first].whole is not None for mention in run):
            continue
        toll = _toll(tagged, sentence, run, before, earlier)
        if toll is None:
            continue
        for mention in run:
            part = known.get(mention.first)
            if part is None:
                part = _read(tagged, sentence, mention, toll.whole)
                drafts.append(part)
            part.whole, part.tells = (toll.whole, None) if toll.said else (None, toll.whole)
            part.complete = toll.complete and toll.said
        drafts.sort(key=lambda draft: draft.first)
        if not toll.complete:
            _take_others(drafts, toll.whole)


def _runs(
    tagged: Tagged,
    sentence: Sentence,
    mentions: Sequence[Mention],
    is_item: Callable[[Tagged, Sentence, Mention], bool],
) -> Iterator[list[Mention]]:
    """The lists of places of one form."""
    least = 2 if is_item is _is_bracketed else _LISTED
    run: list[Mention] = []
    for mention in mentions:
        if not is_item(tagged, sentence, mention):
            continue
        if run and not _goes_on(tagged, run[-1], mention, sentence):
            if len(run) >= least:
                yield run
            run = []
        run.append(mention)
    if len(run) >= least:
        yield run


def _is_bracketed(tagged: Tagged, sentence: Sentence, mention: Mention) -> bool:
    """Whether a number stands in brackets, alone or with its noun: "الوادي (28)"."""
    tokens, end = tagged.tokens, _end(tagged, mention, sentence)
    if mention.kind not in ("number", "dual") or mention.first <= sentence.first or end >= sentence.last:
        return False
    return tokens[mention.first - 1].text == "(" and tokens[end].text == ")"


def _end(tagged: Tagged, mention: Mention, sentence: Sentence) -> int:
    """The token behind a number, or behind the noun that stands in its bracket: "الوادي (28 قتيلا)"."""
    end = mention.last
    behind = end + 1 < sentence.last and tagged.tokens[end].text != ")" and tagged.tokens[end + 1].text == ")"
    return end + 1 if behind else end


def _is_named(tagged: Tagged, sentence: Sentence, mention: Mention) -> bool:
    """Whether a number stands right behind a name: "الوادي 28 حالة"."""
    before = mention.first - 1
    plain = mention.kind == "number" and not mention.joined and mention.number_first == mention.first
    return plain and before > sentence.first and _names(tagged, before) and not tagged.cue(before, "prepositions")


def _goes_on(tagged: Tagged, before: Mention, mention: Mention, sentence: Sentence) -> bool:
    """Whether nothing but the name of the next place stands between two figures."""
    tokens = tagged.tokens
    closed = _end(tagged, before, sentence)
    bracketed = closed < sentence.last and tokens[closed].text == ")"
    k = closed + 1 if bracketed else parse_phrase(tagged, before, sentence.last).end
    comma = k < mention.first and tokens[k].text in _COMMAS
    opened = comma or (bracketed and (tokens[k].norm.startswith("و") or tagged.cue(k, "then")))
    name = range(k + comma, mention.first - bracketed)
    return opened and 0 < len(name) <= _NAME and all(_names(tagged, j) for j in name)


def _names(tagged: Tagged, k: int) -> bool:
    """Whether a word can be a part of a name: no number, no mark, no word of harm, no clause."""
    plain = tagged.tokens[k].kind in ("word", "latin") and tagged.roles[k].trigger is None
    return plain and not tagged.cue(k, "clause")


def _is_opened(tagged: Tagged, first: Mention) -> bool:
    """Whether a colon, or that a toll is spread, stands right in front of the first place."""
    for k in range(first.first - 1, max(0, first.first - 2 - _NAME), -1):
        if tagged.tokens[k].text == ":" or tagged.cue_before(k, "breakdown") is not None:
            return True
        if not _names(tagged, k):
            return False
    return False


def _toll(
    tagged: Tagged, sentence: Sentence, run: Sequence[Mention], before: Sequence[Draft], earlier: Sequence[Draft]
) -> _Toll | None:
    """The toll that the places share: the nearest that they make, or miss by a slip, if they are said to share it."""
    told = [draft for draft in (*earlier[-_NEAR:], *before) if _can_be_whole(draft)]
    ranked = tagged.cued("ranked", sentence.first, run[0].first)
    if not before or ranked:
        outcomes = _victims(tagged, sentence.first, run[0].first)
        alike = [draft for draft in told if draft.outcome in outcomes and draft.sentence != sentence]
        told = alike or (told[-1:] if outcomes else told)
    total, most = sum(mention.min or 0 for mention in run), max(mention.min or 0 for mention in run)
    start = before[-1].last if before else sentence.first
    spread = any(tagged.cue(k, "breakdown") or tagged.cue(k, "spread") for k in range(start, run[0].first))
    for draft in reversed(told):
        if draft.mention.min == total:
            return _Toll(draft, complete=True, said=spread or draft.last == run[0].first - 1)
    if ranked:
        larger = told and total < (told[-1].mention.min or 0) > most
        return _Toll(told[-1], complete=False) if larger else None
    own = [draft for draft in before if _can_be_whole(draft)]  # by a slip no other than the toll told here
    for draft in reversed(own or told) if spread else ():
        number = draft.mention.min or 0
        if number > most and abs(number - total) * _MISSED <= number:
            return _Toll(draft, complete=not _rest_behind(tagged, run[-1], sentence))
    return None


def _rest_behind(tagged: Tagged, last: Mention, sentence: Sentence) -> bool:
    """Whether the rest is told of behind the last place: "والجبل (12)، أما الباقون، وعددهم 27، …"."""
    return tagged.cued("the_rest", last.last, sentence.last)


def _can_be_whole(draft: Draft) -> bool:
    return draft.whole is None and draft.mention.kind == "number" and draft.path != "zero"


def _victims(tagged: Tagged, first: int, last: int) -> set[Outcome]:
    """What happened to the people whom a sentence names without a number: "القتلى توزعوا على …"."""
    found = {harm.outcome for harm in tagged.harms_in(first, last)}
    return found | {victim.outcome for k in range(first, last) if (victim := tagged.roles[k].victim) is not None}


def _take_others(drafts: Sequence[Draft], whole: Draft) -> None:
    """ "تتصدر الوادي بـ246 حالة، تليها النهر (171) … والمتبقية وعددها 488": the others fill what the places leave."""
    free = [draft for draft in drafts if draft.whole is None and draft is not whole and draft.outcome is whole.outcome]
    parts = [draft for draft in drafts if draft.whole is whole]
    if sum(draft.mention.min or 0 for draft in (*free, *parts)) == whole.mention.min:
        for draft in free:
            draft.whole = whole


def _read(tagged: Tagged, sentence: Sentence, mention: Mention, whole: Draft) -> Draft:
    phrase = parse_phrase(tagged, mention, sentence.last)
    return Draft(mention, phrase, sentence, whole.outcome, "partitive", whole.harm, whole.group)
