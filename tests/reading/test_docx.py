"""Word files: their text in order, their title, their comments, and what is wrong with them."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.model import Document, RegionKind
from checker.reading import read_path

R = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def run(text: str) -> str:
    return R.format(text)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def p(*content: str, style: str = "a", properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(content)}</w:p>'


@pytest.fixture
def read(tmp_path: Path, word_file):
    def write_and_read(body: str, **parts: str) -> Document:
        path = tmp_path / "draft.docx"
        data = word_file(body, **parts)
        path.write_bytes(data)
        (document,) = read_path(path)
        assert isinstance(document, Document)
        assert path.read_bytes() == data
        return document

    return write_and_read


def title(document: Document) -> str | None:
    return document.title.of(document.text) if document.title else None


def test_paragraphs_are_lines_and_empty_ones_count(read) -> None:
    document = read(p(run("قتل "), run("14")) + p() + p(run("شخصا")))
    assert document.text == "قتل 14\n\nشخصا"


def test_the_style_title_gives_the_title_whatever_its_id(read) -> None:
    document = read(p(run("الغلاف")) + p(run("مقتل 14 شخصا"), style="a3") + p(run("قتل 14 شخصا في حريق.")))
    assert title(document) == "مقتل 14 شخصا"


def test_a_style_derived_from_title_is_one(read) -> None:
    assert title(read(p(run("مقتل 14"), style="headline") + p(run("قتل 14.")))) == "مقتل 14"


def test_two_lines_of_title_are_one(read) -> None:
    document = read(p(run("عاجل"), style="a3") + p(run(" مقتل 14 "), style="a3") + p(run("قتل 14.")))
    assert title(document) == "عاجل\n مقتل 14"


def test_else_the_first_heading_near_the_top(read) -> None:
    document = read(p(run("مقتل 14"), style="1") + p(run("قتل 14.")) + p(run("خلفية"), style="1"))
    assert title(document) == "مقتل 14"


def test_else_the_first_line_that_reads_as_one(read) -> None:
    document = read(p(run("مقتل 14 في حريق")) + p(run("قتل 14 شخصا في حريق شبّ فجر اليوم في مصنع للنسيج.")))
    assert title(document) == "مقتل 14 في حريق"


def test_short_cells_of_a_row_stand_on_one_line(read) -> None:
    row = "<w:tr>" + "".join(f"<w:tc>{p(run(text))}</w:tc>" for text in ("القتلى", "14")) + "</w:tr>"
    document = read(p(run("الحصيلة")) + f"<w:tbl>{row}{row}</w:tbl>")
    assert document.text == "الحصيلة\nالقتلى\t14\nالقتلى\t14"


def test_cells_with_paragraphs_stand_below_one_another(read) -> None:
    cells = f"<w:tc>{p(run('أولا'))}{p(run('ثانيا'))}</w:tc><w:tc>{p(run('ثالثا'))}</w:tc>"
    assert read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").text == "أولا\nثانيا\nثالثا"


def test_a_text_box_is_read_once_after_its_paragraph(read) -> None:
    box = f"<w:txbxContent>{p(run('أصيب 9'))}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(p(run("قبل"), drawing, run(" بعد")) + p(run("ثم"))).text == "قبل بعد\nأصيب 9\nثم"


def test_an_old_text_box_is_read(read) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p(run('أصيب 9'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert read(p(run("قبل"), box)).text == "قبل\nأصيب 9"


def test_tracked_changes_are_read_as_accepted(read) -> None:
    deleted = "<w:del w:id='1' w:author='س'><w:r><w:delText>13</w:delText></w:r></w:del>"
    inserted = f"<w:ins w:id='2' w:author='س'>{run('14')}</w:ins>"
    moved = f"<w:moveFrom w:id='3' w:author='س'>{run('هنا')}</w:moveFrom><w:moveTo w:id='4'>{run('هناك')}</w:moveTo>"
    document = read(p(run("قتل "), deleted, inserted, run(" "), moved))
    assert document.text == "قتل 14 هناك"
    assert [notice.code for notice in document.notices] == ["tracked-changes"]


def test_a_paragraph_whose_mark_was_deleted_runs_on(read) -> None:
    body = p(run("قتل 14 "), properties="<w:rPr><w:del w:id='1' w:author='س'/></w:rPr>") + p(run("شخصا")) + p(run("ثم"))
    assert read(body).text == "قتل 14 شخصا\nثم"


def test_what_a_paragraph_was_before_a_tracked_change_does_not_count(read) -> None:
    was = "<w:pPrChange w:id='1' w:author='س'><w:pPr><w:pStyle w:val='a3'/></w:pPr></w:pPrChange>"
    document = read(p(run("وصف الحادث كما رواه الشهود."), properties=was) + p(run("مقتل 14"), style="a3"))
    assert title(document) == "مقتل 14"


def test_deleted_rows_and_cells_are_gone(read) -> None:
    kept = f"<w:tr><w:tc>{p(run('القتلى'))}</w:tc><w:tc>{p(run('14'))}</w:tc></w:tr>"
    row = f"<w:tr><w:trPr><w:del w:id='1' w:author='س'/></w:trPr><w:tc>{p(run('99'))}</w:tc></w:tr>"
    cell = f"<w:tr><w:tc><w:tcPr><w:cellDel w:id='2'/></w:tcPr>{p(run('88'))}</w:tc><w:tc>{p(run('9'))}</w:tc></w:tr>"
    assert read(f"<w:tbl>{kept}{row}{cell}</w:tbl>").text == "القتلى\t14\n9"


def test_what_nobody_sees_is_not_read(read) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>"
    field = "<w:r><w:instrText>PAGE 99</w:instrText></w:r>"
    hint = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('اكتب هنا 99')}</w:sdtContent></w:sdt>"
    control = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('14')}</w:sdtContent></w:sdt>"
    shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> شخصا</w:t></w:r>"
    assert read(p(run("قتل "), hidden, field, hint, control, shown)).text == "قتل 14 شخصا"


def test_breaks_tabs_and_symbols(read) -> None:
    run_ = (
        "<w:r><w:t>أ</w:t><w:tab/><w:t>ب</w:t><w:br/><w:noBreakHyphen/>"
        "<w:sym w:font='Symbol' w:char='F031'/><w:sym w:font='Wingdings' w:char='F04A'/></w:r>"
    )
    document = read(p(run_))
    assert document.text == "أ\tب\n\u20111\ufffd"
    assert [notice.code for notice in document.notices] == ["replacement-characters"]


def test_notes_stand_at_the_end_and_headers_are_furniture(read) -> None:
    reference = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    notes = (
        f"<w:footnote w:type='separator' w:id='-1'>{p(run('خط'))}</w:footnote>"
        f"<w:footnote w:id='2'>{p(run('أصيب 9'))}</w:footnote>"
    )
    document = read(p(run("قتل 14"), reference), footnotes=notes, header=p(run("مسودة 88 قتيلا")))
    assert document.text == "قتل 14\nأصيب 9\nمسودة 88 قتيلا"
    assert (document.regions[-1].kind, document.regions[-1].span.of(document.text)) == (
        RegionKind.FURNITURE,
        "مسودة 88 قتيلا",
    )


def test_anchors_lead_to_the_text_nodes(read) -> None:
    document = read(p(run("قتل "), "<w:r><w:tab/></w:r>", run("14 &amp; 9")))
    assert [(a.span.of(document.text), a.part, a.node) for a in document.anchors] == [
        ("قتل ", "word/document.xml", 0),
        ("14 & 9", "word/document.xml", 1),
    ]


def test_comments_are_remarks_on_their_words(read) -> None:
    body = p(
        run("قتل "),
        "<w:commentRangeStart w:id='7'/>",
        run("14 شخصا"),
        "<w:commentRangeEnd w:id='7'/><w:r><w:commentReference w:id='7'/></w:r>",
        run(" في حريق"),
        "<w:r><w:commentReference w:id='3'/></w:r>",
    )
    comments = (
        f"<w:comment w:id='3' w:author='س'>{p(run('بلا مدى'))}</w:comment>"
        f"<w:comment w:id='7' w:author='س'>{p(run('راجع '), run('الرقم'))}{p(run('من فضلك'))}</w:comment>"
        f"<w:comment w:id='9' w:author='س'>{p(run('حُذف موضعه'))}</w:comment>"
    )
    document = read(body, comments=comments)
    assert [(remark.span.of(document.text), remark.text) for remark in document.remarks] == [
        ("14 شخصا", "راجع الرقم\nمن فضلك"),
        ("", "بلا مدى"),
    ]
    assert document.remarks[1].span.start == len(document.text)


@pytest.fixture
def fails(tmp_path: Path):
    def write_and_read(data: bytes) -> InputError:
        path = tmp_path / "draft.docx"
        path.write_bytes(data)
        with pytest.raises(InputError) as caught:
            list(read_path(path))
        for sentence in (caught.value.ar, caught.value.en):
            assert "draft.docx" in sentence
            assert "\n" not in sentence
        return caught.value

    return write_and_read


def test_an_empty_document(fails, word_file) -> None:
    assert fails(word_file(p())).code == "empty"


def test_a_broken_zip(fails, word_file) -> None:
    data = word_file(p(run("قتل 14")))
    assert fails(data[: len(data) // 2]).code == "broken-package"
    assert fails(b"no zip at all").code == "broken-package"
    assert fails(b"").code == "broken-package"
    name = data.index(b"word/document.xml")
    damaged = data[: name + 40] + bytes(8) + data[name + 48 :]
    assert fails(damaged).code == "broken-package"


def test_a_file_under_a_password_and_an_old_one(fails) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    assert fails(ole + "EncryptedPackage".encode("utf-16-le") + bytes(99)).code == "password"
    assert fails(ole + "WordDocument".encode("utf-16-le")).code == "old-word"


def test_a_zip_file_without_a_document(fails, zip_file) -> None:
    assert fails(zip_file({"mimetype": "application/vnd.oasis.opendocument.text"})).code == "not-word"


def test_another_office_file(fails, word_file, zip_file) -> None:
    files = unpacked(word_file(p(run("14"))))
    types = files["[Content_Types].xml"].replace(b"wordprocessingml.document", b"spreadsheetml.sheet")
    assert fails(zip_file(files | {"[Content_Types].xml": types})).code == "not-word"


def test_a_part_that_unpacks_too_far(fails, word_file) -> None:
    started = time.perf_counter()
    error = fails(word_file(p(run("أ" * 20_000_000))))
    assert time.perf_counter() - started < 5
    assert error.code == "expands-too-far"
    assert "word/document.xml" in error.en


def test_many_parts_that_unpack_too_far(fails, word_file, zip_file) -> None:
    files = unpacked(word_file(p(run("14")), header=p(run("أ" * 10_000_000))))
    header, relations = files["word/header1.xml"], files["word/_rels/document.xml.rels"]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    more = "".join(f'<Relationship Id="x{n}" Type="{kind}" Target="h{n}.xml"/>' for n in range(7))
    files["word/_rels/document.xml.rels"] = relations.replace(b"</Relationships>", more.encode() + b"</Relationships>")
    files |= {f"word/h{n}.xml": header for n in range(7)}
    assert fails(zip_file(files)).code == "expands-too-far"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE w SYSTEM "http://localhost:9/x.dtd">',
    ],
)
def test_entities_are_never_followed(fails, word_file, zip_file, doctype: str) -> None:
    files = unpacked(word_file(p(run("14"))))
    files["word/document.xml"] = files["word/document.xml"].replace(b"?>\n", b"?>" + doctype.encode(), 1)
    assert fails(zip_file(files)).code == "unsafe-markup"


def test_markup_that_is_not_closed(fails, word_file) -> None:
    error = fails(word_file("<w:p>"))
    assert error.code == "broken-markup"
    assert "word/document.xml" in error.en


def test_a_document_in_utf_16(read, word_file, zip_file, tmp_path: Path) -> None:
    files = unpacked(word_file(p(run("قتل 14"))))
    text = files["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    files["word/document.xml"] = text.encode("utf-16")
    path = tmp_path / "wide.docx"
    path.write_bytes(zip_file(files))
    (document,) = read_path(path)
    assert isinstance(document, Document)
    assert document.text == "قتل 14"


def test_deep_and_long_markup_takes_linear_time(read) -> None:
    started = time.perf_counter()
    deep = 20_000
    document = read(p("<w:smartTag>" * deep + run("14") + "</w:smartTag>" * deep) + p(*[run("أ")] * 50_000))
    assert document.text.startswith("14\n")
    assert time.perf_counter() - started < 10
