"""The processes that check drafts, so that work which nobody waits for any more can be stopped."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Coroutine

from checker.lsp.checking import Job
from checker.lsp.worker import READY, SIZE, Answer, pack, size_of, unpack
from checker.model import DocumentReport, Failure

#: Two, so that a long article keeps no short one waiting.
WORKERS = 2
#: Seconds that a draft may take. An article takes milliseconds, the longest that is accepted some seconds.
TIME_LIMIT = 60.0
#: Seconds in which a check must end that was told to; what does not, such as a solver at work, is killed.
_GRACE = 0.25
#: Seconds between one interrupt and the next: one that comes before the check has begun is let be.
_AGAIN = 0.02

_SLOW_AR = "لم تُفحص المسودة: استغرق فحصها أكثر من {limit:g} ثانية"
_SLOW_EN = "the draft was not checked: it took over {limit:g} seconds"
_GONE_AR = "لم تُفحص المسودة: توقفت عملية الفحص"
_GONE_EN = "the draft was not checked: the process that checks it has ended"


class Workers:
    """Checks drafts in processes of its own. Made and used inside one running event loop."""

    def __init__(self, count: int = WORKERS, time_limit: float = TIME_LIMIT) -> None:
        self._limit = time_limit
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all: set[_Worker] = set()
        self._background: set[asyncio.Task[None]] = set()
        for _ in range(count):
            self._hire()

    async def check(self, job: Job) -> DocumentReport | Failure | None:
        """What the checker says of a draft. Where this is cancelled, the check stops as well."""
        worker = await self._idle.get()
        try:
            answer = await asyncio.wait_for(worker.ask(job), self._limit)
        except asyncio.CancelledError:
            self._later(self._stop(worker))
            raise
        except TimeoutError:
            self._replace(worker)
            limit = self._limit
            return Failure(job.path, "too-slow", _SLOW_AR.format(limit=limit), _SLOW_EN.format(limit=limit))
        except (OSError, EOFError):
            self._replace(worker)
            return Failure(job.path, "worker-ended", _GONE_AR, _GONE_EN)
        self._idle.put_nowait(worker)
        return None if isinstance(answer, str) else answer

    async def close(self) -> None:
        """End all processes."""
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)
        await asyncio.gather(*(worker.kill() for worker in self._all))
        self._all.clear()

    @property
    def process_ids(self) -> list[int]:
        """The processes that run now."""
        return sorted(worker.process_id for worker in self._all if worker.process_id is not None)

    def _hire(self) -> None:
        worker = _Worker()
        self._all.add(worker)
        self._idle.put_nowait(worker)

    def _replace(self, worker: _Worker) -> None:
        self._all.discard(worker)
        self._later(worker.kill())
        self._hire()

    async def _stop(self, worker: _Worker) -> None:
        """End a check that nobody waits for; its process is at hand again, or another takes its place."""
        try:
            async with asyncio.timeout(_GRACE):
                await worker.stop()
        except (TimeoutError, OSError, EOFError):
            self._replace(worker)
        else:
            self._idle.put_nowait(worker)

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.ensure_future(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)


class _Worker:
    """One process; it is started at once, and asked one thing at a time."""

    def __init__(self) -> None:
        self._process: Process | None = None
        self._starting = asyncio.ensure_future(self._start())
        self._exchange: asyncio.Task[Answer] | None = None
        self._sent = False

    @property
    def process_id(self) -> int | None:
        return self._process.pid if self._process is not None and self._process.returncode is None else None

    async def ask(self, job: Job) -> Answer:
        """The answer to a job. It is still on its way if this is cancelled: see :meth:`stop`."""
        self._exchange = asyncio.ensure_future(self._send(job))
        return await asyncio.shield(self._exchange)

    async def stop(self) -> None:
        """Wait until the process is ready for another job, and see to it that it is soon."""
        exchange = self._exchange
        if exchange is None or exchange.done():
            return
        if not self._sent:
            exchange.cancel()
            await asyncio.wait({exchange})
            return
        while not exchange.done():
            if os.name == "posix" and self._process is not None:
                self._process.send_signal(signal.SIGINT)
            await asyncio.wait({exchange}, timeout=_AGAIN)
        exchange.result()

    async def kill(self) -> None:
        for task in (self._starting, self._exchange):
            if task is not None:
                task.cancel()
                await asyncio.wait({task})
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def _start(self) -> None:
        # -P: a draft's folder is no place to import from.
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            "checker.lsp.worker",
            stdin=PIPE,
            stdout=PIPE,
            stderr=None if os.environ.get("CHECKER_DEBUG") else DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if await self._receive() != READY:
            raise EOFError

    async def _send(self, job: Job) -> Answer:
        self._sent = False
        await asyncio.shield(self._starting)
        assert self._process is not None and self._process.stdin is not None  # noqa: S101
        self._sent = True
        self._process.stdin.write(pack(job))
        await self._process.stdin.drain()
        return await self._receive()

    async def _receive(self) -> Answer:
        assert self._process is not None and self._process.stdout is not None  # noqa: S101
        head = await self._process.stdout.readexactly(SIZE)
        answer: Answer = unpack(await self._process.stdout.readexactly(size_of(head)))
        return answer
