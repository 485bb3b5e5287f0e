"""``checker config``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli.common import Lang, Width, language, one_of, write_out
from checker.cli.configured import ConfigFile, Isolated, configured

if TYPE_CHECKING:
    from checker.config import Setting

FORMATS = ("table", "json")


def config(
    path: Annotated[str | None, typer.Argument(metavar="[PATH]", help="A draft: what counts for it.")] = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="table|json", help="For people or for programs.")
    ] = "table",
    file: ConfigFile = None,
    isolated: Isolated = False,
    lang: Lang = None,
    width: Width = None,
) -> None:
    """Show the settings that count, and where each comes from.

    \b
    checker config                    the run as a whole
    checker config drafts/x.txt       one draft, with what is set for its path
    checker config --format json

    Settings are read from checker.toml, or from [tool.checker] in
    pyproject.toml, of this folder or the nearest above it.
    """
    kind = one_of(format_, FORMATS, "format", "الصيغة")
    chosen = configured(file, isolated)
    spoken = language(lang, chosen.language)
    named = os.environ.get("CHECKER_LANG")
    origin = "CHECKER_LANG" if named else None if chosen.language else "locale"
    settings = (chosen.with_layer(origin, language=language(None)) if origin else chosen).effective(path)
    if kind == "json":
        listed = [{"key": s.key, "value": _plain(s), "from": s.origin} for s in settings]
        told = {"file": str(chosen.file) if chosen.file else None, "settings": listed}
        write_out(json.dumps(told, ensure_ascii=False, indent=1) + "\n", None)
        return
    from checker.reporting.canvas import Canvas
    from checker.reporting.messages import say
    from checker.reporting.screen import screen

    canvas = Canvas(screen(width=width))
    canvas.write(say(spoken, "config_file", path=chosen.file) if chosen.file else say(spoken, "config_none"))
    wide = max(len(setting.key) for setting in settings)
    for setting in settings:
        value = json.dumps(_plain(setting), ensure_ascii=False)
        canvas.write(f"{setting.key:<{wide}}  {value}  ({_origin(setting, spoken)})", hang=" " * (wide + 2))


def _plain(setting: Setting) -> object:
    value = setting.value
    if isinstance(value, (tuple, list)):
        return [str(item) for item in value]
    return str(value) if isinstance(value, Path) else value


def _origin(setting: Setting, lang: str) -> str:
    from checker.config.effective import SHIPPED
    from checker.reporting.messages import say

    return say(lang, "config_shipped") if setting.origin == SHIPPED else setting.origin
