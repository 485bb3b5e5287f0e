"""The ``checker`` command: its sub-commands, and how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated, TextIO, cast

import typer

from checker.cli import baseline, check, compare, config, evaluate, explain, extract, info, schema, watch
from checker.cli.common import complain, language_of
from checker.cli.usage import ParseError, usage_error
from checker.errors import CheckerError

#: What shells report for a program that Ctrl-C or a closed pipe has ended.
_INTERRUPTED, _PIPE_CLOSED = 130, 141

app = typer.Typer(
    name="checker",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check.check)
app.command("compare")(compare.compare)
app.command("extract")(extract.extract)
app.command("rules")(explain.rules)
app.command("explain")(explain.explain)
app.command("evaluate")(evaluate.evaluate)
app.command("config")(config.config)
app.add_typer(baseline.baseline)
app.command("watch")(watch.watch)
app.command("info")(info.info)
app.command("schema")(schema.schema)


def _version(wanted: bool) -> None:
    if wanted:
        from checker import __version__

        typer.echo(f"checker {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Find casualty figures in Arabic news that cannot all be true.

    يكشف أرقام الضحايا المتعارضة في الأخبار العربية.

    \b
    checker check draft.txt                  check a draft
    checker check drafts/ --format json      check a folder, for a program to read
    checker extract draft.txt                the figures as a table
    checker explain CF202                    what a rule looks for
    checker check --help                     all options, with examples
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(CheckerError.exit_status)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command on the given arguments or those of the process.

    Every error is one line on standard error and an exit status, never a
    traceback; ``CHECKER_DEBUG=1`` shows that of an error inside the checker.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        _utf8(stream)
    sys.exit(_run(words))


def _run(words: Sequence[str]) -> int:
    try:
        status = app(args=words, prog_name="checker", standalone_mode=False)
        sys.stdout.flush()
    except CheckerError as error:
        complain(error, language_of(words))
        return error.exit_status
    except typer.Exit as leave:
        return leave.exit_code
    except ParseError as error:
        complain(usage_error(error), language_of(words))
        return CheckerError.exit_status
    except (typer.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _PIPE_CLOSED
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
