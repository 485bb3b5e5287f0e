"""People said to be among a figure's people without a number of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.claims.tagging import Tagged
from checker.model import Group, Presence, Span
from checker.relations.evidence import Placed

_REACH = 10


def find_presences(tagged: Tagged, placed: Sequence[Placed], ids: Mapping[int, str]) -> list[Presence]:
    """ "عشرة قتلى بينهم أفراد من الشرطة وجنود": at least one of each kind named."""
    found: list[Presence] = []
    for k, p in enumerate(placed):
        start = _partitive_after(tagged, p.draft.last, p.draft.sentence.last)
        if start is None or p.draft.whole is not None:
            continue
        following = placed[k + 1].draft.first if k + 1 < len(placed) else p.draft.sentence.last
        found.extend(_kinds(tagged, ids[p.index], start, min(start + _REACH, p.draft.sentence.last, following)))
    return found


def _partitive_after(tagged: Tagged, i: int, limit: int) -> int | None:
    """The token after a partitive that stands within a few words of the figure."""
    for k in range(i, min(i + 5, limit)):
        if tagged.cue(k, "partitive"):
            mark = tagged.marks.get(k)
            return mark.last if mark is not None else k + 1
        if tagged.tokens[k].kind == "number" or tagged.roles[k].trigger is not None:
            return None
    return None


def _kinds(tagged: Tagged, whole: str, start: int, limit: int) -> list[Presence]:
    """The groups named from ``start`` on, each with the number of kinds named."""
    counts: dict[Group, tuple[int, int, int]] = {}
    i = start
    fresh = True
    while i < limit:
        token = tagged.tokens[i]
        if token.kind != "word":
            break
        roles = tagged.roles[i]
        noun = roles.noun
        if tagged.particles[i][:1] == "و":
            fresh = True
        if tagged.word(i, "list_stops") or roles.trigger is not None:
            break
        group = noun.group if noun is not None and not noun.generic and noun.number == "plural" else roles.body
        if fresh and group is not None and group is not Group.PEOPLE:
            low, _high, count = counts.get(group, (tagged.tokens.start(i), 0, 0))
            counts[group] = (low, tagged.tokens.end(i), count + 1)
            fresh = False
        i += 1
    return [
        Presence(whole, group, count, Span(low, high), " ".join(t.text for t in tagged.tokens[start:i]))
        for group, (low, high, count) in counts.items()
    ]
