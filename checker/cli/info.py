"""``checker info``."""

from __future__ import annotations

import platform
import sys
from typing import Annotated

import typer

from checker.cli.common import language


def info(
    lang: Annotated[str | None, typer.Option(help="Language of messages: ar or en.")] = None,
) -> None:
    """Say what is installed: versions, rules, words, and camel-tools' morphology data."""
    language(lang)
    from checker import __version__
    from checker.arabic.lexicon import default_lexicon
    from checker.arabic.morphology import status
    from checker.consistency import load_rules
    from checker.resources import rules_root

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    morphology = status()
    typer.echo(f"checker     {__version__}")
    typer.echo(f"python      {platform.python_version()}")
    typer.echo(f"rules       {len(load_rules().ids)} in {rules_root()}")
    typer.echo(f"lexicon     {len(default_lexicon().forms)} written forms")
    typer.echo(f"morphology  {'installed: ' + str(morphology.database) if morphology.available else 'not installed'}")
    if morphology.detail:
        typer.echo(f"            {morphology.detail}")
    if not morphology.available:
        typer.echo(f"            {morphology.how_to_install}")
