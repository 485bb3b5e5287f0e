"""Findings as Word comments: on which words, in what words, and that all else stays as it was."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from checker.consistency import load_rules
from checker.errors import InputError
from checker.model import Document
from checker.pipeline import Settings, check_document
from checker.reading import read_path
from checker.reporting.word import Annotated, annotate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Two figures that differ, the second in two runs, bold and plain.
BOLD = "<w:r w:rsidR='00AB'><w:rPr><w:b/><w:rtl/></w:rPr><w:t>قتل 15</w:t></w:r>"
PLAIN = "<w:r><w:t xml:space='preserve'> شخصا وأصيب 9 في حريق بمصنع للنسيج.</w:t></w:r>"
HEAD = "<w:p><w:pPr><w:pStyle w:val='a3'/></w:pPr><w:r><w:t>مقتل 14 شخصا في حريق بمصنع</w:t></w:r></w:p>"


@pytest.fixture
def annotated(tmp_path: Path):
    def run(data: bytes, lang: str = "ar") -> Annotated:
        path = tmp_path / "draft.docx"
        path.write_bytes(data)
        (document,) = read_path(path)
        assert isinstance(document, Document)
        return annotate(data, check_document(document, Settings()), load_rules(), lang)

    return run


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def commented(data: bytes) -> dict[str, str]:
    """By id of the comment: the text between its marks, as another program finds it in the markup."""
    found: dict[str, str] = {}
    within: set[str] = set()
    for element in docx.Document(io.BytesIO(data)).element.body.iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            within.add(number)
            found[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            within.discard(number)
        elif element.tag == f"{W}t":
            for open_ in within:
                found[open_] += element.text or ""
    assert not within
    return found


def comments(data: bytes) -> dict[str, tuple[str, str]]:
    return {str(c.comment_id): (c.author, c.text) for c in docx.Document(io.BytesIO(data)).comments}


def runs(data: bytes) -> list[tuple[str, str]]:
    """Every run's properties and text, neighbours with the same ones taken together."""
    found: list[tuple[str, str]] = []
    for paragraph in docx.Document(io.BytesIO(data)).element.body.iter(f"{W}p"):
        for run in paragraph.iter(f"{W}r"):
            if run.find(f"{W}commentReference") is not None:
                continue
            properties = re.sub(r' xmlns:\w+="[^"]*"', "", run.rPr.xml) if run.rPr is not None else ""
            text = "".join(node.text or "" for node in run.iter(f"{W}t"))
            if found and found[-1][0] == properties:
                found[-1] = properties, found[-1][1] + text
            else:
                found.append((properties, text))
        found.append(("", "\n"))
    return found


def test_comments_stand_on_the_exact_words(annotated, word_file) -> None:
    done = annotated(word_file(HEAD + f"<w:p>{BOLD}{PLAIN}</w:p>"))
    assert (done.added, done.present) == (2, 0)
    assert sorted(commented(done.data).values()) == ["14 شخصا", "15 شخصا"]


def test_they_say_rule_arithmetic_and_what_to_look_at(annotated, word_file) -> None:
    data = annotated(word_file(HEAD + f"<w:p>{BOLD}{PLAIN}</w:p>")).data
    said = comments(data)
    by_words = {words: said[number] for number, words in commented(data).items()}
    assert by_words["15 شخصا"] == (
        "checker",
        "خطأ CF301\nالعنوان يقول 14 والمتن يقول 15.\u200f\n14 ≠ 15\nانظر: اجعل العنوان على أحدث حصيلة في المتن.\u200f",
    )
    assert by_words["14 شخصا"] == (
        "checker",
        "خطأ CF301\nانظر التعليق على «15 شخصا»: هذا الرقم من التعارض نفسه.\u200f\n14 ≠ 15",
    )


def test_arabic_is_set_from_the_right_and_arithmetic_from_the_left(annotated, word_file) -> None:
    markup = parts(annotated(word_file(HEAD + f"<w:p>{BOLD}{PLAIN}</w:p>")).data)["word/comments.xml"].decode()
    assert markup.count("<w:pPr><w:bidi/></w:pPr>") == markup.count("<w:p>") == 7
    by_text = dict(re.findall(r"<w:r><w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t[^>]*>([^<]*)</w:t>", markup))
    rtl = {text for properties, text in by_text.items() if "<w:rtl/>" in properties}
    assert "14 ≠ 15" not in rtl
    assert "CF301" not in rtl


def test_english_on_request(annotated, word_file) -> None:
    data = annotated(word_file(HEAD + f"<w:p>{BOLD}{PLAIN}</w:p>"), "en").data
    assert "The headline says 14, the body 15." in "".join(text for _, text in comments(data).values())
    assert "<w:bidi/>" not in parts(data)["word/comments.xml"].decode()


def test_text_runs_and_styles_stay(annotated, word_file) -> None:
    before = word_file(HEAD + f"<w:p>{BOLD}{PLAIN}</w:p>")
    after = annotated(before).data
    assert runs(after) == runs(before)
    old, new = parts(before), parts(after)
    changed = {name for name in new if old.get(name) != new[name]}
    assert changed == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }


def test_untouched_entries_keep_their_compressed_bytes(annotated, word_file) -> None:
    before = word_file(HEAD + f"<w:p>{BOLD}{PLAIN}</w:p>")
    after = annotated(before).data

    def packed(data: bytes, name: str) -> tuple[bytes, tuple[int, ...]]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo(name)
        start = info.header_offset + 30 + len(name)
        return data[start : start + info.compress_size], info.date_time

    assert packed(after, "word/styles.xml") == packed(before, "word/styles.xml")
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_entities_in_a_split_run_stay(annotated, word_file) -> None:
    body = "<w:p><w:r><w:t xml:space='preserve'>قتل &lt;15 شخصا&gt; &amp; أصيب 9 في حريق بمصنع.</w:t></w:r></w:p>"
    before = word_file(HEAD + body)
    after = annotated(before).data
    assert runs(after) == runs(before)
    assert "15 شخصا" in commented(after).values()


def test_comments_that_are_there_are_kept(annotated, word_file) -> None:
    body = (
        HEAD + f"<w:p><w:commentRangeStart w:id='4'/>{BOLD}<w:commentRangeEnd w:id='4'/>"
        f"<w:r><w:commentReference w:id='4'/></w:r>{PLAIN}</w:p>"
    )
    old = (
        "<w:comment w:id='4' w:author='المحرر'><w:p w14:paraId='1A2B3C4D'><w:r><w:t>راجع</w:t></w:r></w:p></w:comment>"
    )
    extended = "<w15:commentEx w15:paraId='1A2B3C4D' w15:done='1'/>"
    before = word_file(body, comments=old, commentsExtended=extended)
    after = annotated(before).data
    said = comments(after)
    assert said["4"] == ("المحرر", "راجع")
    assert sorted(said) == ["4", "5", "6"]
    assert commented(after)["4"] == "قتل 15"
    new = parts(after)
    assert old in new["word/comments.xml"].decode()
    threads = new["word/commentsExtended.xml"].decode()
    assert extended in threads
    ids = re.findall(r'w14:paraId="(\w+)"', new["word/comments.xml"].decode())
    assert re.findall(r'w15:paraId="(\w+)"', threads) == ids
    assert len(set(ids)) == 2


def test_a_second_time_adds_nothing(annotated, word_file) -> None:
    first = annotated(word_file(HEAD + f"<w:p>{BOLD}{PLAIN}</w:p>"))
    again = annotated(first.data)
    assert again == (first.data, 0, 2)


def test_the_same_file_gives_the_same_bytes(annotated, word_file) -> None:
    data = word_file(HEAD + f"<w:p>{BOLD}{PLAIN}</w:p>")
    assert annotated(data).data == annotated(data).data


def test_a_file_that_changed_meanwhile_is_refused(word_file, tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(word_file(HEAD))
    (document,) = read_path(path)
    assert isinstance(document, Document)
    report = check_document(document, Settings())
    with pytest.raises(InputError) as caught:
        annotate(word_file(HEAD + HEAD), report, load_rules())
    assert caught.value.code == "changed"


def test_a_clean_document_is_copied(annotated, word_file) -> None:
    data = word_file("<w:p><w:r><w:t>قتل 14 شخصا في حريق.</w:t></w:r></w:p>")
    assert annotated(data) == (data, 0, 0)


def test_figures_in_tables_insertions_and_links_have_their_comments(annotated, word_file) -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell.format('القتلى')}{cell.format('16')}</w:tr></w:tbl>"
    linked = f"<w:hyperlink r:id='x'><w:ins w:id='9' w:author='س'>{BOLD}</w:ins></w:hyperlink>"
    after = annotated(word_file(HEAD + f"<w:p>{linked}{PLAIN}</w:p>{table}"))
    assert {"14 شخصا", "15 شخصا", "16"} <= set(commented(after.data).values())


def test_a_text_box_has_its_comment_on_the_run_that_holds_it(annotated, word_file) -> None:
    box = (
        "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>قتل 15 شخصا في حريق بمصنع للنسيج.</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    before = word_file(HEAD + f"<w:p><w:r><w:t>وصف.</w:t></w:r>{box}</w:p>")
    after = annotated(before)
    assert after.added == 2
    inside = parts(after.data)["word/document.xml"].decode()
    inside = inside[inside.index("<w:txbxContent>") : inside.index("</w:txbxContent>")]
    assert "comment" not in inside
    assert "قتل 15 شخصا في حريق بمصنع للنسيج." in commented(after.data).values()


def test_a_note_has_its_comment_at_its_number(annotated, word_file) -> None:
    notes = "<w:footnote w:id='2'><w:p><w:r><w:t>قتل 15 شخصا في حريق بمصنع للنسيج.</w:t></w:r></w:p></w:footnote>"
    body = HEAD + "<w:p><w:r><w:t>وصف</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    after = annotated(word_file(body, footnotes=notes))
    assert after.added == 2
    assert b"comment" not in parts(after.data)["word/footnotes.xml"]


def test_a_prefix_of_its_own(annotated, word_file, zip_file) -> None:
    data = word_file(HEAD + f"<w:p>{BOLD}{PLAIN}</w:p>")
    files = parts(data)
    files["word/document.xml"] = re.sub(
        rb"(</?)w:|(\s)w:(?=\w+=)|xmlns:w=",
        lambda m: m[1] + b"x:" if m[1] else m[2] + b"x:" if m[2] else b"xmlns:x=",
        files["word/document.xml"],
    )
    after = annotated(zip_file(files)).data
    assert sorted(commented(after).values()) == ["14 شخصا", "15 شخصا"]


def test_markup_in_the_article_stays_text(annotated, word_file) -> None:
    name = "&lt;/w:t&gt;&lt;script&gt;"
    body = (
        f"<w:p><w:r><w:t>قال {name} إن القتلى 15 في حريق المصنع.</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>وقالت الشرطة إن القتلى 16 في حريق المصنع.</w:t></w:r></w:p>"
    )
    after = annotated(word_file(HEAD + body)).data
    assert b"<script" not in parts(after)["word/comments.xml"]
    assert comments(after)
