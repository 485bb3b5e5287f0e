"""The arithmetic of a constraint, in figures: ``10 + 5 = 15 ≠ 14``."""

from __future__ import annotations

from collections.abc import Sequence

from checker.consistency.bounds import shown
from checker.consistency.constraints import Linear
from checker.consistency.system import System
from checker.model import Claim, Hedge
from checker.values import frozen

#: Hedges whose number is loosened for comparing, and so is printed as one that is not exact.
_LOOSE = (Hedge.ABOUT, Hedge.VAGUE)


@frozen
class Equation:
    """What is added up, and what it is set against, each ready to be printed."""

    parts: str
    total: str
    sign: str
    whole: str

    def __str__(self) -> str:
        """One line: ``10 + 5 = 15 ≠ 14``."""
        added = self.parts if self.parts == self.total else f"{self.parts} = {self.total}"
        return f"{added} {self.sign} {self.whole}"


@frozen
class Sides:
    """The figures of one constraint, each with the claims that bound it."""

    linear: Linear
    whole: Sequence[Claim]
    added: Sequence[tuple[int, Sequence[Claim]]]
    """Coefficient (1, or -1 for a fall) and claims of each figure that is added up."""
    system: System

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All of them, the whole's first."""
        return (*self.whole, *(claim for _, claims in self.added for claim in claims))

    def equation(self) -> Equation | None:
        """The comparison that fails with these claims alone, or None where each constraint by itself holds."""
        least = self._sum(most=False)
        limit = self._bound(self.whole, most=True)
        if least is not None and limit is not None and least > limit:
            return self._printed(most=False)
        greatest = self._sum(most=True)
        limit = self._bound(self.whole, most=False)
        if self.linear.low is not None and greatest is not None and greatest < (limit or 0):
            return self._printed(most=True)
        return None

    def relation(self) -> Equation:
        """What the constraint says should hold."""
        parts = _joined([(c, loosely(_first(claims))) for c, claims in self.added], self.linear.constant)
        sign = "≤" if self.linear.low is None else "="
        return Equation(parts, parts, sign, loosely(_first(self.whole)))

    def _printed(self, most: bool) -> Equation:
        numbers = [(c, *self._number(claims, most == (c > 0))) for c, claims in self.added]
        total = sum(c * number for c, number, _ in numbers) + self.linear.constant
        rough = any(loose for *_, loose in numbers)
        limit, limit_rough = self._number(self.whole, not most)
        exact = all(_exact(claims) for claims in (self.whole, *(claims for _, claims in self.added)))
        sign = "≠" if exact and self.linear.low is not None else "<" if most else ">"
        return Equation(
            _joined([(c, _rounded(number, loose)) for c, number, loose in numbers], self.linear.constant),
            _rounded(total, rough),
            sign,
            _rounded(limit, limit_rough),
        )

    def _sum(self, most: bool) -> int | None:
        total = self.linear.constant
        for coefficient, claims in self.added:
            bound = self._bound(claims, most == (coefficient > 0))
            if bound is None:
                return None
            total += coefficient * bound
        return total

    def _bound(self, claims: Sequence[Claim], most: bool) -> int | None:
        intervals = [self.system.intervals[claim.id] for claim in claims]
        if most:
            return min((i.high for i in intervals if i.high is not None), default=None)
        return max((i.low for i in intervals), default=0)

    def _number(self, claims: Sequence[Claim], most: bool) -> tuple[int, bool]:
        """The bound as the text gives it, and whether it is a loose one."""
        bound = self._bound(claims, most)
        for claim in claims:
            interval = self.system.intervals[claim.id]
            if (interval.high if most else interval.low) == bound:
                stated = claim.max if most else claim.min
                return (bound or 0) if stated is None else stated, claim.hedge in _LOOSE
        return bound or 0, False


def loosely(claim: Claim) -> str:
    """A number as it stands in a comparison that holds: ``14``, ``51+``, ``≤390``, ``≈300``."""
    return f"{claim.min}+" if claim.max is None and claim.min is not None else shown(claim)


def _first(claims: Sequence[Claim]) -> Claim:
    return min(claims, key=lambda claim: claim.start)


def _exact(claims: Sequence[Claim]) -> bool:
    return all(claim.min == claim.max and claim.hedge not in _LOOSE for claim in claims)


def _rounded(number: int, loose: bool) -> str:
    return f"≈{number}" if loose else str(number)


def _joined(numbers: Sequence[tuple[int, str]], constant: int) -> str:
    """``10 + 4``, ``20 - 4``; people without a figure of their own come last."""
    first, *rest = numbers
    text = first[1] + "".join(f" {'+' if c > 0 else '-'} {number}" for c, number in rest)
    return f"{text} + {constant}" if constant else text
