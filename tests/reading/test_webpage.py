"""Saved web pages: the article among menus, its title and date, and the way back to the source."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.facts import gather
from checker.model import Document, RegionKind
from checker.reading import read_path

MENU = (
    "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/w'>مقتل 77 شخصا في زلزال بعيد عن هنا</a></li></ul></nav>"
)
PAGE = """<!DOCTYPE html>
<html lang="ar"><head><meta charset="utf-8"><title>{title} | صحيفة المرفأ</title>
<meta property="article:published_time" content="2024-09-07T08:30:00+03:00">
<script>var a = "<p>قتل 99 شخصا</p>";</script></head><body><header>{menu}</header>
<article>{heading}
<p>قتل <b>15</b>&nbsp;شخصا وأصيب 9 آخرون في حريق شبّ فجر اليوم في مصنع للنسيج شرقي المدينة، وفق الدفاع المدني.</p>
{more}
<p>وقال مسؤول في المستشفى إن التعرف على الضحايا سيحتاج إلى أيام، وإن أغلب المصابين في حالة مستقرة.</p>
</article><aside>{menu}</aside><footer><p>جميع الحقوق محفوظة</p></footer></body></html>
"""
TITLE = "مقتل 14 شخصا في حريق بمصنع"


def page(heading: str = f"<h1>{TITLE}</h1>", more: str = "", title: str = TITLE) -> str:
    return PAGE.format(heading=heading, more=more, title=title, menu=MENU)


@pytest.fixture
def read(tmp_path: Path):
    def write_and_read(source: str | bytes) -> Document:
        path = tmp_path / "page.html"
        path.write_bytes(source if isinstance(source, bytes) else source.encode())
        (document,) = read_path(path)
        assert isinstance(document, Document)
        if isinstance(source, str):
            for anchor in document.anchors:
                assert anchor.source is not None
                here, there = anchor.span.of(document.text), anchor.source.of(source)
                assert here.split() == there.split() or len(here) == 1
        return document

    return write_and_read


def title(document: Document) -> str | None:
    return document.title.of(document.text) if document.title else None


def test_the_article_without_menus(read) -> None:
    document = read(page())
    assert [claim.min for claim in gather(document).claims] == [14, 15, 9]
    assert "الرئيسية" not in document.text
    assert "الحقوق" not in document.text
    assert (title(document), document.date) == (TITLE, "2024-09-07")


def test_figures_lead_back_to_the_source(read) -> None:
    source = page()
    document = read(source)
    (claim,) = [claim for claim in gather(document).claims if claim.min == 15]
    (anchor,) = [anchor for anchor in document.anchors if anchor.span.start == claim.number.start]
    assert anchor.source == (source.index("15</b>"), source.index("15</b>") + 2)


def test_the_heading_of_the_article_is_meant_and_not_its_link(read) -> None:
    link = f"<p><a href='/a'>{TITLE}</a></p>"
    source = page().replace("<header>", f"<header>{link}")
    document = read(source)
    assert document.anchors[0].source is not None
    assert document.anchors[0].source.start == source.index(TITLE, source.index("<h1>"))


def test_without_a_heading_the_head_of_the_page_gives_the_title(read) -> None:
    document = read(page(heading=""))
    assert title(document) == TITLE
    assert document.text.startswith(TITLE + "\n\n")


def test_references_are_resolved_and_anchored(read) -> None:
    source = page(
        more="<p>قال &quot;الشاهد&quot; إن 3&#1606;ساء &amp; 4&nbsp;أطفال نقلوا إلى المستشفى المركزي في المدينة.</p>"
    )
    document = read(source)
    assert 'قال "الشاهد" إن 3نساء & 4 أطفال' in document.text
    spelled = {
        anchor.span.of(document.text): anchor.source.of(source)
        for anchor in document.anchors
        if anchor.source and anchor.span.end - anchor.span.start != anchor.source.end - anchor.source.start
    }
    assert spelled == {'"': "&quot;", "ن": "&#1606;", "&": "&amp;", " ": "&nbsp;"}


def test_lines_of_the_source_are_no_lines_of_the_text(read) -> None:
    document = read(
        page(more="<p>ونقل أربعة\n   مصابين إلى\tالعاصمة، بعدما تدهورت حالتهم\r\n في المستشفى المحلي للمدينة.</p>")
    )
    assert "ونقل أربعة مصابين إلى العاصمة، بعدما تدهورت حالتهم في المستشفى" in document.text


def test_short_cells_of_a_row_stand_on_one_line(read) -> None:
    table = "<table><tr><th>القتلى</th><td>14</td></tr><tr><th>الجرحى</th><td>9</td></tr></table>"
    assert "القتلى\t14\n\nالجرحى\t9" in read(page(more=table)).text


def test_comments_are_remarks_where_they_stand(read) -> None:
    document = read(
        page(more="<!-- checker: CF101 من الوزارة --><p>ونقل أربعة مصابين إلى العاصمة<!-- هنا --> للعلاج.</p>")
    )
    spans = {remark.text: remark.span for remark in document.remarks}
    assert document.text[spans["checker: CF101 من الوزارة"].start :].startswith("ونقل")
    assert document.text[: spans["هنا"].start].endswith("العاصمة")
    assert "checker" not in document.text


def test_a_page_in_an_old_encoding(read) -> None:
    document = read(page().replace("utf-8", "windows-1256").encode("cp1256"))
    assert (title(document), document.encoding) == (TITLE, "windows-1256")


def test_markup_that_is_not_closed_is_read_as_far_as_it_goes(read) -> None:
    assert title(read(page().removesuffix("</footer></body></html>\n") + "<p a='")) == TITLE


@pytest.fixture
def fails(tmp_path: Path):
    def write_and_read(data: bytes) -> InputError:
        path = tmp_path / "page.html"
        path.write_bytes(data)
        with pytest.raises(InputError) as caught:
            list(read_path(path))
        for sentence in (caught.value.ar, caught.value.en):
            assert "page.html" in sentence
            assert "\n" not in sentence
        return caught.value

    return write_and_read


@pytest.mark.parametrize(
    "body",
    [
        MENU,
        "",
        "<div>x</div>",
        "".join(
            f"<div><a href='/{n}'>مقتل {n} أشخاص في حادث آخر بعيد عن المدينة كلها ومن فيها.</a></div>"
            for n in range(30)
        ),
    ],
    ids=["menu", "nothing", "word", "front page"],
)
def test_a_page_without_an_article(fails, body: str) -> None:
    assert fails(f"<html><head><title>صحيفة</title></head><body>{body}</body></html>".encode()).code == (
        "no-article-on-page"
    )


def test_an_empty_file(fails) -> None:
    assert fails(b"").code == "empty"


def test_external_entities_are_not_followed(read) -> None:
    declared = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    document = read(
        page(more="<p>وأصيب &x; آخرون في الحريق الذي شبّ في المصنع صباح اليوم كما قيل.</p>").replace(
            "<!DOCTYPE html>", declared
        )
    )
    assert Path("/etc/hostname").read_text().strip() not in document.text


@pytest.mark.parametrize(
    "part", ["<!--", "<a b='", '<a b="', "<script>", "<", "&", "<p", "</", "<a b=c ", "<table><tr><td>"]
)
def test_hostile_pages_take_linear_time(tmp_path: Path, part: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page().replace("</article>", "</article>" + part * 60_000), encoding="utf-8")
    started = time.perf_counter()
    try:
        list(read_path(path))
    except InputError as error:
        assert error.code == "no-article-on-page"
    assert time.perf_counter() - started < 20


def test_regions_of_title_and_body(read) -> None:
    kinds = [region.kind for region in read(page()).regions]
    assert kinds == [RegionKind.TITLE, RegionKind.BODY, RegionKind.BODY]
