"""What is kept of a run under way, so that it can be gone on with after a kill at any moment.

In ``OUT/.audit/``: ``plan.json`` (what the audit is of) and ``parts/``, one file
a task, written beside its place and moved there whole. A part that is there is
done. When the report is written, the folder goes.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.errors import CheckerError, UsageError

FOLDER = ".audit"
#: What an audit leaves in its folder, for ``--force`` to write over; nothing else is touched.
SUMMARY = "summary.json"
OUTPUTS = ("claims.parquet", "findings.parquet", "findings.xlsx", SUMMARY, "index.html", "charts")


class State:
    """The state of one audit."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self._folder = out / FOLDER
        self._plan = self._folder / "plan.json"
        self._parts = self._folder / "parts"

    def begin(self, plan: dict[str, Any], *, resume: bool, force: bool) -> None:
        """Make the folder ready, or find what an earlier run has done.

        Raises:
            UsageError: another audit is there, or one that cannot be gone on with.
        """
        if self._plan.exists() and resume:
            self._compare(plan)
            return
        if used := self._foreign() if force else self._used():
            raise used
        with writing(self._folder, begun=False):
            if self._folder.exists():
                shutil.rmtree(self._folder)
            self._parts.mkdir(parents=True)
            write_whole(self._plan, json.dumps(plan, ensure_ascii=False, indent=1, sort_keys=True).encode())

    def finished(self) -> bool:
        """Whether a report is there and no run is under way."""
        return not self._plan.exists() and (self.out / SUMMARY).exists()

    def compare_report(self, settings: dict[str, Any]) -> None:
        """See whether the finished report is of the same articles and settings, of those in ``settings``.

        Raises:
            UsageError: it is not, so there is nothing to go on with.
        """
        try:
            before = json.loads((self.out / SUMMARY).read_text(encoding="utf-8"))["settings"]
        except (OSError, ValueError, LookupError, TypeError):
            before = {}
        self._same(settings, {key: before.get(key) for key in settings})

    def _used(self) -> UsageError | None:
        if self._plan.exists():
            return UsageError(
                "audit-under-way",
                ar=f"في {self.out} تدقيق لم يكتمل؛ واصله بـ‎ --resume أو ابدأ من جديد بـ‎ --force",
                en=f"{self.out} holds an audit that is not finished; go on with --resume, or begin anew with --force",
            )
        if self.out.exists() and (not self.out.is_dir() or any(self.out.iterdir())):
            return UsageError(
                "out-in-use",
                ar=f"المجلد {self.out} ليس فارغا؛ اختر غيره أو اكتب فوق التدقيق السابق بـ‎ --force",
                en=f"{self.out} is not empty; choose another folder, or write over an earlier audit with --force",
            )
        return None

    def _foreign(self) -> UsageError | None:
        """What ``--force`` must not write among: a folder with other files and no audit."""
        audited = self._folder.exists() or (self.out / SUMMARY).exists()
        if self.out.exists() and not audited and (not self.out.is_dir() or any(self.out.iterdir())):
            return UsageError(
                "no-audit",
                ar=f"ليس في {self.out} تدقيق يُكتب فوقه بل ملفات أخرى؛ اختر مجلدا غيره",
                en=f"{self.out} holds other files and no audit to write over; choose another folder",
            )
        return None

    def _compare(self, plan: dict[str, Any]) -> None:
        try:
            before = json.loads(self._plan.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            before = {}
        self._same(plan, before)

    def _same(self, now: dict[str, Any], before: dict[str, Any]) -> None:
        for key in sorted(now.keys() | before.keys()):
            if now.get(key) != before.get(key):
                raise UsageError(
                    "other-audit",
                    ar=f"لا يمكن مواصلة التدقيق في {self.out}: تغيّر «{key}»؛ ابدأ من جديد بـ‎ --force",
                    en=f"the audit in {self.out} cannot be gone on with: {key} has changed; begin anew with --force",
                )

    def done(self, number: int) -> bool:
        """Whether a part is there."""
        return self._part(number).exists()

    def keep(self, number: int, records: bytes) -> None:
        """Keep the records of a part.

        Raises:
            CheckerError: the disk is full, or the folder cannot be written to.
        """
        with writing(self._folder):
            write_whole(self._part(number), records)

    def _part(self, number: int) -> Path:
        return self._parts / f"{number // 1000:06d}" / f"{number:09d}.jsonl"

    def records(self, parts: int) -> Iterator[dict[str, Any]]:
        """The records of so many parts in the order of the archive.

        Raises:
            OSError: a part is not there: a report is of the whole archive or is none.
        """
        for number in range(parts):
            with self._part(number).open(encoding="utf-8") as lines:
                for line in lines:
                    yield json.loads(line)

    def end(self) -> None:
        """Forget the run: the plan first, so that what is left of it is nothing."""
        with writing(self._folder):
            self._plan.unlink(missing_ok=True)
            shutil.rmtree(self._folder, ignore_errors=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there: it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


class writing:
    """What cannot be written is said, with the state that is kept if the audit has ``begun``."""

    def __init__(self, folder: Path, *, begun: bool = True) -> None:
        self._folder = folder
        self._begun = begun

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Turn an error of the system into one for people."""
        if isinstance(error, OSError):
            why = error.strerror or str(error)
            ar, en = f"تعذرت الكتابة في {self._folder.parent} ({why})", f"cannot write in {self._folder.parent} ({why})"
            if self._begun:
                ar += "؛ ما أُنجز محفوظ: أصلح السبب ثم واصل بـ‎ --resume"
                en += "; what is done is kept: mend the cause, then go on with --resume"
            raise CheckerError("cannot-write", ar=ar, en=en) from error
