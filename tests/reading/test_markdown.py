"""Markdown: the title, the date and the code of an article."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from checker.model import Document
from checker.reading import read_path

BODY = "قال مسؤول إن أربعة عمال أصيبوا حين انهار سقف المصنع."


@pytest.fixture
def read(tmp_path: Path):
    def write_and_read(text: str) -> Document:
        path = tmp_path / "article.md"
        path.write_bytes(text.encode())
        (document,) = read_path(path)
        assert document.text == text
        return document

    return write_and_read


def title(document: Document) -> str | None:
    return document.title.of(document.text) if document.title else None


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(region.kind.value, region.span.of(document.text)) for region in document.regions]


@pytest.mark.parametrize(
    "heading",
    ["# إصابة 4 عمال", "#  إصابة 4 عمال  ", "# إصابة 4 عمال ##", "إصابة 4 عمال\n====", "## إصابة 4 عمال"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_heading_is_the_title(read, heading: str, newline: str) -> None:
    document = read(f"{heading}\n\n{BODY}\n".replace("\n", newline))
    assert title(document) == "إصابة 4 عمال"
    assert ("title", "إصابة 4 عمال") in kinds(document)
    assert ("body", BODY) in kinds(document)


def test_a_hash_in_the_title_stays(read) -> None:
    assert title(read(f"# إصابة 4 عمال #عاجل\n\n{BODY}")) == "إصابة 4 عمال #عاجل"


def test_second_level_headings_are_body(read) -> None:
    document = read(f"# عنوان\n\n{BODY}\n\n## إصابة 2\n\n{BODY}")
    assert title(document) == "عنوان"
    assert ("body", "## إصابة 2") in kinds(document)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter_gives_title_and_date(read, newline: str) -> None:
    text = f'---\nlayout: post\ntitle: "إصابة 4 عمال"\ndate: 2015-07-21 10:00\n---\n\n{BODY}\n'
    document = read(text.replace("\n", newline))
    assert (title(document), document.date) == ("إصابة 4 عمال", "2015-07-21")
    assert kinds(document) == [
        ("furniture", "---"),
        ("furniture", "layout: post"),
        ("furniture", 'title: "'),
        ("title", "إصابة 4 عمال"),
        ("furniture", '"'),
        ("furniture", "date: 2015-07-21 10:00"),
        ("furniture", "---"),
        ("body", BODY),
    ]


def test_a_heading_goes_before_the_front_matter(read) -> None:
    document = read(f"---\ntitle: مسودة\npublished: 21 يوليو 2015\n---\n# إصابة 4 عمال\n\n{BODY}")
    assert (title(document), document.date) == ("إصابة 4 عمال", "2015-07-21")
    assert ("furniture", "title: مسودة") in kinds(document)


def test_a_dateline_below_the_heading(read) -> None:
    document = read(f"# إصابة 4 عمال\n\nالسبت 7 سبتمبر 2024\n\n{BODY}")
    assert document.date == "2024-09-07"


def test_code_is_furniture_even_if_it_looks_like_a_heading(read) -> None:
    document = read(f"```\n# قتل 9\n```\n# إصابة 4 عمال\n\n{BODY}\n\n~~~~\n~~~\nقتل 7\n")
    assert title(document) == "إصابة 4 عمال"
    furniture = [text.strip() for kind, text in kinds(document) if kind == "furniture"]
    assert furniture == ["```", "# قتل 9", "```", "#", "~~~~", "~~~", "قتل 7"]


def test_a_rule_at_the_top_is_no_front_matter(read) -> None:
    document = read(f"---\n\n# إصابة 4 عمال\n\n{BODY}\n\n---\n")
    assert title(document) == "إصابة 4 عمال"
    assert ("body", BODY) in kinds(document)


def test_without_marks_the_first_line_is_the_title(read) -> None:
    assert title(read(f"إصابة 4 عمال\n\n{BODY}")) == "إصابة 4 عمال"


@pytest.mark.parametrize(
    "text",
    [
        "---\na: b\n" + "---x\n" * 50_000,
        "# " + " #" * 500_000 + "x",
        "# a" + " " * 1_000_000 + "x",
        "```\n" * 50_001,
    ],
    ids=["front matter", "hashes", "blanks", "fences"],
)
def test_hostile_marks_take_linear_time(read, text: str) -> None:
    started = time.perf_counter()
    read(text)
    assert time.perf_counter() - started < 5
