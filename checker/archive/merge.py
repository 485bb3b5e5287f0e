"""From the records of all parts to the report: every file whole, ``summary.json`` last."""

from __future__ import annotations

import json
import platform
import shutil
from array import array
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from checker.archive.charts import png
from checker.archive.failures import unread
from checker.archive.model import Options
from checker.archive.page import charts, page
from checker.archive.state import SUMMARY, State, write_whole, writing
from checker.archive.steps import Records, Step, with_steps
from checker.archive.tables import CLAIMS, FINDINGS, claim_rows, finding_rows, write_parquet, write_xlsx
from checker.archive.tally import Tally, tally
from checker.version import __version__

#: The form of ``summary.json``.
SCHEMA = 1


def write_report(state: State, parts: int, options: Options, fingerprint: str, steps: tuple[Step, ...] = ()) -> Tally:
    """Write all files of the report and give its totals.

    Raises:
        CheckerError: the disk is full, or the folder cannot be written to.
    """
    records = with_steps(unique(partial(state.records, parts)), steps)
    total = tally(records(), options.first)
    settings = _settings(options, fingerprint, steps)
    out = state.out
    with writing(out / "report"):
        for name, rows, columns in (
            ("claims.parquet", claim_rows(records()), CLAIMS),
            ("findings.parquet", finding_rows(records()), FINDINGS),
        ):
            beside = out / (name + ".new")
            write_parquet(beside, rows, columns)
            beside.replace(out / name)
        beside = out / "findings.xlsx.new"
        write_xlsx(beside, finding_rows(records()), options.lang)
        beside.replace(out / "findings.xlsx")
        shutil.rmtree(out / "charts", ignore_errors=True)
        for chart in charts(total, options.lang):
            write_whole(out / "charts" / f"{chart.name}.png", png(chart))
        write_whole(out / "index.html", page(total, settings, options.lang).encode("utf-8", "replace"))
        summary = {"schema": SCHEMA, "settings": settings, **total.plain()}
        write_whole(out / SUMMARY, (json.dumps(summary, ensure_ascii=False, indent=1) + "\n").encode())
    return total


def unique(records: Records) -> Records:
    """The records, those whose id was met before as unread.

    Ids are compared by eight bytes of a digest each, so that memory hardly
    grows; where two are alike, the ids themselves are.
    """
    digests = array("Q", (_digest(record["id"]) for record in records() if "unread" not in record))
    suspects = _repeated(digests)
    if not suspects:
        return records

    def checked() -> Iterator[dict[str, Any]]:
        seen: dict[str, str] = {}
        for record in records():
            name = record["id"]
            if "unread" not in record and _digest(name) in suspects:
                if name in seen:
                    again = unread(record["place"], name, "duplicate-id", id=name, first=seen[name])
                    yield {"id": name, "place": again.place, "unread": again.code, "ar": again.ar, "en": again.en}
                    continue
                seen[name] = record["place"]
            yield record

    return checked


def _digest(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _repeated(digests: array[int]) -> frozenset[int]:
    import numpy as np

    values = np.sort(np.frombuffer(digests, dtype=np.uint64)) if digests else np.empty(0, np.uint64)
    return frozenset(int(value) for value in np.unique(values[1:][values[1:] == values[:-1]]))


def settings_of(options: Options, fingerprint: str, steps: tuple[Step, ...]) -> dict[str, Any]:
    """What decides on a report, as its ``summary.json`` has it: articles, columns, rules and the version."""
    from checker.consistency import load_rules

    plain = options.plain()
    return {
        "source": Path(options.source).name if "://" not in options.source else options.source,
        "files": fingerprint,
        "columns": plain["columns"],
        "rules": list(load_rules().select(options.select, options.ignore).ids),
        "articles_a_part": options.part,
        "language": options.lang,
        "findings_in_full": options.first,
        "steps": [step.name for step in steps],
        "checker": __version__,
    }


def _settings(options: Options, fingerprint: str, steps: tuple[Step, ...]) -> dict[str, Any]:
    """What the report was made with; nothing of when, where, or by how many workers."""
    return {
        **settings_of(options, fingerprint, steps),
        "python": platform.python_version(),
        **{name: _version(name) for name in ("pandas", "pyarrow", "openpyxl", "matplotlib")},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
