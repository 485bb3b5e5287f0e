"""Parts that all but make their whole: what is compared, and what is left alone."""

from __future__ import annotations

import pytest

from checker.consistency import judge, load_rules
from checker.facts import gather
from checker.model import Severity
from checker.reading import from_text


def alarms(text: str) -> list[str]:
    findings, _ = judge(gather(from_text(text)), load_rules())
    return [finding.arithmetic for finding in findings if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize(
    "text",
    [
        "قتل 18 شخصا في انهيار جسر قرب العقبة.\nوالضحايا هم 9 رجال و5 نساء و3 أطفال.",
        "قتل 18 شخصا في انهيار جسر قرب العقبة.\nوأوضح الدفاع المدني أن بين القتلى 9 رجال و5 نساء و3 أطفال.",
        "أصيب 45 شخصا في الانفجار.\nونقل 20 مصابا إلى مستشفى الأمل و15 إلى مستشفى السلام و11 إلى مستشفى النور.",
        "لقي 81 شخصا حتفهم في سيول بالهضبة.\nوقالت الوزارة إن 48 شخصا قتلوا في الرملة و28 في البصيرة و6 في الشعيب.",
        "سجلت الوزارة 120 إصابة جديدة، منها 70 في العاصمة و30 في الساحل و21 في الجنوب.",
        "بلغ عدد الضحايا 14 قتيلا، منهم 8 مدنيين و5 عسكريين.",
        "قتل 24 شخصا أمس في هجومين، 17 منهم في تفجير شمال البلاد وستة آخرون في كمين قرب الميناء.",
        "أصيب 45 شخصا في الانفجار، بينهم 20 نقلوا إلى مستشفى الأمل، والباقون وعددهم 26 عولجوا في الموقع.",
        "مصرع وإصابة 3 في حادث على طريق الساحل\n\nلقي أربعة أشخاص مصرعهم وأصيب أربعة آخرون في حادث على طريق الساحل.",
    ],
)
def test_a_slip_is_told(text: str) -> None:
    assert len(alarms(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "قتل 18 شخصا في انهيار جسر قرب العقبة.\nوالضحايا هم 9 رجال و5 نساء و4 أطفال.",
        "حرر الجيش 59 رهينة، بينهم 29 امرأة و25 طفلا.",
        "أصيب 45 شخصا في الانفجار.\nونقل 12 مصابا إلى مستشفى الأمل و15 إلى مستشفى السلام.",
        "اعتقل 30 شخصا بينهم 12 أجنبيا والباقون وهم 18 من أهل البلد.",
        "بلغ عدد الضحايا 40 قتيلا، منهم 8 مدنيين و5 عسكريين.",
        "أظهر الفحص أن في الموقع 6 إصابات؛ حالتان حرجتان وحالتان متوسطتان وحالتا وفاة.",
        "قتل 24 شخصا أمس في هجومين، 17 منهم في تفجير شمال البلاد وسبعة آخرون في كمين قرب الميناء.",
    ],
)
def test_what_may_hold_is_left_alone(text: str) -> None:
    assert alarms(text) == []
