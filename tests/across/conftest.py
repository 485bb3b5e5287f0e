"""Short invented articles of one happening, and of others that look like it."""

from __future__ import annotations

import pytest

from checker.across.texts import compare_documents
from checker.consistency import load_rules
from checker.model import Report
from checker.reading import from_text

AMBUSH = """مقتل {n} جنديا في كمين بتبسة

قتل {n} جنديا وأصيب {m} آخرون في كمين نصبه مسلحون أمس لدورية للجيش قرب مدينة تبسة شرق الجزائر.
وقال مصدر طبي إن المصابين نقلوا إلى مستشفى المدينة.
"""
BUS = """وفاة {n} ركاب في انقلاب حافلة قرب المنيا

توفي {n} ركاب وأصيب {m} آخرون إثر انقلاب حافلة على الطريق الصحراوي قرب مدينة المنيا جنوب مصر.
"""


@pytest.fixture
def ambush():
    return lambda n, m=6: AMBUSH.format(n=n, m=m)


@pytest.fixture
def bus():
    return lambda n, m=29: BUS.format(n=n, m=m)


@pytest.fixture(scope="session")
def compare():
    """Compares texts; the first is of the first of May, and so on."""
    rules = load_rules()

    def run(*texts: str) -> Report:
        documents = [from_text(text, f"2023-05-0{k}-{k}.txt") for k, text in enumerate(texts, 1)]
        return compare_documents(documents, rules)

    return run
