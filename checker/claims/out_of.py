"""The number of those among whom some were harmed: "قتل 7 من أصل 12 عاملا"."""

from __future__ import annotations

from checker.claims.nounphrase import NounPhrase
from checker.claims.passage import Passage
from checker.claims.subjects import verb_of


def is_base(passage: Passage, index: int, phrase: NounPhrase) -> bool:
    """ "فروا من أصل 260 ألفا كانوا فيها": how many there were, if nothing says that they were harmed."""
    if passage.tagged.cue_before(passage.mentions[index].first, "out_of") is None:
        return False
    harm = verb_of(passage, index, phrase)
    others = index + 1 < len(passage.mentions) and harm is not None and harm.last == passage.mentions[index + 1].first
    return harm is None or harm.first > phrase.end or others  # "من أصل 72 راكبا نجا 15"


def is_of_how_many(passage: Passage, index: int) -> bool:
    """Whether the next figure is the number of those among whom some were harmed: "قتل 7 من أصل 12 عاملا"."""
    if index + 1 >= len(passage.mentions):
        return False
    mention, following, tagged = passage.mentions[index], passage.mentions[index + 1], passage.tagged
    linked = mention.last < following.first and tagged.word(mention.last, "of")
    between = following.first - mention.last
    near = between == 1 or (between == 2 and tagged.word(mention.last + 1, "whole_of"))
    if not (linked and near and mention.kind == following.kind == "number"):
        return False
    return mention.max is not None and following.min is not None and following.min > mention.max
