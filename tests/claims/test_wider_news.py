"""Classes of sentences that newspapers outside the annotated articles bring, one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import told

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
DISPLACED, CASUALTIES, KIDNAPPED = "displaced", "casualties", "kidnapped"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # duals: of two words, with a pronoun, alone, resolved by what stands behind
        ("استشهاد رجلي أمن في كمين بالوادي.", [(KILLED, 2)]),
        ("قتل ضابطا شرطة أمام المخفر.", [(KILLED, 2)]),
        ("العاصفة تقتل امرأة وابنتيها في المزرعة.", [(KILLED, 1), (KILLED, 2)]),
        ("قتل حارس وأصيب آخران عند البوابة.", [(KILLED, 1), (INJURED, 2)]),
        ("مقتل شرطيين عثر على جثتيهما في البئر.", [(KILLED, 2)]),
        ("وفاة مقيمين وإصابة مواطن على الطريق.", [(KILLED, 2), (INJURED, 1)]),
        ("مقتل مدنيين في القصف.", []),
        ("إصابة شرطيين اثنين في الشغب.", [(INJURED, 2)]),
        ("قتل عنصر من القوات والشرطة اليابانيين.", [(KILLED, 1)]),
        # one number for two nouns, as their case shows
        ("قتل 13 جنديا وشرطيا في الهجوم.", [(KILLED, 13)]),
        ("قضى ألف مهاجر ولاجئ في البحر.", [(KILLED, 1000)]),
        ("قتل تسعة جنود وشرطي.", [(KILLED, 9), (KILLED, 1)]),
        # an aside between who did it and whom
        ("قتل انتحاري، يقول الجيران إنه غريب، 32 شخصا في البلدة.", [(KILLED, 32)]),
        ("وقتل انتحاري يشتبه بانتمائه للعصابة، 12 شخصا في البلدة.", [(KILLED, 12)]),
        # the toll behind its figure
        ("كما ارتفع إلى 5 عدد القتلى الذين قضوا في القصف.", [(KILLED, 5)]),
        ("وارتفع إلى 9 بينهم طفل عدد الشهداء في البلدة.", [(KILLED, 9), (KILLED, 1)]),
        # what people are is not what happened to them
        ("مقتل تسعة لاجئين في حادث سير.", [(KILLED, 9)]),
        ("لقي سبعة نازحين حتفهم غرقا.", [(KILLED, 7)]),
        # missing, released, recovered, fled
        ("خلف الإعصار ستة قتلى وأربعة آخرين في عداد المفقودين.", [(KILLED, 6), (MISSING, 4)]),
        ("واختفى 15 صيادا في العاصفة.", [(MISSING, 15)]),
        ("شفيت 586 إصابة في المدينة.", [(OTHER, 586)]),
        ("تماثلت 40 حالة للشفاء.", [(OTHER, 40)]),
        ("دفع القصف عشرات القرويين إلى الفرار.", [(DISPLACED, 20)]),
        ("بادر 18 مقاتلا بتسليم أنفسهم.", [(DETAINED, 18)]),
        ("أن أربعة لصوص تم القبض عليهم في السوق.", [(DETAINED, 4)]),
        # both kinds of victims in one
        ("سقط العشرات من القتلى والجرحى.", [(CASUALTIES, 20)]),
        # pronouns on verbs and verbal nouns
        ("وهناك 300 شخص تحتجزهم الميليشيات.", [(DETAINED, 300)]),
        ("بعد خطفها ثمانية مهندسين.", [(KIDNAPPED, 8)]),
        # the wounded who die, and so many of so many
        ("أعلن المستشفى وفاة 4 مصابين.", [(KILLED, 4)]),
        ("نقل 6 مصابين إلى المستشفى وتوفي اثنان منهم.", [(INJURED, 6), (KILLED, 2)]),
        ("قتل 7 من أصل 12 عاملا كانوا في المنجم.", [(KILLED, 7)]),
        ("قتل 7 من 12 عاملا كانوا في المنجم.", [(KILLED, 7)]),
        # households: those that fled are counted, those that died are counted by their members
        ("نزوح 1500 عائلة من المدينة.", [(DISPLACED, 1500)]),
        ("مصرع أسرة من 6 أفراد في حادث سير.", [(KILLED, 6)]),
        ("مقتل 7 من عائلة واحدة.", [(KILLED, 7)]),
        ("تسلمت 50 أسرة مساعدات، وقتل شخص.", [(KILLED, 1)]),
        # lists by commas, a figure behind an aside
        ("وقتل ثلاثة عمال، وأربعة حراس، وخمسة سائقين.", [(KILLED, 3), (KILLED, 4), (KILLED, 5)]),
        ("قتل الجيش، فجر اليوم، 15 مسلحا.", [(KILLED, 15)]),
        # an evacuation, an earlier count behind a rise
        ("أجلت السلطات 700 ساكن من القرى القريبة.", [(DISPLACED, 700)]),
        ("ارتفع عدد القتلى إلى 31 بعد أن كان 25 صباحا.", [(KILLED, 31)]),
        # two subjects, each with its own verb behind it
        ("قال الوالي إن 12 عاملا قتلوا و35 أصيبوا.", [(KILLED, 12), (INJURED, 35)]),
        ("إن 18 شخصا لقوا مصرعهم وأكثر من 600 ألف تضرروا بالسيول.", [(KILLED, 18), (OTHER, 600001)]),
        ("إن 6 أشخاص قتلوا و3 جنود.", [(KILLED, 6), (KILLED, 3)]),
        ("سجلت 4 حالات وفيات و13 حالة تتلقى العلاج.", [(KILLED, 4), (INJURED, 13)]),
        # a verb at the very end, and one whose object the figure is
        ("قال المسعف إن 12 عاملا بينهم فتى لقوا حتفهم", [(KILLED, 12), (KILLED, 1)]),
        ("نحو 900 شخص تحتجزهم جماعات مسلحة.", [(DETAINED, 900)]),
        # the brothers alone were caught
        ("يحاكم في القضية 20 متهما، بينهم ثلاثة أشقاء ألقت الشرطة القبض عليهم في مايو.", [(DETAINED, 3)]),
        # those whom a flood touched are not among the dead
        ("17 قتيلا و300 ألف متضرر بسبب السيول.", [(KILLED, 17), (OTHER, 300_000)]),
        # titles that name one of many
        ("اغتيال نائب صومالي في العاصمة.", [(KILLED, 1)]),
        ("خطف 13 رجلا بينهم زعيم عشيرة.", [(KIDNAPPED, 13), (KIDNAPPED, 1)]),
    ],
)
def test_is_read(claims, text, expected):
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        # denied, unlikely, attempted, feared
        "من غير المرجح أن يكون 12 بحارا قد قتلوا في الحادث.",
        "السفارة تنفي مقتل مواطن في الحريق.",
        "اتهم بالشروع في قتل 9 آخرين وحارس.",
        "اعتقل لمحاولته دهس رجل أمن.",
        # no news is no denial
        "سقطت القذيفة في الحقل ولم ترد أنباء عن خسائر بشرية.",
        "يقام الحفل بدون أي شخص من خارج البلدة.",
        # a particle, a match, a purpose, a verb that looks like another
        "فقد حقق المصنع 5 أرقام قياسية هذا العام.",
        "خسر الفريق أربعا من مبارياته.",
        "فاز الفريق 7-6 في ركلات الترجيح لينقذ موسمه.",
        "وفرت البلدية 60 ألف شجرة.",
        "كانوا قد قضوا فترة في كندا مع مراهقين.",
        # not the one behind "beside", not the ages, not the day
        "لم يحقق القاتل بعد مع 11 مشتبها بهم.",
        "القتيلتان تبلغان 25 و48 من العمر.",
        # a boat that sank, not those in it
        "العبارة التي كانت تقل 30 راكبا غرقت قرب الميناء، ولم يعلن عن مصير الركاب.",
        "المركب الذي كان يحمل أكثر من 25 شخصا غرق في النهر.",
        # houses, and the worst of the regions
        "تضرر 20 منزلا و3 سيارات في العاصفة.",
        "وصلت المساعدات إلى ثمان من المناطق الأكثر تضررا.",
    ],
)
def test_harms_nobody(claims, text):
    assert [c for c in claims(text) if c.min not in (0, 2)] == []


def test_a_hedge_belongs_to_the_number_before_it(claims):
    first, second = claims("قتل 13 جنديا على الأقل ثلاثة منهم في كمين.")
    assert (first.max, second.max) == (None, 3)


def test_a_threshold_is_passed(claims):
    (claim,) = claims("تخطى عدد الغرقى عتبة الألفي قتيل.")
    assert claim.min == 2001


def test_the_one_who_shoots_is_not_the_one_hit(claims):
    killed, injured = claims("قتل شخصان وأصيب تسعة آخرون برصاص مسلح في مقهى.")
    assert (killed.group.value, injured.group.value) == ("people", "people")
