"""Which encoding a file is in, and which bytes are no text."""

from __future__ import annotations

import codecs
import time

import pytest

from checker.errors import InputError
from checker.reading.encodings import decode

NEWS = "قتل 5 جنود وأصيب 12 آخرون في هجوم على حاجز للجيش، بحسب مصدر أمني."
SHORT = "إصابة عامل في حريق"
MIXED = "وقالت شركة ACME Ltd. (نيويورك) إن 3 من موظفيها أصيبوا على متن Boeing 737، مساء أمس"


def name(data: bytes) -> str:
    return decode(data, "news.txt").encoding


def code(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        decode(data, "news.txt")
    assert caught.value.en.startswith("news.txt: ") and caught.value.ar.startswith("news.txt: ")
    assert "\n" not in caught.value.en + caught.value.ar
    return caught.value.code


@pytest.mark.parametrize("text", [NEWS, SHORT, MIXED, NEWS * 2000], ids=["news", "short", "mixed", "long"])
@pytest.mark.parametrize(
    ("codec", "bom", "expected"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("cp1256", b"", "windows-1256"),
        ("iso8859_6", b"", "iso-8859-6"),
    ],
)
def test_every_encoding_is_recognised_and_said(text: str, codec: str, bom: bytes, expected: str) -> None:
    decoded = decode(bom + text.encode(codec), "news.txt")
    assert decoded.text == text
    assert decoded.encoding == expected
    assert [notice.code for notice in decoded.notices] == ([] if expected == "utf-8" else ["encoding"])


def test_latin_text_with_one_arabic_sentence() -> None:
    text = "The agency reported from the scene. " * 200 + NEWS
    assert name(text.encode("cp1256")) == "windows-1256"
    assert name(text.encode("iso8859_6")) == "iso-8859-6"


def test_newlines_are_not_translated() -> None:
    text = "عنوان\r\n\r\nمتن\rآخر\n"
    for codec in ("utf-8", "cp1256"):
        assert decode(text.encode(codec), "news.txt").text == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Les forces de sécurité ont arrêté dix personnes après l'été à Paris", "cp1252"),
        ("Десять человек погибли в результате взрыва в городе", "cp1251"),
        ("Δέκα άνθρωποι σκοτώθηκαν από την έκρηξη", "cp1253"),
        ("昨天爆炸造成十人死亡，多人受伤", "gb18030"),
        ("昨日の爆発で十人が死亡した", "shift_jis"),
        (SHORT, "cp720"),
    ],
)
def test_other_encodings_are_refused(text: str, codec: str) -> None:
    assert code(text.encode(codec)) == "undecodable"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n" + b"text " * 50,
        b"PK\x03\x04rest of a document",
        b"{\\rtf1 text}",
        b"\xff\xd8\xff\xe0 picture",
        NEWS.encode() + b"\0",
        NEWS.encode("utf-16-le"),
        codecs.BOM_UTF32_LE + NEWS.encode("utf-32-le"),
        bytes(range(1, 9)) * 40,
    ],
    ids=["pdf", "zip", "rtf", "jpeg", "nul", "utf-16 without bom", "utf-32", "controls"],
)
def test_binary_files_are_refused(data: bytes) -> None:
    assert code(data) == "binary"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u200f\n".encode()])
def test_a_file_without_a_visible_character_is_empty(data: bytes) -> None:
    assert code(data) == "empty"


def test_every_byte_is_no_text() -> None:
    assert code(bytes(range(128, 256)) * 20) == "undecodable"


def test_utf8_with_a_lost_byte_is_read_and_the_place_is_said() -> None:
    data = NEWS.encode()
    decoded = decode(data[:20] + b"\xff" + data[20:], "news.txt")
    assert decoded.encoding == "utf-8"
    [notice] = decoded.notices
    assert notice.code == "replacement-characters"
    assert decoded.text[notice.start] == "\ufffd"
    assert decoded.text.replace("\ufffd", "") == NEWS


def test_utf8_cut_in_the_middle_of_a_letter_is_read() -> None:
    decoded = decode(NEWS.encode()[:-2], "news.txt")
    assert decoded.text == NEWS[:-2] + "\ufffd"


def test_utf8_with_much_damage_is_refused() -> None:
    data = bytearray(NEWS.encode() * 20)
    data[::40] = b"\xff" * len(data[::40])
    assert code(bytes(data)) == "undecodable"


def test_replacement_characters_of_an_earlier_reader_are_said() -> None:
    decoded = decode("قتل \ufffd جنود و\ufffd مدنيين".encode(), "news.txt")
    assert [(notice.code, notice.start) for notice in decoded.notices] == [("replacement-characters", 4)]
    assert decoded.notices[0].en.startswith("2 ")


def test_half_a_utf16_character_at_the_end_is_said() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le") + b"\x44", "news.txt")
    assert {notice.code for notice in decoded.notices} == {"encoding", "replacement-characters"}


@pytest.mark.parametrize(
    "data",
    [NEWS.encode("cp1256") * 60_000, NEWS.encode() * 40_000 + b"\xd9", b"\x81" * 4_000_000],
    ids=["windows-1256", "cut", "no encoding"],
)
def test_large_files_take_linear_time(data: bytes) -> None:
    started = time.perf_counter()
    try:
        decode(data, "news.txt")
    except InputError as error:
        assert error.code == "undecodable"
    assert time.perf_counter() - started < 5
