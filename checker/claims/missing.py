"""Reports of missing people, which count them, and those who are missing no more."""

from __future__ import annotations

from checker.claims.draft import Decision
from checker.claims.fates import fate_within, is_fate
from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage, harm_before
from checker.claims.tagging import Harm
from checker.model import Outcome

#: Words from the reports to their number.
_REACH = 20
#: … and from those who were missing to that they came back.
_BESIDE = 3


def reported_missing(passage: Passage, mention: Mention, phrase: NounPhrase) -> Decision | None:
    """ "بلاغات المفقودين … انخفضت إلى 40 بلاغا": who is reported missing is counted by the reports."""
    left = harm_before(passage, mention)
    if left is None or left.kind != "toll" or left.outcome is not Outcome.MISSING or phrase.head is None:
        return None
    near = mention.first - left.last <= _REACH and is_fate(passage.tagged, phrase.head, "report")
    reports = left.first and is_fate(passage.tagged, left.first - 1, "report")
    return (Outcome.MISSING, "toll", left) if near and reports else None


def have_come_back(passage: Passage, mention: Mention, harm: Harm | None) -> bool:
    """ "أن جنديين ممن كانوا في عداد المفقودين وصلا": they are missing no more."""
    tagged = passage.tagged
    if harm is None or harm.kind != "behind" or not tagged.cue(harm.first - 1, "relative"):
        return False
    return is_fate(tagged, mention.first - 1, "come_back") or fate_within(
        tagged, "come_back", harm.last, min(harm.last + _BESIDE, passage.sentence.last)
    )
