"""A worker process: takes jobs on standard input, answers on standard output, ends when the input does."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from typing import BinaryIO

from checker.web.frames import Frame, pack, read_frame
from checker.web.jobs import Job, perform


def main() -> None:
    """Serve jobs until standard input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--memory", type=int, default=0, help="the most bytes that the process may map")
    _limit_memory(parser.parse_args().memory)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with _private_output() as output:
        perform(Job("check"), "قتل شخصان وأصيب 3.".encode())  # words and rules are loaded before the first job
        _send(output, Frame({"ready": True, "memory": resident()}))
        while (frame := read_frame(sys.stdin.buffer)) is not None:
            begin = time.perf_counter()
            answer = perform(Job(**frame.head), frame.body)
            head = {**answer.head, "seconds": time.perf_counter() - begin, "memory": resident()}
            _send(output, Frame(head, answer.body))


def _private_output() -> BinaryIO:
    """The real standard output; whatever a library prints goes to standard error."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output


def _send(output: BinaryIO, frame: Frame) -> None:
    output.write(pack(frame))
    output.flush()


def _limit_memory(most: int) -> None:
    """Let an allocation beyond the limit fail rather than the computer; where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    if most:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def resident() -> int:
    """The memory that this process holds now, in bytes; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - no path of a user
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


if __name__ == "__main__":
    main()
