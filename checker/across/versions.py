"""What became of each figure from one version of an article to the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.across.compare import add_findings, articles_of
from checker.across.disagree import Article, Judged
from checker.across.evidence import likeness
from checker.across.joining import Group
from checker.across.link import link
from checker.across.profile import Profile, Told
from checker.consistency.bounds import shown, stated
from checker.consistency.explain import pair_values
from checker.consistency.judge import name_conflict
from checker.consistency.naming import Conflict
from checker.model import ChangeKind, Claim, DocumentReport, Finding, VersionChange

#: Clauses of two versions with so many words in common are one clause.
_ALIKE = 0.5
#: The kinds of conflict that a change can be: see ``rules/checks``.
_LEFT_BEHIND, _FALLS = "repeat", "update"


def compare_versions(
    documents: Sequence[DocumentReport], profiles: Sequence[Profile], judged: Judged
) -> tuple[tuple[DocumentReport, ...], tuple[VersionChange, ...]]:
    """The versions (oldest first), each with what its changes say against it, and all changes in order.

    A figure that the new version gives with its old number in one place and
    another in the next is an error of the new one; one that falls while
    nothing says why is CF402.
    """
    articles = articles_of(documents, profiles)
    changes: list[VersionChange] = []
    found: list[tuple[int, Finding]] = []
    for before, after in pairwise(range(len(articles))):
        pair = [articles[before], articles[after]]
        step = _step(pair)
        changes += step
        made = [finding for change in step if (finding := _finding(change, pair, judged)) is not None]
        found += [(after, finding) for finding in made if not _known(finding, documents[after])]
    return add_findings(documents, found), tuple(changes)


def _step(pair: Sequence[Article]) -> list[VersionChange]:
    """The changes between two versions, in the order of the new text, what was dropped last."""
    old, new = pair
    groups = _left_out([old.profile, new.profile], link([old.profile, new.profile]))
    linked = {node for group in groups for node in group.nodes}
    changes = [_change(group, pair) for group in groups]
    changes += [
        VersionChange(ChangeKind.NEW, old.profile.path, new.profile.path, (), _claims(new, [k]))
        for k in range(len(new.profile.figures))
        if (1, k) not in linked
    ]
    changes.sort(key=lambda change: change.new[0].start)
    changes += [
        VersionChange(ChangeKind.DROPPED, old.profile.path, new.profile.path, _claims(old, [k]), ())
        for k in range(len(old.profile.figures))
        if (0, k) not in linked
    ]
    return changes


def _left_out(profiles: Sequence[Profile], groups: Sequence[Group]) -> list[Group]:
    """The groups with the places where the new version still gives the old number in the old words."""
    old, new = (profile.figures for profile in profiles)
    free = set(range(len(new))) - {k for group in groups for article, k in group.nodes if article}
    found = []
    for group in groups:
        before = [old[k] for article, k in group.nodes if not article]
        more = {k for k in free if any(_still(told, new[k]) for told in before)}
        free -= more
        found.append(replace(group, nodes=tuple(sorted({*group.nodes, *((1, k) for k in more)}))))
    return found


def _still(old: Told, new: Told) -> bool:
    if old.number != new.number or old.outcome is not new.outcome:
        return False
    return any(x == y or likeness(x, y) >= _ALIKE for x in old.clauses for y in new.clauses)


def _claims(article: Article, figures: Sequence[int]) -> tuple[Claim, ...]:
    """The claims of figures of an article, in text order."""
    claims = [article.claims[claim] for k in figures for claim in article.profile.figures[k].claims]
    return tuple(sorted(claims, key=lambda claim: claim.start))


def _change(group: Group, pair: Sequence[Article]) -> VersionChange:
    old = _claims(pair[0], [k for article, k in group.nodes if article == 0])
    new = _claims(pair[1], [k for article, k in group.nodes if article == 1])
    return VersionChange(_kind(old, new), pair[0].profile.path, pair[1].profile.path, old, new)


def _kind(old: Sequence[Claim], new: Sequence[Claim]) -> ChangeKind:
    before, after = {stated(claim) for claim in old}, {stated(claim) for claim in new}
    if before == after:
        return ChangeKind.KEPT
    if len(before) == 1 and len(after) > 1 and before & after:
        return ChangeKind.PARTLY
    was, now = _number(old), _number(new)
    if was == now:
        return ChangeKind.KEPT
    return ChangeKind.RAISED if now > was else ChangeKind.LOWERED


def _number(claims: Sequence[Claim]) -> int:
    """The number that most claims give, the first of several."""
    numbers = [stated(claim) or 0 for claim in claims]
    return max(numbers, key=lambda number: (numbers.count(number), -numbers.index(number)))


def _finding(change: VersionChange, pair: Sequence[Article], judged: Judged) -> Finding | None:
    if change.kind is ChangeKind.PARTLY:
        return _left_behind(change, pair[1], judged)
    if change.kind is ChangeKind.LOWERED and not _explained(change, pair[1].profile.figures):
        return _falls(change, pair[1], judged)
    return None


def _left_behind(change: VersionChange, article: Article, judged: Judged) -> Finding | None:
    """A number that was changed, and the place where it was not."""
    was = stated(change.old[0])
    left = next(claim for claim in change.new if stated(claim) == was)
    changed = next(claim for claim in change.new if stated(claim) != was)
    first, second = sorted((left, changed), key=lambda claim: claim.start)
    conflict = Conflict(
        _LEFT_BEHIND,
        (first, second),
        f"{shown(first)} ≠ {shown(second)}",
        pair_values(first, second),
        reasons=("changed in one place only",),
        start=left.start,
        end=left.end,
    )
    return name_conflict(conflict, judged.rules, judged.thresholds, article.text)


def _falls(change: VersionChange, article: Article, judged: Judged) -> Finding | None:
    was, now = change.old[0], change.new[0]
    values: Mapping[str, str] = {"a": shown(was), "b": shown(now), "text_a": was.text, "text_b": now.text}
    conflict = Conflict(
        _FALLS,
        change.new,
        f"{shown(was)} → {shown(now)}",
        values,
        reasons=("an earlier version",),
        start=now.start,
        end=now.end,
    )
    return name_conflict(conflict, judged.rules, judged.thresholds, article.text)


def _explained(change: VersionChange, figures: Sequence[Told]) -> bool:
    names = {claim.id for claim in change.new}
    return any(told.revised for told in figures if names & set(told.claims))


def _known(finding: Finding, report: DocumentReport) -> bool:
    """Whether the check of the version alone has found the same claims wanting."""
    return any(set(finding.claims) == set(other.claims) for other in report.findings)
