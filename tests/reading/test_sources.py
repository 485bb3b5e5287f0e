"""Files, folders, standard input and strings, and what is wrong with them."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.model import RegionKind
from checker.reading import MAX_BYTES, expand, from_text, read_path, read_stdin

TEXT = "إصابة 4 عمال\r\n\r\nالسبت 7 سبتمبر 2024\r\nقال مسؤول إن أربعة عمال أصيبوا حين انهار سقف المصنع.\r\n"


def fails(path: str | Path, **options: int) -> InputError:
    with pytest.raises(InputError) as caught:
        list(read_path(path, **options))
    error = caught.value
    for sentence in (error.ar, error.en):
        assert "\n" not in sentence
        assert error.path in sentence
    assert error.exit_status == 2
    return error


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    (document,) = read_path(path)
    assert document.text == TEXT
    assert (document.path, document.encoding, document.date) == (str(path), "utf-8", "2024-09-07")
    assert document.title is not None
    assert document.title.of(TEXT) == "إصابة 4 عمال"
    assert document.notices == ()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859_6"])
def test_offsets_hold_for_the_decoded_file_in_every_encoding(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode(codec))
    (document,) = read_path(str(path))
    body = [region.span for region in document.regions if region.kind is RegionKind.BODY]
    assert [span.of(path.read_bytes().decode(codec)) for span in body] == [TEXT.splitlines()[3]]


def test_any_suffix_is_read_when_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "article.story"
    path.write_bytes(TEXT.encode())
    assert [document.text for document in read_path(path)] == [TEXT]


def test_a_missing_file(tmp_path: Path) -> None:
    assert fails(tmp_path / "none.txt").code == "not-found"
    assert fails(tmp_path / "none" / "none.txt").code == "not-found"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert fails(tmp_path).code == "is-unreadable"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_bytes(TEXT.encode())
    path.chmod(0)
    assert fails(path).code == "is-unreadable"


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b"%PDF-1.4", "binary"), (b"\x81\x8d\x90" * 9, "undecodable")]
)
def test_a_file_without_text(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    assert fails(path).code == code


def test_a_file_of_50_mb_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    started = time.perf_counter()
    error = fails(path)
    assert time.perf_counter() - started < 0.5
    assert error.code == "too-large"
    assert f"{MAX_BYTES // 1024 // 1024} MB" in error.en


def test_the_limit_can_be_set(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    size = len(TEXT.encode())
    assert [document.text for document in read_path(path, max_bytes=size)] == [TEXT]
    assert fails(path, max_bytes=size - 1).code == "too-large"


@pytest.mark.skipif(sys.platform != "linux", reason="names of arbitrary bytes")
def test_a_name_that_is_not_text_is_printed_on_one_line(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/a\xff\nb.txt")
    error = fails(path)
    assert error.path.endswith("a\ufffd\ufffdb.txt")
    error.en.encode()


def test_a_name_with_a_nul() -> None:
    assert fails("a\0b.txt").code == "is-unreadable"


def test_standard_input() -> None:
    (document,) = read_stdin(io.BytesIO(TEXT.encode("cp1256")))
    assert (document.path, document.text, document.encoding) == ("-", TEXT, "windows-1256")


@pytest.mark.parametrize(("data", "code"), [(b"", "empty"), (b"x" * 11, "too-large")])
def test_standard_input_without_an_article(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_stdin(io.BytesIO(data), max_bytes=10))
    assert (caught.value.code, caught.value.path) == (code, "-")
    assert "standard input" in caught.value.en


def test_a_string_with_its_title_in_front() -> None:
    document = from_text(TEXT, title=" إصابة  4 عمال ")
    assert document.text == TEXT
    assert document.title is not None
    assert document.title.of(TEXT) == "إصابة 4 عمال"


def test_a_string_without_its_title_gets_it() -> None:
    document = from_text("أصيب عمال في مصنع.", title="إصابة 4 عمال\n")
    assert document.text == "إصابة 4 عمال\n\nأصيب عمال في مصنع."
    assert document.title == (0, 12)
    assert [region.kind for region in document.regions] == [RegionKind.TITLE, RegionKind.BODY]


def test_a_title_that_is_only_part_of_a_sentence_is_put_in_front() -> None:
    document = from_text("قالت الشرطة: إصابة 4 عمال في مصنع.", title="إصابة 4 عمال")
    assert document.text.startswith("إصابة 4 عمال\n\n")


@pytest.mark.parametrize("title", [None, "", " \n"])
def test_a_blank_title_is_none(title: str | None) -> None:
    assert from_text("أصيب عمال.", title=title).text == "أصيب عمال."


def test_a_title_that_reads_like_a_sentence_is_taken_when_given() -> None:
    document = from_text("أصيب عمال.\n\nوقالت الشرطة إنهم أربعة.", title="أصيب عمال.")
    assert document.title == (0, 10)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "c.pdf", "sub/d.TXT", ".hidden/e.txt", ".f.txt", "empty/g.csv", "h.json", "~$i.docx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(TEXT.encode())
    return tmp_path


def test_a_folder_stands_for_its_articles(folder: Path) -> None:
    names = [str(Path(str(path)).relative_to(folder)) for path in expand([str(folder)])]
    assert names == ["a.md", "b.txt", "c.pdf", str(Path("sub", "d.TXT"))]


def test_files_and_dash_pass_through_in_order(folder: Path) -> None:
    article = str(folder / "b.txt")
    assert list(expand(["-", article, "none.txt", article])) == ["-", article, "none.txt", article]


def test_a_folder_without_articles_does_not_stop_the_others(folder: Path) -> None:
    first, second = expand([str(folder / "empty"), str(folder / "sub")])
    assert isinstance(first, InputError)
    assert first.code == "no-article"
    assert str(folder / "empty") in first.ar
    assert second == str(folder / "sub" / "d.TXT")


def test_a_folder_named_like_an_article(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    [error] = expand([str(tmp_path / "x.txt")])
    assert isinstance(error, InputError)
