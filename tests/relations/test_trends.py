"""What the text concludes from the figures of two periods."""

from __future__ import annotations

import pytest

import checker

_MONTHS = (
    "أعلنت البعثة أن {} مدنيا قتلوا في أعمال العنف خلال شهر آذار.\n"
    "وكانت حصيلة شهر شباط الماضي بلغت مقتل 412 مدنيا، ما يعني {} عن الشهر الذي سبقه."
)


def rules(text: str) -> list[str]:
    return [finding.rule for finding in checker.check(text).findings if finding.severity.value != "note"]


@pytest.mark.parametrize(
    ("now", "said", "expected"),
    [
        (371, "أن الحصيلة شهدت انخفاضا طفيفا", []),
        (371, "أن الحصيلة شهدت ارتفاعا طفيفا", ["CF401"]),
        (455, "انخفاض عدد القتلى", ["CF401"]),
        (455, "ارتفاع عدد القتلى", []),
        (455, "تراجع عدد الجرحى", []),  # of the hurt, no figure
        (455, "انخفاضا", ["CF401"]),
    ],
)
def test_a_conclusion_against_the_figures(now: int, said: str, expected: list[str]):
    assert rules(_MONTHS.format(now, said)) == expected


def test_what_is_concluded_of_one_figure_alone_is_no_trend():
    assert rules("قتل 40 مدنيا خلال شهر آذار الماضي، ما يعني انخفاض مستوى الأمان.") == []


def test_the_other_period_in_the_same_sentence():
    text = "سجلت المديرية 84 وفاة مقابل {} وفاة في العام الماضي، مما يشير إلى تراجع الوفيات."
    assert rules(text.format(91)) == []
    assert rules(text.format(72)) == ["CF401"]
