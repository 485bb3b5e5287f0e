"""Comments in drafts that let findings stand."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

import checker
from checker.model import Document, DocumentReport, Remark, Span, SuppressedBy
from checker.pipeline import Settings, check_document, check_paths
from checker.reading import from_text

SLIP = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين."
SOUND = "قتل 14 شخصا هم 10 جنود وأربعة مدنيين."


def ids(report: DocumentReport) -> list[str]:
    return [finding.rule for finding in report.findings]


def checked(text: str, name: str, folder: Path) -> DocumentReport:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (report,) = check_paths([str(path)], Settings())
    assert isinstance(report, DocumentReport)
    return report


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.txt", f"# checker: ignore CF202: the ministry counts the missing\n{SLIP}\n"),
        ("x.txt", f"#checker:ignore CF202 -- the ministry\n\n{SLIP}\n"),
        ("x.txt", f"# checker: ignore parts-do-not-add-up - the ministry\n{SLIP}\n"),
        ("x.txt", f"# مدقق: تجاهل CF202: الوزارة تعد 20 مفقودا\r\n{SLIP}\r\n"),
        ("x.txt", f"{SLIP} <!-- checker: ignore parts-do-not-add-up: the ministry -->\n"),
        ("x.txt", f"وصل الوفد.\n\n{SLIP}\n\n# checker: ignore-file CF2: the ministry\n"),
        ("x.md", f"# عنوان\n\n<!-- checker: ignore CF202: the ministry -->\n{SLIP}\n"),
        ("x.md", f"# عنوان\n\n<!-- checker: تجاهل CF202:\nالوزارة تعد المفقودين\n-->\n\n{SLIP}\n"),
        ("x.md", f"# عنوان\n\n{SLIP} <!-- Checker: Ignore cf202: the ministry -->\n"),
        (
            "x.txt",
            f"# checker: ignore CF202: the ministry\n# checker: ignore CF301: the desk\nمقتل 13 في هجوم\n\n{SLIP}\n",
        ),
    ],
)
def test_a_comment_with_a_reason_lets_stand(name: str, text: str, tmp_path: Path):
    report = checked(text, name, tmp_path)
    assert "CF202" not in ids(report) or "CF301" in text
    assert not {"CF902", "CF903"} & set(ids(report))
    assert all(kept.by is SuppressedBy.DRAFT and kept.reason for kept in report.suppressed)
    assert report.suppressed


def test_the_comment_is_no_part_of_the_article(tmp_path: Path):
    report = checked(f"# checker: ignore CF202: 20 قتيلا و30 جريحا\nعنوان الخبر اليوم\n\n{SLIP}\n", "x.txt", tmp_path)
    assert [claim.number_text for claim in report.claims] == ["14", "10", "خمسة"]
    title = report.document.title
    assert title
    assert title.of(report.document.text) == "عنوان الخبر اليوم"


def test_a_title_with_a_comment_behind_it(tmp_path: Path):
    text = f"# مقتل 14 في هجوم <!-- checker: ignore CF301: the desk -->\n\n{SOUND}\n"
    report = checked(text, "x.md", tmp_path)
    title = report.document.title
    assert title
    assert title.of(text) == "مقتل 14 في هجوم"


def test_other_lines_and_other_rules_stay_reported(tmp_path: Path):
    assert "CF202" in ids(checked(f"# checker: ignore CF202: x y\nوصل الوفد.\n\n{SLIP}\n", "x.txt", tmp_path))
    assert "CF202" in ids(checked(f"# checker: ignore CF3: x y\n{SLIP}\n", "x.txt", tmp_path))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"# checker: ignore CF202\n{SLIP}", "CF902"),
        (f"# checker: ignore CF202:   \n{SLIP}", "CF902"),
        (f"# checker: ignore CF202: -\n{SLIP}", "CF902"),
        (f"# checker: ignore CF202: the ministry\n{SOUND}", "CF901"),
        (f"# checker: ignore CF299: the ministry\n{SLIP}", "CF903"),
        (f"# checker: ignor CF202: the ministry\n{SLIP}", "CF903"),
        (f"# checker: ignore: the ministry\n{SLIP}", "CF903"),
    ],
)
def test_what_lets_nothing_stand_is_a_finding(text: str, rule: str):
    (report,) = checker.check(text).documents
    assert rule in ids(report)
    assert ("CF202" in ids(report)) == (SLIP in text)
    (about,) = (finding for finding in report.findings if finding.rule == rule)
    assert (about.line, about.column) == (1, 1)
    assert all(about.message.values())


def test_a_rule_that_is_not_looked_for_makes_no_comment_unused(tmp_path: Path):
    document = from_text(f"# checker: ignore CF202: the ministry\n{SOUND}")
    assert ids(check_document(document, Settings(select=("CF1", "CF9")))) == []
    assert ids(check_document(document, Settings(ignore=("CF901",)))) == []


def test_other_comments_are_nobodys_business(tmp_path: Path):
    text = f"<!-- 20 قتيلا؟ -->\n# عنوان\n\n{SOUND}\n\n```\n<!-- checker: ignore CF202: code -->\n```\n"
    report = checked(text, "x.md", tmp_path)
    assert (ids(report), len(report.claims)) == ([], 3)
    assert ids(checked("المدقق: أحمد علي\n\n" + SOUND, "y.txt", tmp_path)) == []


def test_a_comment_beside_the_text_as_in_word():
    """Formats that do not keep their source whole give the stretch that a comment is about."""
    text = f"عنوان الخبر\n{SLIP}\nوصل الوفد."
    place = text.index("14")
    for span in (Span(place, place + 8), Span(place, place)):
        remark = Remark(span, "checker: ignore CF202: الوزارة تعد المفقودين")
        report = check_document(Document(text, "x.docx", remarks=(remark,)), Settings())
        assert [kept.finding.rule for kept in report.suppressed] == ["CF202"]
    marked = f"<!-- checker: ignore CF202: x y -->\n{SLIP}"
    at_its_head = Remark(Span(0, 0), "checker: ignore CF202: x y")
    assert ids(check_document(Document(marked, "x.md", remarks=(at_its_head,)), Settings())) == []
    elsewhere = Remark(Span(len(text) - 3, len(text)), "checker: ignore CF202: الوزارة")
    report = check_document(Document(text, "x.docx", remarks=(elsewhere,)), Settings())
    assert ids(report) == ["CF202", "CF901"]
    human = replace(elsewhere, text="راجع الرقم مع الوزارة: 14 أم 15؟")
    assert ids(check_document(Document(text, "x.docx", remarks=(human,)), Settings())) == ["CF202"]


@pytest.mark.parametrize(
    "text", ["<!--" * 50_000, "<!-- checker: ignore CF202: x -->\n" * 5_000, "# checker: ignore\n" * 5_000]
)
def test_hostile_text_takes_linear_time(text: str, tmp_path: Path):
    begin = time.perf_counter()
    checked(text[: len(text) // 4] + "\n" + SLIP, "x.md", tmp_path)
    quarter = time.perf_counter() - begin
    begin = time.perf_counter()
    checked(text + "\n" + SLIP, "x.md", tmp_path)
    assert time.perf_counter() - begin < 10 * quarter + 1
