"""What several articles share, and what became of it from version to version, for people at a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rich.text import Text

from checker.consistency.bounds import shown
from checker.model import ChangeKind, Claim, Figure, Report, VersionChange
from checker.reporting.canvas import Canvas
from checker.reporting.inert import clean
from checker.reporting.messages import phrases, say

_SIGNS: Mapping[ChangeKind, tuple[str, str]] = {
    ChangeKind.NEW: ("+", "green"),
    ChangeKind.DROPPED: ("-", "dim"),
    ChangeKind.RAISED: ("↑", "bold yellow"),
    ChangeKind.LOWERED: ("↓", "bold yellow"),
    ChangeKind.PARTLY: ("✗", "bold red"),
    ChangeKind.KEPT: ("=", "dim"),
}


def print_shared(report: Report, canvas: Canvas, lang: str, *, verbose: bool) -> None:
    """Print the shared figures by happening, or the changes by version; nothing if nothing was compared."""
    if report.figures is not None:
        _figures(report.figures, canvas, lang, verbose=verbose)
    if report.changes is not None:
        _changes(report.changes, canvas, lang, verbose=verbose)


def event_words(event: str, lang: str) -> str:
    """The words on a happening, its kind in the reader's language."""
    first, dot, rest = event.partition(" · ")
    return clean(phrases(lang).get(f"kind_{first}", first) + dot + rest)


def counted(figure: Figure, lang: str) -> str:
    """What a figure counts: "killed (security)"."""
    return _counted(figure.outcome.value, figure.who.value, lang)


def _counted(outcome: str, who: str, lang: str) -> str:
    outcome = say(lang, f"outcome_{outcome}")
    return outcome if who == "people" else f"{outcome} ({say(lang, f'group_{who}')})"


def _figures(figures: tuple[Figure, ...], canvas: Canvas, lang: str, *, verbose: bool) -> None:
    from checker.across.tolls import best  # only where articles are compared

    happenings: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        happenings[figure.happening].append(figure)
    differ = sum(not figure.agree for figure in figures)
    canvas.write(say(lang, "shared", count=len(figures), differ=differ), style="bold")
    for members in happenings.values():
        canvas.write(event_words(members[0].event, lang) or say(lang, "shared_event"), indent="  ", style="underline")
        for figure in sorted(members, key=lambda f: f.agree):
            mark, style = ("✓", "green") if figure.agree else ("✗", "bold yellow")
            values = str(figure.min) if figure.min == figure.max else f"{figure.min}–{figure.max}"
            articles = say(lang, "shared_articles", count=len(figure.documents))
            line = Text.assemble((f"{mark} ", style), f"{counted(figure, lang)}: ", (values, style), f"  {articles}")
            if figure.min != figure.max:
                line.append("  " + say(lang, "shared_best", best=best(figure.mentions)))
            canvas.write(line, indent="    ")
            if verbose or not figure.agree:
                for said in _mentions(figure, lang):
                    canvas.write(said, indent="        ", hang="          ")
    canvas.write()


def _mentions(figure: Figure, lang: str) -> Iterator[str]:
    """What each article says: the value, the article, its day, who said so; oldest first."""
    told = sorted(figure.mentions, key=lambda m: (m.day or "", m.document, m.claim.start))
    seen = set()
    for mention in told:
        source = say(lang, "source_of_figure", source=mention.claim.source) if mention.claim.source else ""
        parts = [clean(part) for part in (mention.document, mention.day or "", source) if part]
        line = f"{shown(mention.claim):>6}  " + ("، " if lang == "ar" else ", ").join(parts)
        if line not in seen:
            seen.add(line)
            yield line


def _changes(changes: tuple[VersionChange, ...], canvas: Canvas, lang: str, *, verbose: bool) -> None:
    steps: dict[tuple[str, str], list[VersionChange]] = defaultdict(list)
    for change in changes:
        steps[change.before, change.after].append(change)
    for (before, after), members in steps.items():
        canvas.write(clean(f"{before} → {after}"), style="bold underline")
        kept = [change for change in members if change.kind is ChangeKind.KEPT]
        for change in members:
            if verbose or change.kind is not ChangeKind.KEPT:
                sign, style = _SIGNS[change.kind]
                claim = (change.new or change.old)[0]
                said = say(lang, f"change_{change.kind.value}")
                text = f"{_counted(claim.outcome.value, claim.group.value, lang)}: {_values(change)}  {said}"
                canvas.write(Text.assemble((f"{sign} ", style), clean(text)), indent="  ")
        if not verbose and kept:
            canvas.write(say(lang, "changes_kept", count=len(kept)), indent="  ", style="dim")
        canvas.write()


def _values(change: VersionChange) -> str:
    old, new = _numbers(change.old), _numbers(change.new)
    return f"{old} → {new}" if old and new and old != new else new or old


def _numbers(claims: tuple[Claim, ...]) -> str:
    return ", ".join(dict.fromkeys(map(shown, claims)))
