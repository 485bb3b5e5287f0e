"""Annotated articles, as the files of an annotation hold them.

A folder holds ``gold.json``: a list of articles with ``file``, ``text``,
``claims``, ``same``, ``sums`` and ``discrepancies``. A claim says where it
stands by a quotation, which occurrence of it, and the number inside it.
``mutants.json`` lists copies of the articles with one planted slip each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from checker.errors import UsageError
from checker.model import Severity, Span

GOLD_FILE = "gold.json"
MUTANTS_FILE = "mutants.json"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim; ``number`` is where its number stands in the text."""

    id: str
    number: Span
    number_text: str
    min: int | None
    max: int | None
    hedge: str
    outcome: str
    group: str
    victims: str
    whole: str | None
    implicit: bool
    others: bool
    """Whether it says "others", whose group readers place differently."""

    @property
    def vague(self) -> bool:
        """Whether it is "dozens", "hundreds" or the like, measured apart."""
        return self.hedge == "vague"


@dataclass(frozen=True, slots=True)
class GoldSum:
    """Parts that the text presents as making up a whole."""

    whole: str
    parts: frozenset[str]
    complete: bool


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What an editor should stop at."""

    claims: frozenset[str]
    kind: str
    severity: Severity
    why: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with all that was annotated in it."""

    file: str
    text: str
    claims: tuple[GoldClaim, ...]
    same: tuple[tuple[str, ...], ...]
    sums: tuple[GoldSum, ...]
    discrepancies: tuple[Discrepancy, ...]


@dataclass(frozen=True, slots=True)
class Mutant:
    """An article with one figure altered; ``span`` is where the slip stands."""

    file: str
    text: str
    relation: str
    span: Span
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class GoldSet:
    """All that is measured on."""

    articles: tuple[GoldArticle, ...]
    mutants: tuple[Mutant, ...] = ()


def load_gold(path: Path) -> tuple[GoldArticle, ...]:
    """Read the annotations: a folder with ``gold.json``, or such a file.

    Raises:
        UsageError: the file is missing, not JSON, or an article lacks a key
            or quotes what its text does not say.
    """
    file = path / GOLD_FILE if path.is_dir() else path
    return _each(file, _article)


def load_mutants(path: Path) -> tuple[Mutant, ...]:
    """Read the planted slips: a folder with ``mutants.json``, or such a file beside the altered articles.

    Raises:
        UsageError: as for :func:`load_gold`, or an altered article is missing.
    """
    file = path / MUTANTS_FILE if path.is_dir() else path
    return _each(file, lambda entry: _mutant(entry, file.parent))


def _each(file: Path, build: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    """Every entry of a JSON list, or the error that names the entry."""
    try:
        entries = json.loads(file.read_bytes())
    except OSError as error:
        raise _broken(file, error.strerror or "unreadable") from error
    except (ValueError, RecursionError) as error:
        raise _broken(file, f"JSON: {error}") from error
    if not isinstance(entries, list):
        raise _broken(file, f"expected a list of articles, found {type(entries).__name__}")
    built = []
    for place, entry in enumerate(entries, 1):
        name = entry.get("file", place) if isinstance(entry, dict) else place
        try:
            built.append(build(entry))
        except KeyError as error:
            raise _broken(file, f"article {name}: no {error}") from error
        except (AttributeError, TypeError, ValueError, OSError) as error:
            raise _broken(file, f"article {name}: {error}") from error
    return tuple(built)


def _broken(file: Path, why: str) -> UsageError:
    return UsageError("gold", ar=f"ملف التوسيم {file}: {why}", en=f"annotation file {file}: {why}")


def _article(entry: Mapping[str, Any]) -> GoldArticle:
    text = entry["text"]
    claims = tuple(_claim(claim, text) for claim in entry["claims"])
    known = {claim.id for claim in claims}
    sums = tuple(GoldSum(s["whole"], frozenset(s["parts"]), bool(s["complete"])) for s in entry["sums"])
    named = {c for group in entry["same"] for c in group} | {c for s in sums for c in (s.whole, *s.parts)}
    if strange := sorted(named - known):
        raise ValueError(f"unknown claim {strange[0]}")
    return GoldArticle(
        entry["file"],
        text,
        claims,
        tuple(tuple(group) for group in entry["same"]),
        sums,
        tuple(
            Discrepancy(frozenset(d["cids"]), d["kind"], Severity(d["severity"]), d.get("why", ""))
            for d in entry["discrepancies"]
        ),
    )


def _claim(entry: Mapping[str, Any], text: str) -> GoldClaim:
    quote, number = entry["quote"], entry["number"]
    position = -1
    for _ in range(entry["occurrence"]):
        position = text.find(quote, position + 1)
        if position < 0:
            raise ValueError(f"claim {entry['cid']}: the text does not say {quote!r} so often")
    start = position + quote.find(number)
    return GoldClaim(
        entry["cid"],
        Span(start, start + len(number)),
        number,
        entry["min"],
        entry["max"],
        entry["hedge"],
        entry["outcome"],
        entry["group"],
        entry.get("victims") or "",
        entry["of"],
        bool(entry.get("implicit")),
        "آخر" in quote,
    )


def _mutant(entry: Mapping[str, Any], folder: Path) -> Mutant:
    text = (folder / entry["file"]).read_bytes().decode("utf-8")
    span = Span(entry["start"], entry["end"])
    return Mutant(entry["file"], text, entry["relation"], span, entry["old"], entry["new"])
