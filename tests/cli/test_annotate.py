"""``checker check --annotate``, other formats on the command line, and what stays untouched."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import docx
import jsonschema
import pytest

BODY = (
    "<w:p><w:pPr><w:pStyle w:val='a3'/></w:pPr><w:r><w:t>مقتل 14 شخصا في حريق بمصنع</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>قتل 15 شخصا وأصيب 9 في حريق بمصنع للنسيج.</w:t></w:r></w:p>"
)


@pytest.fixture
def draft(tmp_path: Path, word_file) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(word_file(BODY))
    return path


def said(path: Path) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(path.read_bytes())).comments]


def test_a_copy_with_comments_in_arabic(run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKER_LANG")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    before = draft.read_bytes()
    target = draft.with_name("checked.docx")
    ran = run("check", str(draft), "--annotate", str(target))
    assert ran.status == 1
    assert "2 comments added" in ran.err
    assert any("العنوان يقول 14 والمتن يقول 15" in text for text in said(target))
    assert draft.read_bytes() == before


def test_english_comments_on_request(run, draft: Path) -> None:
    target = draft.with_name("checked.docx")
    run("check", str(draft), "--annotate", str(target), "--lang", "en", "--format", "json")
    assert any("The headline says 14" in text for text in said(target))


def test_the_original_is_never_written_to(run, draft: Path) -> None:
    before = draft.read_bytes()
    link = draft.with_name("link.docx")
    link.symlink_to(draft)
    for target in (draft, link):
        ran = run("check", str(draft), "--annotate", str(target))
        assert ran.status == 2
        assert "one of the inputs" in ran.err
    assert draft.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["draft.docx", "draft.docx"], "one Word file"),
        (["draft.txt"], "one Word file"),
        (["."], "one Word file"),
    ],
)
def test_what_cannot_be_annotated(run, draft: Path, monkeypatch, words: list[str], complaint: str) -> None:
    monkeypatch.chdir(draft.parent)
    ran = run("check", *words, "--annotate", "checked.docx")
    assert (ran.status, ran.out) == (2, "")
    assert complaint in ran.err
    assert not draft.with_name("checked.docx").exists()


def test_a_copy_needs_the_suffix_of_the_original(run, draft: Path) -> None:
    ran = run("check", str(draft), "--annotate", str(draft.with_name("checked.pdf")))
    assert ran.status == 2
    assert ".docx" in ran.err


def test_report_and_copy_are_two_files(run, draft: Path) -> None:
    target = str(draft.with_name("checked.docx"))
    assert run("check", str(draft), "--annotate", target, "--output", target).status == 2


def test_a_folder_that_is_not_there(run, draft: Path) -> None:
    ran = run("check", str(draft), "--annotate", str(draft.parent / "none" / "checked.docx"))
    assert ran.status == 2
    assert "cannot write" in ran.err


def test_a_broken_draft_gives_no_copy(run, draft: Path) -> None:
    draft.write_bytes(b"PK\x03\x04 broken")
    target = draft.with_name("checked.docx")
    ran = run("check", str(draft), "--annotate", str(target))
    assert ran.status == 2
    assert "draft.docx" in ran.err
    assert not target.exists()


def test_broken_files_of_a_folder_are_named_and_the_others_are_checked(run, draft: Path) -> None:
    folder = draft.parent
    (folder / "broken.docx").write_bytes(b"PK\x03\x04")
    (folder / "empty.html").write_text("<html><nav>الرئيسية</nav></html>", encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "articles.jsonl").write_text('{"text": "قتل 14 شخصا في حريق."}\n{broken\n', encoding="utf-8")
    ran = run("check", str(folder), "--format", "json")
    report = json.loads(ran.out)
    assert ran.status == 2
    assert [Path(failure["path"]).name for failure in report["failures"]] == [
        "articles.jsonl:2",
        "broken.docx",
        "empty.html",
        "scan.pdf",
    ]
    assert [Path(document["path"]).name for document in report["documents"]] == ["articles.jsonl:1", "draft.docx"]
    assert "Traceback" not in ran.err
    schema = json.loads(run("schema").out)
    jsonschema.validate(report, schema)


def test_the_json_leads_back_to_the_file(run, draft: Path) -> None:
    (document,) = json.loads(run("check", str(draft), "--format", "json").out)["documents"]
    claim = document["claims"][1]
    assert document["text"][claim["start"] : claim["end"]] == claim["text"] == "15 شخصا"
    anchor = next(a for a in document["anchors"] if a["start"] <= claim["start"] < a["end"])
    assert (anchor["part"], anchor["node"]) == ("word/document.xml", 1)


def test_fields_of_records_by_name(run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"head": "مقتل 14 شخصا في حريق", "story": "قتل 15 شخصا في حريق بمصنع."}\n', encoding="utf-8")
    ran = run("check", str(path), "--text-field", "story", "--title-field", "head")
    assert "CF301" in ran.out
    assert "name it with --text-field" in run("check", str(path)).err
    assert "15" in run("extract", str(path), "--text-field", "story", "--format", "csv").out


@pytest.mark.parametrize(
    ("name", "library", "extra"), [("a.html", "trafilatura", "html"), ("a.pdf", "pdfminer", "pdf")]
)
def test_a_missing_extra_is_named(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    for module in list(sys.modules):
        if module.split(".")[0] == library or module.startswith("checker.reading.paper."):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    path = tmp_path / name
    path.write_text("<html><p>قتل 14 شخصا.</p></html>", encoding="utf-8")
    ran = run("check", str(path))
    assert ran.status == 2
    assert f"pip install 'checker[{extra}]'" in ran.err


@pytest.mark.parametrize("suffix", [".docx", ".html", ".pdf", ".json", ".jsonl"])
def test_200_megabytes_are_refused_at_once(run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"large{suffix}"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    ran = run("check", str(path))
    assert ran.status == 2
    assert "the limit for one file" in ran.err
    assert str(path) in ran.err
