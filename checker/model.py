"""The frozen values that pass between the stages of the pipeline.

Every offset in this module is a code point index into the text of the
document, and every range is half-open: ``text[start:end]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from checker.values import frozen

#: Stands for settings where there are none, and is never changed.
_NONE_SET: Mapping[str, float] = {}


class Hedge(StrEnum):
    """How the words around a number limit what it commits to."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"
    ZERO = "zero"


class Outcome(StrEnum):
    """What is said to have happened to the people counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    KIDNAPPED = "kidnapped"
    DISPLACED = "displaced"
    RESCUED = "rescued"
    CASUALTIES = "casualties"
    OTHER = "other"


class Group(StrEnum):
    """Who the people counted are, as coarsely as the words say."""

    PEOPLE = "people"
    CIVILIANS = "civilians"
    SECURITY = "security"
    MILITANTS = "militants"
    WOMEN = "women"
    CHILDREN = "children"
    OTHER = "other"


#: Groups that anybody may be of: the words do not say who.
WIDE_GROUPS = (Group.PEOPLE, Group.OTHER)


class Severity(StrEnum):
    """How strongly a finding asks for an editor's attention."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Position from the least (0, note) to the most serious (2, error)."""
        return ("note", "warning", "error").index(self.value)


class RegionKind(StrEnum):
    """What a stretch of a document is for its reader."""

    TITLE = "title"
    DATELINE = "dateline"
    BYLINE = "byline"
    FURNITURE = "furniture"
    BODY = "body"


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]


@frozen
class Region:
    """One stretch of a document, usually a line or a paragraph."""

    kind: RegionKind
    span: Span


@frozen
class Notice:
    """Something the reader of a report should know about how a file was read.

    ``code`` is stable (``encoding``, ``replacement-characters`` …); the two
    messages are for people. ``start`` is where it is, if it is somewhere.
    """

    code: str
    ar: str
    en: str
    start: int | None = None


@frozen
class Anchor:
    """Where a stretch of a document's text stands in the file it was read from.

    ``span`` is the stretch; ``source`` the same characters in the decoded
    file, where the file is text (HTML, JSON); it may be longer than ``span``
    where a character is written as an escape, and an anchor then covers that
    character alone. ``page`` counts from 1. ``part`` names a part of a
    package or a field of a record, ``node`` the text node in it, from 0.
    """

    span: Span
    source: Span | None = None
    page: int | None = None
    part: str = ""
    node: int | None = None


@frozen
class Remark:
    """A comment that the source holds beside the text: a Word comment, an HTML comment.

    ``span`` is the stretch that it is about, empty where it stands between
    words; ``text`` the comment itself, without its marks.
    """

    span: Span
    text: str


@frozen
class Document:
    """A text and what its layout says about it.

    For plain text and Markdown ``text`` is the decoded source, unchanged, so
    offsets hold for the source itself. Other formats give ``anchors``, in
    text order and apart from one another, that lead back to it. ``date`` is
    the ISO date (``YYYY-MM-DD``) of the dateline or the format's own field,
    if there is one. ``doubts`` are stretches that may not be what the page
    shows (PDF): a figure in one is never taken as certain. ``remarks`` are
    comments of the source, in text order, which are no part of ``text``
    except in formats that keep the source whole.
    """

    text: str
    path: str = "-"
    regions: tuple[Region, ...] = ()
    title: Span | None = None
    date: str | None = None
    encoding: str = "utf-8"
    notices: tuple[Notice, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    doubts: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()


@frozen
class Quantity:
    """A number in the text with the bounds its words commit to.

    ``start``/``end`` cover the hedge words next to the number as well;
    ``number`` covers the digits or number words alone. ``min`` and ``max``
    are inclusive; ``None`` means no bound on that side.
    """

    start: int
    end: int
    text: str
    number: Span
    min: int | None
    max: int | None
    hedge: Hedge
    in_words: bool = False
    restated: Quantity | None = None
    """The same figure again in words or digits right beside it: ``(15) خمسة عشر``."""


@frozen
class Claim:
    """A stated number of people harmed.

    ``start``/``end`` cover hedge, number and counted noun; ``number`` the
    number alone. ``event`` names the happening (``e1`` …), ``part_of`` the
    claim that this one is explicitly a part of, ``source`` who states it.
    """

    id: str
    start: int
    end: int
    text: str
    number: Span
    number_text: str
    min: int | None
    max: int | None
    hedge: Hedge
    outcome: Outcome
    group: Group
    victims: str = ""
    implicit: bool = False
    part_of: str | None = None
    event: str = "e1"
    source: str | None = None
    in_title: bool = False
    ambiguous_form: bool = False
    """A word that can be a dual or a plural, such as ``مدنيين``."""
    restated: Quantity | None = None


class RelationKind(StrEnum):
    """How claims are tied to one another."""

    SAME = "same"
    SUM = "sum"
    TOLL = "toll"
    CHANGE = "change"
    UPDATE = "update"
    DENIAL = "denial"
    AGENT = "agent"


@frozen
class Presence:
    """People who are said to be among a claim's people, without a number.

    ``whole`` is the id of the claim ("ten killed, among them police and
    soldiers"), ``group`` who they are, ``min`` how many they are at the least.
    """

    whole: str
    group: Group
    min: int
    span: Span
    text: str


@frozen
class Aboard:
    """How many people a vessel or vehicle carried, and the claims (ids) on what became of them.

    ``span`` is the number in the text, ``text`` the number with its words of
    doubt. Nobody is harmed by being aboard, so this is no claim.
    """

    number: int
    span: Span
    text: str
    claims: tuple[str, ...]


@frozen
class Relation:
    """A tie between claims that a consistency model can check.

    =========  ==================================================================
    kind       meaning
    =========  ==================================================================
    same       every claim of ``claims`` states one and the same figure
    sum        ``parts`` are disjoint parts of ``whole``; all of it if ``complete``
    toll       ``whole`` is an overall toll, ``parts`` are single incidents' tolls
    change     ``claims`` are (before, after) or (before, change, after) of a toll;
               ``sign`` is +1 for a rise, -1 for a fall
    update     ``claims`` are (earlier, later) counts of one toll
    denial     ``claims`` are ("no casualties", a figure of the same happening)
    agent      ``claims`` are (a toll put down to one side, its parts at that side's
               hands, its parts at the hands of others)
    =========  ==================================================================

    ``confidence`` (0 to 1) says how sure the linker is; ``reasons`` why, in
    short English words that a report can show.
    """

    kind: RelationKind
    claims: tuple[str, ...] = ()
    whole: str | None = None
    parts: tuple[str, ...] = ()
    complete: bool = False
    sign: int = 0
    explained: bool = False
    """For ``update``: the text itself presents the later count as a correction."""
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """All claim ids of the relation, the whole first."""
        return self.claims or ((self.whole,) if self.whole else ()) + self.parts


@frozen
class DateMention:
    """A weekday beside a full date: ``السبت 8 سبتمبر 2024``.

    ``weekday`` is 0 for Monday to 6 for Sunday, as in :mod:`datetime`.
    """

    span: Span
    weekday: int
    iso: str


@frozen
class Facts:
    """All that was read from one document, before anything is judged."""

    document: Document
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    presences: tuple[Presence, ...] = ()
    dates: tuple[DateMention, ...] = ()
    restated: tuple[Quantity, ...] = ()
    """Figures given in digits and in words side by side, claims or not."""
    aboard: tuple[Aboard, ...] = ()


@frozen
class Finding:
    """A smallest set of claims that cannot all hold, and what to say of it."""

    rule: str
    severity: Severity
    claims: tuple[str, ...]
    message: Mapping[str, str]
    """``ar`` and ``en``, each one sentence with the arithmetic."""
    start: int
    end: int
    line: int
    column: int
    """1-based, in code points."""
    arithmetic: str = ""
    reasons: tuple[str, ...] = ()
    confidence: float = 1.0
    beyond: tuple[str, ...] = ()
    """Values of other documents that it speaks of, as they are shown."""


class SuppressedBy(StrEnum):
    """What keeps a finding out of the report's counts."""

    DRAFT = "draft"
    CONFIGURATION = "configuration"
    BASELINE = "baseline"


@frozen
class Suppressed:
    """A finding that somebody has looked at and let stand, with the reason given."""

    finding: Finding
    by: SuppressedBy
    reason: str
    entry: str = ""
    """The entry of the configuration that does it."""


@frozen
class Check:
    """A relation that was compared and holds: a tick in the report."""

    kind: RelationKind
    claims: tuple[str, ...]
    arithmetic: str


@frozen
class DocumentReport:
    """What the checker says of one document."""

    facts: Facts
    findings: tuple[Finding, ...] = ()
    checks: tuple[Check, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    thresholds: Mapping[str, float] = _NONE_SET
    """Those that were set for this document; the others were the shipped ones."""

    @property
    def document(self) -> Document:
        """The document that was checked."""
        return self.facts.document

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in text order."""
        return self.facts.claims

    @property
    def compared(self) -> int:
        """How many claims took part in at least one comparison."""
        ids = {c for check in self.checks for c in check.claims}
        ids.update(c for finding in self.findings for c in finding.claims)
        ids.update(c for kept in self.suppressed for c in kept.finding.claims)
        return len(ids)


class Mention(NamedTuple):
    """One claim of an article, where several articles are compared.

    ``document`` is the article's path, ``day`` the ISO date of its
    publication, None where that is not known.
    """

    document: str
    day: str | None
    claim: Claim


@frozen
class Figure:
    """A figure that several articles give: the same people of the same happening.

    ``event`` says in a few words what happened, where and when, ``happening``
    (``h1`` …) is shared by the figures of one happening. ``min`` and ``max``
    are the least and the greatest number given; ``agree`` whether all that is
    said can be true. ``days`` holds the ISO dates that the articles give.
    """

    id: str
    happening: str
    event: str
    outcome: Outcome
    who: Group
    mentions: tuple[Mention, ...]
    min: int
    max: int
    agree: bool
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    days: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The paths of its articles, in order."""
        return tuple(dict.fromkeys(mention.document for mention in self.mentions))


class ChangeKind(StrEnum):
    """What became of a figure from one version of an article to the next."""

    NEW = "new"
    DROPPED = "dropped"
    RAISED = "raised"
    LOWERED = "lowered"
    PARTLY = "partly"
    """Changed in one place and left in another."""
    KEPT = "kept"


@frozen
class VersionChange:
    """A figure in two versions of one article, given by their paths; a side that lacks it has no claims."""

    kind: ChangeKind
    before: str
    after: str
    old: tuple[Claim, ...] = ()
    new: tuple[Claim, ...] = ()


@frozen
class Failure:
    """An input that could not be checked, and why."""

    path: str
    code: str
    ar: str
    en: str


@frozen
class Report:
    """The result of one run over any number of inputs."""

    documents: tuple[DocumentReport, ...] = ()
    failures: tuple[Failure, ...] = ()
    settings: Mapping[str, object] = _NONE_SET
    notices: tuple[Notice, ...] = ()
    """What concerns the run and no single document."""
    figures: tuple[Figure, ...] | None = None
    """What the documents share, where they were compared with one another."""
    changes: tuple[VersionChange, ...] | None = None
    """What became of each figure, where the documents are versions of one article."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all documents, in order."""
        return tuple(f for d in self.documents for f in d.findings)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of all documents, in order."""
        return tuple(c for d in self.documents for c in d.claims)

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(f.severity is severity for f in self.findings)
