"""Parts that are told to the last: the rest by its number, a list of places, a list of the dead."""

from __future__ import annotations

import pytest

from checker.consistency import judge, load_rules
from checker.facts import gather
from checker.model import Severity
from checker.reading import from_text


def alarms(text: str, title: str = "") -> list[str]:
    findings, _ = judge(gather(from_text(f"{title}\n\n{text}" if title else text)), load_rules())
    return [finding.arithmetic for finding in findings if finding.severity is not Severity.NOTE]


#: How parts are told up to the last, the whole first; "{}" is the part that slips.
_REST = [
    ("استقبلت المستشفيات 120 مصابا، منهم 71 في مستشفى الفتح و34 في مستشفى الندى، فيما نقل المتبقون وعددهم {} جوا.", 15),
    ("عثر على عشرين جثة شرق النهر وغربه، ست منها في الميناء، وفي المخازن عثر على الجثث الـ{} الباقية.", 14),
    ("نزحت 1400 عائلة من السهل، وقال المجلس إن 800 عائلة من هؤلاء بلغت الجبل، واتجهت البقية وعددها {} جنوبا.", 600),
    ("لا يزال 26 مصابا من أصل 61 يتلقون العلاج، أما الباقون وهم {} فخرجوا.", 35),
    ("كان من بين الجرحى التسعة أربعة غادروا المستشفى، وإن الـ{} الآخرين تحت المراقبة.", 5),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), _REST)
def test_the_rest_fills_what_the_parts_leave(text: str, right: int) -> None:
    assert alarms(text.format(right)) == []
    assert len(alarms(text.format(right + 1))) == 1


def test_others_who_make_a_toll_told_before_are_no_rest() -> None:
    text = "أصيب عشرة في الانهيار.\nواستقبل المستشفى ستة جرحى، اثنان منهم في حالة حرجة، فيما نقل الأربعة الآخرون جوا."
    assert alarms(text) == []


_PLACES = "- قضاء الساحل: 13 شهيدا و41 جريحا\n- قضاء السهل: 9 شهداء و{} جريحا\n- قضاء الوادي: 12 جريحا\n"


@pytest.mark.parametrize(("wounded", "told"), [(38, 0), (37, 1)])
def test_a_list_of_places_tells_all(wounded: int, told: int) -> None:
    lead = "أعلنت الوزارة استشهاد 22 شخصا وإصابة 91 بجروح، توزعوا على الشكل التالي:\n"
    assert len(alarms(lead + _PLACES.format(wounded))) == told


@pytest.mark.parametrize(("wounded", "told"), [(38, 0), (37, 1)])
def test_a_list_of_places_of_the_headline(wounded: int, told: int) -> None:
    text = "صدر عن الوزارة بيان بحصيلة الغارات، وجاء فيه:\n" + _PLACES.format(wounded)
    assert len(alarms(text, "22 شهيدا و91 جريحا في الغارات")) == told


@pytest.mark.parametrize(("men", "told"), [(14, 0), (15, 1), (12, 1), (24, 0)])
def test_the_dead_told_one_group_by_one(men: int, told: int) -> None:
    text = f"انخفض عدد القتلى إلى 33 قتيلا بعدما أحصيت ثلاث ضحايا مرتين.\nوقالت الشرطة إن القتلى {men} رجلا و19 امرأة."
    assert len(alarms(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "لقي 19 شخصا حتفهم في الانهيار.\nوقضى 13" + " شخصا في مكان الحادث، وتوفي {} في المستشفى متأثرين بجروحهم.",
        "استشهد 54 شخصا أمس.\nوقالت الوزارة إن مستشفى الأمل استقبل 22 شهيدا ومستشفى النور 26 ومستشفى السلام {}.",
        "أسفرت المعارك عن مقتل 38 شخصا، موضحا أن 17 جنديا قتلوا، في مقابل 15 مسلحا، فيما سقط {} مدنيين في القصف.",
        "قال مسؤولون إن 22 عاملا لقوا مصرعهم.\nوعثر على 16 جثة قبل منتصف الليل وعلى {} جثث أخرى صباح اليوم.",
    ],
)
def test_what_leaves_no_one_out_need_not_add_up(text: str) -> None:
    assert alarms(text.format(6)) == []
    assert len(alarms(text.format(7))) == 1


def test_two_sides_of_another_happening_are_no_parts() -> None:
    text = (
        "قتل 20 شخصا على الأقل في تفجير بالعاصمة.\nمن جهتهم أعلن مسؤولون مقتل 11 مسلحا و10 مدنيين في مناطق شمال البلاد."
    )
    assert alarms(text) == []


_HAPPENINGS = (
    "قتل 7 أشخاص وأصيب {} آخرون في حوادث متفرقة.\n"
    "وقتل شخصان وأصيب 14 في تصادم شرق المدينة.\n"
    "وفي حادث آخر قتل 4 وأصيب 13 في انقلاب حافلة.\n"
    "كما قتل شخص في انهيار جدار، وأصيب 11 آخرون."
)


@pytest.mark.parametrize(("wounded", "told"), [(38, 0), (39, 1), (37, 1), (18, 1), (52, 0)])
def test_the_dead_show_which_of_the_hurt_are_meant(wounded: int, told: int) -> None:
    assert len(alarms(_HAPPENINGS.format(wounded))) == told


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت الشرطة 236 شخصا ليلة السبت، ثم 381 في الليلة التالية، ليصبح العدد الجملي للموقوفين 617.\n"
        "وتوزعت إيقافات الليلة الأخيرة على ولايات الساحل (172) والسهل (94) والجبل (66) والوادي ({}).",
        "يرقد في المستشفيات 122 مصابا، حالة 68 منهم بالغة، ويتوزعون على مدن الساحل (57 مصابا) والسهل (38)، "
        "أما الباقون، وعددهم {}، فيعالجون في الوادي.",
        "انتشلت الفرق اليوم 5 جثث جديدة، ليصبح العدد الجملي للجثث {}، بعد أن كان في حدود 14 جثة مساء الأحد.",
    ],
)
@pytest.mark.parametrize("step", [0, 2])
def test_spread_over_places_or_risen(text: str, step: int) -> None:
    right = 49 if "والوادي" in text else 27 if "الباقون" in text else 19
    assert bool(alarms(text.format(right + step))) == bool(step)


def parts_of(text: str) -> dict[str, str]:
    claims = {claim.id: claim for claim in gather(from_text(text)).claims}
    return {c.number.of(text): claims[c.part_of].number.of(text) for c in claims.values() if c.part_of}


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("قتل 28 شخصا في انهيار الأربعاء.\nوقتل 33 في سيول الخميس.\nوكان بين قتلى الأربعاء 14 جنديا.", "14", "28"),
        (
            "أصيب 24 عاملا في الحريق.\nونقل 14 مصابا إلى مستشفى السلام و10 إلى مستشفى الأمل، وإن 7 من المصابين غادروا.",
            "7",
            "24",
        ),
        ("كان 17 شخصا هم 12 جنديا وطاقم من 5 أفراد قتلوا في تحطم مروحية.", "5", "17"),
    ],
)  # fmt: skip
def test_whose_dead_are_meant(text: str, part: str, whole: str) -> None:
    assert parts_of(text)[part] == whole


@pytest.mark.parametrize(
    "text",
    [
        "غرق مركب قبالة الساحل وأنقذ منه 23 مهاجرا.\nثم انقلب مركب ثان فأنقذ منه 26 مهاجرا.\n"
        "وبذلك يبلغ عدد الناجين من المركبين {} مهاجرا.",
        "تواصلت الاشتباكات في الشمال.\nوعادت الخدمات إلى البلدات.\nوفتحت المدارس.\nوخلفت ثلاثة تفجيرات 49 قتيلا.\n"
        "وأسفر التفجير الأول عن 24 قتيلا.\nوأسفر التفجير الثاني عن 14 قتيلا.\nوأدى التفجير الثالث إلى مقتل {} شخصا.",
    ],
)
@pytest.mark.parametrize("step", [0, 2])
def test_both_and_as_many_as_there_were(text: str, step: int) -> None:
    right = 49 if "المركبين" in text else 11
    assert bool(alarms(text.format(right + step))) == bool(step)


def test_a_number_in_brackets_opens_no_list_of_all() -> None:
    assert alarms("أصيب (50) شخصا بينهم (14) طفلا و(10) نساء في الحادث.") == []
    assert len(alarms("أصيب 50 شخصا (14 طفلا و37 امرأة) في الحادث.")) == 1
