"""The places that a stretch of text names, as far as its words show it: behind "in", or behind a kind of place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.arabic.calendar import calendar
from checker.claims.tagging import Tagged
from checker.relations.scenes import place_words

#: So many words may stand between "in" and the name: "في محيط مدينة".
_BETWEEN = 3
#: "In" and "for" as the first letter of a word, which is a name only if so long.
_ATTACHED, _IN, _LONG = ("ب", "ل"), "ب", 5
#: "في", "قرب": a place is named behind these, and behind kinds of place ("مدينة", "بمحافظة").
_LEADS = frozenset({"at_place", "place_of"})
_NO_NAME = frozenset({"on_day", "said", "speakers"})


class Place(NamedTuple):
    """A word that names a place: the token that leads to it, its own token, and its key."""

    led_by: int
    at: int
    key: str


def named_places(tagged: Tagged, first: int, last: int) -> list[Place]:
    """The words that name a place in a range of tokens, kinds of place aside."""
    found: list[Place] = []
    kinds, marks, tokens, roles, words = place_words().kinds, tagged.marks, tagged.tokens, tagged.roles, tagged.words
    for k in range(first, last):
        norm, cues = tokens[k].norm, roles[k].cues
        leads = not cues.isdisjoint(_LEADS) or norm in kinds or (norm[:1] in _ATTACHED and norm[1:] in kinds)
        if leads or (k in marks and not marks[k].cues.isdisjoint(_LEADS)):
            name = _behind(tagged, k, last)
        else:
            attached = norm[:1] == _IN and len(norm) >= _LONG and not cues
            name = k if attached and _names(tagged, k) else None
        if name is not None and words[name].key:
            found.append(Place(k, name, words[name].key))
    return found


def keys_within(places: Sequence[Place], first: int, last: int) -> frozenset[str]:
    """The keys of those places that a range of tokens names and leads to."""
    return frozenset([place.key for place in places if first <= place.led_by and place.at < last])


def _behind(tagged: Tagged, k: int, last: int) -> int | None:
    """The token that names the place which another leads to."""
    lists = place_words()
    for j in range(k + 1, min(k + 2 + _BETWEEN, last)):
        norm = tagged.tokens[j].norm
        if norm not in lists.kinds and norm not in lists.halves and not tagged.cue(j, "at_place"):
            return j if _names(tagged, j) else None
    return None


def _names(tagged: Tagged, k: int) -> bool:
    """Whether a word can be the name of a place, as far as nothing else is known of it."""
    token, roles = tagged.tokens[k], tagged.roles[k]
    if token.kind not in ("word", "latin") or roles.cues & _NO_NAME or token.norm in place_words().no_place:
        return False
    known = roles.event or roles.trigger or roles.victim or roles.noun
    return not known and token.norm not in calendar().gregorian and token.norm not in calendar().weekdays
