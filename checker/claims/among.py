"""Some of the victims, told of by "among": "أن بين القتلى ضابطين", "طفلين بين الضحايا", "كانت من بين القتلى"."""

from __future__ import annotations

from checker.claims.harms import heads_definite
from checker.claims.tagging import Tagged
from checker.model import Outcome

#: Words between those named and "among the dead" behind them.
_REACH = 9
_QUOTES = frozenset('«»"“”')


def among_before(tagged: Tagged, first: int, low: int) -> Outcome | None:
    """The outcome of the victims right in front of token ``first`` behind "among"; ``low`` begins the sentence."""
    for k in range(first - 1, max(low, first - 3), -1):
        victim = tagged.roles[k].victim
        known = tagged.definite(k) or (k + 1 < first and tagged.definite(k + 1))  # "بين شهداء الجيش ضابطا"
        if victim is not None and known and tagged.cue(k - 1, "among"):
            return victim.outcome
    return None


def among_behind(tagged: Tagged, start: int, limit: int) -> Outcome | None:
    """The outcome of the victims behind "among" in the clause that goes on at token ``start``."""
    for k in range(start, min(start + _REACH, limit - 1)):
        victim = tagged.roles[k + 1].victim
        if tagged.word(k, "among") and victim is not None and (tagged.definite(k + 1) or heads_definite(tagged, k + 1)):
            return victim.outcome
        if tagged.tokens[k].text not in _QUOTES and (
            tagged.tokens[k].kind != "word" or tagged.cue(k, "clause") or (tagged.joined(k) and not _is_one(tagged, k))
        ):
            return None
    return None


def _is_one(tagged: Tagged, k: int) -> bool:
    """ "امرأة وطفل من بين القتلى": one person more, of whom the same is told."""
    noun = tagged.roles[k].noun
    return noun is not None and noun.group is not None and noun.number in ("singular", "dual")
