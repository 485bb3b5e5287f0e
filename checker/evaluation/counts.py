"""Right, said and annotated: the counts behind every figure of a measurement."""

from __future__ import annotations

from typing import NamedTuple


class Count(NamedTuple):
    """How many were said, how many are annotated, and how many are both."""

    right: int = 0
    said: int = 0
    annotated: int = 0

    def plus(self, other: Count) -> Count:
        """Both together."""
        return Count(self.right + other.right, self.said + other.said, self.annotated + other.annotated)

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 0 where nothing was said."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what is annotated that was said; 0 where nothing is annotated."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.said + self.annotated
        return 2 * self.right / both if both else 0.0
