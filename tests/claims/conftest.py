"""Helpers that read the claims of one short text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.facts import gather
from checker.model import Claim
from checker.reading import from_text

Reader = Callable[[str], tuple[Claim, ...]]


@pytest.fixture
def claims() -> Reader:
    """The claims of a text without a title."""
    return lambda text: gather(from_text(text)).claims


def told(claims: tuple[Claim, ...]) -> list[tuple[str, int | None]]:
    """The outcome and the lower bound of each claim, in the order of the text."""
    return [(claim.outcome.value, claim.min) for claim in claims]
