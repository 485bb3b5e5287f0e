"""Where the counted come from, lists in brackets, and words of harm that name who helps: one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import told

KILLED, INJURED, RESCUED, DISPLACED = "killed", "injured", "rescued", "displaced"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where they come from is no object and no thing that is counted
        ("قتل 26 عاملا وجرح 33 آخرون من 18 جنسية.", [(KILLED, 26), (INJURED, 33)]),
        ("قتل 26 عاملا وأصيب 33 من 18 دولة.", [(KILLED, 26), (INJURED, 33)]),
        ("اعترضت البطارية 3 من 12 صاروخا.", []),
        (
            "قالت إن 9 آلاف شخص على الأقل نزحوا من الواحة بسبب العاصفة الأخيرة، و3 آلاف من طبرق، و350 من سوسة.",
            [(DISPLACED, 9000), (DISPLACED, 3000), (DISPLACED, 350)],
        ),
        ("سجلت 25 وفاة في جميع ولايات البلاد الـ18.", [(KILLED, 25)]),
        ("أصيب عمال المصنع الـ18 في الحريق.", [(INJURED, 18)]),
        # one leader, whom a body does not own
        ("وذكر المرصد أن قائدا بالمعارضة قتل في الغارة.", []),
        # the last of a list in brackets, and two told apart behind a comma
        ("انتشل الغطاسون 20 جثة (10 رجال، 9 نساء، رضيع).", [(KILLED, 20), (KILLED, 10), (KILLED, 9), (KILLED, 1)]),
        ("انتشلت جثتان، رضيع وشاب عمره 20 سنة.", [(KILLED, 2), (KILLED, 1), (KILLED, 1)]),
        # both kinds are counted together
        ("تمكنت الفرق من علاج 961 جريح ومريض.", [(INJURED, 961)]),
        # who helps, what is worst hit, cases without a number
        ("أفاد عناصر إنقاذ وطبيب بأن ثلاثة قتلوا.", [(KILLED, 3)]),
        ("خلال عملية إنقاذ 3 عمال من البئر.", [(RESCUED, 3)]),
        ("أكدت البلدية، وهي واحدة من أكثر المناطق تضررا، وفاة سبعة أشخاص.", [(KILLED, 7)]),
        ("كما تم الإبلاغ عن حالات وفاة وإصابة أخرى في أماكن بعيدة.", []),
        ("قتل رجل في السوق وإصابة أخرى خطيرة.", [(KILLED, 1), (INJURED, 1)]),
        # who reaches the hospital
        ("وصل شهيد و17 مصابا إلى المستشفى.", [(KILLED, 1), (INJURED, 17)]),
    ],
)
def test_told(claims, text, expected):
    assert told(claims(text)) == expected


def test_parts_of_two_told_behind_a_comma(claims):
    two, child, youth = claims("انتشلت جثتان، رضيع وشاب عمره 20 سنة.")
    assert child.part_of == youth.part_of == two.id


def test_men_are_no_part_of_the_women_in_front(claims):
    text = "بلغ عدد القتلى 16 قتيلا بينهم 4 أطفال و3 مواطنات، هم طفل ورجل قتلا في القرية، و14 قتلوا في البلدة."
    whole, _, women, child, man, *_ = claims(text)
    assert women.part_of == child.part_of == man.part_of == whole.id
