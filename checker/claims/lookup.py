"""Every word of a document looked up in the lexicon, and the expressions of several words found."""

from __future__ import annotations

from collections.abc import Sequence

from checker.arabic.lexicon import COUNTING, COUNTS, Lead, Lexicon, Phrase, Roles, leads, places
from checker.arabic.tokens import Token
from checker.claims.harms import find_harms
from checker.claims.tagging import Harm, Mark, Tagged

#: How far the second half of an expression may stand from the first ("لقي … مصرعهم").
_GAP = 20


def read_words(text: str, lexicon: Lexicon) -> Tagged:
    """Cut a document into tokens and look every one of them up, once."""
    read = lexicon.read(text)
    tagged = Tagged(read)
    _find_phrases(tagged)
    find_harms(tagged)
    tagged.nominal = places(read.codes, COUNTS)
    counting = [i for i, mark in tagged.marks.items() if not COUNTING.isdisjoint(mark.cues)]
    if tagged.phrases or counting:  # also where the first word says nothing by itself: "رجلي أمن"
        tagged.nominal = sorted({*tagged.nominal, *tagged.phrases, *counting})
    return tagged


def _find_phrases(tagged: Tagged) -> None:
    tokens = tagged.tokens
    last = len(tokens) - 1
    words = tagged.words
    for i in leads(tagged.codes):
        lead = words[i].lead
        if lead is None:
            continue
        joint, by_second, tails = lead
        second = tokens[i + 1].norm if i < last else ""
        for phrase in by_second.get(second, ()):
            ends = _match(tokens, i, phrase)
            if ends is not None:
                _keep_phrase(tagged, i, *ends, joint, phrase.roles)
                break
        else:
            if tails:
                _find_parted(tagged, i, lead)


def _find_parted(tagged: Tagged, i: int, lead: Lead) -> None:
    """The expression that begins with the word at ``i`` alone, and goes on further behind."""
    behind = _places_behind(tagged.tokens, i + 1, lead.tails)
    if not behind:
        return  # as mostly, so that the expressions need not be tried one by one
    for phrase in lead.phrases[""]:
        for k in behind:
            if _is_at(tagged.tokens, k, phrase.tail):
                _keep_phrase(tagged, i, i + 1, k + len(phrase.tail), lead.joint, phrase.roles)
                return


def _places_behind(tokens: Sequence[Token], first: int, tails: tuple[str, ...]) -> Sequence[int]:
    """Where within reach one of the second halves of expressions may begin."""
    found = []
    for k, token in enumerate(tokens[first : first + _GAP], first):
        if token.norm.startswith(tails):
            found.append(k)
        if token.kind == "newline" or token.text == ".":
            break
    return found


def _is_at(tokens: Sequence[Token], k: int, tail: tuple[str, ...]) -> bool:
    """Whether the second half of an expression begins at token ``k``."""
    return k + len(tail) <= len(tokens) and all(tokens[k + j].norm.startswith(word) for j, word in enumerate(tail))


def _match(tokens: Sequence[Token], i: int, phrase: Phrase) -> tuple[int, int] | None:
    """Where the first part and the whole of an expression end, if it stands at ``i``, as its first two words do."""
    words, tail = phrase.words, phrase.tail
    end = i + len(words)
    if len(words) > 2 and (end > len(tokens) or any(tokens[i + k].norm != words[k] for k in range(2, len(words)))):
        return None
    if not tail:
        return end, end
    for k in range(end, min(end + _GAP, len(tokens) - len(tail) + 1)):
        if tokens[k].norm.startswith(tail[0]) and _is_at(tokens, k, tail):
            return end, k + len(tail)
        if tokens[k].kind == "newline" or tokens[k].text == ".":
            return None
    return None


def _keep_phrase(tagged: Tagged, first: int, last: int, close: int, joint: str, roles: Roles) -> None:
    if roles.trigger is not None:
        outcome, kind, _ = roles.trigger
        tagged.harms.append(Harm(first, last, outcome, kind, _is_plural(tagged, first), bool(joint), close))
    if roles.cues:
        mark = Mark(first, last, roles.cues)
        tagged.marks[first] = mark
        tagged.mark_ends[last] = mark
    if roles.noun is not None or roles.victim is not None or roles.body is not None:
        tagged.phrases[first] = (last, roles)


def _is_plural(tagged: Tagged, first: int) -> bool:
    return tagged.tokens[first].norm.endswith(("وا", "ون"))
