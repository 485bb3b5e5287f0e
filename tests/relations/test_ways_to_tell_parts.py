"""Every way to bring in some of a figure, to tell all of it apart, and to tell an earlier count."""

from __future__ import annotations

import pytest

from checker.facts import gather
from checker.model import Facts, RelationKind
from checker.reading import from_text


def read(text: str) -> Facts:
    return gather(from_text(text))


def parts(text: str) -> list[tuple[int | None, int | None]]:
    """Each part with its whole, as numbers."""
    claims = {claim.id: claim for claim in read(text).claims}
    return [(c.min, claims[c.part_of].min) for c in claims.values() if c.part_of is not None]


def complete(text: str) -> list[tuple[int | None, list[int | None]]]:
    """Each sum that leaves no one out, as numbers."""
    facts = read(text)
    number = {claim.id: claim.min for claim in facts.claims}
    return [
        (number[r.whole], [number[part] for part in r.parts])
        for r in facts.relations
        if r.kind is RelationKind.SUM and r.complete and r.whole is not None
    ]


@pytest.mark.parametrize(
    "link",
    [
        "من جملتهم",
        "يتقدمهم",
        "على رأسهم",
        "في مقدمتهم",
        "من بين هؤلاء",
        "بمن فيها",
        "من ضمن القتلى",
        "وفي عداد القتلى",
        "ويوجد ضمن القتلى",
        "ومن القتلى",
    ],
)
def test_some_of_a_figure(link):
    assert parts(f"قتل 20 شخصا في الحريق، {link} خمسة أطفال.") == [(5, 20)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 20 شخصا. وبينهم خمسة أطفال.", [(5, 20)]),
        ("قتل 20 شخصا. وكان من بينهم خمسة أطفال وثلاث نساء.", [(5, 20), (3, 20)]),
        ("قتل 20 شخصا وأصيب 30. وبينهم خمسة أطفال.", []),  # of the dead or of the hurt
        ("قتل 20 شخصا. وبينها ثلاث سيارات.", []),
        ("أوقف 30 شخصا 12 منهم من سكان الحي.", [(12, 30)]),
        ("قتل 30 شخصا بينهم عدد من الأطفال و12 امرأة.", [(12, 30)]),
    ],
)
def test_some_of_those_before(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "أوقف تسعة أشخاص ينقسمون إلى 5 سوريين و4 عراقيين.",
        "قتل تسعة أشخاص هم كل من 5 عمال و4 جنود.",
        "قتل تسعة أشخاص وتشمل الحصيلة 5 مدنيين و4 جنود.",
        "قتل في الحريق 5 مدنيين و4 جنود، في حصيلة إجمالية بلغت 9 قتلى.",
    ],
)
def test_all_of_a_figure(text):
    assert complete(text) == [(9, [5, 4])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل ثلاثة أشخاص، طفل وامرأتان.", [(3, [1, 2])]),
        ("قتل أربعة أشخاص في الحريق، طفلان وامرأتان.", [(4, [2, 2])]),
        ("قتل أربعة أشخاص، رجل وامرأة وطفلان، وأصيب خمسة.", [(4, [1, 1, 2])]),
        ("قتل خمسة أشخاص، طفل وامرأة.", []),
        ("قتل خمسة أشخاص، طفل وأصيب أربعة.", []),
    ],
)
def test_a_list_behind_a_comma_that_fills_its_figure(text, expected):
    assert complete(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل 45 شخصا في الزلزال، بدلا من 40 في الحصيلة الأولى.", [45, 40]),
        ("بلغت الحصيلة 45 قتيلا بعدما بلغت 40 أمس.", [45, 40]),
        ("بعد أن كانت الحصيلة 40 قتيلا، ارتفعت إلى 45.", [40, 45]),
    ],
)
def test_an_earlier_count(text, expected):
    facts = read(text)
    assert [c.min for c in facts.claims] == expected
    assert not any(r.kind is RelationKind.SAME for r in facts.relations)
