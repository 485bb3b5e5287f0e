"""How fast a check is, beside two yardsticks that are measured in the same run.

``python -m benchmarks.speed`` compares

* the whole check (claims, links, verdicts) with camel-tools' tokeniser and
  with a bare compiled ``\\w+|[^\\w\\s]`` over the same articles, on one core;
* the start of ``checker check`` with ``python -c "import typer, rich"``.

The articles are those of the corpus beside the project where there is one, else
generated; the core is that which the clone runs, compiled or not. With ``--native``
the checker is first built with its compiled core, aside from the checkout, and it is
that which is measured.

Seconds differ from one computer to the next; the ratios are what to compare.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import native
from benchmarks.articles import add_options, asked_for, generated
from checker.version import is_native

_JOBS = {
    "scan": r"bare \w+|[^\w\s]",
    "camel_tools": "simple_word_tokenize",
    "extract": "checker.extract",
    "check": "checker.check",
}
_STARTS = {
    "typer_and_rich": "import typer, rich",
    "version": "checker --version",
    "check": "checker check",
    "check_json": "checker check --format json",
}
_SCAN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Throughput:
    """Seconds of the processor that each job took for all the articles, the best of its rounds."""

    articles: int
    words: int
    seconds: dict[str, float]

    def ratio(self, yardstick: str) -> float:
        """How many times as long as the yardstick a check takes."""
        return self.seconds["check"] / self.seconds[yardstick]

    @property
    def milliseconds(self) -> float:
        """Of a check, for 350 words."""
        return 1000 * self.seconds["check"] / self.words * 350


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print a table, or JSON with ``--json``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").partition("\n")[0])
    add_options(parser, 1000)
    parser.add_argument("--rounds", type=int, default=5, help="how often all is measured (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--native", action="store_true", help="build the compiled core first, and measure it")
    options = parser.parse_args(arguments)
    if options.native:
        sys.exit(natively([word for word in arguments or sys.argv[1:] if word != "--native"]))

    texts = asked_for(options)
    work, begin = throughput(texts, options.rounds), start(options.rounds)
    sys.stdout.write(as_json(work, begin) if options.json else as_table(work, begin))


def natively(arguments: Sequence[str]) -> int:
    """Measure in a process that has the compiled core; its exit status."""
    lacking = native.missing()
    if lacking:
        sys.stderr.write(f"the core cannot be compiled: this computer has not {lacking}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        built = native.unpacked(Path(folder))
        command = (sys.executable, "-m", "benchmarks.speed", *arguments)
        return subprocess.run(command, env=native.environment(built), check=False).returncode  # noqa: S603


def throughput(texts: Sequence[str], rounds: int) -> Throughput:
    """Time the jobs over the articles, on one core."""
    from camel_tools.tokenizers.word import simple_word_tokenize

    import checker

    def all_of(job: Callable[[str], object]) -> Callable[[], None]:
        def run() -> None:
            for text in texts:
                job(text)

        job(texts[0])
        return run

    jobs = {
        "scan": all_of(_SCAN.findall),
        "camel_tools": all_of(simple_word_tokenize),
        "extract": all_of(checker.extract),
        "check": all_of(checker.check),
    }
    seconds = {name: min(taken) for name, taken in take_turns(jobs, rounds, time.process_time).items()}
    return Throughput(len(texts), sum(len(text.split()) for text in texts), seconds)


def start(rounds: int) -> dict[str, float]:
    """Seconds of whole processes, the median of twice the rounds.

    Every one of them finds its modules compiled, whatever the environment says.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))

        def process(*words: str) -> Callable[[], None]:
            def run() -> None:
                command = (sys.executable, "-c", *words)
                subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603

            run()
            return run

        draft = Path(folder, "draft.txt")
        draft.write_text(generated(1)[0], encoding="utf-8")
        checker = "from checker.cli import main; main()"
        jobs = {
            "typer_and_rich": process("import typer, rich"),
            "version": process(checker, "--version"),
            "check": process(checker, "check", str(draft), "--fail-on", "never"),
            "check_json": process(checker, "check", str(draft), "--fail-on", "never", "--format", "json"),
        }
        return {name: statistics.median(taken) for name, taken in take_turns(jobs, 2 * rounds).items()}


def take_turns(
    jobs: Mapping[str, Callable[[], None]], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, list[float]]:
    """Seconds of every job in every round; in turns, so that a computer that slows down slows them all."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            begin = clock()
            job()
            times[name].append(clock() - begin)
    return times


def as_json(work: Throughput, begin: Mapping[str, float]) -> str:
    """The result for programs."""
    result = {
        **asdict(work),
        "native": is_native(),
        "check_ms_per_350_words": work.milliseconds,
        "check_to_camel_tools": work.ratio("camel_tools"),
        "check_to_scan": work.ratio("scan"),
        "start_seconds": begin,
        "start_ratios": {name: seconds / begin["typer_and_rich"] for name, seconds in begin.items()},
    }
    return json.dumps(result, indent=2) + "\n"


def as_table(work: Throughput, begin: Mapping[str, float]) -> str:
    """The result for people."""
    core = "the core compiled" if is_native() else "pure Python"
    lines = [f"{work.articles} articles, {work.words} words, one core, {core}", ""]
    for name, label in _JOBS.items():
        seconds = work.seconds[name]
        rate, ratio = work.articles / seconds, seconds / work.seconds["camel_tools"]
        lines.append(f"{label:<28}{rate:>8.0f} articles/s{ratio:>8.2f} times camel-tools")
    lines += [
        "",
        f"A check takes {work.milliseconds:.2f} ms for 350 words: {work.ratio('camel_tools'):.2f} times"
        f" camel-tools' tokeniser, {work.ratio('scan'):.0f} times a bare scan.",
        "",
    ]
    for name, label in _STARTS.items():
        lines.append(f"{label:<28}{begin[name]:>8.3f} s{begin[name] / begin['typer_and_rich']:>8.2f} times")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
