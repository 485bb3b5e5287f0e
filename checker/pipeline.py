"""The whole way of one document, and of many."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.consistency import RuleSet, judge, load_rules
from checker.errors import InputError
from checker.facts import gather
from checker.model import Document, DocumentReport, Failure
from checker.reading import expand, read_path, read_stdin


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run looks for: ids, names or prefixes of rules (all rules where ``select`` is empty)."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@cache
def rules_for(settings: Settings) -> RuleSet:
    """The rules that the settings leave.

    Raises:
        UsageError: a rule is named that does not exist.
        RuleFileError: a rule file is not as it must be.
    """
    return load_rules().select(settings.select, settings.ignore)


def check_document(document: Document, settings: Settings) -> DocumentReport:
    """Read, link and judge one document."""
    facts = gather(document)
    findings, checks = judge(facts, rules_for(settings))
    return DocumentReport(facts, findings, checks)


def read_all(paths: Sequence[str]) -> Iterator[Document | Failure]:
    """The documents of files, folders and ``-``; an input that cannot be read is a failure in its place."""
    for path in expand(paths):
        if isinstance(path, InputError):
            yield failure_of(path)
            continue
        try:
            yield read_stdin(sys.stdin.buffer) if path == "-" else read_path(path)
        except InputError as error:
            yield failure_of(error)


def check_all(paths: Sequence[str], settings: Settings) -> Iterator[DocumentReport | Failure]:
    """Check every input; one that fails never stops the others."""
    rules_for(settings)
    for item in read_all(paths):
        yield item if isinstance(item, Failure) else check_document(item, settings)


def failure_of(error: InputError) -> Failure:
    """An input error as a value of the report."""
    return Failure(error.path, error.code, error.ar, error.en)
