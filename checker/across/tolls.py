"""Low, best and high figures of happenings, by source and by time, as data sets of events give them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.consistency.bounds import stated
from checker.model import Figure, Group, Mention, Outcome
from checker.values import frozen


@frozen
class Toll:
    """Low, best and high of one figure, over all its articles or those of one day and source.

    ``level`` is ``all``, ``day`` or ``source``. ``low`` and ``high`` are the
    least and greatest number given; ``best`` is the number that most
    articles of the latest day give, the greater of two: tolls are completed
    more often than they are corrected. ``document`` and ``source`` are empty
    where there are several.
    """

    figure: str
    happening: str
    event: str
    outcome: Outcome
    who: Group
    level: str
    day: str
    source: str
    document: str
    low: int
    best: int
    high: int
    articles: int


def tolls(figures: Iterable[Figure]) -> list[Toll]:
    """The rows of all figures: each over all its articles, then by day, then by day, source and article."""
    return [row for figure in figures for row in _rows(figure)]


def _rows(figure: Figure) -> Iterator[Toll]:
    yield _toll(figure, "all", figure.mentions)
    by_day: dict[str, list[Mention]] = defaultdict(list)
    for mention in figure.mentions:
        by_day[mention.day or ""].append(mention)
    for day in sorted(by_day):
        if day:
            yield _toll(figure, "day", by_day[day], day)
    for day in sorted(by_day):
        by_source: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in by_day[day]:
            by_source[mention.document, mention.claim.source or ""].append(mention)
        for (document, source), mentions in by_source.items():
            yield _toll(figure, "source", mentions, day, source, document)


def _toll(
    figure: Figure, level: str, mentions: Sequence[Mention], day: str = "", source: str = "", document: str = ""
) -> Toll:
    numbers = [stated(mention.claim) or 0 for mention in mentions]
    return Toll(
        figure.id,
        figure.happening,
        figure.event,
        figure.outcome,
        figure.who,
        level,
        day,
        source,
        document,
        min(numbers),
        best(mentions),
        max(numbers),
        len({mention.document for mention in mentions}),
    )


def best(mentions: Sequence[Mention]) -> int:
    """The number that most articles of the latest day give, the greater of two."""
    last = max(mention.day or "" for mention in mentions)
    counts: Counter[int] = Counter()
    for _, number in {(m.document, stated(m.claim) or 0) for m in mentions if (m.day or "") == last}:
        counts[number] += 1
    return max(counts, key=lambda number: (counts[number], number))
