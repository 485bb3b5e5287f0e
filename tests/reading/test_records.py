"""Articles in JSON: the fields, the way back to the file, and records that are broken."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.model import Document
from checker.reading import Fields, read_path

BODY = "قتل 15 شخصا في حريق بمصنع للنسيج."


@pytest.fixture
def read(tmp_path: Path):
    def write_and_read(source: str, name: str = "archive.jsonl", **fields: str) -> list[Document | InputError]:
        path = tmp_path / name
        path.write_text(source, encoding="utf-8")
        chosen = Fields()._replace(**{key: (value,) for key, value in fields.items()})
        found = list(read_path(path, fields=chosen))
        for document in found:
            if isinstance(document, Document):
                for anchor in document.anchors:
                    assert anchor.source is not None
                    raw, here = anchor.source.of(source), anchor.span.of(document.text)
                    assert raw == here or raw.startswith(("\\", "&"))
        return found

    return write_and_read


def names(found: list[Document | InputError], tmp_path: Path) -> list[str]:
    return [item.path.removeprefix(str(tmp_path) + "/") for item in found]


def title(document: Document | InputError) -> str | None:
    assert isinstance(document, Document)
    return document.title.of(document.text) if document.title else None


def test_one_article_a_line(read, tmp_path: Path) -> None:
    records = [{"title": "مقتل 14", "text": BODY, "published": "2015-07-21 10:00"}, {"headline": "ب", "body": "نص 3."}]
    found = read("\n".join(json.dumps(record) for record in records) + "\n\n")
    assert names(found, tmp_path) == ["archive.jsonl:1", "archive.jsonl:2"]
    assert [title(document) for document in found] == ["مقتل 14", "ب"]
    first = found[0]
    assert isinstance(first, Document)
    assert (first.text, first.date) == (f"مقتل 14\n\n{BODY}", "2015-07-21")


def test_a_broken_line_is_named_and_the_others_are_read(read, tmp_path: Path) -> None:
    found = read(f'{{"text": "{BODY}"}}\n{{"text": \n[1, 2]\n{{"other": "س"}}\n{{"text": "{BODY}"}}')
    assert names(found, tmp_path) == [f"archive.jsonl:{line}" for line in (1, 2, 3, 4, 5)]
    errors = [item for item in found if isinstance(item, InputError)]
    assert [error.code for error in errors] == ["broken-json", "no-text-field", "no-text-field"]
    assert "line 2" in errors[0].en
    assert "other" in errors[2].en


def test_a_list_of_records(read, tmp_path: Path) -> None:
    found = read(json.dumps([{"text": BODY}, {"text": BODY}]), "list.json")
    assert names(found, tmp_path) == ["list.json[0]", "list.json[1]"]


def test_a_list_inside_an_object(read, tmp_path: Path) -> None:
    found = read(json.dumps({"count": 1, "articles": [{"title": "أ", "text": BODY}]}, ensure_ascii=False), "feed.json")
    assert names(found, tmp_path) == ["feed.json[0]"]
    assert title(found[0]) == "أ"


def test_one_record(read, tmp_path: Path) -> None:
    found = read(json.dumps({"title": "أ", "text": BODY}), "one.json")
    assert (names(found, tmp_path), title(found[0])) == (["one.json"], "أ")


def test_named_fields_and_paths(read) -> None:
    record = {"data": {"story": BODY, "head": "مقتل 14"}, "text": "ليس هذا"}
    (document,) = read(json.dumps(record), text="data.story", title="data.head")
    assert isinstance(document, Document)
    assert document.text == f"مقتل 14\n\n{BODY}"


def test_a_list_of_paragraphs(read) -> None:
    (document,) = read(json.dumps({"body": ["قتل 14.", "وأصيب 9."]}))
    assert isinstance(document, Document)
    assert document.text == "قتل 14.\n\nوأصيب 9."


def test_a_field_of_markup_is_read_as_one(read) -> None:
    (document,) = read(json.dumps({"content": "<p>قتل <b>14</b> &quot;شخصا&quot;.</p><p>وأصيب 9.</p>"}))
    assert isinstance(document, Document)
    assert document.text == 'قتل 14 "شخصا".\n\nوأصيب 9.'


def test_a_title_that_the_text_begins_with_is_not_repeated(read) -> None:
    (document,) = read(json.dumps({"title": "مقتل 14", "text": f"مقتل  14\n\n{BODY}"}))
    assert isinstance(document, Document)
    assert (title(document), document.text.count("مقتل")) == ("مقتل  14", 1)


def test_escapes_keep_their_places(read) -> None:
    source = r'{"text": "قال \"شاهد\" إن \u0661\u0665 قتلوا\n\ud83d\ude00 \ud800 \/ في الحريق."}'
    (document,) = read(source)
    assert isinstance(document, Document)
    assert document.text == 'قال "شاهد" إن ١٥ قتلوا\n\U0001f600 \ufffd / في الحريق.'


def test_an_article_without_words(read) -> None:
    (error,) = read('{"text": "  "}')
    assert isinstance(error, InputError)
    assert error.code == "empty"


@pytest.mark.parametrize("text", ["[]", "5", '"نص"'])
def test_a_file_without_records(read, text: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text, "none.json")
    assert caught.value.code == "no-records"


@pytest.mark.parametrize("text", ["{", "[" * 200_000, '{"a": 1e}'])
def test_a_broken_file(read, text: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text, "none.json")
    assert caught.value.code == "broken-json"


def test_a_number_of_many_digits_is_no_trap(read) -> None:
    (document,) = read('{"id": ' + "9" * 50_000 + f', "text": "{BODY}"}}')
    assert isinstance(document, Document)


def test_many_escapes_and_fields_take_linear_time(read) -> None:
    def seconds(size: int) -> float:
        source = json.dumps({"text": '"<p>&amp;' * size + BODY, "x": [{"a": "b"}] * size})
        started = time.perf_counter()
        read(source)
        return time.perf_counter() - started

    seconds(1_000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.05)
