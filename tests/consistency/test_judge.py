"""Findings from hand-made facts: names, severities, arithmetic, places."""

from __future__ import annotations

import subprocess
import sys

import pytest

import checker
from checker.consistency import judge, load_rules
from checker.consistency.bounds import Interval, default_thresholds, interval_of, shown
from checker.model import (
    Claim,
    Document,
    Facts,
    Group,
    Hedge,
    Outcome,
    Presence,
    Relation,
    RelationKind,
    Severity,
    Span,
)

TEXT = "\n".join(f"line {k} with a figure" for k in range(1, 30))


def claim(k: int, low: int | None, high: int | None = -1, hedge: Hedge = Hedge.EXACT, **more: object) -> Claim:
    place = TEXT.index(f"line {k} ")
    values: dict[str, object] = {
        "id": f"c{k}",
        "start": place,
        "end": place + 6,
        "text": f"{low} {k}",
        "number": Span(place, place + 4),
        "number_text": "",
        "min": low,
        "max": low if high == -1 else high,
        "hedge": hedge,
        "outcome": Outcome.KILLED,
        "group": Group.PEOPLE,
        **more,
    }
    return Claim(**values)  # type: ignore[arg-type]


def found(claims: list[Claim], relations: list[Relation]) -> list[tuple[str, str, tuple[str, ...], str]]:
    findings, _ = judge(Facts(Document(TEXT), tuple(claims), tuple(relations)), load_rules())
    return [(f.rule, f.severity.value, f.claims, f.arithmetic) for f in findings]


def same(*claims: str, confidence: float = 1.0) -> Relation:
    return Relation(RelationKind.SAME, claims, confidence=confidence)


def total(whole: str, *parts: str) -> Relation:
    return Relation(RelationKind.SUM, whole=whole, parts=parts, complete=True)


def test_repeated_figure():
    assert found([claim(1, 18), claim(2, 19)], [same("c1", "c2")]) == [("CF101", "error", ("c1", "c2"), "18 ≠ 19")]


def test_doubt_lowers_the_severity():
    claims = [claim(1, 18), claim(2, 19)]
    assert found(claims, [same("c1", "c2", confidence=0.6)])[0][1] == "warning"
    assert found(claims, [same("c1", "c2", confidence=0.15)])[0][1] == "note"


@pytest.mark.parametrize(
    ("headline", "body", "severity"),
    [(1300, 1310, "warning"), (1300, 1260, "warning"), (1300, 1400, "error"), (50, 52, "error"), (1310, 1300, "error")],
)
def test_a_headline_in_round_figures_is_no_error(headline: int, body: int, severity: str):
    claims = [claim(1, headline, in_title=True), claim(2, body)]
    assert [f[:2] for f in found(claims, [same("c1", "c2")])] == [("CF301", severity)]


def test_compatible_bounds_are_fine():
    claims = [claim(1, 51, None, Hedge.MORE_THAN), claim(2, 52), claim(3, 20, None, Hedge.AT_LEAST)]
    assert found(claims, [same("c1", "c2"), same("c2", "c3")]) == []


def test_sources():
    claims = [claim(1, 9, source="وزارة الدفاع"), claim(2, 14, source="تنظيم القاعدة")]
    assert found(claims, [same("c1", "c2")])[0][:2] == ("CF102", "warning")


def test_sums():
    claims = [claim(1, 14), claim(2, 10), claim(3, 5)]
    complete = Relation(RelationKind.SUM, whole="c1", parts=("c2", "c3"), complete=True)
    assert found(claims, [complete]) == [("CF202", "error", ("c1", "c2", "c3"), "10 + 5 = 15 ≠ 14")]
    some = Relation(RelationKind.SUM, whole="c1", parts=("c2", "c3"))
    assert found(claims, [some])[0][0] == "CF203"
    fewer = Relation(RelationKind.SUM, whole="c1", parts=("c3",))
    assert found(claims, [fewer]) == []


def test_a_part_greater_than_its_whole():
    assert found([claim(1, 9), claim(2, 12, part_of="c1")], [])[0][0] == "CF201"


def test_the_arithmetic_is_that_of_the_claims_that_clash():
    """The 6 ("at least") are told again as 7: it is the 7 that does not fit."""
    claims = [claim(1, 11), claim(2, 6, None, Hedge.AT_LEAST), claim(3, 5), claim(4, 7)]
    relations = [total("c1", "c2", "c3"), same("c2", "c4")]
    assert found(claims, relations) == [("CF202", "error", ("c1", "c3", "c4"), "7 + 5 = 12 ≠ 11")]


def test_a_sum_that_bounds_alone_exclude():
    above = [claim(1, 60), claim(2, 51, None, Hedge.MORE_THAN), claim(3, 10)]
    assert found(above, [total("c1", "c2", "c3")])[0][3] == "51 + 10 = 61 > 60"
    below = [claim(1, 51, None, Hedge.MORE_THAN), claim(2, 10), claim(3, 4)]
    assert found(below, [total("c1", "c2", "c3")])[0][3] == "10 + 4 = 14 < 51"
    rough = [claim(1, 400), claim(2, 300, hedge=Hedge.ABOUT), claim(3, 10)]
    assert found(rough, [total("c1", "c2", "c3")])[0][3] == "≈300 + 10 = ≈310 < 400"


def test_a_change_with_what_it_changed_by():
    claims = [claim(1, 20), claim(2, 4), claim(3, 25)]
    rise = Relation(RelationKind.CHANGE, ("c1", "c2", "c3"), sign=1)
    assert found(claims, [rise])[0] == ("CF401", "error", ("c1", "c2", "c3"), "20 + 4 = 24 ≠ 25")
    fall = Relation(RelationKind.CHANGE, ("c1", "c2", "c3"), sign=-1)
    assert found(claims, [fall])[0][3] == "20 - 4 = 16 ≠ 25"
    assert found([claim(1, 20), claim(2, 5), claim(3, 25)], [rise]) == []


def test_same_relations_with_a_claim_in_common_are_one_figure():
    claims = [claim(1, 9), claim(2, 9, None, Hedge.AT_LEAST), claim(3, 14)]
    assert found(claims, [same("c1", "c2"), same("c2", "c3")])[0][2] == ("c1", "c3")


def test_a_doubtful_tie_lowers_the_sum_that_needs_it():
    claims = [claim(1, 11), claim(2, 6, None, Hedge.AT_LEAST), claim(3, 5), claim(4, 7)]
    relations = [total("c1", "c2", "c3"), same("c2", "c4", confidence=0.6)]
    assert found(claims, relations)[0][1] == "warning"


SECURITY = {"group": Group.SECURITY}


def overall(*relations: Relation, presence: str) -> Facts:
    """More than 50 dead, 14 of them soldiers; 10 in one place, soldiers among them; 14 soldiers in another."""
    claims = (
        claim(1, 51, None, Hedge.MORE_THAN),
        claim(2, 14, part_of="c1", **SECURITY),
        claim(3, 10),
        claim(4, 14, None, Hedge.AT_LEAST, **SECURITY),
        claim(5, 10),
    )
    toll = Relation(RelationKind.TOLL, whole="c1", parts=("c3", "c4"), confidence=0.85)
    known = Presence(presence, Group.SECURITY, 2, Span(0, 1), "شرطيون وجنود")
    return Facts(Document(TEXT), claims, (toll, *relations), (known,))


def test_people_of_a_group_in_single_tolls_are_among_those_of_the_overall_toll():
    findings, _ = judge(overall(presence="c3"), load_rules())
    assert [(f.rule, f.severity.value, f.claims, f.arithmetic) for f in findings] == [
        ("CF204", "note", ("c1", "c3", "c4"), "10 + 14 = 24 < 51"),
        ("CF501", "warning", ("c2", "c3", "c4"), "14 + 2 = 16 > 14 (2 = «شرطيون وجنود»)"),
    ]


def test_people_told_of_beside_a_repetition_count_as_well():
    findings, _ = judge(overall(same("c3", "c5"), presence="c5"), load_rules())
    assert [f.claims for f in findings if f.rule == "CF501"] == [("c2", "c4", "c5")]
    findings, _ = judge(overall(presence="c5"), load_rules())
    assert [f.rule for f in findings] == ["CF204"]


def test_an_unexplained_rest_is_told_once():
    claims = [claim(k, n, high) for k, n, high in ((1, 51, None), (2, 20, 20), (3, 51, None), (4, 20, 20))]
    tolls = [Relation(RelationKind.TOLL, whole=whole, parts=(part,)) for whole, part in (("c1", "c2"), ("c3", "c4"))]
    assert [f[0] for f in found(claims, [*tolls, same("c1", "c3"), same("c2", "c4")])] == ["CF204"]


def test_a_form_of_two_or_many_matters_where_the_verdict_hangs_on_it():
    claims = [claim(1, 9), claim(2, 4), claim(3, 2, ambiguous_form=True)]
    some = Relation(RelationKind.SUM, whole="c1", parts=("c2", "c3"))
    assert found(claims, [some]) == []
    assert [f[0] for f in found([claim(1, 6), *claims[1:]], [total("c1", "c2", "c3")])] == ["CF601"]


def test_a_paragraph_printed_twice_is_told_once():
    claims = [claim(1, 14), claim(2, 10), claim(3, 5), claim(4, 14), claim(5, 10), claim(6, 5)]
    relations = [
        Relation(RelationKind.SUM, whole="c1", parts=("c2", "c3"), complete=True),
        Relation(RelationKind.SUM, whole="c4", parts=("c5", "c6"), complete=True),
        same("c1", "c4"),
        same("c2", "c5"),
        same("c3", "c6"),
    ]
    assert len(found(claims, relations)) == 1


def test_of_two_values_the_one_that_the_parts_make_is_the_right_one():
    claims = [claim(1, 10, in_title=True), claim(2, 9), claim(3, 6), claim(4, 3)]
    assert [f[2] for f in found(claims, [same("c1", "c2"), total("c2", "c3", "c4")])] == [("c1", "c2")]


def test_line_and_column():
    findings, _ = judge(Facts(Document(TEXT), (claim(3, 18), claim(7, 19)), (same("c3", "c7"),)), load_rules())
    assert (findings[0].line, findings[0].column) == (7, 1)


def test_ticks():
    claims = [claim(1, 14), claim(2, 10), claim(3, 4)]
    _, checks = judge(
        Facts(
            Document(TEXT), tuple(claims), (Relation(RelationKind.SUM, whole="c1", parts=("c2", "c3"), complete=True),)
        ),
        load_rules(),
    )
    assert [check.arithmetic for check in checks] == ["10 + 4 = 14"]


def test_a_note_takes_no_tick_away():
    claims = (claim(1, 51, None, Hedge.MORE_THAN), claim(2, 20), claim(3, 5), claim(4, 20))
    toll = Relation(RelationKind.TOLL, whole="c1", parts=("c2", "c3"))
    findings, checks = judge(Facts(Document(TEXT), claims, (toll, same("c2", "c4"))), load_rules())
    assert [f.rule for f in findings] == ["CF204"]
    assert [check.arithmetic for check in checks] == ["20 = 20", "20 + 5 ≤ 51+"]


def test_what_is_broken_has_no_tick():
    claims = (claim(1, 18), claim(2, 18), claim(3, 19), claim(4, 20), claim(5, 25, part_of="c4"))
    _, checks = judge(Facts(Document(TEXT), claims, (same("c1", "c2", "c3"),)), load_rules())
    assert [check.arithmetic for check in checks] == ["18 = 18"]


def test_intervals():
    thresholds = default_thresholds()
    assert interval_of(claim(1, 50, hedge=Hedge.ABOUT), thresholds) == Interval(45, 55)
    assert interval_of(claim(1, 20, None, Hedge.VAGUE), thresholds) == Interval(10, None)
    assert interval_of(claim(1, None, 390, Hedge.AT_MOST), thresholds) == Interval(0, 390)
    assert shown(claim(1, 51, None, Hedge.MORE_THAN)) == ">50"
    assert shown(claim(1, 20, 30, Hedge.RANGE)) == "20–30"


def test_braces_in_article_text_stay_as_they_are():
    claims = [claim(1, 18, text="{b} {arithmetic}"), claim(2, 19)]
    findings, _ = judge(Facts(Document(TEXT), tuple(claims), (same("c1", "c2"),)), load_rules())
    assert "{b} {arithmetic}" in findings[0].message["en"]


def test_selected_rules_only():
    facts = Facts(Document(TEXT), (claim(1, 18), claim(2, 19)), (same("c1", "c2"),))
    assert judge(facts, load_rules().select(["CF2"]))[0] == ()
    assert judge(facts, load_rules().select(ignore=["repeated-figure"]))[0] == ()


def test_what_an_unwanted_rule_names_is_not_taken_up_by_another():
    claims = (claim(1, 9, source="وزارة الدفاع"), claim(2, 14, source="تنظيم القاعدة"))
    facts = Facts(Document(TEXT), claims, (same("c1", "c2"),))
    assert judge(facts, load_rules().select(ignore=["CF102"]))[0] == ()
    assert judge(facts, load_rules().select(["CF101"]))[0] == ()


def test_a_headline_against_another_source_is_a_warning():
    claims = [claim(1, 9, source="وزارة الدفاع", in_title=True), claim(2, 14, source="تنظيم القاعدة")]
    assert found(claims, [same("c1", "c2")])[0][:2] == ("CF301", "warning")


def test_a_plain_check_imports_nothing_heavy():
    code = (
        "import sys, checker; checker.check('قتل 14 شخصا هم 10 جنود وخمسة مدنيين.');"
        "heavy = {'pandas', 'z3', 'camel_tools', 'rich', 'numpy'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_severity_order():
    assert sorted(Severity, key=lambda s: s.rank) == [Severity.NOTE, Severity.WARNING, Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("قتل عشرون (25) شخصا في الحريق.", ["25 ≠ 20"]),
        ("قتل 25 (عشرون) شخصا في الحريق.", ["25 ≠ 20"]),
        ("قتل أكثر من ثمانمائة (800) شخص في الزلزال.", []),
    ],
)
def test_digits_and_words_side_by_side(text: str, arithmetic: list[str]) -> None:
    (report,) = checker.check(text).documents
    assert [f.arithmetic for f in report.findings] == arithmetic
