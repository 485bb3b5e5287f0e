"""Tasks on a Dask cluster: the same records as on one machine, whoever of the workers makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast
from uuid import uuid4

from checker.archive.engines import Result, died
from checker.archive.failures import no_extra
from checker.archive.model import Options, Task
from checker.archive.scan import run_task
from checker.errors import UsageError
from checker.version import __version__

#: Seconds to wait for a scheduler, and for the first worker.
_PATIENCE = 10
#: So many tasks a thread of the cluster are under way.
_AHEAD = 3
#: A task is tried again so many times when its worker dies.
_RETRIES = 3
#: Where a scheduler listens: a host or [an IPv6 address] with its port.
_ADDRESS = re.compile(r"(?:[a-z]+://)?(?:\[[^\s/\]]+\]|[^\s/:\[\]]+):\d{1,5}")


class Cluster:
    """A scheduler that runs already, at an address such as ``tcp://10.0.0.1:8786``."""

    def __init__(self, address: str) -> None:
        """Connect to it.

        Raises:
            UsageError: it is no address with a port, dask is not installed,
                nothing answers there, or the workers have no checker or
                another one.
        """
        if not _ADDRESS.fullmatch(address):
            raise UsageError(
                "no-port",
                ar=f"‎{address}‎ ليس عنوان مجدول؛ المتوقع مضيف ومنفذ مثل ‎tcp://10.0.0.1:8786",
                en=f"{address} is no address of a scheduler; expected a host and a port, such as tcp://10.0.0.1:8786",
            )
        try:
            from distributed import Client as connect
        except ImportError as error:
            raise no_extra("dask", "distributed") from error
        try:
            self._client: Any = cast(Any, connect)(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise _unreachable(address, error) from error
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE)
            versions = self._client.run(checker_version)
        except Exception as error:
            self._client.close()
            raise _unreachable(address, error) from error
        others = {name: version for name, version in versions.items() if version != __version__}
        if others:
            self._client.close()
            name, version = next(iter(others.items()))
            raise UsageError(
                "other-version",
                ar=f"العامل {name} لديه checker {version}، وهنا {__version__}؛ ثبّت الإصدار نفسه على كل العمال",
                en=f"the worker {name} has checker {version}, here it is {__version__}; "
                "install the same version on all workers",
            )

    def run(self, tasks: Iterable[Task], options: Options) -> Iterator[Result]:
        """Each task with its records, as they come.

        Raises:
            CheckerError: a task's worker died again and again.
        """
        from distributed import KilledWorker, as_completed

        run = uuid4().hex  # two audits on one scheduler are apart
        rest = iter(tasks)
        waiting: dict[str, Task] = {}
        coming: Any = cast(Any, as_completed)(loop=self._client.loop)
        try:
            while True:
                while len(waiting) < max(1, sum(self._client.nthreads().values())) * _AHEAD:
                    task = next(rest, None)
                    if task is None:
                        break
                    key = f"checker-{run}-{task.number}"
                    coming.add(self._client.submit(run_task, task, options, key=key, retries=_RETRIES, pure=False))
                    waiting[key] = task
                if not waiting:
                    return
                future = next(coming)
                task = waiting.pop(future.key)
                try:
                    result = future.result()
                except KilledWorker as error:
                    raise died(task) from error
                future.release()
                yield task, result
        finally:
            self._client.close()


def checker_version() -> str:
    """The version on a worker."""
    from checker.version import __version__ as here

    return here


def _unreachable(address: str, error: Exception) -> UsageError:
    why = (str(error) or type(error).__name__).splitlines()[0]
    return UsageError(
        "no-scheduler",
        ar=f"لا مجدول ولا عمّال عند {address}: {why}",
        en=f"no scheduler with workers at {address}: {why}",
    )
