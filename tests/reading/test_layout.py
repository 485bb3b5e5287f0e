"""Title, dateline, byline, furniture and body of plain text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import RuleFileError
from checker.model import Document, RegionKind
from checker.reading import from_text
from checker.reading.lines import BLANKS
from checker.reading.words import load_layout_words
from checker.resources import rules_root

BODY = "قال مسؤول في الشرطة إن أربعة عمال أصيبوا حين انهار سقف المصنع، وإن التحقيق ما زال جاريا."
TITLE, DATELINE, BYLINE, FURNITURE = (
    RegionKind.TITLE,
    RegionKind.DATELINE,
    RegionKind.BYLINE,
    RegionKind.FURNITURE,
)


def title(text: str) -> str | None:
    document = from_text(text)
    return document.title.of(document.text) if document.title else None


def parts(document: Document, kind: RegionKind) -> list[str]:
    return [region.span.of(document.text) for region in document.regions if region.kind is kind]


@pytest.mark.parametrize(
    "headline",
    [
        "إصابة 4 عمال بانهيار سقف مصنع",
        "إصابة 4 عمال.. والتحقيق مستمر..",
        "من المسؤول عن انهيار السقف؟",
        "«الدفاع المدني»: إصابة 4 عمال",
        "بغداد: إصابة 4 عمال",
    ],
)
@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n", "\n \n", "\n\n\n"])
def test_the_first_line_is_the_headline(headline: str, gap: str) -> None:
    assert title(headline + gap + BODY) == headline


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "إصابة أربعة عمال",
        f"أصيب أربعة عمال اليوم.\n\n{BODY}",
        f"{'أصيب أربعة عمال حين انهار سقف المصنع وقالت الشرطة ' * 6}\n\n{BODY}",
        f"{BODY[:-1] + ' ' + BODY[:-1]}\nوانتهى الأمر",
        "",
        "\n \n",
    ],
    ids=["paragraph", "one line", "sentence", "long", "long first line", "nothing", "blank"],
)
def test_a_text_without_a_headline(text: str) -> None:
    document = from_text(text)
    assert document.title is None
    assert parts(document, TITLE) == []


def test_blanks_and_bidi_marks_are_no_part_of_the_title() -> None:
    document = from_text(f"\ufeff \u200f\u202b إصابة عمال \u202c\u200f \n\n{BODY}")
    assert document.title is not None
    assert document.title.of(document.text) == "إصابة عمال"


def test_a_kicker_and_its_headline_are_one_title() -> None:
    assert title(f"العراق\nإصابة 4 عمال بانهيار سقف\n\n{BODY}") == "العراق\nإصابة 4 عمال بانهيار سقف"


def test_two_short_lines_without_a_paragraph_below_are_not_one_title() -> None:
    assert title(f"إصابة 4 عمال\nوقال شاهد إنهم نقلوا إلى المستشفى\n{BODY}") == "إصابة 4 عمال"


def test_the_title_may_stand_below_furniture_and_dateline() -> None:
    text = f"طباعة\nالسبت 7 سبتمبر 2024\nإصابة 4 عمال\n\n{BODY}"
    document = from_text(text)
    assert title(text) == "إصابة 4 عمال"
    assert (parts(document, DATELINE), document.date) == (["السبت 7 سبتمبر 2024"], "2024-09-07")


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("السبت 07/سبتمبر/2024 - 01:15 ص", "2024-09-07"),
        ("21 يوليو 2015", "2015-07-21"),
        ("2015-07-21 02:51:33", "2015-07-21"),
        ("نشر في: ٢١/٠٧/٢٠١٥", "2015-07-21"),
        ("آخر تحديث: الثلاثاء 21 تموز/يوليو 2015 - 14:30 بتوقيت غرينتش", "2015-07-21"),
        ("بيروت، الثلاثاء 21 تموز 2015", "2015-07-21"),
        ("خان يونس 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس", "2015-08-10"),
        ("الثلاثاء 5 شوال 1436هـ", None),
        ("10:37 ص", None),
    ],
)
def test_datelines(line: str, iso: str | None) -> None:
    document = from_text(f"إصابة 4 عمال\n\n{line}\n{BODY}")
    assert parts(document, DATELINE) == [line]
    assert document.date == iso


@pytest.mark.parametrize(
    "line",
    [
        "أصيب 4 عمال في 21 يوليو 2015",
        "انهيار السقف في 21 يوليو 2015",
        "21 يوليو 2015 كان يوما داميا",
        "أصيب 4 عمال عند 10:30",
        "5 إصابات",
    ],
)
def test_a_line_that_says_something_is_no_dateline(line: str) -> None:
    document = from_text(f"إصابة 4 عمال\n\n{line}\n{BODY}")
    assert parts(document, DATELINE) == []
    assert document.date is None


def test_a_date_further_down_is_not_the_date_of_the_article() -> None:
    text = "إصابة 4 عمال\n\n" + f"{BODY}\n" * 10 + "21 يوليو 2015\n" + f"{BODY}\n" * 5
    assert from_text(text).date is None


@pytest.mark.parametrize(
    "line",
    [
        "كتب: سعيد منصور",
        "بقلم سعيد منصور",
        "تحرير: سعيد منصور",
        "سعيد منصور – عين اليوم",
        "سعيد منصور ـ جدة",
        "إعداد: سعيد منصور, تصوير: ليلى حداد",
    ],
)
def test_bylines(line: str) -> None:
    document = from_text(f"إصابة 4 عمال\n\n{line}\n{BODY}")
    assert parts(document, BYLINE) == [line]


@pytest.mark.parametrize("line", ["انهيار السقف - أسباب", "تقرير يكشف الأسباب", "مقتل عامل وإصابة آخر"])
def test_a_subheading_is_no_byline(line: str) -> None:
    assert parts(from_text(f"إصابة 4 عمال\n\n{line}\n{BODY}"), BYLINE) == []


@pytest.mark.parametrize(
    "signature",
    [
        "رويترز- بنغازي:",
        "واس - الرياض :",
        "د.ب.أ- خان يونس:",
        "* كابل - «الشرق الأوسط»:",
        "سعيد منصور- سبق- جدة (تصوير سعد):",
        "بيروت (رويترز) -",
        "بيروت (أ ف ب):",
        "سرت (ليبيا) (رويترز) -",
        "«فرانس برس»:",
    ],
)
def test_the_signature_of_an_agency_before_any_paragraph(signature: str) -> None:
    document = from_text(f"إصابة عمال\n\n{BODY}\n\n{signature} {BODY}")
    assert [part.strip() for part in parts(document, DATELINE)] == [signature]
    assert parts(document, RegionKind.BODY) == [BODY, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "وقالت رويترز: أصيب 4 عمال.",
        "وذكرت وكالة (رويترز): أصيب 4 عمال.",
        "المدير - وهو في مكتبه - قال: لا إصابات.",
        "الحصيلة: 4 مصابين.",
    ],
)
def test_a_sentence_is_no_signature(line: str) -> None:
    document = from_text(f"إصابة عمال\n\n{line}\n{BODY}")
    assert parts(document, DATELINE) == []


@pytest.mark.parametrize(
    "line",
    [
        "شارك",
        "شارك2",
        "تعليق 0",
        "طباعة مشاركة",
        "فيسبوك | تويتر | واتساب",
        "...المزيد",
        "// انتهى //",
        "* * *",
        "-----",
        "اقرأ أيضًا: مقتل 9 في حادث آخر",
        "للتواصل أرسل رسالة إلى 12345",
        "www.example.org/news/7",
        "someone@example.org",
        "@example",
        "سمات مصنع حريق جدة",
    ],
)
def test_furniture(line: str) -> None:
    document = from_text(f"إصابة 4 عمال\n\n{BODY}\n{line}")
    assert parts(document, FURNITURE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "شارك 20 شخصا في الإنقاذ",
        "تعليق الدراسة بعد إصابة 4",
        "المزيد من الضحايا",
        "طباعة الصحف توقفت بعد مقتل اثنين من العمال في المطبعة صباح أمس، وفق نقابة الصحفيين.",
        "سمات الحادث واضحة، فقد قتل 3.",
        "4",
    ],
)
def test_body_lines_that_begin_like_furniture(line: str) -> None:
    document = from_text(f"إصابة 4 عمال\n\n{line}\n{BODY}\n{line}")
    assert parts(document, FURNITURE) == []


def test_a_label_before_the_headline_again_leaves_its_figures_in_the_body() -> None:
    document = from_text(f"إصابة 4 عمال\n\n{BODY}\nرابط الخبر بصحيفة النور: إصابة 4 عمال")
    assert parts(document, FURNITURE) == ["رابط الخبر بصحيفة النور:"]
    assert parts(document, RegionKind.BODY) == [BODY, "إصابة 4 عمال"]


def test_a_button_glued_to_a_byline() -> None:
    document = from_text(f"إصابة 4 عمال\n\n21 يوليو 2015\nطباعة إصابة عمال.. سعيد منصور\n{BODY}")
    assert parts(document, FURNITURE) == ["طباعة"]
    assert parts(document, BYLINE) == ["إصابة عمال.. سعيد منصور"]


_LINES = st.sampled_from(
    [
        BODY,
        "إصابة 4 عمال",
        "21 يوليو 2015",
        "طباعة",
        "طباعة سعيد",
        "رويترز- جدة: أصيب",
        "شارك2",
        "",
        " ",
        "«",
        "\u200f",
    ]
)


@given(st.lists(_LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]))
def test_regions_are_in_order_and_cover_all_that_is_visible(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    document = from_text(text)
    assert document.text == text
    place = 0
    for region in document.regions:
        assert place <= region.span.start < region.span.end
        assert not text[place : region.span.start].strip(BLANKS)
        place = region.span.end
    assert not text[place:].strip(BLANKS)
    titles = [region.span for region in document.regions if region.kind is TITLE]
    assert titles == ([document.title] if document.title else [])


@pytest.mark.parametrize(
    "text",
    [
        "مقتل 5 جنود " * 400_000,
        "\n" * 3_000_000 + "عنوان",
        "a" + "\u200f " * 1_000_000 + "b",
        "a\n" * 100_000,
        "(" * 2_000_000,
        "2015 - " * 300_000,
        "a@" * 1_000_000,
    ],
    ids=["one line of 8 MB", "newlines", "bidi marks", "short lines", "brackets", "years", "addresses"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    started = time.perf_counter()
    from_text(text)
    assert time.perf_counter() - started < 5


def test_a_broken_layout_file_names_file_and_key(tmp_path: Path) -> None:
    text = (rules_root() / "ar" / "layout.toml").read_text("utf-8")
    path = tmp_path / "layout.toml"
    path.write_text(text.replace("agencies = [", 'agencies = "رويترز"\nothers = ['), "utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_layout_words(path)
    assert (caught.value.key, caught.value.file) == ("agencies", "ar/layout.toml")
