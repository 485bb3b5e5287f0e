"""Names for the happenings whose victims are counted (``e1``, ``e2`` …)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.relations.evidence import Placed


def name_events(placed: Sequence[Placed], same: Sequence[Sequence[int]]) -> list[str]:
    """The event of each claim.

    Claims of one sentence without a change of subject, parts and their
    wholes, and groups of the same figure share an event.
    """
    parent = list(range(len(placed)))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def join(i: int, j: int) -> None:
        a, b = sorted((find(i), find(j)))
        parent[b] = a

    index_of = {id(p.draft): k for k, p in enumerate(placed)}
    for k, p in enumerate(placed):
        if p.draft.whole is not None:
            join(k, index_of[id(p.draft.whole)])
        if k and _continues(placed[k - 1], p):
            join(k - 1, k)
    for group in same:
        for index in group[1:]:
            join(group[0], index)
    names: dict[int, str] = {}
    return [names.setdefault(find(k), f"e{len(names) + 1}") for k in range(len(placed))]


def _continues(before: Placed, here: Placed) -> bool:
    """Whether two neighbouring claims tell of one happening."""
    if before.draft.sentence != here.draft.sentence:
        return False
    return before.draft.outcome is not here.draft.outcome or here.draft.path == "joined"
