"""Classes of sentences met in papers between the Maghreb and the Horn of Africa, one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import told

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
CASUALTIES, KIDNAPPED, RESCUED = "casualties", "kidnapped", "rescued"


@pytest.mark.parametrize(
    ("text", "outcome", "quote"),
    [
        ("وذكر الطبيب أنه لم يعالج اليوم أي جريح.", INJURED, "لم يعالج اليوم أي جريح"),
        ("ولم تستقبل المراكز الصحية أي جريح.", INJURED, "لم تستقبل المراكز الصحية أي جريح"),
        ("ولم يصل إلى المشرحة أي قتيل.", KILLED, "لم يصل إلى المشرحة أي قتيل"),
        ("ولم نسجل أي حالة وفاة في الواحة.", KILLED, "لم نسجل أي حالة وفاة"),
        ("ولم يصب أي من الطلاب بأذى.", INJURED, "لم يصب أي"),
    ],
)
def test_none_by_any_verb(claims, text, outcome, quote):
    (claim,) = claims(text)
    assert (claim.outcome.value, claim.min, claim.max, claim.text) == (outcome, 0, 0, quote)


@pytest.mark.parametrize(
    "text",
    [
        "لم يعرف أي جريح هوية السائق.",
        "لم ينقل المصابون إلى العيادة.",
        "لم يتضح أي قتيل كان في الحافلة.",
        "وقال المسعفون إن المصابين نقلوا إلى العيادة.",
        "وقال المسعفون إن المصابين نقلا عن المدير.",
        "سجلت الدائرة 40 حالة طلاق بعد الزلزال.",
        "كشفت النيابة عن متابعة 41 شخصا يشتبه بتورطهم.",
        "زار الوفد ثلاثة أحياء دمرها الزلزال.",
    ],
)
def test_no_claim(claims, text):
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # those who were not harmed behind a denial
        ("دون وقوع إصابات بين الركاب البالغ عددهم نحو 210 ركاب.", [(INJURED, 0)]),
        ("لم تسفر الهزة عن إصابات في صفوف العمال وعددهم 90 عاملا.", [(INJURED, 0)]),
        ("دون وقوع إصابات باستثناء إصابة شخصين.", [(INJURED, 0), (INJURED, 2)]),
        # tens who are lost, and what is lost by others
        ("مات تسعة بحارة وفقد ثلاثون آخرون.", [(KILLED, 9), (MISSING, 30)]),
        ("وفقد ثلاثون عاملا وظائفهم.", []),
        # lumps of dead and missing
        ("تحدث الأهالي عن 60 مزارعا بين غريق ومفقود.", [(CASUALTIES, 60)]),
        ("أحصت الجمعية 900 حالة وفاة واختفاء في الصحراء.", [(CASUALTIES, 900)]),
        ("خلف الزلزال 800 قتيل ومفقود.", [(CASUALTIES, 800)]),
        ("خلف الزلزال خمسة قتلى وسبعة مفقودين.", [(KILLED, 5), (MISSING, 7)]),
        ("سجلت 12 حالة وفاة واختفاء 3 أشخاص.", [(KILLED, 12), (MISSING, 3)]),
        # kept, put in prison, let go
        ("أذنت النيابة بمحكمة قابس 2 بالاحتفاظ بـشخصين.", [(DETAINED, 2)]),
        ("أذنت النيابة العمومية بالاحتفاظ بصاحب المركب واثنين من أعوانه.", [(DETAINED, 2)]),
        ("قرر القاضي إيداع سبعة شبان السجن.", [(DETAINED, 7)]),
        ("خطف القراصنة طبيبين قبل أن يفرجوا عن أحدهما.", [(KIDNAPPED, 2), (OTHER, 1)]),
        ("خطفوا ثلاثة عمال ثم أفرجوا عن اثنين منهم.", [(KIDNAPPED, 3), (OTHER, 2)]),
        # who came out alive
        ("مات سبعة وأخرج ثلاثة أحياء من النفق.", [(KILLED, 7), (RESCUED, 3)]),
        ("وقال القبطان إن 14 راكبا تمكنوا من النجاة.", [(RESCUED, 14)]),
        ("واستطاع خمسة عمال النجاة من الحريق.", [(RESCUED, 5)]),
        # two that are known, by a verb of two
        ("وقال الطبيب إن المصابين نقلا في مركب صغير.", [(INJURED, 2)]),
        ("إن القتيلين كانا يعملان في المنجم.", [(KILLED, 2)]),
        # some of the victims, by whose they are
        ("ومن بين من انتشلت جثثهم أربع طالبات وسائق.", [(KILLED, 4), (KILLED, 1)]),
        ("وكان ثلاثة أطباء بين قتلى الغارة.", [(KILLED, 3)]),
        ("قتل 40. وذكرت القنصلية 12 نيباليا بين ضحايا الحريق.", [(KILLED, 40), (KILLED, 12)]),
        # where a toll rises from
        ("ارتفع العدد التراكمي من 1,842 إلى 2,218 إصابة.", [(INJURED, 1842), (INJURED, 2218)]),
        ("شهدت الحصيلة ارتفاعا من 40 إلى 44 وفاة.", [(KILLED, 40), (KILLED, 44)]),
        # cases of a disease by its name
        ("أفاد التقرير عن اكتشاف 7 حالات حمى ضنك في الواحة.", [(INJURED, 7)]),
        ("سجل الإقليم 25 حالة حصبة.", [(INJURED, 25)]),
        # a verb and whom it harmed, with the happening between
        ("ووقع انفجار أصيب فيه عامل وقتلت خلاله ممرضة.", [(INJURED, 1), (KILLED, 1)]),
        # with whom one was rescued, taken or killed
        ("اختبأ المدير ساعتين قبل أن تنقذه الشرطة مع أربعة عمال.", [(RESCUED, 4)]),
        ("كان الصحفي في بيته حين اعتقلته قوات الأمن مع ثلاثة من زملائه.", [(DETAINED, 3)]),
        ("ثم خطفوه مع طبيبين.", [(KIDNAPPED, 2)]),
        ("أنقذته الممرضة بعد ساعات مع أنه كان وحيدا بين 40 سيارة.", []),
        # a number in brackets that says again how many the two in front are
        ("لقي شخصان (2) حتفهما، وأصيب طفلان (02).", [(KILLED, 2), (INJURED, 2)]),
        # those who are looked for, or taken to be treated
        ("البحث ما يزال جاريا عن منقبين اثنين.", [(MISSING, 2)]),
        ("تم تحويل 27 طالبا إلى المراكز الصحية.", [(INJURED, 27)]),
        ("إن أكثر من 45 صيادا فقدوا قبالة الجزيرة.", [(MISSING, 46)]),
        # one more of the cases told of by place
        (
            "وقعت 8 إصابات بالريف وإصابة بالمدينة وأخرى بحي الميناء.",
            [(INJURED, 8), (INJURED, 1), (INJURED, 1)],
        ),
        ("أصيب 3 عمال في الرأس وإصابة في اليد.", [(INJURED, 3)]),
        # those rescued share no figure with the dead
        ("عثر الحراس على اثنين على قيد الحياة وجثث خمسة صيادين.", [(RESCUED, 2), (KILLED, 5)]),
        ("وقدم المكتب مساعدة إلى 18 ناجيا.", [(RESCUED, 18)]),
        ("قتل محاميا في مكتبه.", [(KILLED, 1)]),
        ("وأضاف أن 316 من إجمالي المصابين عولجوا.", [(INJURED, 316)]),
        # an object behind those who act
        ("أنقذ الجيش اللبناني شخصين من السيل.", [(RESCUED, 2)]),
        ("انتشل الغطاسون جثتي شقيقين.", [(KILLED, 2)]),
    ],
)
def test_told(claims, text, expected):
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("سجلت سبع وفيات، حالتان منها بولاية كسلا وحالة بولاية النيل وأخرى بالخرطوم.", [7, 2, 1, 1]),
        ("توفي أربعة أشخاص، شخصان منهم في الريف واثنان في المدينة.", [4, 2, 2]),
        ("قتل سبعة جنود، ضابطان منهم وخمسة مجندين.", [7, 2, 5]),
        ("دفنت 12 جثة تعود لـ7 معلمات و5 معلمين.", [12, 7, 5]),
        ("عثر على جثتين تعودان لرجل وطفلة.", [2, 1, 1]),
        ("قتل 12 شخصا بينهم أسرة مكونة من خمسة أفراد.", [12, 5]),
        ("سجلت 8 وفيات، منها حالة وفاة واحدة في الواحة.", [8, 1]),
        ("دفنت 17 جثة، وقيل إن أربعة من أصحابها قاصرون.", [17, 4]),
    ],
)
def test_parts(claims, text, numbers):
    found = claims(text)
    assert [c.min for c in found] == numbers
    assert {c.part_of for c in found[1:]} == {found[0].id}


def test_two_of_whom_one_is_told(claims):
    assert told(claims("قتل رجلان منهم ضابط في الجيش.")) == [(KILLED, 2), (KILLED, 1)]


def test_a_stroke_is_no_part_of_the_number(claims):
    (claim,) = claims("أذنت النيابة بالاحتفاظ بـشخصين.")
    assert claim.number_text == "شخصين"
