"""``checker rules`` and ``checker explain``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.common import Lang, Width, language, one_of, write_out
from checker.cli.configured import ConfigFile, Isolated, configured

if TYPE_CHECKING:
    from checker.consistency import Rule

FORMATS = ("table", "json")


def rules(
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="table|json", help="For people or for programs.")
    ] = "table",
    config: ConfigFile = None,
    isolated: Isolated = False,
    lang: Lang = None,
    width: Width = None,
) -> None:
    """List the rules: id, severity, name, and what each looks for."""
    kind = one_of(format_, FORMATS, "format", "الصيغة")
    chosen = configured(config, isolated)
    spoken = language(lang, chosen.language)
    from checker.pipeline import rules_for

    known = rules_for(chosen.run()).rules.values()
    if kind == "json":
        listed = [_listed(rule) for rule in known]
        write_out(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", None)
        return
    from checker.reporting.canvas import Canvas
    from checker.reporting.messages import say
    from checker.reporting.screen import screen

    canvas = Canvas(screen(width=width))
    for rule in known:
        canvas.write(f"{rule.id}  {say(spoken, rule.severity.value)}  {rule.name}", style="bold")
        canvas.write(" ".join(rule.rationale[spoken].split()), indent="  ")


def _listed(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": rule.name,
        "severity": rule.severity.value,
        "rationale": dict(rule.rationale),
        "message": dict(rule.message),
    }


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="An id or a name: CF202, parts-do-not-add-up.")],
    config: ConfigFile = None,
    isolated: Isolated = False,
    lang: Lang = None,
    width: Width = None,
) -> None:
    """Explain a rule: why it matters, what it says, and examples.

    \b
    checker explain CF202
    checker explain headline-and-body --lang en
    """
    configuration = configured(config, isolated)
    spoken = language(lang, configuration.language)
    from checker.pipeline import rules_for
    from checker.reporting.canvas import Canvas
    from checker.reporting.messages import say
    from checker.reporting.screen import screen

    chosen = rules_for(configuration.run()).get(rule)
    canvas = Canvas(screen(width=width))
    canvas.write(f"{chosen.id}  {say(spoken, chosen.severity.value)}  {chosen.name}", style="bold")
    canvas.write()
    canvas.write(" ".join(chosen.rationale[spoken].split()))
    canvas.write()
    canvas.write(say(spoken, "look", text=chosen.look[spoken]))
    canvas.write()
    canvas.write(say(spoken, "rule_message", text=chosen.message[spoken]))
    for also in chosen.also.values():
        severity = say(spoken, also.severity.value)
        canvas.write(say(spoken, "rule_variant", severity=severity, text=also.message[spoken]))
    for key, examples in (("rule_fires", chosen.fires), ("rule_silent", chosen.silent)):
        canvas.write()
        canvas.write(say(spoken, key))
        for example in examples:
            paragraphs = [example.title or "", *example.text.splitlines()]
            before = "  - "
            for paragraph in filter(None, map(str.strip, paragraphs)):
                canvas.write(paragraph, indent=before, hang="    ")
                before = "    "
