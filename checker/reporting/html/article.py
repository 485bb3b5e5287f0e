"""The article with its figures marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checker.model import Claim, Document, RegionKind, Severity, Span
from checker.reporting.html.figures import Shown
from checker.reporting.html.markup import Markup, join, safe, tag

#: No line has more regions than this that matter to what it is.
_MOST_REGIONS = 64
_ELEMENTS = {RegionKind.TITLE: "h3", RegionKind.BODY: "p"}


def article(shown: Shown) -> Markup:
    """The whole text, line by line, each as what its layout says it is; nothing is left out."""
    document = shown.report.document
    marks = _marks(shown)
    blocks = [_block(shown, marks, line, kind) for line, kind in _lines(document)]
    return tag("article", *blocks, class_="text", lang="ar", dir="auto")


def _lines(document: Document) -> Iterator[tuple[Span, RegionKind]]:
    """Every line that shows something, and what most of it is."""
    text, regions = document.text, document.regions
    start = first = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while first < len(regions) and regions[first].span.end <= start:
            first += 1
        if text[start:end].strip():
            here: dict[RegionKind, int] = {}
            for region in regions[first : first + _MOST_REGIONS]:
                if region.span.start >= end:
                    break
                covered = min(end, region.span.end) - max(start, region.span.start)
                here[region.kind] = here.get(region.kind, 0) + covered
            yield Span(start, end), max(here, key=lambda kind: here[kind], default=RegionKind.BODY)
        start = end + 1


def _block(shown: Shown, marks: Sequence[_Mark], line: Span, kind: RegionKind) -> Markup:
    element = _ELEMENTS.get(kind, "p")
    pieces = _pieces(shown, marks, line)
    return tag(element, *pieces, class_=None if kind is RegionKind.BODY else kind.value, dir="auto")


class _Mark:
    """A stretch to be marked: a figure, or what a finding without figures points at.

    ``within`` are figures that lie inside it and have no mark of their own.
    """

    __slots__ = ("claim", "findings", "span", "within")

    def __init__(self, span: Span, claim: Claim | None, findings: Sequence[int]) -> None:
        self.span = span
        self.claim = claim
        self.findings = findings
        self.within: list[Claim] = []


def _marks(shown: Shown) -> list[_Mark]:
    """The marks in text order, none over another: of two figures that overlap, the later keeps its rest."""
    by_claim: dict[str, list[int]] = {}
    found = []
    for number, finding in enumerate(shown.report.findings):
        for claim in finding.claims:
            by_claim.setdefault(claim, []).append(number)
        if not finding.claims:
            found.append(_Mark(Span(finding.start, finding.end), None, [number]))
    found += [_Mark(Span(c.start, c.end), c, by_claim.get(c.id, ())) for c in shown.report.claims]
    found.sort(key=lambda mark: mark.span)
    kept: list[_Mark] = []
    for mark in found:
        place = kept[-1].span.end if kept else 0
        if mark.span.end <= place:
            kept[-1].within += [mark.claim] if mark.claim else []
            continue
        mark.span = Span(max(place, mark.span.start), mark.span.end)
        kept.append(mark)
    return kept


def _pieces(shown: Shown, marks: Sequence[_Mark], line: Span) -> Iterator[Markup]:
    """A line, its figures marked; a figure that runs over a line's end is marked on both."""
    text = shown.report.document.text
    place = line.start
    for k in range(bisect_right(marks, line.start, key=lambda mark: mark.span.end), len(marks)):
        mark = marks[k]
        start, end = max(line.start, mark.span.start), min(line.end, mark.span.end)
        if start >= end:
            break
        yield safe(text[place:start])
        yield _mark(shown, mark, text[start:end], first=start == mark.span.start)
        place = end
    yield safe(text[place : line.end])


def _mark(shown: Shown, mark: _Mark, words: str, *, first: bool) -> Markup:
    numbers = [
        tag("a", str(number + 1), href=f"#{shown.finding_anchor(number)}", class_=_severity(shown, number))
        for number in mark.findings
    ]
    after = [tag("sup", join(*numbers, between=" "))] if numbers and first else []
    inner = [tag("span", id=shown.anchor(claim.id)) for claim in mark.within] if first else []
    severities = {_severity(shown, number) for number in mark.findings}
    tone = [f"of-{severity}" for severity in Severity if severity.value in severities][:1]
    if mark.claim is None:
        classes = ["f", "slip", *tone, *(f"k{shown.kin.of_finding[number]}" for number in mark.findings)]
        figure = tag("mark", words, *inner, class_=" ".join(classes), tabindex="0")
    else:
        doubt = ["doubt"] if shown.in_doubt(mark.claim) else []
        classes = ["f", shown.state(mark.claim.id), *tone, *doubt, *shown.kin.classes(mark.claim.id)]
        anchor = shown.anchor(mark.claim.id) if first else None
        tip = shown.tip(mark.claim)
        figure = tag("mark", words, *inner, class_=" ".join(classes), id=anchor, data_tip=tip, tabindex="0")
    return join(figure, *after)


def _severity(shown: Shown, number: int) -> str:
    return shown.report.findings[number].severity.value
