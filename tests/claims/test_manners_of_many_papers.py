"""Classes of sentences from the manners of papers of many countries, one invented sentence each."""

from __future__ import annotations

import pytest

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
DISPLACED, CASUALTIES, KIDNAPPED, RESCUED = "displaced", "casualties", "kidnapped", "rescued"


def told(claims):
    return [(c.outcome.value, c.min) for c in claims]


@pytest.mark.parametrize(
    ("text", "outcome", "quote", "number"),
    [
        ("أخمدت النيران من دون وقوع إصابات.", INJURED, "من دون وقوع إصابات", "دون"),
        ("غادر العمال النفق دون أن يصابوا بأذى.", INJURED, "دون أن يصابوا بأذى", "دون"),
        ("وقال القبطان إنه لم يعد هناك أي مفقود.", MISSING, "لم يعد هناك أي مفقود", "لم"),
        ("ونبه إلى عدم تسجيل أي حالة تسمم بين الطلاب.", INJURED, "عدم تسجيل أي حالة تسمم", "عدم"),
        ("أما في الميناء فلم تسجل خسائر في صفوف البحارة.", CASUALTIES, "لم تسجل خسائر في صفوف", "لم"),
        ("ولم يتم تسجيل أي خسائر في الأرواح.", KILLED, "لم يتم تسجيل أي خسائر في الأرواح", "لم"),
    ],
)
def test_none(claims, text, outcome, quote, number):
    (claim,) = claims(text)
    assert (claim.outcome.value, claim.min, claim.max) == (outcome, 0, 0)
    assert (claim.text, claim.number_text) == (quote, number)


@pytest.mark.parametrize(
    "text", ["لم يتم تأكيد حصيلة القتلى.", "لم تسجل خسائر مالية.", "لم تكن هناك عدالة لأهل الضحايا."]
)
def test_no_denial(claims, text):
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # those who die of their wounds
        ("فارق جريحان الحياة في المستشفى.", [(KILLED, 2)]),
        ("أصيب تسعة بجروح فيما أسلم ثلاثة الروح في الطريق.", [(INJURED, 9), (KILLED, 3)]),
        ("أصيب ثلاثة عمال في الحفرة حيث فارق أحدهم الحياة.", [(INJURED, 3), (KILLED, 1)]),
        # the hurt, by what is done for them
        ("استقبل المستوصف 80 شخصا تعرضوا للتسمم بالغاز.", [(INJURED, 80)]),
        ("وقدمت الفرق الإسعافات الأولية لـ 15 شخصا.", [(INJURED, 15)]),
        ("تلقى خمسة من المشجعين الإسعافات في الملعب.", [(INJURED, 5)]),
        ("وأدخلت أربع طالبات إلى مستشفى البلدة.", [(INJURED, 4)]),
        # the missing, the abducted, the evacuated, the rescued
        ("ولا يزال مصير تسعة مجهولا بعد انهيار المنجم.", [(MISSING, 9)]),
        ("وبقي في أيدي الخاطفين 27 تلميذا.", [(KIDNAPPED, 27)]),
        ("أخلت الشرطة نحو 600 طالب من المبنى.", [(DISPLACED, 600)]),
        ("واستقبلت المدارس 400 شخص تم إجلاؤهم من القرية.", [(DISPLACED, 400)]),
        ("تم إجلاء عائلتين تتكونان من تسعة أفراد.", [(DISPLACED, 9)]),
        ("تمكن الحرس من نجدة 17 شخصا.", [(RESCUED, 17)]),
        ("أخرج الإطفائيون ثمانية أشخاص كانوا محتجزين في المصعد.", [(RESCUED, 8)]),
        ("أخلت المحكمة سبيل ثلاثة متهمين.", [(OTHER, 3)]),
        # those aboard are not harmed, and neither are some of them
        ("كان المركب يقل 60 مهاجرا، أنقذ منهم 33.", [(RESCUED, 33)]),
        ("انتشل الحرس 9 جثث، وقال القبطان إن المركب كان يقل 42 نفرا، 31 منهم من الجزر و11 محليا.", [(KILLED, 9)]),
        ("قتل 20 شخصا في قرية تضم 300 نسمة، بينهم 5 أطفال.", [(KILLED, 20), (KILLED, 5)]),
        # a counted noun governs nothing
        ("ونقلت الفرق سبع جثث و21 جريحا إلى المستشفى.", [(KILLED, 7), (INJURED, 21)]),
        # "and" with a verb begins a clause of its own
        ("الأمن يوقف 64 مشتبها فيه ويحيل 29 قاصرا على القضاء.", [(DETAINED, 64)]),
        ("وقال إن 71 من هؤلاء الجرحى ما زالوا قيد العلاج.", [(INJURED, 71)]),
        # no number at all, and none
        ("صرفت تعويضات لأسرة كل واحد من القتلى.", []),
        ("نقلت المصابة إلى مستشفى الطاهر صفر.", []),
        ("وظل عدد القتلى صفرا.", [(KILLED, 0)]),
        ("ضبط وتدمير 39 عربة خاصة بالمهربين.", []),
        # a toll of a body by its name
        ("وقال الشهود إن قتلى داعش ارتفع إلى 25 مسلحا.", [(KILLED, 25)]),
        (
            "ارتفعت حصيلة ضحايا حافلة الركاب التي انقلبت في منعطف خطير قرب قرية الزيتون بضاحية المدينة"
            " من 11 إلى 13 قتيلا.",
            [(KILLED, 11), (KILLED, 13)],
        ),
        # a counted noun shares no figure with the next word of harm
        ("انتشال 9 جثث وإنقاذ 17 بحارا.", [(KILLED, 9), (RESCUED, 17)]),
        # the list goes on by place
        ("وقال إن 11 جثة نقلت إلى مستشفى القرية وسبعا إلى كلية الطب.", [(KILLED, 11), (KILLED, 7)]),
        ("استقبل مستشفى النور 7 حالات اختناق، ومستشفى الوادي 4 حالات.", [(INJURED, 7), (INJURED, 4)]),
        ("أصيب في القرية 26، وسلوان 12، وجرمانا تسعة.", [(INJURED, 26), (INJURED, 12), (INJURED, 9)]),
        ("وتوزع المصابون على مستشفيات البلدة التي استقبلت 26.", [(INJURED, 26)]),
        ("قتل 5، وفاز 12.", [(KILLED, 5)]),
        ("أصيب 9 في حي النور، والوادي والأربعين في المدينة.", [(INJURED, 9)]),
        # the hurt who leave or are moved on
        ("استقبل المشفى 8 مصابين، ونقل الأربعة الباقون إلى العاصمة.", [(INJURED, 8), (INJURED, 4)]),
        ("ما زال 57 مصابا تحت العلاج في حين غادر المستشفى 26 آخرون.", [(INJURED, 57), (INJURED, 26)]),
        ("وفي المستشفى 80 جريحا فيما سيتم نقل المئات قريبا.", [(INJURED, 80)]),
        ("وقالت إن حالتين من الحالات الثلاث الأخيرة في العناية المركزة.", [(INJURED, 2), (INJURED, 3)]),
        # the rest, with their number
        ("قتل 45 طفلا و30 امرأة، أما البقية وعددهم 62 فمن الرجال.", [(KILLED, 45), (KILLED, 30), (KILLED, 62)]),
        ("نقلت القوارب 2300 شخص من القرى إلى مناطق آمنة.", [(DISPLACED, 2300)]),
        ("وأذنت النيابة بالاحتفاظ بالمنظم واثنين من مساعديه.", [(DETAINED, 2)]),
        # the known dead, told by place
        ("وذكر أن القتلى يتوزعون بواقع 16 في القرية وخمسة في الميناء.", [(KILLED, 16), (KILLED, 5)]),
    ],
)
def test_is_read(claims, text, expected):
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("قتل 72 شخصا، منهم 7 انتشلوا من تحت الركام.", ["72 شخصا", "7"]),
        ("أصيب 30 يعالجون في المدينة.", ["30"]),
        ("قتل 9 ويجري البحث عن القاتل.", ["9"]),
        ("لا يزال مصير تسعة مجهولا بعد الانهيار.", ["تسعة"]),
        ("قالت الشرطة إن خمسة نيباليين ألقي القبض عليهم.", ["خمسة نيباليين"]),
    ],
)
def test_a_verb_is_no_counted_noun(claims, text, quotes):
    assert [claim.text for claim in claims(text)] == quotes


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("أصيب ثلاثة عمال في الحفرة حيث فارق أحدهم الحياة.", {2: 1}),
        # a list of all of a known toll, with the toll or without it
        ("قتل 24 شخصا. وأفاد الطبيب بأن القتلى هم 13 رجلا و9 نساء وطفلان.", {2: 1, 3: 1, 4: 1}),
        ("انتشل الحرس 9 جثث. وقال إن الجثث تعود إلى أربع نساء وثلاثة رجال ورضيعين.", {2: 1, 3: 1, 4: 1}),
        ("قتل 17 رجلا. وقال الجيش إن الحصيلة تشمل 11 جنديا وستة متطوعين.", {2: 1, 3: 1}),
        ("قتل سبعة في المدرسة. وقال إن القتلى السبعة هم ثلاثة طلاب وأربعة معلمين وحارس.", {3: 2, 4: 2, 5: 2}),
        ("قتل 9 في القصف. أما الذين قتلوا في الشوارع فهم عشرات.", {}),
        ("مقتل امرأة وثلاثة أطفال في القصف، وقال إن القتلى هم سيدة وطفلتها وطفلان.", {}),
        # among a known figure, and of one
        ("قتل 13 شخصا. ومن بين الضحايا الثلاثة عشر أربع نساء ورضيع.", {3: 2, 4: 2}),
        ("أصيب ثلاثة عمال. وقال الطبيب إن اثنين من الجرحى الثلاثة في حالة حرجة.", {2: 3}),
        ("وقالت إن حالتين من الحالات الثلاث الأخيرة في العناية المركزة.", {1: 2}),
        # of the victims: the count of now and not the earlier one, and those who were told as killed
        ("ارتفع عدد القتلى إلى 36. وكانت الحصيلة السابقة 31 قتيلا. وبين القتلى خمس نساء.", {3: 1}),
        ("لقي تسعة مصرعهم وأصيب 12. وقال إن ستة من الضحايا فارقوا الحياة فورا.", {3: 1}),
        ("نقل 64 جريحا إلى المدينة. وقال إن 71 من هؤلاء الجرحى قيد العلاج.", {2: 1}),
        # a figure of another sentence that cannot hold the whole list is not theirs
        ("سجل الإقليم 58 وفاة. وبينت الهيئة أن بين الضحايا 45 طفلا و30 امرأة.", {}),
    ],
)
def test_part_of(claims, text, parts):
    assert {int(c.id[1:]): int(c.part_of[1:]) for c in claims(text) if c.part_of} == parts
