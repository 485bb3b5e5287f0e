"""Runs that are kept, so that a later one can say what changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from checker.errors import UsageError
from checker.evaluation.run import Evaluation
from checker.evaluation.scoring import Slip

VERSION = 1


class Change(NamedTuple):
    """What differs between two runs: figures (before, now), slips that went and that came."""

    figures: dict[str, tuple[float, float]]
    mended: tuple[str, ...]
    new: tuple[str, ...]


def to_json(evaluation: Evaluation) -> str:
    """A run as JSON with sorted keys; the same run gives the same bytes."""
    data = {
        "version": VERSION,
        "articles": evaluation.articles,
        "mutants": evaluation.mutants,
        "figures": {name: round(value, 4) for name, value in evaluation.figures().items()},
        "counts": {name: count._asdict() for name, count in sorted(evaluation.counts.items())},
        "slips": sorted(map(name_of, evaluation.slips)),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def name_of(slip: Slip) -> str:
    """A slip as one line that stays the same while the article and the slip do."""
    where = ",".join(str(span.start) for span in slip.spans)
    return f"{slip.file}:{where} {slip.measure} {'missed' if slip.missed else 'wrong'}: {slip.what}"


def compare(before: Path, evaluation: Evaluation) -> Change:
    """What changed since the run that a file keeps.

    Raises:
        UsageError: the file cannot be read, or holds no saved run.
    """
    data = _load(before)
    now = {name: round(value, 4) for name, value in evaluation.figures().items()}
    old: dict[str, float] = data["figures"]
    changed = {name: (old[name], now[name]) for name in now if name in old and old[name] != now[name]}
    then, slips = set(data["slips"]), set(map(name_of, evaluation.slips))
    return Change(changed, tuple(sorted(then - slips)), tuple(sorted(slips - then)))


def _load(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise _broken(path, error.strerror or "unreadable") from error
    except (ValueError, RecursionError) as error:
        raise _broken(path, f"JSON: {error}") from error
    if isinstance(data, dict) and data.get("version") == VERSION:
        saved: dict[str, Any] = data
        if isinstance(saved.get("figures"), dict) and isinstance(saved.get("slips"), list):
            return saved
    raise _broken(path, "not a saved evaluation")


def _broken(path: Path, why: str) -> UsageError:
    return UsageError("saved-run", ar=f"القياس المحفوظ {path}: {why}", en=f"saved evaluation {path}: {why}")
