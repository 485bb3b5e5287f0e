"""All that is read of a Word file: its lines, what each piece of them is in the markup, its comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.model import Anchor, Remark, Span
from checker.reading.word.package import Package, open_package, scan_part
from checker.reading.word.story import Mark, Paragraph, Run, Story, read_story
from checker.reading.word.styles import Styles, read_styles

#: A headline is no further down than this many lines that hold text.
_TITLE_LINES = 8


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A Word file as text.

    ``text`` has one line a paragraph or row of a table, then the notes, then
    headers and footers, whose lines are ``page``. ``anchors`` lead back to
    text nodes; ``stories`` are the parts by their names.
    """

    package: Package
    text: str
    title: Span | None
    page: frozenset[Span]
    anchors: tuple[Anchor, ...]
    remarks: tuple[Remark, ...]
    stories: Mapping[str, Story]
    notes: Mapping[int, Run]
    """By the start of a note's text: the run of the main part that refers to it."""
    unknown: int = 0
    """How many characters of symbol fonts have no meaning here."""

    @property
    def tracked(self) -> bool:
        """Whether there are tracked changes in it."""
        return any(story.tracked for story in self.stories.values())


def read_manuscript(data: bytes, path: str) -> Manuscript:
    """Read a Word file.

    Raises:
        InputError: it is no Word file, under a password, broken or unsafe.
    """
    package = open_package(data, path)
    styles = read_styles(package)
    main = _story(package, package.main)
    notes = [_story(package, part) for kind in ("footnotes", "endnotes") for part in package.related.get(kind, ())]
    rims = [_story(package, part) for kind in ("header", "footer") for part in package.related.get(kind, ())]
    writer = _Writer()
    for story in (main, *notes):
        writer.write(story)
    title = _find_title(writer.lines, styles)
    page = {span for span, paragraph in writer.lines if span.start < span.end and styles.is_contents(paragraph)}
    page.update(span for story in rims for span in writer.write(story, keep_empty=False))
    text = "".join(writer.text)
    references = dict(_references(main.paragraphs))
    return Manuscript(
        package,
        text,
        title,
        frozenset(page),
        tuple(writer.anchors),
        tuple(_remarks(package, writer)),
        {story.part: story for story in (main, *notes, *rims)},
        {start: references[key] for start, key in writer.notes if key in references},
        text.count("\ufffd"),
    )


def _story(package: Package, part: str) -> Story:
    return read_story(package.read(part), part, package.path)


def _references(paragraphs: Iterable[Paragraph]) -> Iterable[tuple[tuple[str, str], Run]]:
    for paragraph in paragraphs:
        for item in paragraph.content:
            if isinstance(item, Mark) and item.kind.endswith("noteReference") and item.run is not None:
                yield (item.kind.removesuffix("Reference"), item.id), item.run


@dataclass
class _Writer:
    """Puts stories one after another and keeps account of what stands where."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    lines: list[tuple[Span, Paragraph]] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    marks: list[tuple[Mark, int]] = field(default_factory=list)
    notes: list[tuple[int, tuple[str, str]]] = field(default_factory=list)

    def write(self, story: Story, *, keep_empty: bool = True) -> list[Span]:
        """Add the lines of a story; those that hold text, without blanks around them, are returned."""
        spans = []
        for paragraph in story.paragraphs:
            if not keep_empty and not paragraph.text.strip():
                continue
            if self.text:
                self._put("\n")
            start = self.length
            for item in paragraph.content:
                if isinstance(item, Mark):
                    self._mark(item)
                    continue
                if item.node is not None:
                    span = Span(self.length, self.length + len(item.text))
                    self.anchors.append(Anchor(span, part=story.part, node=item.node))
                self._put(item.text)
            self.lines.append((Span(start, self.length), paragraph))
            spans.append(Span(start, self.length))
        return spans

    def _mark(self, mark: Mark) -> None:
        if mark.kind in ("w:footnote", "w:endnote"):
            self.notes.append((self.length, (mark.kind, mark.id)))
        else:
            self.marks.append((mark, self.length))

    def _put(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)


def _find_title(lines: Sequence[tuple[Span, Paragraph]], styles: Styles) -> Span | None:
    """The first lines in the style Title, else a first heading near the top."""
    full = [(span, paragraph) for span, paragraph in lines if paragraph.text.strip()]
    titles = [place for place, (_, paragraph) in enumerate(full) if styles.is_title(paragraph)]
    if titles:
        first = last = titles[0]
        while last + 1 in titles:
            last += 1
        return _trimmed(full[first : last + 1])
    for span, paragraph in full[:_TITLE_LINES]:
        if styles.level(paragraph) == 0:
            return _trimmed([(span, paragraph)])
    return None


def _trimmed(lines: Sequence[tuple[Span, Paragraph]]) -> Span:
    (first, head), (last, foot) = lines[0], lines[-1]
    return Span(
        first.start + len(head.text) - len(head.text.lstrip()), last.end - len(foot.text) + len(foot.text.rstrip())
    )


def _remarks(package: Package, writer: _Writer) -> list[Remark]:
    """The comments of the package in text order; one whose place was deleted is left out."""
    part = package.first("comments")
    if part is None:
        return []
    starts: dict[str, int] = {}
    spans: dict[str, Span] = {}
    for mark, offset in writer.marks:
        if mark.kind == "w:commentRangeStart":
            starts.setdefault(mark.id, offset)
        elif mark.kind == "w:commentRangeEnd":
            spans[mark.id] = Span(starts.get(mark.id, offset), offset)
        elif mark.kind == "w:commentReference":
            spans.setdefault(mark.id, Span(offset, offset))
    texts = comment_texts(package.read(part), part, package.path)
    return sorted((Remark(spans[id_], text) for id_, text in texts.items() if id_ in spans), key=lambda r: r.span)


def comment_ids(manuscript: Manuscript) -> set[int]:
    """Every number that a comment has or that the main part refers to."""
    ids: set[str] = set()

    def start(tag: str, attributes: dict[str, str], _offset: int) -> None:
        if tag in ("w:comment", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
            ids.add(attributes.get("w:id", ""))

    package = manuscript.package
    for part in (*manuscript.stories, *package.related.get("comments", ())):
        scan_part(package.read(part), part, package.path, start=start)
    return {int(id_) for id_ in ids if id_.isascii() and id_.isdigit()}


def comment_texts(data: bytes, part: str, path: str) -> dict[str, str]:
    """The comments of a part by id, their paragraphs on lines of their own.

    Raises:
        InputError: ``unsafe-markup`` or ``broken-markup``.
    """
    found: dict[str, list[str]] = {}
    now: list[str] = []  # the pieces of the comment that is open
    reading = False

    def start(tag: str, attributes: dict[str, str], _offset: int) -> None:
        nonlocal now, reading
        reading = tag == "w:t"
        if tag == "w:comment":
            now = found[attributes.get("w:id", "")] = []
        elif (tag == "w:p" and now) or tag == "w:br":
            now.append("\n")
        elif tag == "w:tab":
            now.append("\t")

    def text(characters: str) -> None:
        if reading:
            now.append(characters)

    def end(_tag: str, _offset: int) -> None:
        nonlocal reading
        reading = False

    scan_part(data, part, path, start=start, end=end, text=text)
    return {id_: "".join(parts) for id_, parts in found.items()}
