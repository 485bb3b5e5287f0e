"""Classes of slips found by reading newspaper articles that nobody had annotated, one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import told

KILLED, INJURED, DETAINED, KIDNAPPED = "killed", "injured", "detained", "kidnapped"
CASUALTIES, DISPLACED, OTHER = "casualties", "displaced", "other"


@pytest.mark.parametrize(
    ("text", "outcome", "quote"),
    [
        ("اعتقلت الشرطة رجلا في الميناء.", DETAINED, "رجلا"),
        ("وخطف مسلحون صحافيا أمس.", KIDNAPPED, "صحافيا"),
        ("قتل الجيش مسلحا حاول التسلل.", KILLED, "مسلحا"),
        ("اغتال مجهولون ضابطا قرب الجسر.", KILLED, "ضابطا"),
        ("اغتالت الميليشيات، السبت، زعيما قبليا رفض بيعتها.", KILLED, "زعيما قبليا"),
        ("قتل مسلحون ضابطا متقاعدا.", KILLED, "ضابطا متقاعدا"),
        ("وأصابت رصاصة طائشة طفلا في بيته.", INJURED, "طفلا"),
        ("قتل الجنود أمس امرأة مسنة.", KILLED, "امرأة مسنة"),
        ("وقتل مهاجم شرطيا طعنا.", KILLED, "شرطيا"),
        ("وأوقف حارس بعد طعنه سائحا في الحديقة.", INJURED, "سائحا"),
    ],
)
def test_whom_somebody_harms(claims, text, outcome, quote):
    claim = claims(text)[-1]
    assert (claim.outcome.value, claim.min, claim.text, claim.implicit) == (outcome, 1, quote, True)


@pytest.mark.parametrize(
    "text",
    [
        "اعتقل الشاب متهما بالسرقة.",
        "أصاب المهاجم هدفا.",
        "قتلت القوات التي دخلت البلدة شابة.",
        "ونقل عن حكيم أن زوال الجبل أهون عند الناس من قتل رجل بريء.",
        "والويل لكل من قتل نفسا أو قتل رجلا ظلما.",
        "تستطيع الشرطة اعتقال مشتبه به من دون محاكمة.",
        "يمكن للأفعى قتل 30 رجلا بسمها.",
        "قام شابان بقتل جارهما.",
        "أكد مقتله لوكالة الأنباء ثلاثة من أعضاء الحركة.",
        "دفن القائد في مراسم حضرها نحو عشرين من المسلحين.",
        "وقال إن عاملا في الحديقة عثر على جثة الرجل.",
        "ويؤدي الصلوات الخمس في المسجد بعد مقتل أخيه.",
        "وقالت إن شقيقي قتل دفاعا عن بيته.",
        "وأكد أن لا أحد مات في الحادث بعد.",
        "أسهمت السياسة في مقتل ثلاثة ثيران برية.",
        "وصلت حافلة تقل 40 راكبا إلى المدينة بعد مقتل السائق.",
        "مقتل زعيم المجموعة المدرج على قائمة المطلوبين الـ36.",
        "وكان بارا بوالديه قبل وفاته.",
        "وفرت الفتاة من منزل والديها إلى الميناء.",
        "أكد سقوط ثلاثة صواريخ قرب المدرج، وسبعة أخرى في محيط المكان.",
        "وتعد ثالث زائرة تصاب هذا العام.",
        "الواقعة الخامسة وثالث زائرة تصاب هذا العام.",
        "أسهمت السياسة في مقتل آلاف من الثور البري.",
        "افتتح معرض عن الملك، شاهد وشهيد.",
        "أسفر عن مثل عدد القتلى في المدينة التي كان عدد سكانها يبلغ 240 ألف نسمة.",
        "تفاصيل مقتل مطلوب «القائمة 23» سالم الفلاني بالمدينة.",
        "سافر وفد من صبيان البلدة وألقي القبض عليه.",
    ],
)
def test_nobody_was_harmed(claims, text):
    assert not claims(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفاع عدد أسرى جنود اللواء والميليشيات إلى 73.", [(DETAINED, 73)]),
        ("تنفيذ حكم القتل قصاصا في أحد الجناة بالمدينة.", [(KILLED, 1)]),
        ("قتل عنصران إرهابيان في الوادي.", [(KILLED, 2)]),
        ("أوقفت الشرطة عنصرين إرهابيين.", [(DETAINED, 2)]),
        ("لقي خمسة مسلحين حوثيين مصرعهم.", [(KILLED, 5)]),
        ("وأصيب في الحريق والدا الطفلة بحروق.", [(INJURED, 2)]),
        ("تم القبض على والدي الطالبة.", [(DETAINED, 2)]),
        ("توقيف شقيقي المتهم.", [(DETAINED, 2)]),
        ("وقال المكتب إن أحد المهاجمين قتل في الانفجار.", [(KILLED, 1)]),
        ("وقع تفجير أدى لقتل حارس أمن تركي.", [(KILLED, 1)]),
        ("وأكد مقتله و3 من مرافقيه.", [(KILLED, 3)]),
        ("وثقت اللجنة ملفات 8200 ضحية، من ضمنها 900 حالة وفاة.", [(CASUALTIES, 8200), (KILLED, 900)]),
        ("وكان متهما، وضحاياه يزيد عددهم على 30 ألف نسمة.", [(CASUALTIES, 30001)]),
        ("أعلنت حصيلة من ستة قتلى وجريحين اثنين من القوات.", [(KILLED, 6), (INJURED, 2)]),
        ("وأصيب جنديان اثنان من القوة في الكمين.", [(INJURED, 2)]),
        ("بعد إطلاقها سراح ضابط كانت تحتجزه.", [(OTHER, 1)]),
        ("ثور ينطح امرأة في حديقة.", [(INJURED, 1)]),
        ("كمين يودي بثمانية عسكريين.", [(KILLED, 8)]),
        (
            "قتل خمسة موظفين، هم مالي ونيبالي وجنوب أفريقي وأوكرانيان.",
            [(KILLED, 5), (KILLED, 1), (KILLED, 1), (KILLED, 1), (KILLED, 2)],
        ),
        ("وهبطت طائرة تحمل 30 مقاتلا جنوبيا جرى أسرهم في المعارك.", [(DETAINED, 30)]),
        ("وصلت طائرة تقل 150 مواطنا كانوا قد فروا من المدينة.", [(DISPLACED, 150)]),
        ("تبادل الطرفان خمسة من الجنود الأسرى.", [(DETAINED, 5)]),
        ("وطالب بمعرفة مصير ثلاثة من الصحافيين المخطوفين.", [(KIDNAPPED, 3)]),
        ("وقبضت الشرطة على 13 مهربا في حين لاذ أحدهم بالفرار.", [(DETAINED, 13)]),
        ("مقتل طفل وإصابة والديه في حادث.", [(KILLED, 1), (INJURED, 2)]),
        ("ارتفاع قتلى غرق «مركب الجزيرة» في البحيرة إلى 27", [(KILLED, 27)]),
        ("مروحية تنقل جثماني شهيدين من الحدود إلى العاصمة.", [(KILLED, 2)]),
        ("وعثرت على جثتي رجلين قضيا رميا بالرصاص.", [(KILLED, 2)]),
        ("وأضاف أن 13 عاملا من الذين تم إنقاذهم أصيبوا بجروح خطيرة.", [(INJURED, 13)]),
        ("وذكر شاهد أنه رأى جثة رجل في مبنى محترق.", [(KILLED, 1)]),
        ("قتل 12 شخصا. وقال أحد القضاة الـ12 في المحكمة إن الحكم صدر.", [(KILLED, 12)]),
        ("قصفت الطائرات سيارة كان يستقلها ستة عناصر مما أسفر عن مقتلهم.", [(KILLED, 6)]),
        ("وقال الصليب الأحمر إن محاميا فلسطينيا معتقلا في الجنوب مضرب عن الطعام.", [(DETAINED, 1)]),
        ("ويبلغ عدد أفراد الخلية الذين تم القبض عليهم أربعة أفراد.", [(DETAINED, 4)]),
        ("وكان عددهم أربعة أفراد، وكان خامسهم قد لقي مصرعه في الخارج.", []),
        ("وتسببت في مقتل طفل أو إصابته إصابة بالغة.", [(KILLED, 1)]),
        ("مقتل 20 شرطيا ورجل أمن في البلاد.", [(KILLED, 20)]),
        ("ويشتبه في أن أحدهم سهل سفرهم، وآخر قتل في إحدى العمليات.", [(KILLED, 1)]),
        ("قضية حرق رضيع حتى الموت.", [(KILLED, 1)]),
        ("وتبحث القوات عن نحو 150 طالبة أثار إقدام المسلحين على خطفهن غضبا.", [(KIDNAPPED, 150)]),
    ],
)
def test_counts(claims, text, expected):
    assert told(claims(text)) == expected


def test_of_these_dead(claims):
    whole, part = claims("قتل 3000 شخص في الحرب. ومن هؤلاء القتلى 1200 مدني.")
    assert part.part_of == whole.id
    whole, part = claims("قتل 15 شخصا في سوق. وأوضح أن من بين القتلى نساء وأطفالا وجنديا واحدا.")
    assert part.part_of == whole.id


def test_of_them_behind_the_noun(claims):
    whole, part = claims("نتج عن الحوادث 300 إصابة وقد تم نقل 220 حالة منها.")
    assert (part.part_of, part.text) == (whole.id, "220 حالة")
    whole, part = claims("استقبلت الطوارئ 8000 إصابة منها (16) حالة وفاة.")
    assert (whole.part_of, part.part_of) == (None, whole.id)


def test_groups_of_neighbours(claims):
    found = claims("ارتفع عدد المعتقلين إلى أربعة بعد مقتل طفل في القرية.")
    assert [claim.group.value for claim in found] == ["people", "children"]
    found = claims("قتل عنصران من الحزب وثلاثة من اللجان الشعبية الموالية للحكومة.")
    assert [claim.group.value for claim in found] == ["militants", "militants"]
    found = claims("قتل أربعة من رجال الشرطة كما أصيب آخر في هجوم.")
    assert [claim.group.value for claim in found] == ["security", "security"]
    found = claims("مقتل 5 من قادة التنظيم، وإصابة 30 عنصرا في الوادي، ومقتل 20 آخرين في الجبل.")
    assert [claim.group.value for claim in found] == ["militants"] * 3
    found = claims("وأصيب في الحريق والدا الطفلة بحروق.")
    assert [claim.group.value for claim in found] == ["people"]
    found = claims("لم تجد الجماعة غير الفرار مخلفة وراءها عشرات القتلى وعتادا عسكريا كبيرا.")
    assert [claim.group.value for claim in found] == ["people"]
    found = claims("مقتل قيادي كبير في تنظيم القاعدة بغارة.")
    assert [claim.group.value for claim in found] == ["militants"]
    found = claims("وأصيب ثلاثة من مقاتلي الجيش الوطني.")
    assert [claim.group.value for claim in found] == ["security"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("ولفت إلى أن أربعة قتلى سقطوا في صفوف المقاومة.", "militants"),
        ("وشنوا هجمات على آليات تابعة للمتمردين، أدت إلى مقتل العشرات منهم.", "militants"),
        ("كما قتل قياديان آخران للقاعدة في أبريل.", "militants"),
        ("وإصابة ثلاثة أفراد آخرين من الجيش الوطني.", "security"),
        ("قتل ثلاثة من المواطنين المؤيدين للمقاومة.", "people"),
    ],
)
def test_group_behind_verbs_and_others(claims, text, group):
    (claim,) = claims(text)
    assert claim.group.value == group


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("قتل جندي تركي وآخر من المتمردين في اشتباك على الحدود.", ["security", "militants"]),
        ("مقتل شرطي وآخر مدني في هجوم بالمدينة.", ["security", "civilians"]),
        ("قتل جندي في الميناء وآخر في المطار.", ["security", "security"]),
        ("قتل شاب على يد جندي وآخر من الميليشيا.", ["people"]),
    ],
)
def test_one_more_beside_one(claims, text, groups):
    found = claims(text)
    assert [claim.group.value for claim in found] == groups
    assert {claim.outcome.value for claim in found} == {"killed"}


def test_of_those_aboard(claims):
    found = claims("قضى الجيش على عشرات الإرهابيين. وهوجمت سيارة على متنها 4 من رجال الدرك، وأدى ذلك إلى مقتل 3 منهم.")
    assert [claim.part_of for claim in found] == [None, None]
    assert found[1].group.value == "security"
