"""A whole audit: the source cut into tasks, the tasks run by an engine, the report written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from checker.archive.engines import Engine
from checker.archive.merge import write_report
from checker.archive.model import Options, Task
from checker.archive.source import Source, tasks
from checker.archive.state import State
from checker.archive.steps import Step
from checker.archive.tally import Tally
from checker.version import __version__

#: Called after every part with the part, and how many records it gave.
Watch = Callable[[Task, int], None]


def audit(
    source: Source,
    options: Options,
    out: Path,
    engine: Callable[[], Engine],
    *,
    resume: bool = False,
    force: bool = False,
    watch: Watch | None = None,
    steps: tuple[Step, ...] = (),
) -> Tally:
    """Run an audit or go on with one, and write its report.

    The same source and options give the same bytes, whatever the engine, the
    number of workers and the times it was stopped and gone on with.

    Raises:
        UsageError: the folder holds another audit, or the engine is not there.
        CheckerError: the disk is full, or a worker dies again and again; what
            is done is kept.
    """
    state = State(out)
    plan = {"checker": __version__, "files": source.fingerprint, **options.plain()}
    made = engine()
    state.begin(plan, resume=resume, force=force)
    parts = 0

    def left() -> Iterator[Task]:
        nonlocal parts
        for task in tasks(source, options.part, options.columns.text):
            parts = task.number + 1
            if not state.done(task.number):
                yield task
            elif watch is not None:
                watch(task, 0)

    for task, records in made.run(left(), options):
        state.keep(task.number, records)
        if watch is not None:
            watch(task, records.count(b"\n"))
    total = write_report(state, parts, options, source.fingerprint, steps)
    state.end()
    return total
