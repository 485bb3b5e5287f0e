"""The ``checker`` command: its sub-commands, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from checker.cli import (
    audit,
    baseline,
    check,
    compare,
    config,
    evaluate,
    explain,
    extract,
    info,
    lsp,
    schema,
    serve,
    watch,
)
from checker.cli.declare import for_typer
from checker.cli.ending import INTERRUPTED
from checker.cli.usage import ParseError, usage_error
from checker.errors import CheckerError


class App(typer.Typer):
    """Commands whose options are declared with :mod:`checker.cli.declare`."""

    def command(self, *arguments: Any, **named: Any) -> Callable[[Any], Any]:
        """As typer's own."""
        register = super().command(*arguments, **named)
        return lambda function: register(for_typer(function))


app = App(
    name="checker",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check.check)
app.command("compare")(compare.compare)
app.command("audit")(audit.audit)
app.command("extract")(extract.extract)
app.command("rules")(explain.rules)
app.command("explain")(explain.explain)
app.command("evaluate")(evaluate.evaluate)
app.command("config")(config.config)
for known in baseline.baseline.registered_commands:
    known.callback = for_typer(known.callback) if known.callback else None
app.add_typer(baseline.baseline)
app.command("watch")(watch.watch)
app.command("info")(info.info)
app.command("schema")(schema.schema)
app.command("lsp")(lsp.lsp)
app.command("serve")(serve.serve)


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
    checker audit archive/ --out reports/a   audit an archive
    checker explain CF202                    what a rule looks for
    checker serve                            a web page and an API
    checker check --help                     all options, with examples
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(CheckerError.exit_status)


def run(words: Sequence[str]) -> int:
    """Run the command that the words ask for and give its exit status.

    Raises:
        CheckerError: of the command, or for words that are no command line.
    """
    try:
        status = app(args=list(words), prog_name="checker", standalone_mode=False)
    except typer.Exit as leave:
        return leave.exit_code
    except ParseError as error:
        raise usage_error(error) from error
    except typer.Abort:
        return INTERRUPTED
    return status if isinstance(status, int) else 0
