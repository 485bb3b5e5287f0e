"""The configuration of a run, and the options that choose it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from checker.cli import declare as typer

if TYPE_CHECKING:
    from checker.config import Configuration

ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="The configuration; else checker.toml or pyproject.toml upwards."),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Heed no configuration file.")]
#: What the command line's own values are called among the origins of settings.
COMMAND_LINE = "command line"


def configured(config: Path | None, isolated: bool) -> Configuration:
    """The configuration that the options or the folder ask for.

    Raises:
        ConfigurationError: it is not as it must be.
    """
    from checker.config import find, load

    return load(None if isolated else config or find(Path.cwd()))


def names(values: Sequence[str] | None) -> tuple[str, ...] | None:
    """Names given as several options or with commas; None where there are none."""
    found = tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())
    return found or None
