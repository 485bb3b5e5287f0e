"""How a command ends: its exit status, and every error on one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TextIO, cast

from checker.cli.common import complain, language_of
from checker.errors import CheckerError

#: What shells report for a program that Ctrl-C or a closed pipe has ended.
INTERRUPTED, PIPE_CLOSED = 130, 141


def ended(run: Callable[[], object], words: Sequence[str]) -> int:
    """The exit status of a run; its errors are said on standard error, never with a traceback.

    ``CHECKER_DEBUG=1`` shows that of an error inside the checker.
    """
    for stream in (sys.stdout, sys.stderr):
        _utf8(stream)
    try:
        status = run()
        sys.stdout.flush()
    except CheckerError as error:
        complain(error, language_of(words))
        return error.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except Exception as error:
        if os.environ.get("CHECKER_DEBUG"):
            raise
        complain(_internal(error), language_of(words))
        return CheckerError.exit_status
    return status if isinstance(status, int) else 0


def _utf8(stream: TextIO | None) -> None:
    """Arabic must come out whole in any locale."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


def _drop_output() -> None:
    """Let nothing more be written at the end of the process, when the pipe is closed already."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), cast(TextIO, sys.stdout).fileno())


def _internal(error: Exception) -> CheckerError:
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    return CheckerError(
        "internal",
        ar=f"خطأ داخلي في البرنامج ({what})؛ أعد التشغيل مع CHECKER_DEBUG=1 وأرسل الناتج إلى المطوّرين",
        en=f"internal error ({what}); run again with CHECKER_DEBUG=1 and report what it prints",
    )
