"""PDF files made by other programs: order, lam-alef, columns, and that a figure in doubt is marked."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import arabic_reshaper
import pytest
from bidi.algorithm import get_display
from fpdf import FPDF
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from checker.errors import InputError
from checker.facts import gather
from checker.model import Document, Severity
from checker.pipeline import Settings, check_document
from checker.reading import read_path

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
pytestmark = pytest.mark.skipif(not FONT.exists(), reason="no Arabic font (apt-get install fonts-dejavu-core)")

TITLE = "مقتل ثلاثة عمال في حريق بمستودع"
TEXT = "قتل ثلاثة عمال وأصيب 1,250 شخصا (بينهم 12 طفلا)، فيما نزح ثلاثة آلاف شخص من الحي."


def shaped(text: str) -> str:
    """Glyphs from left to right, as a program draws them that knows no Arabic."""
    return str(get_display(arabic_reshaper.reshape(text), base_dir="R"))


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    pdfmetrics.registerFont(ttfonts.TTFont("dejavu", str(FONT)))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True, **options)
    canvas.setFont("dejavu", 11)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def lines(*texts: str, size: float = 11, right: float = 560, top: float = 780) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("dejavu", size)
        for number, text in enumerate(texts):
            canvas.drawRightString(right, top - number * size * 1.5, shaped(text))

    return draw


@pytest.fixture
def read(tmp_path: Path):
    def write_and_read(data: bytes) -> Document:
        path = tmp_path / "page.pdf"
        path.write_bytes(data)
        (document,) = read_path(path)
        assert isinstance(document, Document)
        return document

    return write_and_read


@pytest.fixture
def mapping(monkeypatch: pytest.MonkeyPatch):
    """Lets the program that writes the PDF say something else of its lam-alef, as faulty ones do."""

    def use(lam_alef: str) -> None:
        sound = ttfonts.makeToUnicodeCMap

        def faulty(name: str, subset: list[int]) -> str:
            table = sound(name, subset)
            for code in (0xFEFB, 0xFEFC):
                table = table.replace(f"<{code:04X}>", f"<{lam_alef.encode('utf-16-be').hex().upper()}>")
            return str(table)

        monkeypatch.setattr(ttfonts, "makeToUnicodeCMap", faulty)

    return use


def doubts(document: Document) -> list[str]:
    return [span.of(document.text) for span in document.doubts]


def figures(document: Document) -> list[tuple[int | None, str]]:
    return [(claim.min, claim.outcome.value) for claim in gather(document).claims]


def told(document: Document) -> str:
    return "\n".join(notice.en for notice in document.notices)


def test_letters_drawn_from_the_left_are_read_from_the_right(read) -> None:
    document = read(drawn(lines(TEXT)))
    assert document.text == TEXT
    assert doubts(document) == []


def test_a_shaping_program_is_read_as_well(read) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.add_font("dejavu", fname=str(FONT))
    pdf.set_font("dejavu", size=12)
    pdf.set_text_shaping(True)
    pdf.multi_cell(0, 9, TEXT, align="R")
    document = read(bytes(pdf.output()))
    assert document.text.split() == TEXT.split()
    assert doubts(document) == []
    assert (3, "killed") in figures(document)
    assert (3000, "displaced") in figures(document)


def test_numbers_drawn_after_the_page_stand_where_they_are(read) -> None:
    words = ["قتل ", "14", " شخصا وأصيب ", "9", " آخرون في حريق."]

    def draw(canvas: Canvas) -> None:
        right = 560.0
        numbers = []
        for word in words:
            width = pdfmetrics.stringWidth(shaped(word), "dejavu", 11)
            right -= width
            if word.isdigit():
                numbers.append((right, word))
            else:
                canvas.drawString(right, 700, shaped(word))
        for place, number in reversed(numbers):
            canvas.drawString(place, 700, number)

    document = read(drawn(draw))
    assert document.text == "".join(words)
    assert doubts(document) == []


def test_the_larger_line_is_the_title(read) -> None:
    def draw(canvas: Canvas) -> None:
        lines(TITLE, size=18)(canvas)
        lines(TEXT, top=740)(canvas)

    document = read(drawn(draw))
    assert document.title is not None
    assert document.title.of(document.text) == TITLE
    assert [(anchor.span.of(document.text), anchor.page) for anchor in document.anchors] == [(TITLE, 1), (TEXT, 1)]


def test_columns_are_read_from_the_right(read) -> None:
    right = [
        "قتل 14 شخصا في الحريق الأول الذي",
        "اندلع صباحا، وأصيب 9 آخرون فيه، بحسب",
        "بيان للدفاع المدني نشر أمس في",
    ]
    left = ["الصحف كلها، وفي حادث آخر قتل 5", "أشخاص حين اصطدمت حافلة بشاحنة على", "الطريق الساحلي وأصيب 20 راكبا."]

    def draw(canvas: Canvas) -> None:
        lines(*right)(canvas)
        lines(*left, right=280)(canvas)

    assert read(drawn(draw)).text == " ".join([*right, *left])


def test_a_paragraph_runs_over_pages_and_their_numbers_are_left_out(read) -> None:
    def draw(canvas: Canvas) -> None:
        lines("قتل 14 شخصا في الحريق الذي اندلع صباحا في مستودع بالميناء، وأصيب")(canvas)
        lines("- 1 -", right=300, top=40)(canvas)
        canvas.showPage()
        lines("تسعة آخرون نقلوا إلى المستشفى المركزي في المدينة وفق بيان الدفاع.")(canvas)
        lines("- 2 -", right=300, top=40)(canvas)

    document = read(drawn(draw))
    assert "وأصيب تسعة آخرون" in document.text
    assert "1 -" not in document.text
    assert [anchor.page for anchor in document.anchors] == [1, 2]


def test_a_row_of_a_table_is_one_line(read) -> None:
    def draw(canvas: Canvas) -> None:
        for number, (label, value) in enumerate([("القتلى", "14"), ("الجرحى", "9")]):
            canvas.drawRightString(560, 700 - 20 * number, shaped(label))
            canvas.drawRightString(400, 700 - 20 * number, value)

    assert read(drawn(draw)).text.split("\n\n") == ["القتلى\t14", "الجرحى\t9"]


def test_bold_by_printing_twice_is_read_once(read) -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.4):
            canvas.drawRightString(560 + shift, 700, shaped("قتل 11 شخصا في حريق."))

    assert read(drawn(draw)).text == "قتل 11 شخصا في حريق."


def test_a_turned_lam_alef_is_turned_back_and_in_doubt(read, mapping) -> None:
    mapping("\u0627\u0644")
    document = read(drawn(lines(TEXT)))
    assert document.text == TEXT
    assert "ثلاثة" in doubts(document)
    assert "lam-alef" in told(document)


@pytest.mark.parametrize(
    ("mapped", "read_as"),
    [("\u0644", "ثلثة"), ("\u0627", "ثاثة"), ("\ufffd", "ث\ufffdثة")],
    ids=["lam", "alef", "none"],
)
def test_a_lost_lam_alef_is_in_doubt_with_the_word_that_it_may_be(read, mapping, mapped: str, read_as: str) -> None:
    mapping(mapped)
    document = read(drawn(lines(TEXT)))
    assert read_as in doubts(document)
    assert f'"{read_as}" is in doubt, perhaps "ثلاثه"' in told(document)
    report = check_document(document, Settings())
    assert not any(finding.severity is Severity.ERROR for finding in report.findings)


def test_a_third_is_in_doubt_only_where_the_font_has_shown_no_lam_alef(read) -> None:
    text = "وصلت الدفعة ثالثة بعد ساعة."
    assert doubts(read(drawn(lines(text)))) == ["ثالثة"]
    assert doubts(read(drawn(lines(text, "بلا إصابات ولا أضرار.")))) == []


def test_words_that_only_end_like_a_spoilt_number_are_not_in_doubt(read) -> None:
    assert doubts(read(drawn(lines("وصل مسافرون إرهابيين مثالثة.")))) == []


@pytest.mark.parametrize("word", ["الثالثة", "وثالثة", "وبالثالثة"])
def test_a_prefix_hides_no_doubt(read, word: str) -> None:
    assert doubts(read(drawn(lines(f"قتل {word} في حريق.")))) == [word]


def test_the_ends_of_a_range_are_in_doubt(read) -> None:
    assert doubts(read(drawn(lines("أصيب 10-15 شخصا في الحادث.")))) == ["10-15"]


def test_a_note_mark_is_not_part_of_the_number(read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawRightString(560, 700, shaped("أصيب 25"))
        width = pdfmetrics.stringWidth(shaped("أصيب 25"), "dejavu", 11)
        number = pdfmetrics.stringWidth("25", "dejavu", 11)
        canvas.setFont("dejavu", 7)
        canvas.drawString(560 - width + number, 701, "3")
        canvas.setFont("dejavu", 11)
        canvas.drawRightString(560 - width - 4, 700, shaped("شخصا في الحادث."))

    document = read(drawn(draw))
    assert "253" not in document.text
    assert document.doubts


def test_digits_that_lie_upon_one_another_are_in_doubt(read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "1")
        canvas.drawString(103, 700, "4")
        canvas.drawRightString(96, 700, shaped("شخصا"))
        canvas.drawString(112, 700, shaped("قتل"))

    assert "14" in doubts(read(drawn(draw)))


def test_a_gap_that_may_be_a_blank_is_in_doubt(read) -> None:
    def draw(canvas: Canvas) -> None:
        width = pdfmetrics.stringWidth("1", "dejavu", 11)
        canvas.drawString(100, 700, "1")
        canvas.drawString(100 + width + 2, 700, "250")
        canvas.drawString(140, 700, shaped("قتل"))

    assert read(drawn(draw)).doubts


def test_invisible_text_behind_a_picture_is_in_doubt(read) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(100, 700)
        text.setFont("dejavu", 11)
        text.setTextRenderMode(3)
        text.textOut(shaped("قتل 14 شخصا في حريق."))
        canvas.drawText(text)

    document = read(drawn(draw))
    assert doubts(document) == ["14"]
    assert "read by a machine" in told(document)


def test_a_finding_on_a_figure_in_doubt_is_a_warning_and_says_so(read) -> None:
    document = read(drawn(lines("أصيب 10-15 شخصا في الحادث، بينهم 20 طفلا.")))
    (finding,) = check_document(document, Settings()).findings
    assert finding.severity is Severity.WARNING
    assert "a figure in doubt" in finding.reasons


def test_text_on_its_side_is_said_to_be_left_out(read) -> None:
    def draw(canvas: Canvas) -> None:
        lines(TEXT)(canvas)
        canvas.rotate(90)
        canvas.drawString(100, -50, "99")

    document = read(drawn(draw))
    assert document.text == TEXT
    assert [notice.code for notice in document.notices] == ["rotated-text"]


@pytest.fixture
def fails(tmp_path: Path):
    def write_and_read(data: bytes) -> InputError:
        path = tmp_path / "page.pdf"
        path.write_bytes(data)
        with pytest.raises(InputError) as caught:
            list(read_path(path))
        for sentence in (caught.value.ar, caught.value.en):
            assert "page.pdf" in sentence
            assert "\n" not in sentence
        return caught.value

    return write_and_read


def test_a_scanned_page(fails) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("L", (200, 300), 255))
    error = fails(drawn(lambda canvas: canvas.drawImage(picture, 0, 0, 400, 600)))
    assert error.code == "no-text"
    assert "OCR" in error.en


def test_a_picture_page_among_others_is_named(read) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def draw(canvas: Canvas) -> None:
        lines(TEXT)(canvas)
        canvas.showPage()
        canvas.drawImage(ImageReader(Image.new("L", (200, 300), 255)), 0, 0, 400, 600)

    assert "without text, which were not read: 2" in told(read(drawn(draw)))


def test_a_file_under_a_password(fails) -> None:
    assert fails(drawn(lines(TEXT), encrypt="geheim")).code == "password-pdf"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"no pdf", b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF"])
def test_a_broken_file(fails, data: bytes) -> None:
    assert fails(data).code == "broken-pdf"


def test_half_a_file_is_broken_or_read_but_never_a_traceback(tmp_path: Path) -> None:
    data = drawn(lines(TEXT))
    for length in range(0, len(data), len(data) // 25):
        path = tmp_path / "half.pdf"
        path.write_bytes(data[:length])
        try:
            list(read_path(path))
        except InputError as error:
            assert error.code in ("broken-pdf", "no-text", "empty", "no-meaning")


def test_a_stream_that_unpacks_too_far(fails) -> None:
    bomb = zlib.compress(bytes(200_000_000), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(bomb), bomb),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    error = fails(body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF")
    assert error.code == "expands-too-far"


def test_scattered_glyphs_take_linear_time(read) -> None:
    def seconds(count: int) -> float:
        def draw(canvas: Canvas) -> None:
            for number in range(count):
                canvas.drawString(number * 7919 % 5000, number * 104729 % 7000, "ا" if number % 2 else "\u064b")

        data = drawn(draw)
        started = time.perf_counter()
        read(data)
        return time.perf_counter() - started

    seconds(500)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.1)
