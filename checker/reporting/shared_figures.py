"""What several articles share, and what became of it from version to version, in words, for every format."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from checker.across.tolls import best
from checker.consistency.bounds import shown
from checker.model import ChangeKind, Claim, Figure, Report, VersionChange
from checker.reporting.messages import phrases, say


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a shared figure: what article gives it, of what day, and who says so (empty if not known)."""

    value: str
    document: str
    day: str
    source: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared figure: what it counts, the values from least to greatest, and all that is said, oldest first.

    ``best`` is the likeliest value where they are several, else None.
    """

    figure: Figure
    counts: str
    values: str
    best: int | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that two versions give: what it counts, its values ("10 → 14"), and what became of it."""

    kind: ChangeKind
    counts: str
    values: str
    word: str


def shared_by_happening(report: Report, lang: str) -> list[tuple[str, list[Shared]]]:
    """The shared figures under the words on their happening, those that differ first; empty without a comparison."""
    happenings: dict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures or ():
        happenings[figure.happening].append(figure)
    return [
        (
            event_words(members[0].event, lang) or say(lang, "shared_event"),
            [_shared(figure, lang) for figure in sorted(members, key=lambda figure: figure.agree)],
        )
        for members in happenings.values()
    ]


def changes_by_step(report: Report, lang: str) -> list[tuple[str, list[Change]]]:
    """The changes under the two versions that they lie between; empty where no versions were compared."""
    steps: dict[tuple[str, str], list[VersionChange]] = defaultdict(list)
    for change in report.changes or ():
        steps[change.before, change.after].append(change)
    return [
        (f"{before} → {after}", [_change(one, lang) for one in members]) for (before, after), members in steps.items()
    ]


def shared_count(report: Report, lang: str) -> str:
    """How many figures are shared, and how many of them differ."""
    figures = report.figures or ()
    return say(lang, "shared", count=len(figures), differ=sum(not figure.agree for figure in figures))


def event_words(event: str, lang: str) -> str:
    """The words on a happening, its kind in the reader's language."""
    first, dot, rest = event.partition(" · ")
    return phrases(lang).get(f"kind_{first}", first) + dot + rest


def counted(outcome: str, who: str, lang: str) -> str:
    """What a figure counts: "killed (security)"."""
    outcome = say(lang, f"outcome_{outcome}")
    return outcome if who == "people" else f"{outcome} ({say(lang, f'group_{who}')})"


def about(said: Said, lang: str) -> str:
    """ "wire.txt, 2015-07-31, according to وزارة الدفاع"."""
    source = say(lang, "source_of_figure", source=said.source) if said.source else ""
    return say(lang, "shared_comma").join(part for part in (said.document, said.day, source) if part)


def _shared(figure: Figure, lang: str) -> Shared:
    told = sorted(figure.mentions, key=lambda m: (m.day or "", m.document, m.claim.start))
    said = (Said(shown(m.claim), m.document, m.day or "", m.claim.source or "") for m in told)
    single = figure.min == figure.max
    return Shared(
        figure,
        counted(figure.outcome.value, figure.who.value, lang),
        str(figure.min) if single else f"{figure.min}–{figure.max}",
        None if single else best(figure.mentions),
        tuple(dict.fromkeys(said)),
    )


def _change(change: VersionChange, lang: str) -> Change:
    claim = (change.new or change.old)[0]
    old, new = _numbers(change.old), _numbers(change.new)
    return Change(
        change.kind,
        counted(claim.outcome.value, claim.group.value, lang),
        f"{old} → {new}" if old and new and old != new else new or old,
        say(lang, f"change_{change.kind.value}"),
    )


def _numbers(claims: tuple[Claim, ...]) -> str:
    return ", ".join(dict.fromkeys(map(shown, claims)))
