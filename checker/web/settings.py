"""What a server is started with."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

MEBIBYTE = 1024 * 1024
#: Names by which a computer calls itself.
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a server takes on.

    A body over ``body`` bytes is refused (413); an answer that is not there
    after ``seconds`` is given up and its work ended (503), a request that stops
    arriving for ``stall`` seconds too (408). ``waiting`` requests may queue
    for a worker (503 beyond), ``per_client`` be under way for one address
    (429 beyond, 0 for no limit). A worker that has grown beyond ``memory``
    bytes is replaced, and none may grow beyond four times that. ``cache``
    bytes of answers are kept.
    """

    body: int = 10 * MEBIBYTE
    seconds: float = 15.0
    stall: float = 10.0
    waiting: int = 256
    per_client: int = 128
    workers: int = field(default_factory=lambda: max(1, os.cpu_count() or 1))
    memory: int = 512 * MEBIBYTE
    cache: int = 32 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """Where a server listens, to whom, and within which limits.

    ``hosts`` are the names that a request's ``Host`` may bear; none means
    any. Without them a page on the internet could have its own name point
    here and read the answers.
    """

    limits: Limits = field(default_factory=Limits)
    token: str | None = None
    hosts: frozenset[str] = frozenset(LOOPBACK)
