"""The way into the command line, short for a plain ``checker check``.

Reading a command line with typer takes longer than checking an article. So
``checker check`` with paths and the few options below is read here; whatever
else there is, help and errors included, is typer's.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

from checker.cli.ending import INTERRUPTED, ended

#: Options with a value that are passed on as they are, and switches.
_VALUES = {"--format": "format_", "-f": "format_", "--lang": "lang", "--fail-on": "fail_on", "--color": "color"}
_SWITCHES = {"--verbose": "verbose", "-v": "verbose", "--visual": "visual"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command on the given arguments or those of the process.

    Every error is one line on standard error and an exit status, never a
    traceback; ``CHECKER_DEBUG=1`` shows that of an error inside the checker.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = plain_check(words)
    gc.disable()  # what is loaded stays: to look for garbage in it takes a tenth of the time
    try:
        if options is None:
            from checker.cli.app import run
        else:
            import checker.pipeline  # noqa: F401
            from checker.cli.check import check
    finally:
        gc.freeze()
        gc.enable()
    status = ended((lambda: run(words)) if options is None else (lambda: check(**options)), words)
    if arguments is None and (options is not None or status == INTERRUPTED):
        # All is written; to take the interpreter down piece by piece takes as long as the check itself, and after
        # Ctrl-C it would wait for what other threads and processes are about.
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def plain_check(words: Sequence[str]) -> dict[str, Any] | None:
    """The arguments of the check that the words plainly ask for; None leaves them to typer."""
    if not words or words[0] != "check":
        return None
    options: dict[str, Any] = {}
    paths: list[str] = []
    rest = iter(words[1:])
    for word in rest:
        name, equals, value = word.partition("=")
        if name in _VALUES:
            if not equals:
                value = next(rest, "")
            if not value or value.startswith("-") or (equals and not name.startswith("--")):
                return None
            options[_VALUES[name]] = value
        elif word in _SWITCHES:
            options[_SWITCHES[word]] = True
        elif word.startswith("-") and word != "-":
            return None
        else:
            paths.append(word)
    return {"paths": paths, **options} if paths else None
