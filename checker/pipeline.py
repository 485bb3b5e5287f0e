"""The whole way of one document, and of many."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.consistency import RuleSet, judge, load_rules
from checker.consistency.doubtful import lowered
from checker.errors import CheckerError, InputError
from checker.facts import gather
from checker.model import Document, DocumentReport, Facts, Failure, Report, Severity
from checker.reading import DEFAULT_FIELDS, Fields, expand, read_path, read_stdin


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run looks for and what makes it fail.

    ``select`` and ``ignore`` hold ids, names or prefixes of rules; an empty
    ``select`` is all of them. ``fail_on`` is the least severity that makes
    the exit status 1; None never does.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.ERROR


@cache
def rules_for(settings: Settings) -> RuleSet:
    """The rules that the settings leave.

    Raises:
        UsageError: a rule is named that does not exist.
        RuleFileError: a rule file is not as it must be.
    """
    return load_rules().select(settings.select, settings.ignore)


def check_document(document: Document, settings: Settings) -> DocumentReport:
    """Read, link and judge one document.

    Raises:
        InputError: there are more figures than an article can hold.
    """
    return judge_facts(gather(document), settings)


def judge_facts(facts: Facts, settings: Settings) -> DocumentReport:
    """What the rules find in the facts of one document."""
    findings, checks = judge(facts, rules_for(settings))
    return DocumentReport(facts, lowered(facts, findings), checks)


def check_paths(paths: Sequence[str], settings: Settings) -> Iterator[DocumentReport | Failure]:
    """Check files, folders and ``-``; an input that cannot be read never stops the others."""
    return check_inputs(expand(paths), settings)


def check_inputs(
    inputs: Iterable[str | InputError], settings: Settings, fields: Fields = DEFAULT_FIELDS
) -> Iterator[DocumentReport | Failure]:
    """Check what :func:`checker.reading.expand` found, one after another."""
    for item in gather_inputs(inputs, fields):
        yield item if isinstance(item, Failure) else judge_facts(item, settings)


def gather_inputs(inputs: Iterable[str | InputError], fields: Fields = DEFAULT_FIELDS) -> Iterator[Facts | Failure]:
    """The claims and relations of each input, one after another."""
    for item in read_inputs(inputs, fields):
        try:
            yield item if isinstance(item, Failure) else gather(item)
        except InputError as error:
            yield failure_of(error)


def read_inputs(inputs: Iterable[str | InputError], fields: Fields = DEFAULT_FIELDS) -> Iterator[Document | Failure]:
    """The documents of inputs; one that cannot be read is a failure in its place."""
    for item in inputs:
        if isinstance(item, InputError):
            yield failure_of(item)
            continue
        try:
            found = read_stdin(sys.stdin.buffer) if item == "-" else read_path(item, fields=fields)
            yield from (failure_of(one) if isinstance(one, InputError) else one for one in found)
        except InputError as error:
            yield failure_of(error)


def failure_of(error: InputError) -> Failure:
    """An input error as a value of the report."""
    return Failure(error.path, error.code, error.ar, error.en)


def exit_status(report: Report, settings: Settings) -> int:
    """2 if an input could not be read, else 1 if a finding is as severe as ``fail_on``, else 0."""
    if report.failures:
        return CheckerError.exit_status
    if settings.fail_on is None:
        return 0
    return int(any(finding.severity.rank >= settings.fail_on.rank for finding in report.findings))
