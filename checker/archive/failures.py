"""The sentences for archives and articles that cannot be read, in both languages."""

from __future__ import annotations

from checker.archive.model import Unread
from checker.errors import InputError, UsageError
from checker.reading.failures import printable

#: Code, then the Arabic and the English sentence; ``{…}`` are filled in.
_SENTENCES = {
    "not-found": ("لا يوجد ملف أو مجلد بهذا الاسم", "no such file or folder"),
    "unreadable": ("تتعذر قراءته ({why})", "it cannot be read ({why})"),
    "no-articles": (
        "لا مقال فيه؛ المتوقع ملفات نصية أو jsonl أو csv أو parquet",
        "no article in it; expected text, jsonl, csv or parquet files",
    ),
    "unknown-kind": (
        "نوع الملف غير معروف؛ المتوقع مجلد أو ‎.jsonl أو ‎.jsonl.gz أو ‎.jsonl.zst أو ‎.csv أو ‎.parquet",
        "unknown kind of file; expected a folder, .jsonl, .jsonl.gz, .jsonl.zst, .csv or .parquet",
    ),
    "no-column": (
        "لا عمود باسم «{column}» (‎{option}‎)؛ الأعمدة: {columns}",
        'no column "{column}" ({option}); the columns are: {columns}',
    ),
    "no-text-column": (
        "لا عمود باسم «{column}» فيه، فلم يُقرأ منه شيء؛ أعمدته: {columns}",
        'it has no column "{column}", so nothing of it was read; its columns are: {columns}',
    ),
    "empty": ("لا مقال فيه: الملف فارغ أو لا كائن JSON فيه", "no article in it: it is empty, or holds no JSON object"),
    "cut-short": (
        "الملف مقطوع أو تالف بعد {count} من المقالات ({why})؛ فُحص ما قبل ذلك",
        "the file is cut short or damaged after {count} articles ({why}); what stands before was checked",
    ),
    "damaged-part": (
        "الملف تالف من المقال {first} إلى {last} ({why})؛ فُحص ما قبلها وما بعدها",
        "the file is damaged in articles {first} to {last} ({why}); what stands before and behind was checked",
    ),
    "broken-file": ("الملف مقطوع أو تالف ({why})", "the file is cut short or damaged ({why})"),
    "not-json": ("ليس كائن JSON: {why}", "not a JSON object: {why}"),
    "no-text": ("لا نص فيه: العمود «{column}» فارغ أو غائب", 'no text: the column "{column}" is empty or missing'),
    "not-text": ("العمود «{column}» ليس نصا بل {found}", 'the column "{column}" holds no text but {found}'),
    "mixed-encoding": (
        "فيه بايتات ليست UTF-8 (أولها {why})؛ يبدو أن الملف خليط من ترميزين",
        "it holds bytes that are not UTF-8 (the first is {why}): the file seems to mix encodings",
    ),
    "too-few-cells": ("عدد خلاياه {found} والمتوقع {expected}", "it has {found} cells, expected {expected}"),
    "duplicate-id": (
        "المعرّف «{id}» سبق عند {first}؛ حُسب الأول وحده",
        'the id "{id}" was met before at {first}; only that one counts',
    ),
    "internal": ("تعذر فحصه: {why}", "it could not be checked: {why}"),
}  # fmt: skip


def unread(place: str, name: str, code: str, **values: object) -> Unread:
    """An article that could not be read; ``values`` fill the gaps of its sentence."""
    ar, en = _SENTENCES[code]
    values = {key: printable(str(value)) for key, value in values.items()}
    return Unread(printable(place), name, code, ar.format(**values), en.format(**values))


def refused(source: str, code: str, **values: object) -> InputError:
    """The error for a source that cannot be audited at all."""
    found = unread(source, "", code, **values)
    return InputError(found.place, code, ar=f"{found.place}: {found.ar}", en=f"{found.place}: {found.en}")


def no_extra(extra: str, package: str) -> UsageError:
    """The error for a library that was not installed."""
    how = f"pip install 'checker[{extra}]'"
    return UsageError(
        "no-extra",
        ar=f"هذا يحتاج إلى {package}، وهي غير مثبتة: {how}",
        en=f"this needs {package}, which is not installed: {how}",
    )
