"""How a check grows with its text and an audit with its archive: ratios, measured in one run.

``python -m benchmarks.scale`` compares

* time per character of one long article, 50,000 code points to 5 million;
* time per character of hostile text with that of normal text;
* one worker process with two;
* the peak memory of an audit with that of one ten times as large (``--memory``, some minutes).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.articles import add_options, asked_for, generated

_SIZES = (50_000, 500_000, 5_000_000)
#: Of the size of each: a million code points.
_HOSTILE = {
    "digits": "1" * 1_000_000,
    "digits, blanks": "1 " * 500_000,
    "و": "و" * 1_000_000,
    "و, blanks": "و " * 500_000,
    "brackets": "(" * 500_000 + ")" * 500_000,
    "hedges": "أكثر من " * 125_000,
    "hedged digits": "أكثر من 5 " * 100_000,
    "harm": "قتل " * 250_000,
    "diacritics": "قُتِلَ " * 142_857,
    "tatweel": "ـ" * 1_000_000,
    "full stops": "." * 1_000_000,
    "newlines": "\n" * 999_999 + "قتل",
    "separators": "1," * 500_000,
}


def long_text(size: int) -> str:
    """An article of so many code points, with a figure in every 25,000."""
    chance = random.Random(size)  # noqa: S311 - nothing secret
    plain = [line for text in generated(40, seed=3) for line in text.splitlines() if line and not _harms(line)]
    lines: list[str] = []
    written = 0
    while written < size:
        line = chance.choice(plain)
        if written // 25_000 != (written + len(line)) // 25_000:
            line = f"وقتل {chance.randint(11, 99)} شخصا في حادث آخر."
        lines.append(line)
        written += len(line) + 1
    return "\n".join(lines)[:size]


def _harms(line: str) -> bool:
    import checker

    return bool(checker.extract(line))


def seconds(job: Callable[[], object], rounds: int) -> float:
    """The shortest of some runs."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        job()
        best = min(best, time.perf_counter() - begin)
    return best


def growth(rounds: int) -> Iterator[tuple[str, float]]:
    """Time per character of long articles, and of hostile ones, to that of 500,000 normal characters."""
    import checker
    from checker.errors import InputError

    def per_character(text: str) -> float:
        def run() -> None:
            # More figures than an article holds are refused, which takes its time too.
            with contextlib.suppress(InputError):
                checker.check(text)

        run()
        return seconds(run, rounds) / len(text)

    texts = {size: long_text(size) for size in _SIZES}
    cost = {size: per_character(text) for size, text in texts.items()}
    for size in _SIZES:
        yield f"{size:,} code points", cost[size] / cost[500_000]
    for name, text in _HOSTILE.items():
        yield f"hostile: {name}", per_character(text) / cost[500_000]


def workers(texts: Sequence[str], rounds: int) -> list[float]:
    """How many times as fast two worker processes are as one, round by round.

    All articles are checked twice and the second time counts, so that starting
    the workers and meeting the words of the articles for the first time do not.
    """
    from checker.archive.engines import Processes
    from checker.archive.model import Columns, Options, Task

    lines = [json.dumps({"text": text}).encode() for text in texts]
    options = Options("bench", Columns())

    def tasks() -> Iterator[Task]:
        for number, start in enumerate([*range(0, len(lines), 100)] * 2):
            items = tuple(enumerate(lines[start : start + 100], start))
            yield Task(number, "lines", "bench", "bench", items, 1)

    def took(jobs: int) -> float:
        results = Processes(jobs).run(tasks(), options)
        for _ in range(0, len(lines), 100):
            next(results)
        begin = time.perf_counter()
        count = sum(1 for _ in results)
        return (time.perf_counter() - begin) / count

    return [took(1) / took(2) for _ in range(rounds)]


def peak(texts: Sequence[str], count: int, folder: Path) -> int:
    """The largest resident memory, in bytes, of the processes of an audit of so many articles."""
    path = folder / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for k in range(count):
            record = {
                "id": f"a{k}",
                "source": f"s{k % 7}",
                "date": f"2031-{k % 12 + 1:02d}",
                "text": texts[k % len(texts)],
            }
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    out = folder / f"report-{count}"
    code = (
        "import resource, sys\nfrom checker.cli import main\n"
        f"sys.argv = ['checker', 'audit', {str(path)!r}, '--out', {str(out)!r}, '--jobs', '2', '--lang', 'en']\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as end:\n"
        "    print(*(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))\n"
        "    sys.exit(end.code)\n"
    )
    command = (sys.executable, "-c", code)
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[1])  # noqa: S603
    return 1024 * max(map(int, done.stdout.splitlines()[-1].split()))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, one line each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=(__doc__ or "").partition("\n")[0])
    add_options(parser, 3000)
    parser.add_argument("--rounds", type=int, default=3, help="how often all is measured (default: %(default)s)")
    parser.add_argument("--memory", action="store_true", help="also audit 10,000 and 100,000 articles")
    parser.add_argument("--only", choices=("growth", "workers", "memory"), help="measure this alone")
    options = parser.parse_args(arguments)
    texts = asked_for(options)
    say = sys.stdout.write
    if options.only in (None, "growth"):
        say("time per character, to that of 500,000 code points of normal text\n")
        for name, ratio in growth(options.rounds):
            say(f"{name:<28}{ratio:>8.2f}\n")
    if options.only in (None, "workers"):
        found = workers(texts, options.rounds)
        shown = ", ".join(f"{ratio:.2f}" for ratio in found)
        say(f"two workers ({os.cpu_count()} cores)  {statistics.median(found):.2f} times one ({shown})\n")
    if options.memory or options.only == "memory":
        with tempfile.TemporaryDirectory() as folder:
            small, large = (peak(texts, count, Path(folder)) for count in (10_000, 100_000))
        say(f"peak memory: {small / 1e6:.0f} MB for 10,000 articles, {large / 1e6:.0f} MB for 100,000: ")
        say(f"{large / small:.2f} times\n")


if __name__ == "__main__":
    main()
