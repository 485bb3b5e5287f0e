"""Where the story is told of: sentences that move it to another place ("وفي طنطا، أصيب سبعة")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from checker.arabic.calendar import calendar
from checker.arabic.keys import word_key
from checker.arabic.wordlists import words
from checker.claims.marks import BULLETS
from checker.claims.sentences import Sentence
from checker.claims.tagging import Tagged
from checker.resources import load_toml, rules_root
from checker.values import frozen

_FILE = "ar/scenes.toml"
#: The words of a place's name.
_NAME = 5
#: The place that the story begins at is named in so many sentences, the headline's among them.
_OPENING = 2


class Scene(NamedTuple):
    """A sentence that is told of a place of its own.

    ``place`` holds the keys of the words that name it, ``first`` is its first token.
    """

    place: frozenset[str]
    first: int
    item: bool = False
    """It is a line of a list: "- محافظة قنا: 13 قتيلا"."""


@frozen
class PlaceWords:
    """The words of ``rules/ar/scenes.toml``."""

    lead: frozenset[str]
    but: frozenset[str]
    behind_but: frozenset[str]
    kinds: frozenset[str]
    names: frozenset[str]
    halves: frozenset[str]
    no_place: frozenset[str]
    hospitals: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The words by which places are known."""
    data = load_toml(rules_root() / _FILE)
    keys = ("lead", "but", "behind_but", "kinds", "names", "halves", "no_place", "hospitals")
    return PlaceWords(*(frozenset(words(_FILE, data, key)) for key in keys))


def is_hospital(tagged: Tagged, k: int) -> bool:
    """Whether a token names a house that takes in the dead and the hurt: "المستشفى", "بمستشفى"."""
    norm, hospitals = tagged.tokens[k].norm, place_words().hospitals
    return norm in hospitals or norm[1:] in hospitals


def find_scenes(tagged: Tagged, sentences: Sequence[Sentence]) -> list[Scene | None]:
    """The scene of each sentence that says so at its beginning; None for the others, wherever they are told of."""
    opening = sentences[:_OPENING]
    known = frozenset(word.key for s in opening for word in tagged.words[s.first : s.last])
    moved = (_line(tagged, s) or _scene(tagged, s, known) for s in sentences[_OPENING:])
    return [*(_line(tagged, s) for s in opening), *moved]


def _line(tagged: Tagged, sentence: Sentence) -> Scene | None:
    """The place of a line of a list."""
    label = _item(tagged, sentence)
    return Scene(_keys(tagged, label), sentence.first, item=True) if label else None


def _scene(tagged: Tagged, sentence: Sentence, known: frozenset[str]) -> Scene | None:
    """The place that a sentence moves to, which is none of those ``known``."""
    name = _name(tagged, sentence)
    place = _keys(tagged, name)
    if not place or place & known:
        return None
    return Scene(place, sentence.first)


def _item(tagged: Tagged, sentence: Sentence) -> range:
    """What a line of a list is about, in front of its figure ("- محافظة قنا: 13 قتيلا"); empty for other lines."""
    first = sentence.first + (tagged.tokens[sentence.first].text in BULLETS)
    for k in range(first + 1, min(first + 1 + _NAME, sentence.last - 1)):
        if tagged.tokens[k].text == ":":
            counts = tagged.tokens[k + 1].kind == "number" or tagged.numbers_in(k + 1, k + 2)
            return range(first, k) if counts or tagged.victims_in(k + 1, k + 2) else range(0)
        if not _names(tagged, k) and tagged.tokens[k].text not in BULLETS:
            break
    return range(0)


def _name(tagged: Tagged, sentence: Sentence) -> range:
    """The name of the place that a sentence begins with; empty where it begins with none."""
    tokens, lists = tagged.tokens, place_words()
    k, leads = sentence.first, lists.lead
    if tokens[k].text in BULLETS or tokens[k].norm in lists.but:
        k, leads = k + 1, lists.behind_but
    if k >= sentence.last or tokens[k].norm not in leads:
        return range(0)
    first = k + 1
    end = min(first + _NAME, sentence.last)
    last = next((i for i in range(first, end) if not _names(tagged, i)), end)
    if last == first or tokens[first].norm in lists.no_place:
        return range(0)
    known = lists.kinds | lists.names | lists.halves
    if tagged.roles[first].cues and not any(tokens[i].norm in known for i in range(first, last)):
        return range(0)
    return range(first, last)


def _keys(tagged: Tagged, name: range) -> frozenset[str]:
    """The keys of a name as far as it tells this place from others: no kinds of place, nothing that describes it."""
    lists, found = place_words(), set()
    for k in name:
        norm = tagged.tokens[k].norm
        if tagged.tokens[k].kind != "mark" and norm not in lists.kinds:
            found.add(word_key(norm))
            if norm not in lists.halves:
                break
    return frozenset(found)


def _names(tagged: Tagged, k: int) -> bool:
    """Whether a word can be part of a place's name."""
    token, roles = tagged.tokens[k], tagged.roles[k]
    if token.norm in place_words().halves:
        return True
    if token.kind not in ("word", "latin") or token.norm in calendar().gregorian or token.norm in calendar().weekdays:
        return False
    return roles.trigger is None and roles.victim is None and roles.event is None and "said" not in roles.cues
