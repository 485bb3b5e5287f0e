"""What LibreOffice, which shares no code with us, finds in an annotated Word file."""

from __future__ import annotations

import os
import shutil
import subprocess
from xml.etree import ElementTree

import pytest

from checker.cli import main

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice-writer)"
)

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"


def run(text: str, properties: str = "<w:rtl/>") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def cell(text: str) -> str:
    return f"<w:tc><w:tcPr><w:tcW w:w='4000' w:type='dxa'/></w:tcPr><w:p>{run(text)}</w:p></w:tc>"


BODY = (
    f"<w:p><w:pPr><w:pStyle w:val='a3'/></w:pPr>{run('مقتل 29 شخصا في حريق بمستودع في الميناء')}</w:p>"
    f"<w:p>{run('قتل ')}{run('31', '<w:b/><w:bCs/><w:rtl/>')}{run(' شخصا، بينهم ')}"
    f"<w:del w:id='91' w:author='س'><w:r><w:delText>8</w:delText></w:r></w:del>"
    f"<w:ins w:id='90' w:author='س'>{run('9')}</w:ins>{run(' من رجال الإطفاء، في حريق شبّ فجر اليوم.')}</w:p>"
    f"<w:p><w:commentRangeStart w:id='4'/>{run('وبحسب المديرية')}<w:commentRangeEnd w:id='4'/>"
    "<w:r><w:commentReference w:id='4'/></w:r>"
    f"{run('، فإن القتلى هم 17 عاملا و9 من رجال الإطفاء وأربعة سائقين.')}</w:p>"
    "<w:tbl><w:tblPr><w:tblW w:w='8000' w:type='dxa'/></w:tblPr><w:tblGrid><w:gridCol w:w='4000'/>"
    f"<w:gridCol w:w='4000'/></w:tblGrid><w:tr>{cell('القتلى')}{cell('31')}</w:tr></w:tbl><w:p/>"
)
COMMENT = "<w:comment w:id='4' w:author='المحرر'><w:p><w:r><w:t>هل اتصلنا بها؟</w:t></w:r></w:p></w:comment>"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory, word_file) -> dict[str, ElementTree.Element]:
    """The draft and its annotated copy, each opened by LibreOffice and saved as OpenDocument."""
    folder = tmp_path_factory.mktemp("word")
    (folder / "draft.docx").write_bytes(word_file(BODY, comments=COMMENT))
    with pytest.raises(SystemExit):
        main(["check", str(folder / "draft.docx"), "--annotate", str(folder / "checked.docx")])
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "fodt",
            "--outdir",
            str(folder),
            str(folder / "draft.docx"),
            str(folder / "checked.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=240,
        env=environment,
    )
    return {name: ElementTree.parse(folder / f"{name}.fodt").getroot() for name in ("draft", "checked")}


def annotations(root: ElementTree.Element) -> list[tuple[str, str, str]]:
    """Author, text and commented words of every comment."""
    found: dict[str, list[str]] = {}
    open_: list[str] = []

    def walk(element: ElementTree.Element) -> None:
        name = element.get(f"{OFFICE}name", "")
        if element.tag == f"{OFFICE}annotation":
            lines = ["".join(p.itertext()) for p in element.iter(f"{TEXT}p")]
            found[name] = [element.findtext(f"{DC}creator", ""), "\n".join(lines), ""]
            open_.append(name)
        elif element.tag == f"{OFFICE}annotation-end":
            open_.remove(name)
        else:
            if element.tag == f"{TEXT}s":
                add(" " * int(element.get(f"{TEXT}c", "1")))
            add(element.text or "")
            for child in element:
                walk(child)
                add(child.tail or "")

    def add(text: str) -> None:
        for name in open_:
            found[name][2] += text

    body = root.find(f"{OFFICE}body/{OFFICE}text")
    assert body is not None
    for child in body:
        walk(child)
    return [(author, text, words) for author, text, words in found.values()]


def body_text(root: ElementTree.Element) -> list[str]:
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    assert body is not None
    for parent in list(body.iter()):
        for child in list(parent):
            if child.tag == f"{OFFICE}annotation":
                place = list(parent).index(child)
                before = parent[place - 1] if place else None
                if before is not None:
                    before.tail = (before.tail or "") + (child.tail or "")
                else:
                    parent.text = (parent.text or "") + (child.tail or "")
                parent.remove(child)
    return ["".join(p.itertext()) for p in body.iter(f"{TEXT}p")]


def test_every_comment_is_there_on_its_words(converted) -> None:
    ours = [
        (text.split("\n")[0], words) for author, text, words in annotations(converted["checked"]) if author == "checker"
    ]
    assert ("خطأ CF301", "29 شخصا") in ours
    assert ("خطأ CF202", "31 شخصا") in ours
    assert ("خطأ CF202", "17 عاملا") in ours
    assert ("خطأ CF202", "أربعة سائقين") in ours


def test_the_arithmetic_can_be_read(converted) -> None:
    said = [text.split("\n") for author, text, words in annotations(converted["checked"]) if words == "31 شخصا"]
    assert any("17 + 9 + 4 = 30 ≠ 31" in lines for lines in said)


def test_the_comment_that_was_there_is_as_it_was(converted) -> None:
    before, after = (
        [item for item in annotations(converted[name]) if item[0] == "المحرر"] for name in ("draft", "checked")
    )
    assert before == after == [("المحرر", "هل اتصلنا بها؟", "وبحسب المديرية")]


def test_the_text_is_the_same(converted) -> None:
    assert body_text(converted["checked"]) == body_text(converted["draft"])
