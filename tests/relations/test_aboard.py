"""More people dead, missing and rescued than were aboard."""

from __future__ import annotations

import pytest

import checker

_LEAD = "انتشلت البحرية جثث تسعة مهاجرين قبالة الساحل.\n"


def rules(text: str) -> list[str]:
    return [f.rule for f in checker.check(text).findings if f.rule == "CF206"]


@pytest.mark.parametrize(
    ("then", "found"),
    [
        ("وكان المركب يقل 50 مهاجرا، أنقذ منهم 38 ولا يزال ثلاثة مفقودين.", False),
        ("وكان المركب يقل 49 مهاجرا، أنقذ منهم 38 ولا يزال ثلاثة مفقودين.", True),
        ("وكان المركب يقل نحو 49 مهاجرا، أنقذ منهم 38 ولا يزال ثلاثة مفقودين.", False),
        ("وكان المركب الأول يقل 41 مهاجرا، أنقذ منهم 38، وكان الثاني يقل 12 مهاجرا.", False),
        ("وكانت السفينة تقل 12 طنا من الوقود، وأنقذ 38 مهاجرا.", False),
    ],
)
def test_those_whose_fate_is_told(then: str, found: bool):
    assert bool(rules(_LEAD + then)) is found


def test_an_earlier_toll_is_not_counted():
    text = "غرق قارب على متنه 30 صيادا، وأنقذ 24 منهم وفقد ستة.\nوكانت حصيلة سابقة تحدثت عن فقدان 11 صيادا."
    assert rules(text) == []


def test_the_hurt_of_a_collision_need_not_have_been_aboard():
    assert rules("اصطدمت حافلة تقل 20 راكبا بشاحنة، فقتل 15 شخصا وأصيب تسعة.") == []
