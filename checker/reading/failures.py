"""The sentences for inputs that cannot be read, in both languages."""

from __future__ import annotations

import os
import re
from pathlib import Path

from checker.errors import InputError

_EXPECTED_AR = "المتوقع ملف نصي بترميز UTF-8 أو UTF-16 (بعلامة BOM) أو Windows-1256 أو ISO-8859-6"
_EXPECTED_EN = "expected a text file in UTF-8, UTF-16 (with a BOM), Windows-1256 or ISO-8859-6"

#: Code of the error, then the Arabic and the English sentence that follow the name of the input.
_SENTENCES = {
    "not-found": ("لا يوجد ملف بهذا الاسم", "no such file"),
    "is-unreadable": ("تتعذر قراءته ({why})", "it cannot be read ({why})"),
    "no-article": (
        "لا مقال في المجلد؛ المتوقع ملف واحد على الأقل من ‎.txt و‎.md و‎.docx و‎.html و‎.pdf و‎.jsonl",
        "no article in the folder; expected at least one .txt, .md, .docx, .html, .pdf or .jsonl file",
    ),
    "binary": ("ملف ثنائي ({why})؛ " + _EXPECTED_AR, "a binary file ({why}); " + _EXPECTED_EN),
    "undecodable": ("ترميز النص غير معروف؛ " + _EXPECTED_AR, "unknown text encoding; " + _EXPECTED_EN),
    "empty": ("لا نص فيه؛ المتوقع مقال", "it holds no text; expected an article"),
    "needs-extra": (
        "قراءة هذه الصيغة تحتاج إلى إضافة غير مثبّتة؛ ثبّتها بالأمر pip install 'checker[{extra}]'",
        "this format needs an extra that is not installed; run pip install 'checker[{extra}]'",
    ),
    "password": (
        "محمي بكلمة مرور؛ أزل الحماية في وورد ثم أعد المحاولة",
        "it is protected by a password; remove the protection in Word and try again",
    ),
    "old-word": (
        "ملف وورد قديم (‎.doc) أو ملف أوفيس آخر؛ المتوقع ‎.docx: احفظه في وورد بهذه الصيغة",
        "an old Word file (.doc) or another Office file; expected .docx: save it as that in Word",
    ),
    "broken-package": (
        "ملف تالف أو ناقص ({why})؛ المتوقع ملف وورد ‎.docx سليم",
        "a damaged or incomplete file ({why}); expected an intact Word file (.docx)",
    ),
    "not-word": (
        "ملف مضغوط لا مستند وورد فيه؛ المتوقع ‎.docx",
        "a zip file without a Word document in it; expected .docx",
    ),
    "expands-too-far": (
        "ينفك الجزء {part} إلى أكثر من {limit}، وهو الحد الأقصى؛ لم يُقرأ الملف",
        "its part {part} unpacks to more than {limit}, the limit; the file was not read",
    ),
    "unsafe-markup": (
        "في الجزء {part} تعريف DOCTYPE، ولا مكان له في ملف وورد وقد يستدعي ملفات أخرى؛ لم يُقرأ الملف",
        "its part {part} has a DOCTYPE, which no Word file has and which may call in other files; it was not read",
    ),
    "changed": (
        "تغيّر الملف أثناء الفحص؛ أعد المحاولة",
        "it changed while it was checked; try again",
    ),
    "broken-markup": (
        "الجزء {part} ليس XML سليمًا ({why})",
        "its part {part} is not well-formed XML ({why})",
    ),
    "password-pdf": (
        "محمي بكلمة مرور؛ احفظ نسخة بلا حماية ثم أعد المحاولة",
        "it is protected by a password; save a copy without one and try again",
    ),
    "broken-pdf": (
        "ملف PDF تالف أو ناقص ({why})",
        "a damaged or incomplete PDF ({why})",
    ),
    "too-many-pages": (
        "فيه أكثر من {limit} صفحة؛ قسّمه إلى ملفات أصغر",
        "it has more than {limit} pages; split it into smaller files",
    ),
    "no-text": (
        "لا نص في صفحاته ({pages})، بل صور ممسوحة؛ حوّلها إلى نص (OCR) أو استعمل الأصل",
        "no text on its {pages} page(s), which are scanned pictures; turn them into text (OCR) or use the original",
    ),
    "no-meaning": (
        "لا يذكر الملف معاني رموزه، فلا يمكن قراءتها؛ استعمل الأصل",
        "the file does not say what its glyphs stand for, so they cannot be read; use the original",
    ),
    "no-article-on-page": (
        "لا مقال في هذه الصفحة، بل قوائم وروابط أو لا شيء؛ المتوقع صفحة خبر محفوظة",
        "no article on this page, only menus and links or nothing; expected a saved news page",
    ),
    "broken-json": (
        "ليس JSON سليمًا عند السطر {line} والعمود {column} ({why})",
        "not valid JSON at line {line}, column {column} ({why})",
    ),
    "no-text-field": (
        "لا حقل نصيًا باسم {wanted} في السجل؛ فيه: {found}؛ سمِّ الحقل بالخيار ‎--text-field",
        "no text field named {wanted} in the record, which has: {found}; name it with --text-field",
    ),
    "no-records": (
        "لا مقالات فيه؛ المتوقع سجل له حقل نصي أو قائمة سجلات",
        "no articles in it; expected a record with a text field, or a list of records",
    ),
    "too-large": (
        "حجمه يتجاوز {limit} ميغابايت، وهو الحد الأقصى للملف الواحد؛ قسّمه إلى ملفات أصغر",
        "it is over {limit} MB, the limit for one file; split it into smaller files",
    ),
    "too-many-figures": (
        "فيه أكثر من {limit} رقم للضحايا، وهو أكثر مما في مقال واحد؛ قسّمه إلى مقالات",
        "it holds over {limit} casualty figures, more than one article does; split it into articles",
    ),
}

_CONTROLS = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"


def failure(path: str | Path, code: str, **values: object) -> InputError:
    """The error for one input; ``values`` fill the gaps of its sentences."""
    name = printable(path)
    ar, en = _SENTENCES[code]
    shown_ar, shown_en = ("المدخل القياسي", "standard input") if name == "-" else (name, name)
    ar, en = ar.format(**values), en.format(**values)
    return InputError(name, code, ar=f"{shown_ar}: {ar}", en=f"{shown_en}: {en}")


def printable(path: str | Path) -> str:
    """A path on one line and without bytes that no output could encode."""
    name = os.fsencode(path).decode("utf-8", "replace")
    return name if name.isprintable() else re.sub(_CONTROLS, "\ufffd", name)
