"""Running the application: the socket, slow clients, and an end that finishes what was taken."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from checker.errors import UsageError
from checker.web.app import create_app
from checker.web.logs import log
from checker.web.settings import ServeSettings

#: Seconds that a connection may idle between two requests.
_IDLE = 15
#: Seconds beyond the time limit of a request that a server waits for its answers when it is told to stop.
_FAREWELL = 5
_BACKLOG = 1024


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 is any free one.

    Raises:
        UsageError: it cannot be had.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        why = error.strerror or str(error)
        hint_ar, hint_en = "", ""
        if error.errno == errno.EADDRINUSE:
            hint_ar, hint_en = "؛ اختر منفذًا آخر بالخيار ‎--port", "; choose another with --port"
        raise UsageError(
            "cannot-listen",
            ar=f"تعذر الاستماع على {host}:{port}: {why}{hint_ar}",
            en=f"cannot listen on {host}:{port}: {why}{hint_en}",
        ) from error
    except OverflowError as error:
        raise UsageError("cannot-listen", ar=f"لا منفذ بالرقم {port}", en=f"there is no port {port}") from error


def serve(settings: ServeSettings, listening: socket.socket, ready: Callable[[], None]) -> bool:
    """Serve until SIGINT or SIGTERM; ``ready`` is called when requests are answered.

    Returns whether the server started: what kept it from that is in the log.
    """
    config = uvicorn.Config(
        create_app(settings),
        http=_patient(settings.limits.stall),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=int(settings.limits.seconds) + _FAREWELL,
        backlog=_BACKLOG,
    )
    server = _Server(config, ready)
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    return server.started


class _Server(uvicorn.Server):
    """Says when it is ready; a signal ends it without being raised again, so that the exit status is 0."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            log("info", "started")
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        log("info", "stopping", under_way=len(self.server_state.tasks))
        await super().shutdown(sockets)
        log("info", "stopped")

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        signals = [signal.SIGINT, signal.SIGTERM]
        if sys.platform == "win32":
            signals.append(signal.SIGBREAK)
        before = {number: signal.signal(number, self.handle_exit) for number in signals}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _patient(seconds: float) -> type[HttpToolsProtocol]:
    """uvicorn's protocol that waits so long for the head of a request."""
    return type("_Patient", (PatientProtocol,), {"head_seconds": seconds})


class PatientProtocol(HttpToolsProtocol):
    """uvicorn's protocol, but not patient without end with a client that stalls in the head of a request."""

    head_seconds = 10.0

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._await_head()

    def on_message_begin(self) -> None:
        """Begin to wait for the rest of a request's head."""
        super().on_message_begin()
        self._await_head()

    def on_headers_complete(self) -> None:
        """The head is here."""
        self._stop_waiting()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(self.head_seconds, self._give_up)

    def _stop_waiting(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _give_up(self) -> None:
        self._head_timer = None
        if not self.transport.is_closing():
            self.transport.write(b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            self.transport.close()
