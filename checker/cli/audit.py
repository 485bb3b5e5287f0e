"""``checker audit``."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from checker.cli import declare as typer
from checker.cli.common import Lang, language, one_of
from checker.cli.configured import names
from checker.errors import CheckerError, UsageError

if TYPE_CHECKING:
    from checker.archive.engines import Engine
    from checker.archive.model import Options, Task
    from checker.archive.source import Source
    from checker.archive.steps import Step
    from checker.archive.tally import Tally

ENGINES = ("processes", "dask")


def audit(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A folder, .jsonl[.gz|.zst], .csv, .parquet, or a URL.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the report goes: a new folder.")],
    text: Annotated[str, typer.Option(metavar="COLUMN", help="The text of an article.")] = "text",
    title: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Its headline; else title, if there is one.")
    ] = None,
    id_: Annotated[
        str | None, typer.Option("--id", metavar="COLUMN", help="Its name; else id, else its place.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Its date, year and month first; else date or published.")
    ] = None,
    group_by: Annotated[
        str | None, typer.Option("--group-by", metavar="COLUMN", help="What rates are told apart by; else source.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Worker processes; else one for each core.")
    ] = None,
    engine: Annotated[
        str, typer.Option(metavar="processes|dask", help="This machine, or a Dask cluster.")
    ] = "processes",
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of the cluster, such as tcp://10.0.0.1:8786.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with an audit that was stopped.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over an earlier audit in the folder.")] = False,
    select: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Only these rules, with commas.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="All but these.")] = None,
    part: Annotated[int, typer.Option(min=1, max=100_000, metavar="N", help="Articles in one part of the work.")] = 500,
    first: Annotated[
        int, typer.Option(min=0, max=1000, metavar="N", help="How many findings the page shows in full.")
    ] = 40,
    link: Annotated[
        bool, typer.Option("--link", help="Also where articles on one happening disagree (CF701).")
    ] = False,
    lang: Lang = None,
) -> int:
    """Audit an archive of articles and write a report: tables, totals, a page with charts.

    \b
    checker audit archive/ --out reports/archive
    checker audit articles.jsonl.gz --out reports/2015 --date published --group-by source
    checker audit news.parquet --text body --title headline --out reports/news --jobs 8
    checker audit news.parquet --out reports/news --resume
    checker audit articles.jsonl.gz --out reports/2015 --link
    checker audit s3://bucket/news/ --out reports/news --engine dask --scheduler tcp://10.0.0.1:8786

    The report is claims.parquet, findings.parquet, findings.xlsx, summary.json,
    index.html and charts/*.png; docs/audits.md describes them. Ctrl-C or a kill
    loses nothing: the same command with --resume goes on and ends with the same
    bytes. An article that cannot be read is in the report with its reason.

    Exit status: 0 the report is written; 2 a usage error, or a file of the
    archive that is damaged, or no article that could be read (the report says
    why); 130 after Ctrl-C.
    """
    spoken = language(lang)
    where = one_of(engine, ENGINES, "engine", "المحرك")
    if (where == "dask") != (scheduler is not None):
        raise UsageError(
            "no-address",
            ar="‎--engine dask‎ و‎--scheduler ADDRESS‎ لا يُذكر أحدهما دون الآخر",
            en="--engine dask and --scheduler ADDRESS belong together",
        )
    from checker.archive.merge import settings_of
    from checker.archive.model import Columns, Options
    from checker.archive.run import audit as run
    from checker.archive.source import open_source, settle_columns
    from checker.archive.state import State
    from checker.pipeline import Settings, rules_for
    from checker.reporting.messages import say

    found = open_source(source)
    wanted = {"text": text, "title": title, "id": id_, "date": date, "group": group_by}
    named = [name for name, column in wanted.items() if column is not None]
    columns = settle_columns(found, Columns(text, title, id_, date, group_by), named)
    options = Options(source, columns, names(select) or (), names(ignore) or (), part, spoken, first, link)
    rules_for(Settings(options.select, options.ignore))
    if resume and State(out).finished():
        State(out).compare_report(settings_of(options, found.fingerprint, _steps(options)))
        print(say(spoken, "audit_finished", out=out), file=sys.stderr)  # noqa: T201
        return 0
    make = _engine(where, scheduler, jobs)
    try:
        with _watched(found) as watch:
            total = run(found, options, out, make, resume=resume, force=force, watch=watch, steps=_steps(options))
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough; a second one would break into the ending
        print("\n" + say(spoken, "audit_stopped"), file=sys.stderr)  # noqa: T201
        raise
    return _end(total, out, spoken)


def _steps(options: Options) -> tuple[Step, ...]:
    if not options.link:
        return ()
    from checker.archive.linking import Linking

    return (Linking(options),)


def _engine(where: str, scheduler: str | None, jobs: int | None) -> Callable[[], Engine]:
    def make() -> Engine:
        if where == "dask" and scheduler is not None:
            from checker.archive.cluster import Cluster

            return Cluster(scheduler)
        from checker.archive.engines import InProcess, Processes

        count = jobs or _cores()
        return InProcess() if count == 1 else Processes(count)

    return make


def _cores() -> int:
    """The cores that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


@contextmanager
def _watched(source: Source) -> Iterator[Callable[[Task, int], None] | None]:
    """A bar with rate and time left on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[articles]:,} ({task.fields[rate]:,.0f}/s)"),
        TimeElapsedColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        line = bar.add_task("", total=max(1, source.size), articles=0, rate=0.0)

        def watch(task: Task, articles: int) -> None:
            known = bar.tasks[line]
            count = known.fields["articles"] + articles
            elapsed = known.elapsed or 0.0
            bar.update(line, advance=task.size, articles=count, rate=count / elapsed if elapsed else 0.0)

        yield watch


def _end(total: Tally, out: Path, lang: str) -> int:
    from checker.reporting.messages import say

    counts = total.plain()
    said = say(
        lang,
        "audit_done",
        articles=counts["articles"]["read"],
        unread=counts["articles"]["unread"],
        claims=counts["claims"]["total"],
        page=out / "index.html",
        **{name: counts["findings"][name] for name in ("error", "warning", "note")},
    )
    print(said)  # noqa: T201
    if total.broken_sources:
        print(say(lang, "audit_broken"), file=sys.stderr)  # noqa: T201
        return CheckerError.exit_status
    if not counts["articles"]["read"]:
        print(say(lang, "audit_nothing"), file=sys.stderr)  # noqa: T201
        return CheckerError.exit_status
    return 0
