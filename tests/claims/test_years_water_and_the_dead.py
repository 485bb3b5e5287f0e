"""Years, those whom floods hold, the dead beside the living, kinds and places of one toll: invented sentences."""

from __future__ import annotations

import pytest

from checker import check
from tests.claims.conftest import Reader, told

KILLED, INJURED, MISSING, DETAINED, RESCUED = "killed", "injured", "missing", "detained", "rescued"
KIDNAPPED, DISPLACED, OTHER = "kidnapped", "displaced", "other"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year counts nobody, whatever stands behind
        ("وفي 2017 مات 43 عاملا في المنجم.", [(KILLED, 43)]),
        ("وقتل 2017 شخصا في الحرب.", [(KILLED, 2017)]),
        # who is kept apart is not ill
        ("8 وفيات و26 إصابة وعزل 300 مخالط.", [(KILLED, 8), (INJURED, 26)]),
        # workers with the article are many
        ("أصيب طبيبان. وتلقى 1500 من العاملين الصحيين جرعة.", [(INJURED, 2)]),
        # the dead are no two hundred, and are not saved
        ("اختفى 18 طفلا، عثر على 15 منهم أحياء، واثنين ميتين.", [(MISSING, 18), (RESCUED, 15), (KILLED, 2)]),
        # an old woman; the driver of one of the cars
        ("توفيت عجوز حرقا.", [(KILLED, 1)]),
        ("قتل رجل عجوز في الحريق.", [(KILLED, 1)]),
        ("جرفت السيول ثلاث مركبات، وأصيب ركاب إحداها.", []),
        # floods and snow arrest nobody
        ("احتجزت المياه عائلة مكونة من 9 أفراد، أخرجهم الدفاع المدني سالمين.", [(RESCUED, 9)]),
        ("واحتجزت السيول 20 شخصا في الوادي.", [(OTHER, 20)]),
        ("واحتجزت الشرطة 20 شخصا في الوادي.", [(DETAINED, 20)]),
        # people of families; whom a fire takes; whom captors let go
        ("وتم إيواء 63 أسرة قوامها 340 شخصا.", [(DISPLACED, 63), (DISPLACED, 340)]),
        ("وقضى حريق في المصنع على 7 عمال.", [(KILLED, 7)]),
        ("خطف التنظيم 11 شخصا، أطلق اثنين منهم لصغر سنهما.", [(KIDNAPPED, 11), (OTHER, 2)]),
        # an adverb is no noun that is counted
        ("وفقد 350 حينها ثم عثر على معظمهم.", [(MISSING, 350)]),
    ],
)
def test_is_read(claims: Reader, text: str, expected: list[tuple[str, int | None]]) -> None:
    assert told(claims(text)) == expected


def test_a_total_is_of_all_and_not_of_the_part_before(claims: Reader) -> None:
    total = claims("قتل عشرة، بينهم شرطيان وحارسا أمن، ما يرفع العدد إلى 44.")[-1]
    assert (total.min, total.group.value) == (44, "people")


def test_the_dead_are_among_the_victims(claims: Reader) -> None:
    _, toll, some, more = claims("توفي رجل، ليصبح عدد الضحايا 51. ومن بين القتلى أربعة مصريين وثلاثة أردنيين.")
    assert (some.part_of, more.part_of) == (toll.id, toll.id)


def test_children_and_places_are_not_added() -> None:
    report = check("مقتل 21 مدنيا، بينهم 10 أطفال، 14 منهم في قرية والآخرون في بلدة.")
    assert [finding.rule for finding in report.findings] == []
