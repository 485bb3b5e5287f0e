"""More classes of sentences from the manners of papers of many countries, one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import told

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
DISPLACED, CASUALTIES, KIDNAPPED, RESCUED = "displaced", "casualties", "kidnapped", "rescued"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("سجلت ثلاث وفيات بالوادي وحالة وفاة واحدة بالجبل.", ["ثلاث وفيات", "حالة وفاة واحدة"]),
        ("توفي 06 أشخاص في السد وجرح 09 آخرون.", ["06 أشخاص", "09 آخرون"]),
    ],
)
def test_quotes(claims, text, quotes):
    assert [c.text for c in claims(text)] == quotes


def test_padded_days_are_no_people(claims):
    assert not claims("انتهت مهلة تسليم القتلى يوم 06 مارس 2019 على الساعة 08:00.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is said behind a figure, of it or of all its list
        ("تبين أن خمسة من رجال الشرطة وثلاث نساء في عداد القتلى.", [(KILLED, 5), (KILLED, 3)]),
        ("ذكر الناطق أن 12 صيادا ما زالوا مفقودين وأن 15 آخرين أصيبوا.", [(MISSING, 12), (INJURED, 15)]),
        ("وأضاف أن تسعة من المرضى موضوعون على أجهزة التنفس الصناعي.", [(INJURED, 9)]),
        ("أدى الدخان إلى اختناق 12 عاملا حتى الموت.", [(KILLED, 12)]),
        # what those were who were found
        ("عثر فجرا على شخصين كانا في عداد المفقودين وقد فارقا الحياة.", [(KILLED, 2)]),
        # those brought out, those under care, those given shelter
        ("انتشلت الفرق أربعة أشخاص أحياء من بين الأنقاض.", [(RESCUED, 4)]),
        ("كانت الفرق قد أخرجت من تحت المبنى 23 ناجيا.", [(RESCUED, 23)]),
        ("تم رفع 14 عاملا إلى سطح الأرض بسلام.", [(RESCUED, 14)]),
        ("ويرقد في المستشفيات حاليا 31 راكبا.", [(INJURED, 31)]),
        ("شوهدوا وهم ينقلون معهم أربعة من جرحاهم.", [(INJURED, 4)]),
        ("جرى إيواء أكثر من 300 شخص في المدرسة.", [(DISPLACED, 301)]),
        # by arms, or held for others
        ("الجيش يقضي على سبعة مسلحين في الجبل.", [(KILLED, 7)]),
        ("احتجز المهاجمون اثنين من الحراس رهينتين لساعات.", [(KIDNAPPED, 2)]),
        ("ارتفع عدد القتلى إلى أربعة، إضافة إلى ثلاثة قبض عليهم.", [(KILLED, 4), (DETAINED, 3)]),
        # the dead aboard, and not the living
        ("وصل إلى الجزيرة قارب على متنه جثتان و40 مهاجرا أحياء.", [(KILLED, 2)]),
        # the hurt among others, the living beside the dead
        ("أنقذ 60 عاملا، بينهم 19 أصيبوا بحروق.", [(RESCUED, 60), (INJURED, 19)]),
        ("أوقفت الشرطة ثلاثة أشخاص، بينهم جريح.", [(DETAINED, 3), (INJURED, 1)]),
        ("انتشلت الفرق 26 جثة وأخرجت طفلين على قيد الحياة.", [(KILLED, 26), (RESCUED, 2)]),
        # the dead make the victims' toll rise
        (
            "وفاة ستة مصابين ترفع ضحايا الحريق إلى 41. ونقل 30 جريحا إلى المدينة.",
            [(KILLED, 6), (KILLED, 41), (INJURED, 30)],
        ),
        # of those whose number is not told
        ("وزع الجرحى على مستوصفات البلدة، حيث استقبل مستوصف الميناء 31 منهم.", [(INJURED, 31)]),
        ("استقبل المستوصف 22 مصابا، وغادره 15 بعد العلاج.", [(INJURED, 22), (INJURED, 15)]),
        # one, and none
        ("قتل ثلاثة ضباط وأحد المارة.", [(KILLED, 3), (KILLED, 1)]),
        ("وأصيب أيضا عامل كان قرب الرافعة.", [(INJURED, 1)]),
        ("أخمد الحريق دون تسجيل أي ضحية.", [(CASUALTIES, 0)]),
    ],
)
def test_outcomes(claims, text, expected):
    assert told(claims(text)) == expected


def parts(claims):
    """The quoted part of each claim that is one, with its whole."""
    by_id = {c.id: c for c in claims}
    return [(c.min, by_id[c.part_of].min) for c in claims if c.part_of]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the last place stands in a clause of its own
        (
            "قتل 40 شخصا في السيول. وأوضح أن 22 منهم قتلوا في الوادي، و11 في الجبل، فيما سجلت سبع وفيات في الجزيرة.",
            [(22, 40), (11, 40), (7, 40)],
        ),
        ("أصيب سبعة حراس، خمسة منهم إصاباتهم طفيفة، فيما لا يزال اثنان في العناية المركزة.", [(5, 7), (2, 7)]),
        # … and others are hurt beside them
        ("أصيب خمسة عمال، ثلاثة منهم بحالة حرجة، فيما أصيب حارسان قرب الميناء.", [(3, 5)]),
        # "of them" behind a list is of all of the list
        (
            "أصيب 12 عاملا. وتراوحت الإصابات بين ثلاث بليغة، وأربع متوسطة، وخمس بسيطة، ونقل تسعة منهم إلى المدينة.",
            [(9, 12)],
        ),
        # one more stands behind people who are not counted
        ("أوقف أربعة أشخاص، بينهم مهندسة المصنع وأحد حراسه.", [(1, 4)]),
        ("قتل 13 شخصا، بينهم إمام المسجد وأربعة من طلابه.", [(4, 13)]),
        ("أنقذ الخفر 40 راكبا، آخرهم طفلة في الثالثة.", [(1, 40)]),
        # "as for those who …": others than the ones before
        ("عرف من ماتوا حرقا وهم 12 قتيلا، أما الذين قضوا خنقا فقد تم التعرف على 16 منهم.", []),
    ],
)
def test_parts(claims, text, expected):
    assert parts(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قتل 33 شخصا. وقالت الشرطة أولا إنهم 20 قتيلا. وقال المدير إن القتلى 14 رجلا و12 امرأة وسبعة أطفال.",
            [(14, 33), (12, 33), (7, 33)],
        ),
        ("قتل 20 وأصيب 30 في القصف. وأكدت الوزارة أن القتلى 12 شخصا والجرحى 5.", []),
    ],
)
def test_a_list_tells_the_toll_that_it_makes(claims, text, expected):
    assert parts(claims(text)) == expected
