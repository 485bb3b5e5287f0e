"""A denial by any verb, where "any" stands in front of the victims: "لم يصل أي جريح", "لم تستقبل العيادات أي مصاب"."""

from __future__ import annotations

from checker.claims.tagging import Tagged
from checker.model import Outcome

#: What a word for victims that is denied says.
ZERO_OUTCOMES = (
    ("zero_casualties", Outcome.CASUALTIES),
    ("zero_killed", Outcome.KILLED),
    ("zero_injured", Outcome.INJURED),
    ("zero_missing", Outcome.MISSING),
    ("zero_detained", Outcome.DETAINED),
    ("zero_rescued", Outcome.RESCUED),
)
#: The verb's subject and where it was stand between it and "any".
_REACH = 6
#: The letters that a verb behind "لم" begins with.
_PRESENT = ("ي", "ت", "ن", "ا")

#: Words between "any of", or "one of", and the denial.
_SUBJECT = 7


def none_in_front(tagged: Tagged, i: int, low: int, limit: int) -> tuple[Outcome, int] | None:
    """What "أيا من الركاب لم يصب" denies, whose "لم" stands at ``i``, and where "any of" begins; None for no denial.

    ``low`` and ``limit`` are the ends of the sentence.
    """
    verb = i + 1
    if verb >= limit or not tagged.cue(i, "never") or not tagged.cue(verb, "zero_harms"):
        return None
    if tagged.cue(verb, "meets") and not tagged.word(verb + 1, "his_death"):
        return None
    for k in range(i - 1, max(low, i - 1 - _SUBJECT) - 1, -1):
        if tagged.tokens[k].kind != "word" or tagged.cue(k, "clause"):
            return None
        if tagged.word(k, "any_of") and (tagged.word(k + 1, "of") or tagged.cue(k + 1, "partitive_after")):
            return Outcome.KILLED if tagged.cue(verb, "zero_deaths") else Outcome.INJURED, k
    return None


def none_of(tagged: Tagged, i: int, limit: int) -> tuple[Outcome, int] | None:
    """What the denial "لم" at ``i`` denies whatever its verb is, and where the victims end; None for no denial."""
    verb = i + 1
    if not tagged.cue(i, "never"):
        return None
    if verb >= limit or not tagged.tokens[verb].norm.startswith(_PRESENT) or tagged.cue(verb, "not_known"):
        return None
    for k in range(verb + 1, min(verb + _REACH + 1, limit)):
        if tagged.tokens[k].kind != "word" or tagged.cue(k, "clause"):
            return None
        if not tagged.word(k, "any"):
            continue
        cues = tagged.cues_at(k + 1) if k + 1 < limit else frozenset()
        found = next((outcome for name, outcome in ZERO_OUTCOMES if name in cues), None)
        mark = tagged.marks.get(k + 1)
        end = mark.last if mark is not None and any(name in mark.cues for name, _ in ZERO_OUTCOMES) else k + 2
        return None if found is None else (found, end)
    return None
