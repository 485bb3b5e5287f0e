"""Whom a figure counts, and of which figure it is a part."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("مقتل 6 من أفراد الشرطة.", "security"),
        ("مقتل 6 عناصر من قوات الأمن.", "security"),
        ("مقتل 6 من عناصر تنظيم داعش.", "militants"),
        ("مقتل 6 مدنيين.", "civilians"),
        ("مقتل 6 نساء.", "women"),
        ("مقتل 6 أطفال.", "children"),
        ("مقتل 6 ركاب.", "people"),
        ("مقتل 6 أشخاص بينهم نساء.", "people"),
        ("سقط 6 قتلى في صفوف الجيش.", "security"),
        ("مقتل عشرات المتمردين.", "militants"),
    ],
)
def test_group(claims, text, group):
    assert claims(text)[0].group.value == group


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("مقتل 20 شخصا بينهم 4 جنود في التفجير.", {2: 1}),
        ("مقتل 20 شخصا، من بينهم ثلاثة أطفال وامرأتان.", {2: 1, 3: 1}),
        ("مقتل 9 عمال، خمسة منهم من الهند.", {2: 1}),
        ("إصابة شخصين أحدهما حالته حرجة.", {2: 1}),
        ("وكان 17 شخصا هم 12 جنديا وخمسة بحارة قتلوا في التحطم.", {2: 1, 3: 1}),
        ("قتل 90 شخصا، منهم 62 مدنيا (29 امرأة و11 طفلا).", {2: 1, 3: 2, 4: 2}),
        ("قتل 4 مدنيين بينهم 7 أطفال في القصف.", {2: 1}),
        # A part that does not fit counts other people …
        ("أصيب أربعة جنود وقتل تسعة منهم في الأسبوع الماضي.", {}),
        ("قتل جندي وأصيب 5 منهم بجروح.", {}),
        # … and so does what stands behind a list that is full.
        ("قتل 5 أشخاص بينهم 3 أطفال وامرأتان و4 جنود.", {2: 1, 3: 1}),
    ],
)
def test_part_of(claims, text, parts):
    found = claims(text)
    assert {int(c.id[1:]): int(c.part_of[1:]) for c in found if c.part_of} == parts


def test_spans_point_into_the_text(claims):
    text = "\u202bأسفر الهجوم عن مقتل أكثر من ٥٠ شخصًا، بينهم ١٤ من أفراد الأمن.\u202c"
    for claim in claims(text):
        assert text[claim.start : claim.end] == claim.text
        assert text[claim.number.start : claim.number.end] == claim.number_text


def test_ids_are_unique_and_in_text_order(claims):
    found = claims("قتل 3 وأصيب 4 في الشمال، وقتل 5 وأصيب 6 في الجنوب.")
    assert [c.id for c in found] == ["c1", "c2", "c3", "c4"]
    assert [c.number.start for c in found] == sorted(c.number.start for c in found)


def test_sources(claims):
    named, unnamed = claims("قالت وزارة الصحة إن 7 أشخاص توفوا.\n\nوأصيب 9 في حادث آخر بالميناء.")
    assert named.source is not None
    assert named.source.startswith("وزارة الصحة")
    assert unnamed.source is None
