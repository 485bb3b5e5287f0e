"""One sentence with the people counted in it and its words of harm, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.mentions import Mention
from checker.claims.sentences import Sentence
from checker.claims.tagging import Harm, Tagged
from checker.values import frozen


@frozen
class Passage:
    """One sentence: its tokens as tagged, its mentions in order, and the words of harm that may govern them."""

    tagged: Tagged
    sentence: Sentence
    mentions: Sequence[Mention]
    harms: Sequence[Harm]


def harm_between(passage: Passage, start: int, end: int) -> bool:
    """Whether a word of harm that can stand in front begins among the tokens ``start`` up to ``end``."""
    return any(start <= harm.first < end and harm.kind != "behind" for harm in passage.harms)


def clause_between(tagged: Tagged, start: int, end: int) -> bool:
    """Whether a clause begins among the tokens ``start`` up to ``end``."""
    return any(tagged.cue(k, "clause") for k in range(start, end))


def clause_before(passage: Passage, mention: Mention) -> bool:
    """Whether a clause begins right before the mention: "أن 5 جنود …"."""
    tagged, i, first = passage.tagged, mention.first, passage.sentence.first
    begins = i == first or (i == first + 1 and tagged.cue(first, "had_been"))  # "وكان جندي قد قتل"
    return begins or any(tagged.cue(k, "clause") for k in range(max(first, i - 2), i))


def harm_before(passage: Passage, mention: Mention) -> Harm | None:
    """The nearest word of harm in front."""
    found = None
    for harm in passage.harms:
        if harm.last > mention.first:
            break
        if harm.kind != "behind":
            found = harm
    return found


def opens_part(tagged: Tagged, i: int) -> bool:
    """Whether "among them", or that a figure is told apart, stands right in front of token ``i``."""
    return tagged.cue_before(i, "partitive") is not None or tagged.cue_before(i, "breakdown") is not None
