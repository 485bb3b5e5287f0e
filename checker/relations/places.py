"""The places that a stretch of text names, as far as its words show it: behind "in", or behind a kind of place."""

from __future__ import annotations

from checker.arabic.calendar import calendar
from checker.claims.tagging import Tagged
from checker.relations.scenes import place_words

#: So many words may stand between "in" and the name: "في محيط مدينة".
_BETWEEN = 3
#: "In" and "for" as the first letter of a word, which is a name only if so long.
_ATTACHED, _IN, _LONG = ("ب", "ل"), "ب", 5
_NO_NAME = frozenset({"on_day", "said", "speakers"})


def named_places(tagged: Tagged, first: int, last: int) -> frozenset[str]:
    """The keys of the words that name a place in a range of tokens, kinds of place aside."""
    found: set[str] = set()
    for k in range(first, last):
        norm, cues = tagged.tokens[k].norm, tagged.roles[k].cues
        if _leads(tagged, k):
            name = _behind(tagged, k, last)
            if name is not None:
                found.add(tagged.words[name].key)
        elif norm[:1] == _IN and len(norm) >= _LONG and not cues and _names(tagged, k):
            found.add(tagged.words[k].key)
    found.discard("")
    return frozenset(found)


def _leads(tagged: Tagged, k: int) -> bool:
    """Whether a place is named behind a token: "في", "قرب", "مدينة", "بمحافظة"."""
    norm, kinds = tagged.tokens[k].norm, place_words().kinds
    return (
        tagged.cue(k, "at_place")
        or tagged.cue(k, "place_of")
        or norm in kinds
        or (norm[:1] in _ATTACHED and norm[1:] in kinds)
    )


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
