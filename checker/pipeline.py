"""The whole way of one document, and of many."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.arabic.lexicon import Lexicon, build_lexicon, default_lexicon
from checker.consistency import RuleSet, judge, load_rules
from checker.consistency.bounds import adjusted
from checker.consistency.doubtful import lowered
from checker.errors import CheckerError, InputError
from checker.facts import gather, gather_whole
from checker.model import Document, DocumentReport, Facts, Failure, Report, Severity
from checker.reading import DEFAULT_FIELDS, Fields, expand, read_path, read_stdin
from checker.resources import rules_root
from checker.suppression import Allowance, suppress
from checker.values import frozen

if TYPE_CHECKING:
    from checker.across.profile import Profile


@frozen
class Settings:
    """What a run looks for and what makes it fail.

    ``select`` and ``ignore`` hold ids, names or prefixes of rules; an empty
    ``select`` is all of them. ``fail_on`` is the least severity that makes
    the exit status 1; None never does. ``severities`` and ``thresholds``
    take the place of the shipped ones by rule and by name. ``lexicon`` and
    ``rules`` are folders that add to the shipped ones. ``allowances`` and
    ``baseline`` (fingerprints) let findings stand.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = Severity.ERROR
    severities: tuple[tuple[str, Severity], ...] = ()
    thresholds: tuple[tuple[str, float], ...] = ()
    lexicon: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    baseline: frozenset[str] = frozenset()


_SHIPPED = Settings()
#: The settings of a run, or those of each of its documents by its path.
Chosen = Settings | Callable[[str], Settings]


def rules_for(settings: Settings) -> RuleSet:
    """The rules that the settings leave, with the severities that they set.

    Raises:
        UsageError: a rule is named that does not exist.
        RuleFileError: a rule file is not as it must be.
    """
    return _rules(settings.select, settings.ignore, settings.severities, settings.rules)


@cache
def _rules(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severities: tuple[tuple[str, Severity], ...],
    folders: tuple[Path, ...],
) -> RuleSet:
    return load_rules(folders).graded(severities).select(select, ignore)


@cache
def _lexicon(folders: tuple[Path, ...]) -> Lexicon:
    return build_lexicon([rules_root() / "ar", *folders]) if folders else default_lexicon()


def check_document(document: Document, settings: Settings) -> DocumentReport:
    """Read, link and judge one document.

    Raises:
        InputError: there are more figures than an article can hold.
    """
    return judge_facts(gather(document, _lexicon(settings.lexicon)), settings)


def judge_facts(facts: Facts, settings: Settings) -> DocumentReport:
    """What the rules find in the facts of one document, without what is let stand."""
    return let_stand(_judged(facts, settings), settings)


def _judged(facts: Facts, settings: Settings) -> DocumentReport:
    changes = dict(settings.thresholds)
    findings, checks = judge(facts, rules_for(settings), adjusted(changes))
    return DocumentReport(facts, lowered(facts, findings), checks, thresholds=changes)


def let_stand(report: DocumentReport, settings: Settings, *, compared: bool = False) -> DocumentReport:
    """The report without what comments, the configuration and the baseline let stand.

    ``compared`` says that the document was held against others, so that a
    comment on what only that finds can be of use.
    """
    return suppress(report, rules_for(settings), settings.allowances, settings.baseline, compared=compared)


def check_paths(paths: Sequence[str], settings: Chosen) -> Iterator[DocumentReport | Failure]:
    """Check files, folders and ``-``; an input that cannot be read never stops the others."""
    return check_inputs(expand(paths), settings)


def check_inputs(
    inputs: Iterable[str | InputError], settings: Chosen, fields: Fields = DEFAULT_FIELDS
) -> Iterator[DocumentReport | Failure]:
    """Check what :func:`checker.reading.expand` found, one after another."""
    for item in read_inputs(inputs, fields):
        try:
            yield item if isinstance(item, Failure) else check_document(item, _chosen(settings, item.path))
        except InputError as error:
            yield failure_of(error)


def profile_inputs(
    inputs: Iterable[str | InputError], settings: Chosen
) -> Iterator[tuple[DocumentReport, Profile] | Failure]:
    """As :func:`check_inputs`, each report with what comparing its article with others needs.

    Nothing is let stand yet: what comparing finds is still to come
    (:func:`let_stand`).
    """
    for item in read_inputs(inputs):
        try:
            yield item if isinstance(item, Failure) else profile_document(item, _chosen(settings, item.path))
        except InputError as error:
            yield failure_of(error)


def profile_document(document: Document, settings: Settings) -> tuple[DocumentReport, Profile]:
    """Read, link and judge one document, let nothing stand yet, and say what its figures are about.

    Raises:
        InputError: there are more figures than an article can hold.
    """
    from checker.across.profile import profile  # only where articles are compared

    gathered = gather_whole(document, _lexicon(settings.lexicon))
    return _judged(gathered.facts, settings), profile(gathered)


def _chosen(settings: Chosen, path: str) -> Settings:
    return settings if isinstance(settings, Settings) else settings(path)


def gather_inputs(
    inputs: Iterable[str | InputError], settings: Chosen = _SHIPPED, fields: Fields = DEFAULT_FIELDS
) -> Iterator[Facts | Failure]:
    """The claims and relations of each input, one after another."""
    for item in read_inputs(inputs, fields):
        try:
            yield item if isinstance(item, Failure) else gather(item, _lexicon(_chosen(settings, item.path).lexicon))
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
