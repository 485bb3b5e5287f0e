"""Who is held by whom, those aboard, the buried, some of those told of before, and what counts nobody."""

from __future__ import annotations

import pytest

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
DISPLACED, CASUALTIES, KIDNAPPED, RESCUED = "displaced", "casualties", "kidnapped", "rescued"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # pirates and kidnappers hold hostages, the police prisoners
        ("وقال إن القراصنة يحتجزون 60 بحارا.", [(KIDNAPPED, 60)]),
        ("احتجز مسلحون ثمانية موظفين في المبنى.", [(KIDNAPPED, 8)]),
        ("ولا يزال تسعة بحارة محتجزين لدى القراصنة.", [(KIDNAPPED, 9)]),
        ("وما زال ثمانية بحارة بيد القراصنة.", [(KIDNAPPED, 8)]),
        ("استولى قراصنة على سفينة وأسروا طاقمها المؤلف من 20 بحارا.", [(KIDNAPPED, 20)]),
        ("سيطر القراصنة على سفينة واحتجزوا أفراد طاقمها الـ17.", [(KIDNAPPED, 17)]),
        ("احتجزت الشرطة خمسة مسلحين.", [(DETAINED, 5)]),
        ("وقال الحاكم إن نحو 70 مسلحا في قبضة الجيش.", [(DETAINED, 70)]),
        ("اشتبك الجيش مع مسلحين واحتجز سبعة.", [(DETAINED, 7)]),
        ("أسر المسلحون ستة جنود.", [(DETAINED, 6)]),
        # taken with the ship or the bus
        ("خطف قراصنة ناقلة وطاقمها المؤلف من 19 فردا.", [(KIDNAPPED, 19)]),
        ("اختطفوا سفينة وطاقمها المكون من 12 هنديا وأربعة أتراك.", [(KIDNAPPED, 12), (KIDNAPPED, 4)]),
        ("خطف مسلحون حافلة تقل 30 راكبا.", [(KIDNAPPED, 30)]),
        ("خطف قراصنة سفينة على متنها 17 بحارا.", [(KIDNAPPED, 17)]),
        ("غرقت السفينة وأنقذ طاقمها المؤلف من 14 بحارا.", [(RESCUED, 14)]),
        ("خطف مسلحون ثلاثة من ركاب حافلة تقل 30 راكبا.", [(KIDNAPPED, 3)]),
        ("وتحطمت طائرة على متنها 60 راكبا وقتل اثنان.", [(KILLED, 2)]),
        ("ويحتجز قراصنة من الساحل 13 سفينة على الأقل وأكثر من 200 شخص.", [(KIDNAPPED, 201)]),
        ("خطفوا سفينة مملوكة للصين وعلى متنها 18 بحارا.", [(KIDNAPPED, 18)]),
        # jailed, questioned, released by order
        ("أمرت النيابة بإيداع تسعة متهمين السجن.", [(DETAINED, 9)]),
        ("قرر القاضي إيداع ستة أشخاص الحبس المؤقت.", [(DETAINED, 6)]),
        ("وبقي خمسة آخرون رهن الاستجواب.", [(DETAINED, 5)]),
        ("وأذنت النيابة بالإفراج عن 40 طالبا.", [(OTHER, 40)]),
        ("وقرر القاضي في محاكمة المتهمين الـ29 إخلاء سبيل 11 متهما.", [(OTHER, 11)]),
        ("حكمت المحكمة بإعدام ثلاثة متهمين.", []),
        # what is done to many is counted, and alone it is a manner of speaking
        ("ووثقت المنظمة 90 حالة إعدام.", [(KILLED, 90)]),
        ("سجلت المنظمة 40 حالة اعتقال و12 حالة اختطاف.", [(DETAINED, 40), (KIDNAPPED, 12)]),
        ("قتل اثنان، ووصف الكاتب هدم التمثال بأنه عملية إعدام.", [(KILLED, 2)]),
        ("وبلغ عدد الإعدامات المنفذة 90 حالة.", [(KILLED, 90)]),
        ("وبلغ عدد الاعتقالات منذ مطلع الشهر 120.", [(DETAINED, 120)]),
        # lives taken, bodies, relatives lost
        ("حصدت الكوارث ما يربو على 700 نفس.", [(KILLED, 701)]),
        ("أزهقت الحرب أكثر من 10 آلاف روح.", [(KILLED, 10001)]),
        ("خطف الموت ثلاثة شبان في حادث سير.", [(KILLED, 3)]),
        ("وخرج خمسة عمال من المنجم جثثا هامدة.", [(KILLED, 5)]),
        ("كانت واحدة من 16 طفلا خرجوا من الملعب جثثا هامدة.", [(KILLED, 16)]),
        ("يقول الرجل إنه فقد اثنين من إخوته في القصف.", [(KILLED, 2)]),
        ("فقد أبناءه الثلاثة في الحريق.", [(KILLED, 3)]),
        ("ودفنا أربعة من الجيران في قبر واحد.", [(KILLED, 4)]),
        ("وفقد ستة بحارة.", [(MISSING, 6)]),
        # the buried are dead, whoever else was hurt
        ("أصيب عشرة. وشيع المئات أمس شقيقين من ضحايا الحريق.", [(INJURED, 10), (KILLED, 2)]),
        ("قتل 20 وجرح 24. وسلمت جثامين الضحايا الـ20 إلى ذويهم.", [(KILLED, 20), (INJURED, 24), (KILLED, 20)]),
        ("أصيب عشرة. وشيع المئات جنازة 11 شخصا من ضحايا حادث الطريق.", [(INJURED, 10), (KILLED, 11)]),
        ("أصيب عشرة. وأقيمت صلاة الجنازة على ستة من الضحايا.", [(INJURED, 10), (KILLED, 6)]),
        ("سقط العشرات من الشهداء والمصابين.", [(CASUALTIES, 20)]),
        # reports of the missing, and those who came back
        ("وانخفض عدد بلاغات المفقودين إلى 45 بلاغا.", [(MISSING, 45)]),
        ("وتلقت الشرطة عن المفقودين في الحي 45 بلاغا كاذبا.", []),
        ("وقال إن جنديين ممن كانوا في عداد المفقودين وصلا سيرا.", [(OTHER, 2)]),
        ("وعاد ثلاثة ممن كانوا في عداد المفقودين إلى بيوتهم.", [(OTHER, 3)]),
        # a list that time carries on, and its total
        ("أوقف 20 شخصا السبت، ثم 31 في الليلة التالية.", [(DETAINED, 20), (DETAINED, 31)]),
        (
            "أوقف 20 شخصا السبت و31 في الليلة التالية ليبلغ المجموع 51.",
            [(DETAINED, 20), (DETAINED, 31), (DETAINED, 51)],
        ),
        ("وأوقف 20 شخصا، ليصبح العدد الجملي للموقوفين منذ البداية 70.", [(DETAINED, 20), (DETAINED, 70)]),
        ("قتل عشرة في القرية ثم تظاهر 300 شخص.", [(KILLED, 10)]),
        # the rest of the hurt are treated; what a hospital treats every day is no toll
        ("نقل تسعة من الجرحى جوا فيما يعالج الخمسة الباقون في البلدة.", [(INJURED, 9), (INJURED, 5)]),
        ("أصيب تسعة. والمستشفى يعالج 400 مريض يوميا.", [(INJURED, 9)]),
        ("وقال إن ظهور 4 حالات في بلد مجاور مقلق.", [(INJURED, 4)]),
        # one among the victims, one who is badly hurt, one nobody has heard of
        ("وقال إن بين شهداء الجيش ضابطا برتبة نقيب.", [(KILLED, 1)]),
        ("وكان بين الجرحى طفل.", [(INJURED, 1)]),
        ("وكان من بين الجرحى شقيق زعيم الحزب.", []),
        ("وتحدث عن شاب في حالة حرجة.", [(INJURED, 1)]),
        ("قتل شاب، ويوجد ثلاثة أطفال آخرين في حالة حرجة.", [(KILLED, 1), (INJURED, 3)]),
        ("وقال إن عاملا آخر لا يعرف أحد مكانه.", [(MISSING, 1)]),
        ("ولا يزال سبعة عمال مجهولي المصير.", [(MISSING, 7)]),
        # room for so many, things, ages, who speaks
        ("ويضم السجن المصمم لإيواء 250 نزيلا فناء واحدا، وقتل ثلاثة.", [(KILLED, 3)]),
        ("ونصبت خيام لإيواء 900 شخص شردهم الزلزال.", [(DISPLACED, 900)]),
        ("سجلت العيادة 61 إصابة، ولا توجد سوى ست دورات مياه.", [(INJURED, 61)]),
        ("قتل ثلاثة. وتتراوح أعمار الهالكين بين 19 و45.", [(KILLED, 3)]),
        ("وتراوحت أعمار القتلى الخمسة بين 20 و30.", [(KILLED, 5)]),
        ("أفرج القراصنة عن 19 بحارا بعد دفع فدية قال أحدهم إنها مليون.", [(OTHER, 19)]),
        ("وسار 300 شخص رددوا شعارات الثورة التي سقط خلالها 40 شهيدا.", [(KILLED, 40)]),
    ],
)
def test_is_read(claims, text, expected):
    assert [(c.outcome.value, c.min) for c in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected", "parts"),
    [
        ("قتل 18 شابا.\n\nخمسة عشر منهم تقل أعمارهم عن الثلاثين.", [(KILLED, 18), (KILLED, 15)], {2: 1}),
        ("أعدم سبعة رجال. وقال محام عن ثلاثة منهم إنهم أبرياء.", [(KILLED, 7), (KILLED, 3)], {2: 1}),
        # of the dead and the hurt "of them" may mean either; others are named, or things; no more than there were
        ("قتل 18 وجرح تسعة. وخمسة منهم من قرية واحدة.", [(KILLED, 18), (INJURED, 9)], {}),
        ("قتل 18 شابا. وحضر المباراة آلاف الشبان، ثلاثة منهم من القرية.", [(KILLED, 18)], {}),
        ("قتل 18 شابا. وسجلت 714 هزة، خمس منها قوية.", [(KILLED, 18)], {}),
        ("قتل شابان. وعشرة منهم في المدينة.", [(KILLED, 2)], {}),
        ("قتل 18 شابا. والرجل منا بعشرة منهم.", [(KILLED, 18)], {}),
        # who was held may be so no more
        ("خطف 18 شابا. ولم يهرب سوى ثلاثة منهم.", [(KIDNAPPED, 18)], {}),
    ],
)
def test_of_those_told_of_before(claims, text, expected, parts):
    found = claims(text)
    assert [(c.outcome.value, c.min) for c in found] == expected
    assert {int(c.id[1:]): int(c.part_of[1:]) for c in found if c.part_of} == parts
