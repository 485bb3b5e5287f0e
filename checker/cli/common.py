"""What the commands share: language, options, output."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from checker.errors import CheckerError, UsageError

LANGUAGES = ("ar", "en")


def language(wanted: str | None) -> str:
    """The language of messages: the option, ``CHECKER_LANG``, the locale, else Arabic.

    Raises:
        UsageError: a language is asked for that there is not.
    """
    name = wanted or os.environ.get("CHECKER_LANG")
    if name:
        return one_of(name, LANGUAGES, "language", "اللغة")
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    code = (spoken or locale.getlocale()[0] or "")[:2].lower()
    return code if code in LANGUAGES else "ar"


def one_of(value: str, known: Sequence[str], what_en: str, what_ar: str) -> str:
    """The value, if it is one of those known.

    Raises:
        UsageError: it is not; the message names the nearest.
    """
    if value in known:
        return value
    near = get_close_matches(value, known, 1)
    names = "، ".join(known)
    hint_en = f"; did you mean {near[0]}?" if near else f"; known: {', '.join(known)}"
    hint_ar = f"؛ هل تقصد {near[0]}؟" if near else f"؛ المعروف: {names}"
    raise UsageError(
        "unknown-value", ar=f"{what_ar} «{value}» غير معروفة{hint_ar}", en=f'unknown {what_en} "{value}"{hint_en}'
    )


def split_names(values: Sequence[str] | None) -> tuple[str, ...]:
    """Names given as several options or with commas."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def write_out(text: str, output: Path | None) -> None:
    """Write a report to a file or to standard output, as UTF-8.

    Raises:
        UsageError: the file cannot be written.
    """
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise cannot_write(output, error) from error


def cannot_write(output: Path, error: OSError) -> UsageError:
    """The error for a file that cannot be written."""
    return UsageError(
        "cannot-write",
        ar=f"تعذرت الكتابة إلى {output}: {error.strerror}",
        en=f"cannot write {output}: {error.strerror}",
    )


def complain(error: CheckerError, lang: str) -> None:
    """One line on standard error."""
    word = "خطأ" if lang == "ar" else "error"
    print(f"checker: {word}: {error.message(lang)}", file=sys.stderr)  # noqa: T201
