"""What is read of the counted noun around a number."""

from __future__ import annotations

from checker.model import Group, Outcome
from checker.values import frozen


@frozen
class NounPhrase:
    """The noun phrase of a mention.

    ``head`` is the token of the counted noun (None where there is none),
    ``end`` the token after the phrase. ``thing`` means that what is counted
    is no person; ``known`` that the lexicon knows the head.
    """

    head: int | None
    end: int
    group: Group | None = None
    generic: bool = False
    thing: bool = False
    known: bool = False
    others: bool = False
    of_before: bool = False
    """"منهم" follows the number: it is a part of the figure before."""
    outcome: Outcome | None = None
    loose: bool = False
    """The outcome is that of "ضحايا", which may mean the dead alone."""
    definite: bool = False
    """The number stands behind a definite noun: "الجنود الثلاثة"."""
    partitive: bool = False
    """The head follows "من": "14 من أفراد الأمن"."""
    household: bool = False
    """Families are counted, and not people."""
    definite_victims: bool = False
    """… and is a definite word for victims: "25 من القتلى"."""
