"""What the comments say: for each finding one that explains it, and a short one at each other figure of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.consistency.bounds import default_thresholds
from checker.consistency.rules import RuleSet
from checker.model import DocumentReport, Finding, Span
from checker.reporting.inert import clean
from checker.reporting.messages import say

_RLM = "\u200f"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a comment; ``ltr`` are read from left to right whatever the language: ids, arithmetic."""

    text: str
    bold: bool = False
    ltr: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on a stretch of the document: paragraphs of words."""

    span: Span
    paragraphs: tuple[tuple[Words, ...], ...]

    @property
    def text(self) -> str:
        """Its characters, as :class:`~checker.model.Remark` has those of a comment that is read."""
        return "\n".join("".join(words.text for words in paragraph) for paragraph in self.paragraphs)


def notes_of(report: DocumentReport, rules: RuleSet, lang: str) -> list[Note]:
    """The comments of a document in text order, in ``ar`` or ``en``."""
    notes = [note for finding in report.findings for note in _notes(report, finding, rules, lang)]
    return sorted(dict.fromkeys(notes), key=lambda note: note.span)


def _notes(report: DocumentReport, finding: Finding, rules: RuleSet, lang: str) -> Iterator[Note]:
    main = Span(finding.start, finding.end)
    head = (Words(f"{say(lang, finding.severity.value)} ", bold=True), Words(finding.rule, bold=True, ltr=True))
    arithmetic = clean(finding.arithmetic)
    told = [head, _sentence(_without(clean(finding.message[lang]), arithmetic), lang)]
    calculation = [(Words(arithmetic, bold=True, ltr=True),)] if arithmetic else []
    told += calculation
    if finding.confidence < default_thresholds().error_from:
        told.append(_sentence(say(lang, "perhaps", percent=round(finding.confidence * 100)), lang))
    told.append(_sentence(say(lang, "look", text=clean(rules.get(finding.rule).look[lang])), lang))
    yield Note(main, tuple(told))
    where = clean(main.of(report.document.text))
    for claim in report.claims:
        span = Span(claim.start, claim.end)
        if claim.id in finding.claims and span != main:
            yield Note(span, (head, _sentence(say(lang, "see_comment", text=where), lang), *calculation))


def _without(message: str, arithmetic: str) -> str:
    """A message without the calculation at its end, which has a line of its own."""
    told = message.removesuffix(".").removesuffix(arithmetic) if arithmetic else message
    return told.rstrip(" :،,.") + "."


def _sentence(text: str, lang: str) -> tuple[Words, ...]:
    """One paragraph; the mark holds its full stop on the left where a program sets comments from the left."""
    return (Words(text + _RLM if lang == "ar" else text),)
