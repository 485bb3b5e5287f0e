"""What the commands share: language, named values, output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from checker.cli import declare as typer
from checker.errors import CheckerError, InputError, UsageError
from checker.model import Failure

LANGUAGES = ("ar", "en")
COLORS = ("auto", "always", "never")

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")]
Lang = Annotated[str | None, typer.Option(metavar="ar|en", help="Language; else CHECKER_LANG or the locale.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead.")]
Color = Annotated[str, typer.Option(metavar="auto|always|never", help="Colours; NO_COLOR is honoured by auto.")]
Width = Annotated[int | None, typer.Option(min=40, metavar="N", help="Columns; else the terminal's, or 80.")]


def language(wanted: str | None, configured: str | None = None) -> str:
    """The language of messages: the option, ``CHECKER_LANG``, the configuration's, that of the locale, else Arabic.

    Raises:
        UsageError: a language is asked for that there is not.
    """
    name = wanted or os.environ.get("CHECKER_LANG")
    if name:
        return one_of(name, LANGUAGES, "language", "اللغة")
    if configured:
        return configured
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    if not spoken:
        import locale

        spoken = locale.getlocale()[0]
    code = (spoken or "")[:2].lower()
    return code if code in LANGUAGES else "ar"


def language_of(words: Sequence[str]) -> str:
    """The language for an error on a command line, which may be the error itself."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        value = following if word == "--lang" else word.removeprefix("--lang=")
        if value in LANGUAGES and word.startswith("--lang"):
            return value
    try:
        return language(None)
    except CheckerError:
        return "ar"


def one_of(value: str, known: Sequence[str], what_en: str, what_ar: str) -> str:
    """The value, if it is one of those known.

    Raises:
        UsageError: it is not; the message names the nearest.
    """
    if value in known:
        return value
    from difflib import get_close_matches

    near = get_close_matches(value, known, 1)
    hint_en = f"; did you mean {near[0]}?" if near else f"; known: {', '.join(known)}"
    hint_ar = f"؛ هل تقصد {near[0]}؟" if near else f"؛ المعروف: {'، '.join(known)}"
    raise UsageError(
        "unknown-value", ar=f"{what_ar} «{value}» غير معروفة{hint_ar}", en=f'unknown {what_en} "{value}"{hint_en}'
    )


def write_out(text: str, output: Path | None) -> None:
    """Write a report to a file or to standard output, as UTF-8.

    Raises:
        UsageError: the file cannot be written.
    """
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise cannot_write(output, error) from error


def cannot_write(output: Path, error: OSError) -> UsageError:
    """The error for a file that cannot be written."""
    why = error.strerror or str(error)
    return UsageError("cannot-write", ar=f"تعذرت الكتابة إلى {output}: {why}", en=f"cannot write {output}: {why}")


def write_bytes(data: bytes, output: Path | None) -> None:
    """Write a binary report to a file or to standard output.

    Raises:
        UsageError: the file cannot be written, or a terminal would show it.
    """
    if output is None:
        if sys.stdout.isatty():
            raise UsageError("no-output", ar="هذه الصيغة تحتاج إلى ‎--output", en="this format needs --output")
        sys.stdout.buffer.write(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise cannot_write(output, error) from error


def spare_inputs(output: Path | None, inputs: Iterable[str | InputError]) -> None:
    """Refuse to write a report over one of the articles it is about.

    Raises:
        UsageError: the output is one of the inputs.
    """
    if output is None or not output.exists():
        return
    for name in inputs:
        if isinstance(name, str) and name != "-" and Path(name).exists() and output.samefile(name):
            raise UsageError(
                "output-is-input",
                ar=f"الملف {output} من المدخلات ولن يُكتب فوقه",
                en=f"{output} is one of the inputs and is not overwritten",
            )


def complain(error: CheckerError | Failure, lang: str) -> None:
    """One line on standard error."""
    from checker.reporting.inert import clean

    word, text = ("خطأ", error.ar) if lang == "ar" else ("error", error.en)
    print(f"checker: {word}: {clean(text)}", file=sys.stderr)  # noqa: T201
