"""``checker rules`` and ``checker explain``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from checker.cli.common import language


def rules(
    lang: Annotated[str | None, typer.Option(help="Language of messages: ar or en.")] = None,
) -> None:
    """List the rules: id, severity, name, and what each looks for."""
    spoken = language(lang)
    from checker.consistency import load_rules

    _utf8()
    for rule in load_rules().rules.values():
        first = rule.rationale[spoken].replace("\n", " ")
        typer.echo(f"{rule.id}  {rule.severity.value:<8} {rule.name:<24} {first}")


def explain(
    rule_id: Annotated[str, typer.Argument(metavar="RULE", help="An id or a name: CF202, parts-do-not-add-up.")],
    lang: Annotated[str | None, typer.Option(help="Language of messages: ar or en.")] = None,
) -> None:
    """Explain a rule: why it matters, what it says, and examples."""
    spoken = language(lang)
    from checker.consistency import load_rules

    rule = load_rules().get(rule_id)
    words = {
        "ar": ("الرسالة", "يُطلق على", "لا يُطلق على", "انظر"),
        "en": ("Message", "Fires on", "Silent on", "Look at"),
    }[spoken]
    _utf8()
    typer.echo(f"{rule.id} {rule.name} ({rule.severity.value})\n\n{rule.rationale[spoken]}\n")
    typer.echo(f"{words[3]}: {rule.look[spoken]}\n\n{words[0]}: {rule.message[spoken]}")
    for also in rule.also.values():
        typer.echo(f"{words[0]} ({also.severity.value}): {also.message[spoken]}")
    for title, examples in ((words[1], rule.fires), (words[2], rule.silent)):
        typer.echo(f"\n{title}:")
        for example in examples:
            text = f"{example.title}\n\n{example.text}" if example.title else example.text
            typer.echo("  - " + text.replace("\n", "\n    "))


def _utf8() -> None:
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
