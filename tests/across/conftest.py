"""Short invented articles of one happening, and of others that look like it."""

from __future__ import annotations

import pytest

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
