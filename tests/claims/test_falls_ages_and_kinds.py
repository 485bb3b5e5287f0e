"""Things that fall, people by their age, kinds of people in a toll, and what was only thought of: invented ones."""

from __future__ import annotations

import pytest

from checker import check
from tests.claims.conftest import Reader, told

KILLED, INJURED, MISSING, DETAINED, RESCUED = "killed", "injured", "missing", "detained", "rescued"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb of a toll bounds its figure, however far behind; a part of it is no toll
        ("وتجاوز عدد الذين فقدوا أرواحهم هذا العام 2250 شخصا.", [(KILLED, 2251)]),
        ("وتجاوز عدد الجرحى 900، من ضمنهم 30 طفلا.", [(INJURED, 901), (INJURED, 30)]),
        # those who are pulled out alive, and those who lie there still
        ("سحب رجال الإنقاذ 22 أحياء من تحت المقاعد.", [(RESCUED, 22)]),
        ("66 قتيلا وعشرات العمال تحت الطين.", [(KILLED, 66), (MISSING, 20)]),
        ("قتل رجل وأربعة أطفال تحت الأنقاض.", [(KILLED, 1), (KILLED, 4)]),
        # two who fly a plane
        ("وقضى طيارا الطائرة في الحادث.", [(KILLED, 2)]),
        ("وأصابت الشرطة سائقا الاثنين الماضي.", [(INJURED, 1)]),
        # a toll goes on with another kind
        ("بلغ عدد الأطفال الشهداء 185 والنساء 619.", [(KILLED, 185), (KILLED, 619)]),
        # things among things, and who is looked for
        ("وضبط بحوزة الشبكة 320 شهادة مزورة و45 دمغا.", []),
        ("وما زال البحث جاريا عن ثلاثة متوارين.", []),
        # people by their age
        ("توفي خمسيني وابنه في بئر، وأصيبت ستينية.", [(KILLED, 1), (INJURED, 1)]),
        ("قتل كثيرون في خمسينيات القرن الماضي.", []),
        # what is thought of, or may come
        ("تخيل أن يموت في العاصمة خمسون شخصا.", []),
        ("والبلاد مهددة بوقوع كارثة تتسبب بمقتل آلاف الأشخاص.", []),
        # a verb of some of those counted; what comes of something stopped
        ("ويستقبل المشفى 70 طفلا مصابا، يموت منهم واحد.", [(INJURED, 70), (KILLED, 1)]),
        ("وأوقفت الحركة حملة التطعيم، ما عرض 9 ملايين طفل للخطر.", []),
        # a match and a club
        ("وكان النادي قد خسر لاعبين اثنين لصالح الهلال، وأوقف اثنان من لاعبيه.", []),
        ("إصابة مرشح ومقتل اثنين من حمايته.", [(INJURED, 1), (KILLED, 2)]),
        # who is counted by a word for many, and by several words
        ("أسفرت الحملة عن ضبط 46 من العمالة المخالفة.", [(DETAINED, 46)]),
        ("وقال الناطق إن امرأة وطفلا من بين القتلى.", [(KILLED, 1), (KILLED, 1)]),
        # what falls is a thing
        ("تعود الحادثة إلى سقوط سيارة في البحر بها شخصان.", []),
        ("وأوضح أن سيارة يستقلها رجلان قد سقطت في البحر.", []),
        ("وسقط اليوم خمسة مدنيين.", [(KILLED, 5)]),
        # a verse, and who lived there
        ("قال تعالى عن الذين قتلوا (سورة آل عمران-الآية 169).", []),
        ("بعد إخلاء المبنى، الذي كان يقطنه 64 شخصا.", []),
        ("قتلت 60 عسكريا وأسرت خمسة وغنمت 14 آلية.", [(KILLED, 60), (DETAINED, 5)]),
    ],
)
def test_is_read(claims: Reader, text: str, expected: list[tuple[str, int | None]]) -> None:
    assert told(claims(text)) == expected


def test_kinds_of_a_toll_have_their_own_group(claims: Reader) -> None:
    groups = [claim.group.value for claim in claims("بلغ عدد الأطفال الشهداء 185 والنساء 619.")]
    assert groups == ["children", "women"]


def test_what_one_side_claims_is_not_told_apart_by_the_other() -> None:
    report = check("قالت الحركة إنها أوقعت ستة جنود بين قتيل وجريح. واعترف الجيش بمقتل جندي وجرح ضابطين.")
    assert [finding.rule for finding in report.findings] == []
