"""A claim in the making: what later steps need to know beyond the claim itself."""

from __future__ import annotations

from typing import Literal

from checker.claims.mentions import Mention
from checker.claims.nounphrase import NounPhrase
from checker.claims.sentences import Sentence
from checker.claims.tagging import Harm
from checker.model import Group, Outcome
from checker.values import changing

#: How the outcome was found, for the reasons in reports and for later steps.
Path = Literal["noun", "governed", "joined", "partitive", "subject", "toll", "reference", "zero"]
#: The outcome, the way it was found, and the word of harm that governs it.
Decision = tuple[Outcome, Path, Harm | None]


@changing
class Draft:
    """One claim while its sentence and document are read."""

    mention: Mention
    phrase: NounPhrase
    sentence: Sentence
    outcome: Outcome
    path: Path
    harm: Harm | None
    group: Group
    whole: Draft | None = None
    tells: Draft | None = None
    """The known toll that the list of this claim spells out: "القتلى هم 17 عاملا و4 …"."""
    complete: bool = False
    """The list that this part belongs to is said to be all of the whole."""
    rest: bool = False
    """It is what the parts in front of it leave of their whole."""
    risen: bool | None = None
    """Whether a toll is said to have risen to it; None as long as nobody asked."""
    earlier: bool = False
    """The text presents the figure as an earlier count."""
    source: str | None = None
    loose: bool = False
    """The outcome rests on "ضحايا" alone, which may mean the dead or all harmed."""
    victims_key: str = ""
    """The counted noun reduced to what its forms share; empty where there is none."""

    @property
    def first(self) -> int:
        """First token of the mention or of the noun before it."""
        head = self.phrase.head
        return min(self.mention.first, head) if head is not None else self.mention.first

    @property
    def last(self) -> int:
        """Token after the mention and its noun phrase."""
        return max(self.mention.last, self.phrase.end)
