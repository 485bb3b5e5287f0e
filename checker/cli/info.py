"""``checker info``."""

from __future__ import annotations

import platform

import typer

from checker.cli.common import Lang, language


def info(lang: Lang = None) -> None:
    """Say what is installed: versions, rules, words, and camel-tools' morphology data."""
    spoken = language(lang)
    from checker import __version__
    from checker.arabic.lexicon import default_lexicon
    from checker.arabic.morphology import status
    from checker.consistency import load_rules
    from checker.reporting.messages import say
    from checker.resources import rules_root
    from checker.version import is_native

    morphology = status()
    state = say(spoken, "installed", name=morphology.database) if morphology.available else say(spoken, "not_installed")
    rows = {
        "version": __version__,
        "python": platform.python_version(),
        "core": say(spoken, "core_native" if is_native() else "core_python"),
        "rules": say(spoken, "rules_where", count=len(load_rules().ids), folder=rules_root()),
        "lexicon": say(spoken, "lexicon_size", count=len(default_lexicon().forms)),
        "morphology": state,
    }
    for key, value in rows.items():
        typer.echo(f"{say(spoken, key):<12}{value}")
    detail = morphology.detail_ar if spoken == "ar" else morphology.detail
    for line in (detail, "" if morphology.available else morphology.how_to_install):
        if line:
            typer.echo(" " * 12 + line)
