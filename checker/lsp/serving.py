"""The server on standard input and output, or for every editor that connects to a port."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

from checker.lsp.options import Options
from checker.lsp.server import build
from checker.lsp.wire import WireError, read_message
from checker.lsp.workers import Workers

#: Messages that wait to be taken; a client that sends faster has to wait as well.
_WAITING = 64
#: Editors that can be connected at once.
_CONNECTIONS = 8


async def converse(source: BinaryIO, sink: BinaryIO, options: Options) -> int:
    """Serve one editor until it leaves, and give the exit status that the protocol asks for."""
    workers = Workers()
    server = build(workers, options)
    inbox: asyncio.Queue[bytes | WireError | None] = asyncio.Queue(_WAITING)
    listener = threading.Thread(target=_listen, args=(source, asyncio.get_running_loop(), inbox), daemon=True)
    server.protocol.set_writer(_Writer(sink))
    listener.start()
    try:
        while server.protocol.exit_status is None and (message := await inbox.get()) is not None:
            server.protocol.receive(message)
    except OSError:
        pass  # the editor has gone while it was answered
    finally:
        server.session.close()
        await workers.close()
    return server.protocol.exit_status or 0


def _listen(source: BinaryIO, loop: asyncio.AbstractEventLoop, inbox: asyncio.Queue[bytes | WireError | None]) -> None:
    """Pass on the messages of a stream, in a thread of its own."""
    message: bytes | WireError | None = b""
    try:
        while message is not None:
            try:
                message = read_message(source)
            except (OSError, ValueError):
                message = None
            asyncio.run_coroutine_threadsafe(inbox.put(message), loop).result()
    except (RuntimeError, asyncio.CancelledError):
        pass  # the loop has ended


class _Writer:
    """Writes whole messages; a client that does not read them keeps only itself waiting."""

    def __init__(self, sink: BinaryIO) -> None:
        self._sink = sink

    def write(self, data: bytes) -> None:
        self._sink.write(data)
        self._sink.flush()

    def close(self) -> None:
        self._sink.close()


def serve_stdio(options: Options) -> int:
    """Serve the editor that started this process.

    Whatever else is printed goes to standard error, where it cannot break a message.
    """
    quiet()
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return asyncio.run(converse(source, sink, options))


def serve_tcp(host: str, port: int, options: Options, listening: Callable[[str, int], None]) -> None:
    """Serve every editor that connects, until the process is ended.

    Args:
        host: the address to listen at.
        port: the port; 0 takes one that is free.
        options: what each editor begins with.
        listening: called with the address once editors can connect.

    Raises:
        OSError: the address cannot be had.
    """
    quiet()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as door:
        listening(*door.getsockname()[:2])
        room = threading.Semaphore(_CONNECTIONS)
        while True:
            connection, _ = door.accept()
            if room.acquire(blocking=False):
                threading.Thread(target=_serve_one, args=(connection, options, room), daemon=True).start()
            else:
                connection.close()


def _serve_one(connection: socket.socket, options: Options, room: threading.Semaphore) -> None:
    try:
        with connection, connection.makefile("rb") as source, connection.makefile("wb") as sink:
            asyncio.run(converse(source, sink, options))
    except OSError:
        pass  # what was still to be written has no reader any more
    finally:
        room.release()


def quiet() -> None:
    """Keep what libraries log off standard error: it would hold text of drafts."""
    debug = bool(os.environ.get("CHECKER_DEBUG"))
    logging.basicConfig(stream=sys.stderr, level=logging.DEBUG if debug else logging.CRITICAL)
    logging.getLogger("pygls").setLevel(logging.WARNING if debug else logging.CRITICAL)
    logging.getLogger("asyncio").setLevel(logging.WARNING if debug else logging.CRITICAL)
