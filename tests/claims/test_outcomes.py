"""What happened to the people counted: one invented sentence a class."""

from __future__ import annotations

import pytest

from tests.claims.conftest import told

KILLED, INJURED, CASUALTIES = "killed", "injured", "casualties"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verbal noun in front
        ("أدى الانهيار إلى مقتل 12 عاملا في الموقع.", [(KILLED, 12)]),
        ("أسفر الحريق عن إصابة سبعة طلاب.", [(INJURED, 7)]),
        # a verb in front, with the place between
        ("قتل مساء الأحد قرب الجسر خمسة رعاة.", [(KILLED, 5)]),
        ("أصيب في الحادث ثلاثة ركاب بجروح.", [(INJURED, 3)]),
        # the verb behind its subject
        ("قال الطبيب إن تسعة عمال لقوا حتفهم في المنجم.", [(KILLED, 9)]),
        ("أكد المدير أن 4 ممرضين أصيبوا بالعدوى.", [(INJURED, 4)]),
        ("قال شهود إن ستة صيادين بينهم فتى توفوا وأصيب ثمانية آخرون.", [(KILLED, 6), (KILLED, 1), (INJURED, 8)]),
        # the counted noun says it
        ("سقط 20 قتيلا و35 جريحا في السوق.", [(KILLED, 20), (INJURED, 35)]),
        ("سجلت المستشفيات 3 حالات وفاة و11 إصابة.", [(KILLED, 3), (INJURED, 11)]),
        # a split expression
        ("لقي سبعة متسلقين من أبناء البلدة المجاورة للوادي مصرعهم.", [(KILLED, 7)]),
        ("أودى الزلزال بحياة 140 شخصا.", [(KILLED, 140)]),
        ("راح ضحيته 6 أشخاص.", [(KILLED, 6)]),
        # an announced toll
        ("ارتفع عدد القتلى في الفيضان إلى 41.", [(KILLED, 41)]),
        ("بلغ عدد المصابين في القرية 17 شخصا.", [(INJURED, 17)]),
        # killed and injured in one figure
        ("مقتل وإصابة 30 عاملا في انهيار.", [(CASUALTIES, 30)]),
        ("سقط 90 مدنيا بين قتيل وجريح.", [(CASUALTIES, 90)]),
        ("سقط عشرات القتلى والجرحى في الزلزال.", [(CASUALTIES, 20)]),
        # other outcomes
        ("اعتقلت الشرطة 15 مشتبها بهم.", [("detained", 15)]),
        ("خطف مسلحون أربعة مهندسين.", [("kidnapped", 4)]),
        ("نزح 3 آلاف شخص من البلدة.", [("displaced", 3000)]),
        ("أنقذ خفر السواحل 22 مهاجرا.", [("rescued", 22)]),
        ("لا يزال 5 بحارة في عداد المفقودين.", [("missing", 5)]),
        # the agent is no victim
        ("قتل أربعة مسلحين عشرين قرويا.", [(KILLED, 20)]),
        ("مزارع يقتل جاره.", []),
    ],
)
def test_outcome(claims, text, expected):
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وصل 40 طالبا إلى العاصمة.",
        "قتل القائد بعد ثلاث ساعات من المعارك.",
        "أصيب اللاعب في الدقيقة 35 من المباراة.",
        "توفي الشيخ عن عمر 70 عاما.",
        "خطط المتهم لقتل 50 شخصا.",
        "دمرت الغارة 4 سيارات و3 منازل.",
        "تسجل البلاد 30 حالة إصابة لكل 100 ألف نسمة.",
        "كانت الحافلة تقل 45 راكبا.",
        "لا أحد يعرف الجواب.",
        "ارتفع السهم 5 نقاط بعد خسارة كبيرة.",
    ],
)
def test_no_claim(claims, text):
    assert told(claims(text)) == []


def test_lists_share_their_verb(claims):
    found = claims("مقتل 5 مدنيين و3 جنود و7 مسلحين في الاشتباكات.")
    assert [(c.outcome.value, c.group.value, c.min) for c in found] == [
        ("killed", "civilians", 5),
        ("killed", "security", 3),
        ("killed", "militants", 7),
    ]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("انتهت العملية دون وقوع إصابات.", "injured"),
        ("لم يسفر الانفجار عن ضحايا.", "casualties"),
        ("لم يصب أحد في الحريق.", "injured"),
    ],
)
def test_zero(claims, text, outcome):
    (claim,) = claims(text)
    assert (claim.min, claim.max, claim.hedge.value, claim.outcome.value) == (0, 0, "zero", outcome)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("مقتل جندي في كمين.", "جندي"),
        ("أعلن المستشفى وفاة طفلة متأثرة بحروقها.", "طفلة"),
        ("إصابة آخر بجروح.", "آخر"),
        ("وقع الحادث ونتجت عنه حالة وفاة.", "حالة وفاة"),
    ],
)
def test_implicit_one(claims, text, number):
    (claim,) = claims(text)
    assert claim.implicit
    assert claim.min == claim.max == 1
    assert claim.number_text in number


@pytest.mark.parametrize("text", ["مقتل الجندي خالد العمري.", "وفاة مدير المدرسة.", "مقتل قائد الكتيبة."])
def test_known_persons_are_not_counted(claims, text):
    assert claims(text) == ()


def test_duals(claims):
    found = claims("مقتل جنديين وإصابة امرأتين في الانفجار.")
    assert [(c.number_text, c.min, c.group.value) for c in found] == [
        ("جنديين", 2, "security"),
        ("امرأتين", 2, "women"),
    ]


def test_a_plural_is_no_dual(claims):
    assert claims("مقتل مدنيين في القصف.") == ()
