"""Findings from hand-made facts: names, severities, arithmetic, places."""

from __future__ import annotations

import subprocess
import sys

from checker.consistency import judge, load_rules
from checker.consistency.bounds import Interval, default_thresholds, interval_of, shown
from checker.model import Claim, Document, Facts, Group, Hedge, Outcome, Relation, RelationKind, Severity, Span

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


def test_repeated_figure():
    assert found([claim(1, 18), claim(2, 19)], [same("c1", "c2")]) == [("CF101", "error", ("c1", "c2"), "18 ≠ 19")]


def test_doubt_lowers_the_severity():
    claims = [claim(1, 18), claim(2, 19)]
    assert found(claims, [same("c1", "c2", confidence=0.6)])[0][1] == "warning"
    assert found(claims, [same("c1", "c2", confidence=0.3)])[0][1] == "note"


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


def test_several_relations():
    """11 killed in two places, 6 and 5; the 6 are told again as 7: no pair of relations shows it."""
    claims = [claim(1, 11), claim(2, 6, None, Hedge.AT_LEAST), claim(3, 5), claim(4, 7)]
    relations = [
        Relation(RelationKind.SUM, whole="c1", parts=("c2", "c3"), complete=True),
        same("c2", "c4"),
    ]
    assert found(claims, relations)[0][0] == "CF202"


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


def test_a_plain_check_imports_nothing_heavy():
    code = (
        "import sys, checker; checker.check('قتل 14 شخصا هم 10 جنود وخمسة مدنيين.');"
        "heavy = {'pandas', 'z3', 'camel_tools', 'rich', 'numpy'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_severity_order():
    assert sorted(Severity, key=lambda s: s.rank) == [Severity.NOTE, Severity.WARNING, Severity.ERROR]
