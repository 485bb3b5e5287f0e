"""Every error that a user can meet, with its exit status and its words.

::

    CheckerError                 exit status 2
    ├── InputError               an input that cannot be read; the others still are
    ├── RuleFileError            a file under ``rules/`` that is not as it must be
    ├── ConfigurationError       a setting that is unknown or not as it must be
    ├── MissingExtraError        a part of the installation that an option needs
    └── UsageError               an unknown rule, format or option value

Messages come in Arabic and English; ``str(error)`` is the English one.
"""

from __future__ import annotations

from typing import ClassVar


class CheckerError(Exception):
    """Base of all errors that are reported to the user without a traceback."""

    exit_status: ClassVar[int] = 2

    def __init__(self, code: str, *, ar: str, en: str) -> None:
        super().__init__(en)
        self.code = code
        self.ar = ar
        self.en = en

    def message(self, lang: str) -> str:
        """The sentence for the reader, in ``ar`` or ``en``."""
        return self.ar if lang == "ar" else self.en


class InputError(CheckerError):
    """One input that could not be read or decoded."""

    def __init__(self, path: str, code: str, *, ar: str, en: str) -> None:
        super().__init__(code, ar=ar, en=en)
        self.path = path


class RuleFileError(CheckerError):
    """A rule or lexicon file with a wrong or missing key.

    The message names the file, the key, and what was expected.
    """

    def __init__(self, file: str, key: str, expected: str, found: str = "") -> None:
        tail_en = f", found {found}" if found else ""
        tail_ar = f"، ووُجد {found}" if found else ""
        super().__init__(
            "rule-file",
            ar=f"ملف القواعد {file}: المفتاح {key}: المتوقع {expected}{tail_ar}",
            en=f"rule file {file}: key {key}: expected {expected}{tail_en}",
        )
        self.file = file
        self.key = key


class UsageError(CheckerError):
    """A value on the command line that the checker does not know."""


class ConfigurationError(CheckerError):
    """A setting in ``checker.toml`` or ``pyproject.toml`` that is unknown or not as it must be.

    The message names the file, the key, and what was expected.
    """

    def __init__(self, file: str, key: str, *, ar: str, en: str, found: str = "") -> None:
        tail_en = f", found {found}" if found else ""
        tail_ar = f"، ووُجد {found}" if found else ""
        super().__init__(
            "configuration",
            ar=f"الإعدادات {file}: المفتاح {key}: المتوقع {ar}{tail_ar}",
            en=f"configuration {file}: key {key}: expected {en}{tail_en}",
        )
        self.file = file
        self.key = key


class MissingExtraError(CheckerError):
    """A library that an option needs and that comes with an extra of the installation."""


def missing_extra(extra: str, library: str) -> MissingExtraError:
    """The error for a library that is not there, which says how to install it."""
    how = f"pip install 'checker[{extra}]'"
    return MissingExtraError(
        "missing-extra",
        ar=f"المكتبة {library} غير مثبّتة؛ ثبّتها بالأمر: {how}",
        en=f"{library} is not installed; {how}",
    )
