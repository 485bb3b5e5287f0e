"""Classes of sentences met in articles that the grammar was not made on, one invented sentence each."""

from __future__ import annotations

import pytest

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
DISPLACED, CASUALTIES, KIDNAPPED, RESCUED = "displaced", "casualties", "kidnapped", "rescued"


def told(claims):
    return [(c.outcome.value, c.min) for c in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a vowel or the verb behind tells a dual from a plural
        ("مقتل عراقيَّين في الانفجار.", [(KILLED, 2)]),
        ("أصيب عراقيِّين في الانفجار.", []),
        ("وذكر الطبيب أن حارسين أصيبا عند البوابة.", [(INJURED, 2)]),
        ("وذكر الطبيب أن مدنيين أصيبا عند البوابة.", [(INJURED, 2)]),
        # two wounded told of before who die; two bodies that are brought out do not live
        ("وأعلن الطبيب وفاة الجريحين ليلا.", [(KILLED, 2)]),
        ("احترق عاملان. وأخرجت الفرق الجثتين.", [(INJURED, 2)]),
        # a toll without a word of harm goes on with the figure before
        ("قتل 20 شخصا في السوق. وارتفعت الحصيلة ليلا إلى 27.", [(KILLED, 20), (KILLED, 27)]),
        ("وسجلت 7 وفيات، ليصل العدد الإجمالي إلى 156.", [(KILLED, 7), (KILLED, 156)]),
        ("وسجلت 30 إصابة، ليبلغ المجموع 450.", [(INJURED, 30), (INJURED, 450)]),
        ("قتل 20 شخصا وسط مخاوف من ارتفاع الحصيلة إلى 50.", [(KILLED, 20)]),
        ("قتل 20 شخصا. وارتفع العدد الإجمالي للحافلات إلى 50.", [(KILLED, 20)]),
        # a number that is part of a name, and those whom a boat carries
        ("تسجيل 5 وفيات بمرض كوفيد - 19 في المدينة.", [(KILLED, 5)]),
        ("مقتل المطلوب الثالث في قائمة الـ 40.", []),
        # a hedge in front of a dual
        ("قتل ما لا يقل عن حارسين في الهجوم.", [(KILLED, 2)]),
        ("وأصيب أكثر من عاملين في الهجوم.", [(INJURED, 3)]),
        # one of the wounded, who is not named; nobody in particular
        ("وأوضح الطبيب أن أحد الجرحى خضع لجراحة.", [(INJURED, 1)]),
        ("وتبين أن أحد القتلى هو قائد المجموعة.", []),
        ("من يقتل الواحد منهم أخاه خسر نفسه.", []),
        # quotation marks behind "among them" and "they are"; people listed without numbers
        ('قتل 13 شخصا بينهم "أم وطفلاها" في القصف.', [(KILLED, 13), (KILLED, 1), (KILLED, 2)]),
        ('وكان القتلى هم "سيدة وطفلان".', [(KILLED, 1), (KILLED, 2)]),
        ("إصابة أم وثلاثة من أطفالها في انفجار.", [(INJURED, 1), (INJURED, 3)]),
        ("قال الجيش إن قياديا أجنبيا في التنظيم وخمسة مسلحين آخرين قتلوا.", [(KILLED, 1), (KILLED, 5)]),
        # titles that stand for one, and with whom
        ("اغتيال نائب في العاصمة بالرصاص.", [(KILLED, 1)]),
        ("اغتيال مسؤول محلي بالرصاص.", [(KILLED, 1)]),
        ("مقتل مدير المستشفى في الغارة.", []),
        ("مقتل قائد القوات.", []),
        ("قتل نائب محلي مع حارسيه في كمين.", [(KILLED, 1), (KILLED, 2)]),
        ("نصبوا له كمينا وقتلوه مع حارسيه.", [(KILLED, 2)]),
        ("قتل 3 جنود مع 5 مدنيين في الكمين.", [(KILLED, 3), (KILLED, 5)]),
        # all those of a plane or a team, by number
        ("قتل أفراد الطاقم الخمسة.", [(KILLED, 5)]),
        ("هرب من الخدمة 26 ألف شخص، مما يمثل خسارة فادحة.", []),
        ("ولا يزال شخص آخر مفقودا في النهر.", [(MISSING, 1)]),
        ("بلغ عدد القتلى 12 لكن المستشفى قال إنه 14.", [(KILLED, 12), (KILLED, 14)]),
        # among the victims, in front and behind
        ("وأشارت الوزارة إلى وجود طفلين بين القتلى.", [(KILLED, 2)]),
        ("وأوضح أن قيادية بارزة في «الحركة» كانت من بين القتلى.", [(KILLED, 1)]),
        # words that count only what stands right behind them
        ("تحرير 5 قرى ومقتل 12 مسلحا في معارك تحرير البلدة.", [(KILLED, 12)]),
        ("تم تحرير 14 رهينة.", [(RESCUED, 14)]),
        ("تحرير رهينة من قبضة العصابة.", [(RESCUED, 1)]),
        ("تضرر أكثر من 150 ألف شخص بالسيول، وقتل سبعة.", [(OTHER, 150001), (KILLED, 7)]),
        ("إن 46 شخصا لقوا مصرعهم وأكثر من 200 ألف تضرروا.", [(KILLED, 46), (OTHER, 200001)]),
        # two words of harm for one figure
        ("إن 102 من المسلحين قتلوا أو اعتقلوا.", [(OTHER, 102)]),
        ("مقتل وأسر 20 مسلحا في المعركة.", [(OTHER, 20)]),
        ("خطف وقتل ثلاثة شبان.", [(KILLED, 3)]),
        ("مقتل وإصابة وأسر 30 مسلحا.", [(OTHER, 30)]),
        ("إن متطرفا قتل واعتقل 16 شخصا.", [(KILLED, 1), (DETAINED, 16)]),
        ("إن 5000 مدني قتلوا وأصيبوا.", [(CASUALTIES, 5000)]),
        # the victims behind other victims have their own outcome
        ("أوقع القصف عشرات القتلى ومئات الجرحى.", [(KILLED, 20), (INJURED, 200)]),
        ("إجلاء تسعة جثامين و27 مصابا.", [(KILLED, 9), (INJURED, 27)]),
        ("خرج اثنان من الجرحى التسعة من المستشفى.", [(INJURED, 2), (INJURED, 9)]),
        ("انتشال ثلاث جثث واعتبار 13 آخرين في عداد المفقودين.", [(KILLED, 3), (MISSING, 13)]),
        ("استمع القاضي إلى الناجين الـ70 الذين جرحوا.", [(INJURED, 70)]),
        # denials, and none
        ("لم تسفر أي منهما عن مقتل أو إصابة أي شخص.", [(CASUALTIES, 0)]),
        ("ولم يسفر الهجوم عن مقتل أحد.", [(KILLED, 0)]),
        ("تزال الألغام حتى لا تتسبب في سقوط قتلى.", []),
        # the number of those to whom something happened; it may stand behind its figure
        ("إن عدد الأشخاص الذين تم إنقاذهم من النهر بلغ 247.", [(RESCUED, 247)]),
        ("وقدرت اللجنة بأكثر من 4 آلاف، عدد الذين ماتوا.", [(KILLED, 4001)]),
        # one more, one who, one brought about
        ("قتل شخصان قرب البلدة، وشخص قرب المخيم.", [(KILLED, 2), (KILLED, 1)]),
        ("قتل ستة، إلى جانب شاب أجنبي.", [(KILLED, 6), (KILLED, 1)]),
        ("أطلق اللقب على جندي استشهد في الحرب.", [(KILLED, 1)]),
        ("أوقع الانفجار قتيلا وخمسة جرحى.", [(KILLED, 1), (INJURED, 5)]),
        ("سقط فلان قتيلا في المعركة.", []),
        # diseases
        ("يتواجد 44 مريضا داخل العناية المركزة.", [(INJURED, 44)]),
        ("بلغ العدد الإجمالي للإصابات 265 حالة وعدد المتماثلين للشفاء 178.", [(INJURED, 265), (OTHER, 178)]),
        # ages in brackets, attacks and not people, digits in quotation marks
        ("إن الطالب فلان الفلاني (20) لقي حتفه.", []),
        ("وهذه سلسلة من الهجمات التي وقع 3 منها في العاصمة بعد مقتل أربعة.", [(KILLED, 4)]),
        ("الغارات تقتل أكثر من «3» آلاف مسلح.", [(KILLED, 3001)]),
        # an age is no victim of hers, a forecast no toll, those out of whom some fled are not counted
        ("قتلت امرأة تبلغ 49 عاما بقصف على البلدة.", [(KILLED, 1)]),
        ("وتجاوز عدد القتلى 40 ومن المرشح أن يصل العدد إلى 100.", [(KILLED, 41)]),
        ("توقع العمدة أن يصل عدد القتلى إلى أكثر من 20 ألفا.", []),
        ("فر 62 ألف شخص من أصل 260 ألفا كانوا في المدينة.", [(DISPLACED, 62000)]),
        ("إن أربعة أشخاص فقدوا في العاصفة.", [(MISSING, 4)]),
        ("خسروا خمسين فردا من أسرهم دفعة واحدة.", [(KILLED, 50)]),
        ("ضبط خمسة تشكيلات عصابية في المدينة.", []),
        ("حررت القوات ثالث مدينة في الجنوب.", []),
        ("أصيب ثلاثة عمال، وهم: اثنان في البلدة وآخر في الميناء.", [(INJURED, 3), (INJURED, 2), (INJURED, 1)]),
        ("وسجلت 565 حالة يشتبه في إصابتها بالوباء.", [(INJURED, 565)]),
        ("إيداع 14 شخصا تحت الحراسة النظرية.", [(DETAINED, 14)]),
        # a toll far in front of its figure, parts of victims without a number, a list behind "among them" far on
        (
            "وبذلك يرتفع إجمالي عدد القتلى في صفوف الشرطة الذين سقطوا في هجمات الجماعة إلى 60 على الأقل.",
            [(KILLED, 60)],
        ),
        ("وأوضح أن غالبية القتلى أجانب، وبينهم ثمانية من الأطفال.", [(KILLED, 8)]),
        ("مقتل 15 شخصا في الهجوم على السوق من بينهم نساء وأطفال وجندي أجنبي واحد.", [(KILLED, 15), (KILLED, 1)]),
        ("إن 29 حالة غادرت المستشفيات.", [(OTHER, 29)]),
        ("وقضت دائرة الجنايات باستكمال محاكمة 29 متهما في تفجير المسجد.", []),
        # what follows a number that is its cause, a toll that has its figure
        ("وفاة 21 وإصابة 66 نتيجة موجات الحر.", [(KILLED, 21), (INJURED, 66)]),
        (
            "كان القتلى ال27 عمالا، كما تسبب انهيار المبنى في إصابة عشرات الأشخاص.",
            [(KILLED, 27), (INJURED, 20)],
        ),
        (
            "5 مصابين في البلدة تحت العلاج، ومصاب في القرية تحت العلاج.",
            [(INJURED, 5), (INJURED, 1)],
        ),
        ("كان القارب يقل 26 صيادا، غرق أربعة منهم.", [(KILLED, 4)]),
    ],
)
def test_is_read(claims, text, expected):
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("قتل 18 شخصا، 10 في البلدة و8 في المدينة.", {2: 1, 3: 1}),
        ("قتل 18 شخصا في غارتين، 10 في البلدة و5 قرب الميناء و3 بالمطار.", {2: 1, 3: 1, 4: 1}),
        ("أصيب 20 عاملا، 12 رجلا و8 نساء.", {2: 1, 3: 1}),
        ("قتل شابان، 20 و22 عاما، في الحادث.", {}),
        ("قتل 18 شخصا، 10 في البلدة.", {}),
        ("إن 17 شخصا قتلوا، 12 جنديا وأفراد الطاقم الخمسة.", {2: 1, 3: 1}),
        ("قتل 18 شخصا، 40 في البلدة و50 في المدينة.", {}),
        ("قتل 18 شخصا، 10 في البلدة وأصيب 5 في المدينة.", {}),
    ],
)
def test_parts_behind_a_comma(claims, text, parts):
    found = claims(text)
    assert {int(c.id[1:]): int(c.part_of[1:]) for c in found if c.part_of} == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("سجلت المدينة 500 إصابة توفي منهم 40.", {2: 1}),
        ("نقل 40 مصابا إلى المستشفى. وتوفي خمسة منهم ليلا.", {2: 1}),
        ("اعتقل 30 متظاهرا. وقتل أربعة منهم في السجن.", {2: 1}),
        # the dead are not hurt, the wounded not arrested as such; and as many are no part
        ("قتل 30 متظاهرا وأصيب 20 منهم.", {}),
        ("وجرح العشرات، وأسر الجيش ثلاثة منهم.", {}),
        ("قتل 42 مسلحا. وقال الجيش إن الانفجار أدى إلى مقتل 42 منهم.", {}),
        ("بلغ عدد الضحايا 100 شخص ( 30 قتيلا و70 جريحا) في الشهر.", {2: 1, 3: 1}),
        ("أصيب ثمانية عمال. وقال الطبيب إن أحد الجرحى خضع لجراحة.", {2: 1}),
    ],
)
def test_parts_of_another_outcome(claims, text, parts):
    found = claims(text)
    assert {int(c.id[1:]): int(c.part_of[1:]) for c in found if c.part_of} == parts


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        # what stands between the noun and its body, and what does not
        ("قتل 19 عنصرا على الأقل من الجيش في الكمين.", ["security"]),
        ("أدى القصف إلى مقتل 50 شخصا على الأقل وزيادة تهديد الأمن.", ["people"]),
        ("قتل 22 شخصا معظمهم من الشرطة.", ["people"]),
        ("مقتل 12 من عناصر الجيش والمسلحين الموالين له.", ["security"]),
        ("مقتل 6 من قوات مجلس مقاتلي البلدة.", ["militants"]),
        ("مقتل 50 عنصرا لقوات الحكومة.", ["security"]),
        ("قتل جندي أفغاني واحد.", ["security"]),
        ("سقط 42 قتيلا داعش في المعركة.", ["militants"]),
        ("قتل 22 من المدنيين والمقاتلين.", ["people"]),
        # the words of the toll
        ("بلغ عدد الجرحى المدنيين 1616 شخصا.", ["civilians"]),
        ("بلغ عدد الأطفال القتلى 7.", ["children"]),
        ("ارتفع عدد قتلى المعارك بين الجيش ومقاتلي التنظيم إلى 11 شخصا.", ["people"]),
        ("بلغ عدد الناجين من مسلحي التنظيم 20 شخصا.", ["people"]),
        ("وقتل من جانب الشرطة ثمانية أشخاص.", ["security"]),
        # whose members, which of them
        ("وفقدت القوات الأمنية أربعة من عناصرها.", ["security"]),
        ("هاجم الجيش مواقع للمسلحين وقتل عشرة منهم.", ["militants"]),
        ("قتل ثلاثة عناصر من الجيش وجرح تسعة.", ["security", "security"]),
        ("قتلت ست نساء وأصيب 13 آخرون.", ["women", "people"]),
        ("قتل خمسة أطفال بينهم أربعة أشقاء.", ["children", "children"]),
        ("قتل 14 جنديا في السوق و11 في الميناء.", ["security", "security"]),
        ("عثر على 20 جثة: 12 لرجال و8 لنساء.", ["people", "people", "women"]),
    ],
)
def test_group(claims, text, groups):
    assert [c.group.value for c in claims(text)] == groups


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("قتل 9 أشخاص العام الماضي.", "9 أشخاص"),
        ("أصيب العشرات بالرصاص.", "العشرات"),
        ("استشهاد اثنين واعتقال 15 بالضفة.", "15"),
        ("قتل ثلاثة بالغين.", "ثلاثة بالغين"),
        ("اعتقل متهمين اثنين لقيامهما بالسرقة.", "متهمين اثنين"),
        ("وأصيب 93 آخرين وتمكنت القوات من الفرار.", "93 آخرين"),
        ("وأصيب 12 عاملا والجنود الثلاثة.", "الجنود الثلاثة"),
    ],
)
def test_a_claim_ends_with_its_noun(claims, text, quote):
    assert claims(text)[-1].text == quote
