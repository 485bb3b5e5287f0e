"""Marks between the words of a list and between its clauses."""

from __future__ import annotations

COMMAS = frozenset("،,")
#: Marks that end a clause or open another one.
MARKS = frozenset(".؛:؟!")
#: What the lines of a list begin with.
BULLETS = frozenset("-–—•*▪●")
