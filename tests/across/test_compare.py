"""What is linked across articles, what stays apart, and what is said of it."""

from __future__ import annotations

from checker.across.texts import compare_documents
from checker.consistency import load_rules
from checker.model import Report, Severity
from checker.reading import from_text

RULES = load_rules()


def compared(*texts: str, draft: str | None = None, day: str = "2023-05-0") -> Report:
    names = [f"{day}{k}-{k}.txt" for k in range(1, len(texts) + 1)]
    documents = [from_text(text, name) for text, name in zip(texts, names, strict=True)]
    return compare_documents(documents, RULES, draft)


def across(report: Report) -> list[tuple[str, str]]:
    return [(d.document.path[-5], f.arithmetic) for d in report.documents for f in d.findings if f.rule == "CF701"]


def test_one_happening_in_two_papers(ambush):
    report = compared(ambush(14), ambush(10))
    assert report.figures is not None
    killed, injured = sorted(report.figures, key=lambda figure: figure.outcome.value, reverse=True)
    assert (killed.min, killed.max, killed.agree) == (10, 14, False)
    assert (injured.min, injured.max, injured.agree) == (6, 6, True)
    assert killed.happening == injured.happening
    assert "تبسة" in killed.event
    assert across(report) == [("2", "10 ≠ 14")]


def test_a_finding_is_about_the_draft(ambush):
    report = compared(ambush(14), ambush(10), ambush(10), draft="2023-05-01-1.txt")
    assert across(report) == [("1", "14 ≠ 10")]
    finding = next(f for f in report.findings if f.rule == "CF701")
    assert finding.severity is Severity.WARNING
    for words in finding.message.values():
        assert "2023-05-02-2.txt" in words
        assert "2023-05-03" in words


def test_a_draft_that_agrees_is_left_alone(ambush):
    assert across(compared(ambush(14), ambush(14), ambush(10), draft="2023-05-01-1.txt")) == [("1", "14 ≠ 10")]
    assert across(compared(ambush(14), ambush(14), draft="2023-05-01-1.txt")) == []


def test_happenings_that_look_alike_stay_apart(ambush, bus):
    assert compared(ambush(14), bus(14, 6)).figures == ()
    other = ambush(14).replace("تبسة", "وهران").replace("شرق", "غرب")
    assert compared(ambush(14), other).figures == ()


def test_hedges_hold_beside_what_they_allow(ambush):
    hedged = ambush("أكثر من 10 ").replace("10  جنديا", "10 جنود")
    report = compared(ambush(14), hedged)
    assert report.figures
    assert all(figure.agree for figure in report.figures)


def test_about_is_only_a_note(ambush):
    report = compared(ambush(60, 9), ambush("نحو 57", 9), draft="2023-05-01-1.txt")
    assert [f.severity for f in report.findings if f.rule == "CF701"] == [Severity.NOTE]


def test_a_headline_in_round_figures_is_only_a_note():
    about = "مخالفا لنظام الإقامة منذ مطلع العام."
    report = compared(
        f"توقيف 84315 مخالفا في تبسة\n\nأوقفت شرطة ولاية تبسة 84315 {about}",
        f"شرطة تبسة توقف 84 ألف مخالف\n\nأوقفت شرطة ولاية تبسة 84315 {about}",
    )
    assert across(report) == [("2", "84000 ≠ 84315")]
    assert {f.severity for d in report.documents for f in d.findings} == {Severity.NOTE}


def test_an_article_without_a_day_is_linked_on_the_rest(ambush):
    documents = [from_text(ambush(14), "a.txt"), from_text(ambush(10), "b.txt")]
    report = compare_documents(documents, RULES)
    assert report.figures
    assert {mention.day for figure in report.figures for mention in figure.mentions} == {None}


def test_the_order_of_the_articles_does_not_matter(ambush, bus):
    one = compared(ambush(14), ambush(10), bus(7))
    other = compare_documents([d.document for d in reversed(one.documents)], RULES)
    assert one.figures is not None
    assert other.figures is not None

    def told(report: Report) -> set[tuple[int, int, frozenset[tuple[str, str]]]]:
        return {(f.min, f.max, frozenset((m.document, m.claim.id) for m in f.mentions)) for f in report.figures or ()}

    assert told(one) == told(other)


def test_many_articles_are_blocked(ambush, bus):
    texts = [ambush(14), *(bus(7).replace("المنيا", town) for town in ("أسوان", "سوهاج", "قنا") for _ in range(30))]
    report = compared(*texts, ambush(10), day="2023-05-02-")
    assert any(figure.max == 14 and figure.min == 10 for figure in report.figures or ())
