"""Worker processes, and the queue before them.

Work that is overdue, or that nobody waits for any more, is ended by ending
its process; a new one takes its place.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Coroutine
from dataclasses import asdict
from typing import Any, cast

from checker.web.frames import Frame, pack, receive_frame
from checker.web.jobs import Job
from checker.web.logs import log
from checker.web.settings import Limits

#: Seconds that work goes on when its client has left: starting a new process costs as much.
GRACE = 0.5
#: Seconds that a process may take to start, and between two tries.
_START, _RETRY = 60.0, 1.0


class Busy(Exception):
    """More requests wait than may."""


class Overdue(Exception):
    """The answer was not there in time; the work has been ended."""


class Died(Exception):
    """The worker process ended by itself."""


class Worker:
    """One process and the pipe to it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._input = cast(asyncio.StreamWriter, process.stdin)
        self._output = cast(asyncio.StreamReader, process.stdout)
        self.memory = 0

    @classmethod
    async def start(cls, memory: int) -> Worker:
        """Start a process and wait until it is ready.

        Raises:
            Died: it ended instead.
        """
        path = os.pathsep.join(entry for entry in sys.path if entry)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "checker.web.worker", "--memory", str(memory)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            start_new_session=True,  # so that Ctrl-C lets it finish
        )
        worker = cls(process)
        try:
            async with asyncio.timeout(_START):
                worker.memory = (await worker._receive()).head["memory"]
        except BaseException:
            await worker.end()
            raise
        return worker

    @property
    def gone(self) -> bool:
        """Whether the process has ended by itself."""
        return self._process.returncode is not None

    async def ask(self, job: Job, draft: bytes) -> Frame:
        """Have a job done.

        Raises:
            Died: the process ended before it answered.
        """
        try:
            self._input.write(pack(Frame(asdict(job), draft)))
            await self._input.drain()
        except (OSError, RuntimeError) as error:  # uvloop's pipes raise the latter
            raise Died from error
        answer = await self._receive()
        self.memory = answer.head.pop("memory")
        return answer

    async def _receive(self) -> Frame:
        try:
            return await receive_frame(self._output)
        except (asyncio.IncompleteReadError, ConnectionResetError) as error:
            raise Died from error

    async def end(self) -> None:
        """End the process at once, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()


class Pool:
    """A fixed number of workers; who comes first is served first."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.waiting = 0
        self.replaced: dict[str, int] = {}

    @property
    def alive(self) -> int:
        """How many workers there are."""
        return len(self._workers)

    @property
    def idle(self) -> int:
        """How many of them have nothing to do."""
        return self._idle.qsize()

    @property
    def memory(self) -> int:
        """What the workers held after their last answers, in bytes."""
        return sum(worker.memory for worker in self._workers)

    async def start(self) -> None:
        """Start all workers.

        Raises:
            Died: one does not start.
        """
        await asyncio.gather(*(self._add() for _ in range(self._limits.workers)))

    async def stop(self) -> None:
        """End all workers; call it when nothing is asked any more."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(worker.end() for worker in self._workers))
        self._workers.clear()

    async def run(self, job: Job, draft: bytes) -> Frame:
        """Have a job done by the next free worker.

        Raises:
            Busy: too many are waiting already.
            Overdue: it took too long, waiting included.
            Died: the worker ended by itself.
        """
        deadline = time.monotonic() + self._limits.seconds
        worker = await self._next_worker()
        asking = asyncio.ensure_future(worker.ask(job, draft))
        try:
            await asyncio.wait({asking}, timeout=max(0.0, deadline - time.monotonic()))
        except asyncio.CancelledError:
            self._later(self._wind_down(worker, asking))
            raise
        if not asking.done():
            asking.cancel()
            self._later(self._replace(worker, "overdue"))
            raise Overdue
        self._take_back(worker, asking)
        return asking.result()

    async def _next_worker(self) -> Worker:
        while True:
            worker = self._idle.get_nowait() if not self._idle.empty() else await self._queue()
            if not worker.gone:
                return worker
            self._later(self._replace(worker, "died"))

    async def _queue(self) -> Worker:
        """Wait for a worker."""
        if self.waiting >= self._limits.waiting:
            raise Busy
        self.waiting += 1
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await self._idle.get()
        except TimeoutError as error:
            raise Overdue from error
        finally:
            self.waiting -= 1

    async def _wind_down(self, worker: Worker, asking: asyncio.Future[Frame]) -> None:
        """Let work finish that nobody waits for, if it soon does."""
        await asyncio.wait({asking}, timeout=GRACE)
        if asking.done():
            self._take_back(worker, asking)
        else:
            asking.cancel()
            await self._replace(worker, "abandoned")

    def _take_back(self, worker: Worker, asked: asyncio.Future[Frame]) -> None:
        """Take a worker that has answered back, or replace it."""
        if asked.exception() is not None:
            self._later(self._replace(worker, "died"))
        elif worker.memory > self._limits.memory:
            self._later(self._replace(worker, "memory"))
        else:
            self._idle.put_nowait(worker)

    async def _replace(self, worker: Worker, why: str) -> None:
        self.replaced[why] = self.replaced.get(why, 0) + 1
        log("warning", "worker replaced", why=why, memory=worker.memory)
        self._workers.discard(worker)
        await worker.end()
        while True:
            try:
                await self._add()
                return
            except (Died, TimeoutError, OSError) as error:
                log("error", "worker does not start", why=type(error).__name__)
                await asyncio.sleep(_RETRY)

    async def _add(self) -> None:
        worker = await Worker.start(4 * self._limits.memory)
        self._workers.add(worker)
        self._idle.put_nowait(worker)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
