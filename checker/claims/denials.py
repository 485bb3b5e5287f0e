"""Denials of victims: "دون إصابات", "لم يسفر عن ضحايا", "لم يصب أحد", "ليس بين القتلى أحد"."""

from __future__ import annotations

from checker.claims.none_of import ZERO_OUTCOMES
from checker.claims.tagging import Tagged
from checker.model import Outcome

_ZERO_REACH = 9
#: "حتفه" stands so close behind "لم يلق".
_ITS_OBJECT = 4
#: Words between a denied verb and "عن ضحايا": its subject.
_SUBJECT_REACH = 4


def denied(tagged: Tagged, i: int, limit: int) -> tuple[Outcome, int] | None:
    """What the negation at ``i`` denies, and where that ends; None if no victims follow it by links alone."""
    outcome: Outcome | None = None
    end = i
    mark = tagged.marks.get(i)
    verbal = harmed = killed = act = False
    k = mark.last if mark is not None and "zero_before" in mark.cues else i + 1
    while k < min(i + _ZERO_REACH, limit):
        step = 1
        cues = tagged.cues_at(k)
        for name, meaning in ZERO_OUTCOMES:
            if name in cues:
                mark = tagged.marks.get(k)
                step = mark.last - k if mark is not None and name in mark.cues else 1
                outcome = meaning if outcome in (None, meaning) and not act else Outcome.CASUALTIES
                end = k + step
                break
        else:
            if outcome is not None and "zero_anyone" in cues and k == end:
                return outcome, k + 1  # "ليس بين القتلى أحد من …"
            if outcome is not None and not _goes_on(tagged, k):
                break
            if "meets" in cues and not any(
                tagged.word(j, "his_death") for j in range(k + 1, min(k + _ITS_OBJECT, limit))
            ):
                return None
            verb = "zero_verbs" in cues or "zero_harms" in cues
            verbal = verbal or verb
            harmed = harmed or "zero_harms" in cues
            killed = killed or "zero_deaths" in cues
            of_any = tagged.word(k, "any") and tagged.word(k + 1, "of")  # "لم يصب أي من الركاب"
            if harmed and ("zero_anyone" in cues or of_any):
                return outcome or (Outcome.KILLED if killed else Outcome.INJURED), k + 1
            if harmed and outcome is None and _any_person(tagged, k):
                return Outcome.KILLED if killed else Outcome.INJURED, k + 1  # "لم يقتل أي شرطي"
            if act and ("zero_anyone" in cues or _any_person(tagged, k)):
                return Outcome.KILLED, k + 1  # "لم يسفر عن مقتل أحد"
            act = act or (verbal and "zero_acts" in cues)
            linked = verb or act or "zero_links" in cues
            subject = verbal and k - i <= _SUBJECT_REACH and tagged.tokens[k].kind == "word"
            if not linked and outcome is None and not subject:
                return None
        k += step
    return (outcome, end) if outcome is not None else None


def _goes_on(tagged: Tagged, k: int) -> bool:
    """Whether the token can stand between two words for victims in one denial."""
    return tagged.tokens[k].norm == "و" or tagged.word(k, "or") or tagged.word(k, "any")


def _any_person(tagged: Tagged, k: int) -> bool:
    """ "أي شرطي": a person behind "any"."""
    noun = tagged.roles[k].noun
    return tagged.word(k - 1, "any") and noun is not None and noun.group is not None
