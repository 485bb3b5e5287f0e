"""What the written case of a word tells of the noun in front of it."""

from __future__ import annotations

from checker.arabic.lexicon import NUMBERS
from checker.claims.tagging import Tagged

#: The one ending of the accusative that is written.
ACCUSATIVE = "ا"


def is_no_adjective(tagged: Tagged, noun: int, word: int) -> bool:
    """ "قتل مهاجم شرطيا", "قتلت الشرطة مسلحا": a word in another case, or less definite, is an object of its own."""
    if not tagged.tokens[word].norm.endswith(ACCUSATIVE) or tagged.definite(word):
        return False
    one, other = tagged.roles[noun].noun, tagged.roles[word].noun
    if one is None or other is None or other.number != "singular":
        return False
    if tagged.definite(noun):
        return True
    counted = noun > 0 and bool(ord(tagged.codes[noun - 1]) & NUMBERS)
    may_be_same = one.number == "dual" or tagged.tokens[noun].norm.endswith(ACCUSATIVE)
    return not counted and not may_be_same
