"""Those left of a figure, denials of deaths, differences, capacities, and lists behind long clauses."""

from __future__ import annotations

import pytest

from tests.claims.conftest import told

KILLED, INJURED, DETAINED, MISSING, OTHER = "killed", "injured", "detained", "missing", "other"
DISPLACED, CASUALTIES, RESCUED = "displaced", "casualties", "rescued"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what behind a list says whose some are
        (
            "وذكر الطبيب أن ثلاثة حراس من بين القتلى وأربع معلمات من بين المصابين.",
            [(KILLED, 3), (INJURED, 4)],
        ),
        # those who are left of a figure
        ("قتل 20 عاملا، بينهم 12 بحارا، أما الثمانية الباقون فحراس.", [(KILLED, 20), (KILLED, 12), (KILLED, 8)]),
        ("قتل 20 عاملا، بينهم 12 بحارا، أما الثمانية الباقون فأصيبوا.", [(KILLED, 20), (KILLED, 12), (INJURED, 8)]),
        ("قتل ثلاثة صيادين أحدهم غرقا بعد احتجازه أياما، والآخران برصاصة.", [(KILLED, 3), (KILLED, 1), (KILLED, 2)]),
        ("غرق المركب وعثر على ست جثث، وتبقى البقية، وعددها تسعة، مفقودة.", [(KILLED, 6), (MISSING, 9)]),
        # some of those told of in the sentence before
        (
            "نزحت 900 عائلة من الوادي. وأفاد المنسق بأن 400 عائلة من هؤلاء استقرت في الخيام.",
            [(DISPLACED, 900), (DISPLACED, 400)],
        ),
        ("زارت اللجنة القرية. وأفاد المنسق بأن 400 عائلة من هؤلاء استقرت في الخيام.", []),
        # families, and how many people they are
        ("إيواء 80 أسرة يبلغ عدد أفرادها 430 شخصا.", [(DISPLACED, 80), (DISPLACED, 430)]),
        # what a toll was; a difference is no count
        ("بلغ عدد القتلى 51، بعدما كانت الحصيلة السابقة 44.", [(KILLED, 51), (KILLED, 44)]),
        ("تراجع عدد القتلى بـ7 خلال الصيف.", []),
        ("ارتفع عدد الجرحى بواقع 7 أشخاص.", []),
        ("يقدر عدد القتلى بـ70 شخصا.", [(KILLED, 70)]),
        ("قال الخبير إن عدد قتلى العاصفة التي مرت أول الشهر تجاوز الألف.", [(KILLED, 1001)]),
        # what a place holds, and what may come, has not happened
        ("طاقة استيعاب المشرحة لا تتجاوز 60 جثة.", []),
        ("وحذر المكتب من أن 70 ألف ساكن قد يصبحون بلا مأوى.", []),
        ("وأكد المكتب أن 70 ألف ساكن أصبحوا بلا مأوى.", [(DISPLACED, 70_000)]),
        # a failed attempt is told of, and what came of it
        ("أدى التدخل إلى إحباط المحاولة وتوقيف 16 شخصا.", [(DETAINED, 16)]),
        ("أدى التدخل إلى منع محاولة خطف 16 شخصا.", []),
        # how badly some are hurt, whatever stands between
        ("أصيب 30 عاملا وذكر الطبيب أن حالة أربعة منهم حرجة.", [(INJURED, 30), (INJURED, 4)]),
        ("أصيب 30 عاملا، وأضاف أن تسعة مصابين غادروا بعد تلقي العلاج.", [(INJURED, 30), (OTHER, 9)]),
        # others, and when
        ("وأصيب ستة آخرون مساء أمس عند الجسر.", [(INJURED, 6)]),
        # two families, two places, with commas alone
        ("سقط تسعة قتلى، خمسة من القبيلة الأولى وأربعة من الثانية.", [(KILLED, 9), (KILLED, 5), (KILLED, 4)]),
        ("انتشلت جثث 7 بحارة، خمسة بطبرقة واثنان ببنزرت.", [(KILLED, 7), (KILLED, 5), (KILLED, 2)]),
        ("واستشهد في 14 من الشهر الماضي حارسان.", [(KILLED, 2)]),
        ("وذكر أن خمسة من رجال الحرس ومدنيين اثنين قتلوا عند الجسر.", [(KILLED, 5), (KILLED, 2)]),
        # a list of all goes on behind what is said of one of its members
        (
            "وكان الهالكون هم خمسة تلاميذ تتراوح أعمارهم بين 9 سنوات و12 سنة كانوا عائدين من رحلة، وأربع معلمات.",
            [(KILLED, 5), (KILLED, 4)],
        ),
        ("والقتلى، بحسب مندوب الوكالة في المدينة، أربعة من الحي القديم.", [(KILLED, 4)]),
        ("استقبل مستشفى الساحل 31 جثة ومستشفى النخيل 12.", [(KILLED, 31), (KILLED, 12)]),
        # people of two fates in one number
        ("قضى أو فقد قبالة الساحل منذ بداية السنة 215 شخصا.", [(CASUALTIES, 215)]),
    ],
)
def test_whom_a_figure_counts(claims, text, expected):
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("ولم يقتل أحد في الحريق.", KILLED),
        ("ولم يقتل أي حارس في الحريق.", KILLED),
        ("ولم يلق أحد حتفه في الحريق.", KILLED),
        ("ولم يصب أي حارس في الحريق.", INJURED),
        ("أخمد الحريق من دون أن يصاب أحد.", INJURED),
        ("وأكد المدير أن أيا من الركاب لم يلق مصرعه.", KILLED),
        ("وأكد المدير أن أحدا من الطلاب لم يصب.", INJURED),
        ("وأكد القنصل أنه ليس بين المتوفين أحد من مواطنيه.", KILLED),
        ("وأكد القنصل أنه ليس من بين القتلى أحد من مواطنيه.", KILLED),
    ],
)
def test_nobody(claims, text, outcome):
    assert [(c.outcome.value, c.min, c.max) for c in claims(text)] == [(outcome, 0, 0)]


def test_a_purpose_counts_nobody(claims):
    assert not claims("أغلقت الطرق حتى لا يصاب أحد.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نال شرف الشهادة ضابط وأربعة مجندين.", [(KILLED, 1), (KILLED, 4)]),
        ("الحمى تخطف 340 روحا في الجنوب.", [(KILLED, 340)]),
        ("الوباء يحصد 340 شخصا في الجنوب.", [(KILLED, 340)]),
        ("المنتخب يحصد 12 ميدالية، ومقتل مشجع.", [(KILLED, 1)]),
        ("وذكر البيان أن نحو ثلاثين مسلحا تم تحييدهم.", [(KILLED, 30)]),
        ("جرى تنفيذ أوامر قبض بحق سبعة موظفين.", [(DETAINED, 7)]),
        ("ألقت القبض وقت الحادث على 18 شخصا، أحيل 11 منهم إلى المحكمة.", [(DETAINED, 18), (DETAINED, 11)]),
        ("قررت النيابة التحفظ على أربعة عمال.", [(DETAINED, 4)]),
        ("تحفظت الوزارة على أربعة بنود.", []),
        ("أوقف الأمن 27 مرشحا للهجرة.", [(DETAINED, 27)]),
        ("قال المكتب إن 640 شخصا أبعدوا عن بيوتهم.", [(DISPLACED, 640)]),
        ("قدرت المنظمة أعداد الفارين بنحو 40 ألف شخص.", [(DISPLACED, 40_000)]),
        ("وأضاف أن خمسة مازالوا محاصرين تحت الأرض.", [(MISSING, 5)]),
        ("وتمكن 33 عاملا من الصعود إلى السطح.", [(RESCUED, 33)]),
        ("وما تزال حالتان في العناية الحثيثة.", [(INJURED, 2)]),
        ("وقال الطبيب إن المتوفيين تناولا الوجبة نفسها.", [(KILLED, 2)]),
        ("بلغ عدد الذين راجعوا المستشفيات 210 أشخاص.", [(INJURED, 210)]),
        ("مقتل 19 مدنيا وإعاقة عشرة آخرين.", [(KILLED, 19), (INJURED, 10)]),
        ("لم تذكر اللجنة أي إعاقة أخرى بعد مقتل حارس.", [(KILLED, 1)]),
    ],
)
def test_words_of_harm(claims, text, expected):
    assert told(claims(text)) == expected


def test_people_of_families_are_no_part_of_these(claims):
    families, people = claims("نزوح 90 أسرة بواقع 500 فرد إلى المدينة.")
    assert (families.min, people.min, people.part_of) == (90, 500, None)


def test_victims_of_the_same_number_as_the_dead_are_dead(claims):
    victims = claims("أكثر من 1200 ضحية في الإعصار.\n\nبلغ عدد القتلى 1234 وعدد الجرحى 5600.")[0]
    assert victims.outcome.value == KILLED
    others = claims("أكثر من 1200 ضحية في الإعصار.\n\nبلغ عدد القتلى 400 وعدد الجرحى 5600.")[0]
    assert others.outcome.value == CASUALTIES
