"""Where tasks are run: in this process, in worker processes, or on a Dask cluster.

Every engine takes tasks one after another, keeps a few under way, and gives
each result back with its task as it comes, in any order. Nothing is kept, so
memory does not grow with the archive.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Protocol

from checker.archive.model import Options, Task
from checker.archive.scan import run_task
from checker.errors import CheckerError

#: So many tasks a worker are under way: one that it does and some that wait.
_AHEAD = 3
#: A task whose worker dies so many times ends the run; the rest of it is kept.
_ATTEMPTS = 3

Result = tuple[Task, bytes]


class Engine(Protocol):
    """Runs tasks."""

    def run(self, tasks: Iterable[Task], options: Options) -> Iterator[Result]:
        """Each task with its records, in any order."""


class InProcess:
    """One task after the other, here."""

    def run(self, tasks: Iterable[Task], options: Options) -> Iterator[Result]:
        """Each task with its records."""
        _settle()
        try:
            for task in tasks:
                yield task, run_task(task, options)
        finally:
            gc.unfreeze()


class Processes:
    """Worker processes of this machine."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def run(self, tasks: Iterable[Task], options: Options) -> Iterator[Result]:
        """Each task with its records, as they come.

        Raises:
            CheckerError: a task's worker died again and again.
        """
        rest = iter(tasks)
        again: list[Task] = []
        attempts: dict[int, int] = {}
        while True:
            lost: list[Task] = []
            yield from self._until_broken(rest, again, lost, options)
            if not lost:
                return
            for task in lost:
                attempts[task.number] = attempts.get(task.number, 0) + 1
                if attempts[task.number] >= _ATTEMPTS:
                    raise died(task)
            again = lost

    def _until_broken(
        self, rest: Iterator[Task], again: list[Task], lost: list[Task], options: Options
    ) -> Iterator[Result]:
        """Run until all is done or a worker dies; then ``lost`` holds the tasks under way."""
        pool = ProcessPoolExecutor(
            self._jobs, multiprocessing.get_context("spawn"), initializer=_begin_worker, initargs=(os.getpid(),)
        )
        waiting: dict[Future[bytes], Task] = {}
        taken = {task.number: task for task in again}
        try:
            queue = _chained(again, rest)
            more = True
            while more or waiting:
                # After a death one at a time, so that it is known whose task it was.
                most = 1 if again else self._jobs * _AHEAD
                while more and len(waiting) < most:
                    task = next(queue, None)
                    if task is None:
                        more = False
                    else:
                        taken[task.number] = task
                        with _sigint_held():  # a worker may be started here
                            waiting[pool.submit(run_task, task, options)] = task
                done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    result = future.result()
                    task = waiting.pop(future)
                    del taken[task.number]
                    if task in again:
                        again.remove(task)
                    yield task, result
        except BrokenProcessPool:
            lost += [taken[number] for number in sorted(taken)]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _sigint_held() -> Iterator[None]:
    """Ctrl-C waits, and a process that is started meanwhile never hears of it: not even while it loads."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _chained(again: list[Task], rest: Iterator[Task]) -> Iterator[Task]:
    yield from list(again)
    for task in rest:  # noqa: UP028 - "yield from" would close the rest with this generator
        yield task


def died(task: Task) -> CheckerError:
    """The error for a task that takes its worker down."""
    return CheckerError(
        "worker-died",
        ar=f"مات العامل {_ATTEMPTS} مرات عند الجزء {task.number} ({task.name})؛ الحالة محفوظة، واصل بـ‎ --resume",
        en=f"the worker died {_ATTEMPTS} times at part {task.number} ({task.name}); "
        "the state is kept, go on with --resume",
    )


def _begin_worker(parent: int) -> None:
    """Leave Ctrl-C to the parent, end when it ends, and load all that a check needs before the first task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _settle()


def _settle() -> None:
    """Load all that a check needs and take it out of the garbage collector's sight."""
    import checker

    checker.check("قتل شخصان وأصيب 3 آخرون.")
    gc.collect()
    gc.freeze()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
