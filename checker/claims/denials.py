"""Denials of victims: "دون إصابات", "لم يسفر عن ضحايا", "لم يصب أحد", "ليس بين القتلى أحد"."""

from __future__ import annotations

from checker.claims.marks import COMMAS
from checker.claims.none_of import ZERO_OUTCOMES
from checker.claims.tagging import Tagged
from checker.model import Outcome

#: Words from the negation to the victims, and between a denied verb and "عن ضحايا": its subject.
_REACH, _SUBJECT_REACH = 9, 4
#: "حتفه" stands so close behind "لم يلق".
_ITS_OBJECT = 4
#: Denied verbs whose subject or object is "anyone" ("لم يعتقل أحد"), and nouns of such acts ("دون مقتل أحد").
_VERBS = (
    ("zero_deaths", Outcome.KILLED),
    ("zero_harms", Outcome.INJURED),
    ("zero_holds", Outcome.DETAINED),
    ("zero_takes", Outcome.KIDNAPPED),
    ("zero_loses", Outcome.MISSING),
    ("zero_saves", Outcome.RESCUED),
)
_ACTS = (("zero_acts", Outcome.KILLED), ("zero_arrests", Outcome.DETAINED))
#: Verbs that bring victims or tell of them.
_DENIED = frozenset({"zero_verbs", "zero_tells", "zero_harms"})
#: "لا تقتل أحدا" asks for something.
_DO_NOT = "لا"
#: These are no victims: with the article known people are told of.
_INDEFINITE = (Outcome.DETAINED, Outcome.RESCUED)


def denied(tagged: Tagged, i: int, limit: int) -> tuple[Outcome, int] | None:
    """What the negation at ``i`` denies, with only linking words between, and where it ends; None for no denial."""
    mark = tagged.marks.get(i)
    start = mark.last if mark is not None and "zero_before" in mark.cues else i + 1
    return _Denial(tagged, i).read(start, min(i + _REACH, limit))


class _Denial:
    """What is known of a denial, word by word."""

    def __init__(self, tagged: Tagged, first: int) -> None:
        self._tagged = tagged
        self._first = first
        self._outcome: Outcome | None = None
        """Of the victims named so far: "إصابات"."""
        self._end = first
        self._denied = self._done = False
        """Whether a verb that brings victims is denied, or one of doing."""
        self._verb: Outcome | None = None
        """What the denied verb does to "anyone"."""
        self._act: Outcome | None = None
        self._asks = tagged.tokens[first].norm.removeprefix("و") == _DO_NOT

    def read(self, k: int, limit: int) -> tuple[Outcome, int] | None:
        while k < limit:
            named = self._victims(k)
            if named is not None:
                meaning, step = named
                known = self._act or self._outcome
                self._outcome = meaning if known in (None, meaning) else Outcome.CASUALTIES
                self._end = k + step
                k += step
                continue
            if self._outcome is not None and k == self._end and "zero_anyone" in self._tagged.cues_at(k):
                return self._outcome, k + 1  # "ليس بين القتلى أحد من …"
            if self._outcome is not None and not _goes_on(self._tagged, k):
                break
            if self._meets_no_death(k, limit):
                return None
            self._note(k)
            anyone = self._anyone(k)
            if anyone is not None:
                return None if self._tagged.cue(k + 1, "but_for") else (anyone, k + 1)
            if self._outcome is None and self._verb is not None and _any_person(self._tagged, k):
                self._outcome, self._end = self._verb, k + 1
            elif self._outcome is None and not self._links(k):
                return None
            k += 1
        return (self._outcome, self._end) if self._outcome is not None else None

    def _victims(self, k: int) -> tuple[Outcome, int] | None:
        """The victims that are named at ``k``, and how many words name them."""
        tagged = self._tagged
        cues = tagged.cues_at(k)
        for name, meaning in ZERO_OUTCOMES:
            if name not in cues or (meaning in _INDEFINITE and tagged.definite(k)):
                continue
            mark = tagged.marks.get(k)
            return meaning, mark.last - k if mark is not None and name in mark.cues else 1
        return None

    def _note(self, k: int) -> None:
        cues = self._tagged.cues_at(k)
        self._denied = self._denied or not _DENIED.isdisjoint(cues)
        self._done = self._done or "zero_done" in cues
        said = () if self._asks else (meaning for name, meaning in _VERBS if name in cues)
        for meaning in said:
            self._verb = meaning if self._verb in (None, meaning) else Outcome.CASUALTIES
            break  # a verb of dying is one of harm, too
        for name, meaning in _ACTS:
            if name in cues and (self._denied or self._done):
                self._act = self._act or meaning

    def _meets_no_death(self, k: int, limit: int) -> bool:
        """ "لم يلق": a verb of dying only with its object behind it."""
        tagged, end = self._tagged, min(k + _ITS_OBJECT, limit)
        return tagged.cue(k, "meets") and not any(tagged.word(j, "his_death") for j in range(k + 1, end))

    def _anyone(self, k: int) -> Outcome | None:
        """What happened to nobody, where the word at ``k`` is "anyone"."""
        tagged = self._tagged
        anyone = "zero_anyone" in tagged.cues_at(k)
        of_any = tagged.word(k, "any") and tagged.word(k + 1, "of")  # "لم يصب أي من الركاب"
        if self._verb is not None and (anyone or of_any):
            return self._outcome or self._verb
        if self._act is not None and (anyone or _any_person(tagged, k)):
            return self._act  # "لم يسفر عن مقتل أحد"
        return None

    def _links(self, k: int) -> bool:
        """Whether the word can stand between the negation and the victims."""
        cues = self._tagged.cues_at(k)
        if "zero_not" in cues:
            return False
        if self._act is not None or any(name in cues for name in (*_DENIED, "zero_links")):
            return True
        if any(name in cues for name, _ in _VERBS):
            return True
        told = self._denied or self._verb is not None
        if self._tagged.tokens[k].text in COMMAS:
            return told and self._tagged.cue(k - 1, "until_now")  # "لا توجد حتى الآن، أي إصابات"
        return told and k - self._first <= _SUBJECT_REACH and self._tagged.tokens[k].kind == "word"


def _goes_on(tagged: Tagged, k: int) -> bool:
    """Whether the token can stand between two words for victims in one denial."""
    return tagged.tokens[k].norm == "و" or tagged.word(k, "or") or tagged.word(k, "any")


def _any_person(tagged: Tagged, k: int) -> bool:
    """ "أي شرطي": a person behind "any"."""
    noun = tagged.roles[k].noun
    return tagged.word(k - 1, "any") and noun is not None and noun.group is not None
