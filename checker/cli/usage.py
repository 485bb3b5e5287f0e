"""What is wrong on a command line, as one sentence in Arabic and English."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

import typer

from checker.errors import UsageError

#: The base of typer's own parse errors. Some versions of typer build on click and some carry
#: a click of their own, so it is taken from a class that all of them publish.
ParseError: type[Exception] = typer.BadParameter.__bases__[0]

_ARABIC = {
    "NoSuchOption": "لا يوجد خيار باسم {option}",
    "MissingParameter": "ينقص {param}",
    "BadParameter": "قيمة غير صالحة عند {param} ({english})",
    "BadOptionUsage": "الخيار {option} يحتاج إلى قيمة",
}
_OTHERWISE = "سطر الأوامر غير صحيح ({english})"
_NO_COMMAND = re.compile(r"No such command ['\"](.*?)['\"]")


def usage_error(error: Any) -> UsageError:
    """The error of the command-line parser as one of ours, with the nearest name or where to look."""
    if missing := _NO_COMMAND.match(error.message or ""):
        name = missing[1]
        known = list(error.ctx.command.commands)
        arabic, english = f"لا يوجد أمر باسم «{name}»", f'no command "{name}"'
        near = get_close_matches(name, known, 1)
    elif (error.message or "").startswith("Missing command"):
        listed = ", ".join(error.ctx.command.commands)
        near, arabic, english = [], f"ينقص الأمر: {listed}", f"a command is missing: {listed}"
    else:
        near = list(getattr(error, "possibilities", None) or ())[:1]
        english = " ".join((error.message if near else error.format_message()).split()).rstrip(".")
        arabic = _ARABIC.get(type(error).__name__, _OTHERWISE).format(
            english=error.message or english,
            option=getattr(error, "option_name", ""),
            param=_name(getattr(error, "param", None)),
        )
    if near:
        hint_ar, hint_en = f"؛ هل تقصد {near[0]}؟", f"; did you mean {near[0]}?"
    else:
        command = error.ctx.command_path if getattr(error, "ctx", None) else "checker"
        hint_ar, hint_en = f"؛ جرّب {command} --help", f"; try {command} --help"
    return UsageError("command-line", ar=arabic + hint_ar, en=english + hint_en)


def _name(param: Any) -> str:
    """An option as it is typed, an argument as the help names it."""
    if param is None:
        return ""
    name = str(param.opts[0])
    return name if name.startswith("-") else str(param.metavar or name).rstrip(".")
