"""The ``checker`` command and its sub-commands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from checker.cli import check, explain, extract, info
from checker.cli.common import complain, language
from checker.errors import CheckerError

app = typer.Typer(
    name="checker",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Find casualty figures in Arabic news that cannot all be true.\n\n"
    "يكشف أرقام الضحايا المتعارضة في الأخبار العربية.\n\n"
    "Start with:  checker check DRAFT.txt",
)
app.command("check")(check.check)
app.command("extract")(extract.extract)
app.command("rules")(explain.rules)
app.command("explain")(explain.explain)
app.command("info")(info.info)


def _version(wanted: bool) -> None:
    if wanted:
        from checker import __version__

        typer.echo(f"checker {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command; every error is one line and an exit status, never a traceback."""
    import click

    try:
        status = app(standalone_mode=False)
    except CheckerError as error:
        complain(error, _language())
        status = error.exit_status
    except click.exceptions.Exit as leave:
        status = leave.exit_code
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        status = 130
    except BrokenPipeError:
        sys.stderr.close()
        status = 0
    sys.exit(status if isinstance(status, int) else 0)


def _language() -> str:
    """The language for an error: that of the command line if it names one."""
    arguments = sys.argv[1:]
    for k, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else None
        if argument == "--lang" and k + 1 < len(arguments):
            value = arguments[k + 1]
        if value in ("ar", "en"):
            return value
    try:
        return language(None)
    except CheckerError:
        return "ar"
