"""The one whom a verb harms, behind the one who does it: "قتلت الشرطة مسلحا"."""

from __future__ import annotations

from checker.arabic.lexicon import NUMBERS
from checker.claims.cases import ACCUSATIVE
from checker.claims.marks import COMMAS
from checker.claims.mentions import Mention
from checker.claims.passage import Passage
from checker.claims.tagging import Harm, Tagged
from checker.model import Group

#: So many tokens at most name who does it, and when.
_SUBJECT = 6
_QUOTES = frozenset("«»\"“”'")
_FEMALE = frozenset({Group.WOMEN, Group.CHILDREN})


def is_object(passage: Passage, mention: Mention, left: Harm | None) -> bool:
    """Whether a verb in front has a subject of its own, so that the one behind it is whom it harms."""
    tagged, i = passage.tagged, mention.first
    if left is None or left.kind != "cause" or mention.joined or not 1 <= i - left.last <= _SUBJECT:
        return False
    if not _is_accusative(tagged, i) or any(left.last <= other.first < i for other in _counted(passage)):
        return False
    words = [k for k in range(left.last, i) if not _is_aside(tagged, k)]
    return bool(words) and _is_subject(tagged, words[0], i) and not any(_ends(tagged, k) for k in words)


def _counted(passage: Passage) -> list[Mention]:
    return [mention for mention in passage.mentions if mention.kind != "single"]


def _is_accusative(tagged: Tagged, i: int) -> bool:
    """Whether the case of the word says that it is an object, or the word names a woman and describes nobody."""
    if tagged.particles[i]:
        return False
    if tagged.tokens[i].norm.endswith(ACCUSATIVE):
        return True
    noun = tagged.roles[i].noun
    return noun is not None and noun.group in _FEMALE and tagged.tokens[i].norm.endswith("ه")


def _is_aside(tagged: Tagged, k: int) -> bool:
    """A day or a mark: "اغتال مسلحون، أمس، ضابطا"."""
    mark = tagged.tokens[k].text
    return mark in COMMAS or mark in _QUOTES or tagged.word(k, "therein") or _is_time(tagged, k)


def _is_time(tagged: Tagged, k: int) -> bool:
    return tagged.word(k, "after_indefinite") and not tagged.cue(k, "relative")


def _is_subject(tagged: Tagged, k: int, end: int) -> bool:
    """Whether a body, several people or what harms by itself stands there: "الشرطة", "مسلحون", "رصاصة"."""
    if tagged.joined(k) or tagged.particles[k]:
        return False
    roles, expression = tagged.roles[k], tagged.phrases.get(k)
    noun = roles.noun
    if roles.body is not None or (expression is not None and expression[1].body is not None):
        return True
    if noun is None:
        return roles.event is not None or tagged.cue(k, "unknown_doers")
    if noun.group is None:
        return k + 1 < end or not tagged.definite(k)
    return noun.number == "plural" or not tagged.definite(k)


def _ends(tagged: Tagged, k: int) -> bool:
    """Whether a word between the verb and its object shows that it is none of this verb."""
    if tagged.tokens[k].kind != "word" or tagged.joined(k) or ord(tagged.codes[k]) & NUMBERS:
        return True
    if tagged.cue(k, "clause") or tagged.cue(k, "relative") or tagged.cue(k, "partitive"):
        return True
    return tagged.cue(k, "prepositions") and not tagged.word(k, "of")
