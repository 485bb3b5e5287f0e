"""Classes of sentences met in papers of other countries and years, one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Reader, told

KILLED, INJURED, MISSING, CASUALTIES = "killed", "injured", "missing", "casualties"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is sentenced to death lives, however far the court stands in front; who tried to kill killed nobody
        ("قضت المحكمة في المدينة، صباح أمس، بإعدام 14 متهما.", []),
        ("قام المسلحون بإعدام 14 رهينة.", [(KILLED, 14)]),
        ("أدين بتهم منها الشروع في قتل حارسين اثنين.", []),
        # a body of a known person counts nobody; one that is found does, whoever finds it
        ("عثر الرعاة على جثة شقيقه.", []),
        ("انتشل الصيادون، مساء أمس، جثة غريق.", [(KILLED, 1)]),
        ("استخرج الغواصون جثة رجل من البئر.", [(KILLED, 1)]),
        ("نقلت جثتا القتيلين إلى المشرحة.", [(KILLED, 2)]),
        ("عثر على جثتي رجلين في البئر.", [(KILLED, 2)]),
        # an age between someone and what happened to him
        ("وقال الطبيب إن فتاة تبلغ من العمر 15 عاما توفيت غرقا.", [(KILLED, 1)]),
        ("وقال الطبيب إن فتاة تبلغ 15 عاما توفيت غرقا.", [(KILLED, 1)]),
        # someone of his own behind a verb is the one it was done to
        ("وذكرت الشرطة أن شابا قتل والدته.", []),
        # victims said to be dead right behind their number
        ("ارتفع عدد ضحايا الانهيار إلى 12 عاملا قضوا تحت الردم.", [(KILLED, 12)]),
        # cases of an illness as a toll
        ("ارتفع العدد الإجمالي لحالات التسمم بين التلاميذ إلى 23 حالة.", [(INJURED, 23)]),
        ("بلغت حالات الكوليرا في الولاية 410 حالات.", [(INJURED, 410)]),
        ("وجرى إدخال 8 عمال إلى المستشفى.", [(INJURED, 8)]),
        ("لا أمل نظرا لوجود المئات تحت الركام.", [(MISSING, 200)]),
    ],
)
def test_figures(claims: Reader, text: str, expected: list[tuple[str, int]]) -> None:
    assert told(claims(text)) == expected


def test_a_verb_of_the_toll_is_denied_over_a_pronoun(claims: Reader) -> None:
    (claim,) = claims("في العام الذي لم يتجاوز فيه عدد القتلى 75 قتيلا.")
    assert (claim.min, claim.max, claim.hedge.value) == (None, 75, "at_most")


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("قتل شخصان أحدهما شرطي.", ["people", "security"]),
        ("قتل شخصان أحدهما شرطي وأصيب 7 آخرون.", ["people", "security", "people"]),
        ("قتل ثلاثة من الجنود أحدهم سائق.", ["security", "security"]),
        ("انتشال جثتين غداة عبور قوات البحرية.", ["people"]),
        ("لم تقع إصابات في صفوف قوات الحرس.", ["security"]),
    ],
)
def test_groups(claims: Reader, text: str, groups: list[str]) -> None:
    assert [claim.group.value for claim in claims(text)] == groups


def test_dozens_of_hurt_are_no_part_of_those_told_of(claims: Reader) -> None:
    text = "نقل 88 مصابا. وسقط عدد من الضحايا وعشرات المصابين."
    assert all(claim.part_of is None for claim in claims(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an attempt, whoever makes it; a plane's name, and the price of a ransom
        ("تحاول فرق الدفاع المدني إنقاذ ثلاثة آخرين.", []),
        ("وقالت إن طائرة بوينج 737 تحطمت وأودى ذلك بحياة الركاب.", []),
        ("خطف 9 رعاة. وطلبوا من أهل الرهائن دفع 20 مليون نيرا.", [("kidnapped", 9)]),
        # a lump in the definite, whatever words it has
        ("أسفر الحريق عن سقوط عشرات الشهداء والمصابين.", [(CASUALTIES, 20)]),
        # a toll is not that of the people by whom a place is called
        ("ارتفاع حصيلة ضحايا حريق مركز مصابي الوباء إلى 30 شخصا.", [(CASUALTIES, 30)]),
        ("ارتفعت حصيلة القتلى إلى 30 والجرحى إلى 60.", [(KILLED, 30), (INJURED, 60)]),
        # the losses of the other side; a crew; another one in another place
        ("قتل 27 جنديا مقابل 20 مسلحا.", [(KILLED, 27), (KILLED, 20)]),
        ("مقتل ركاب الطائرة الـ55 وطاقمها السبعة.", [(KILLED, 55), (KILLED, 7)]),
        ("اعتقلت القوات شابا من قرية قرب النهر جنوب المدينة، وشابا آخر من المخيم.", [("detained", 1)] * 2),
        # what people were subjected to
        ("ذكر التقرير أن 90 شخصا تعرضوا للاحتجاز التعسفي.", [("detained", 90)]),
        ("تعرض 12 ناشطا للإخفاء القسري.", [(MISSING, 12)]),
    ],
)
def test_figures_of_wars_and_arrests(claims: Reader, text: str, expected: list[tuple[str, int]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("قتل ستة أشخاص، جميعهم مدنيون، في السوق.", ["civilians"]),
        ("قتل ستة أشخاص كلهم من الشرطة.", ["security"]),
        ("مصرع 54 شخصا وإعلان حالة الطوارئ.", ["people"]),
    ],
)
def test_groups_of_all(claims: Reader, text: str, groups: list[str]) -> None:
    assert [claim.group.value for claim in claims(text)] == groups


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("أحصت اللجنة 204 حالات اعتقال، من بين ضحاياها 12 طفلا.", [None, "c1"]),
        ("فر 600 نازح (100 عائلة).", [None, None]),
        ("نزح من المدينة ( 220 فردا) والقرية ( 200 فرد) والمزرعة ( 100 فرد).", [None, None, None]),
    ],
)
def test_wholes(claims: Reader, text: str, wholes: list[str | None]) -> None:
    assert [claim.part_of for claim in claims(text)] == wholes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a difference and its list; a toll as a caption; the name of a day in front of a number
        ("قتل 24 شخصا، ليرتفع عدد الضحايا بـ 21 شهيدا و39 جريحا.", [(KILLED, 24)]),
        ("شهداء العدوان على الجنوب 3961", [(KILLED, 3961)]),
        ("وأوقعت المعارك يوم الاثنين عشرة قتلى.", [(KILLED, 10)]),
        # denied so far; those who fall from a height, of whom no more is said
        ("لا توجد حتى الآن، أي وفيات بين الركاب.", [(KILLED, 0)]),
        ("سقط خمسة عمال من سقالة.", []),
        ("سقط خمسة عمال قتلى في الانفجار.", [(KILLED, 5)]),
        # of things, not of those hurt before; "one of them" behind "that"; one with his origin
        ("أصيب 379 عاملا، وتلقى المركز 2485 بلاغا منها 338 كاذبة.", [(INJURED, 379)]),
        ("وقال إن واحدا منهم توفي.", [(KILLED, 1)]),
        # a time in commas between a verb and the one it tells of
        ("قتل أمس الثلاثاء، شرطي عند البوابة.", [(KILLED, 1)]),
        # what new cases are, and their total; the name of an illness
        ("رصد 83 حالة جديدة مصابة بالعدوى، وارتفاع الإجمالي إلى 993.", [(INJURED, 83), (INJURED, 993)]),
        ("تسجيل 866 إصابة بكوفيد 19 في البلاد.", [(INJURED, 866)]),
        ("وسجلت 4 حالات وفاة ليصبح مجموع حالات الوفاة حتى اليوم 486 حالة.", [(KILLED, 4), (KILLED, 486)]),
        # an adjective of bodies, and the name of a ship
        ("ولا تزال جثث أخرى للركاب في القاع.", []),
        ("غرقت الباخرة السلام 98 قبالة الميناء.", []),
        ("غرق أمس الأحد 12 مهاجرا.", [(KILLED, 12)]),
        ("نتج عنه استشهاد (15) وإصابة (33).", [(KILLED, 15), (INJURED, 33)]),
    ],
)
def test_figures_of_sickness_and_ships(claims: Reader, text: str, expected: list[tuple[str, int]]) -> None:
    assert told(claims(text)) == expected


def test_a_hedge_behind_a_list_is_of_its_last(claims: Reader) -> None:
    assert [claim.hedge.value for claim in claims("نقلت جثتان و15 مصابا على الأقل.")] == ["exact", "at_least"]


def test_and_belongs_to_no_number(claims: Reader) -> None:
    assert [claim.text for claim in claims("ارتفاع حصيلة الشهداء إلى 3445 و 14599 جريحا.")] == ["3445", "14599 جريحا"]


def test_one_is_counted_by_the_noun_in_front(claims: Reader) -> None:
    assert [claim.text for claim in claims("قتل شخص واحد سوري الجنسية.")] == ["شخص واحد"]


def test_members_are_of_the_body_named_before(claims: Reader) -> None:
    (claim,) = claims("استهدف الكمين دورية للشرطة وأسفر عن مقتل 6 أفرادها.")
    assert claim.group.value == "security"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who kills his own, and two who kill others, are not killed; those to whom bodies belong are told already
        ("قتل مسلح مراهق زميله في المصنع.", []),
        ("شن عاملان هجوما قتلا خلاله 12 زائرا.", [(KILLED, 12)]),
        ("عثر على جثتين مجهولتين قتل صاحباهما بالرصاص.", [(KILLED, 2)]),
        # where two are from; two and two of four
        ("مصرع جنديين: أميركي وجورجي.", [(KILLED, 2)]),
        ("مقتل جنديين ومترجم.", [(KILLED, 2), (KILLED, 1)]),
        # what is denied or feared, with its list
        ("نفى قائد الشرطة نبأ اعتقال أحد الحراس.", []),
        ("يخشى أن ترتفع الحصيلة إلى 90 قتيلا إضافة إلى خمسين مصابا.", []),
        # things that are seized; a body besides
        ("التحفظ على نحو 900 مدفأة.", []),
        ("تم العثور على حطام القارب، بالإضافة إلى جثة.", [(KILLED, 1)]),
        # a number in two brackets; those whose number stands in front of them
        ("ارتفعت الحصيلة إلى (68) ألفا و(234) شهيدا.", [(KILLED, 68234)]),
        ("وبذلك يصل إلى 3855 عدد الجنود الأجانب الذين قتلوا.", [(KILLED, 3855)]),
        # who is set free
        ("وأفادت الإدارة بإطلاق سراح 196 سجينا.", [("other", 196)]),
    ],
)
def test_who_is_meant(claims: Reader, text: str, expected: list[tuple[str, int]]) -> None:
    assert told(claims(text)) == expected


def test_soldiers_by_their_origin_are_soldiers(claims: Reader) -> None:
    (claim,) = claims("أعلن التنظيم أسر الجنود الأمريكيين الثلاثة.")
    assert (claim.text, claim.group.value) == ("الجنود الأمريكيين الثلاثة", "security")


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("ارتفع إلى 412 عدد العسكريين الأجانب الذين قتلوا.", "security"),
        ("توعد بسحق المسلحين الذين قتلوا آلاف الأشخاص.", "people"),
    ],
)
def test_the_group_of_those_whose_number_it_is(claims: Reader, text: str, group: str) -> None:
    assert [c.group.value for c in claims(text)] == [group]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an unknown verb with "and" behind the counted: they are no doers of what is done to the next
        ("قتل المتمردون 30 شخصا ودفعوا 90 رجلا إلى النهر.", [(KILLED, 30)]),
        ("قتل 30 جنديا وحاصر المسلحون 90 رجلا.", [(KILLED, 30)]),
        ("قتل مسلح وحيد 5 أشخاص.", [(KILLED, 5)]),
        # how people meet their deaths, and what they are put through
        ("لقي 20 سائقا مقتلهم في حوادث الطرق.", [(KILLED, 20)]),
        ("وذكر أن 56 معلما و8 طلاب خضعوا للاحتجاز.", [("detained", 56), ("detained", 8)]),
        ("رصدت الشبكة 9 حالات تصفية في المعتقل.", [(KILLED, 9)]),
        ("21 حالة خطف طالت تجارا، جميعهم تعرضوا للإخفاء القسري.", [("kidnapped", 21)]),
        # two known ones of whom the word behind says what became
        ("قتيلان وجريحان، وقال المكتب إن الرجلين القتيلين من السكان.", [(KILLED, 2), (INJURED, 2), (KILLED, 2)]),
        # victims with the hurt besides are the dead
        ("ارتفع عدد الضحايا إلى 25، إضافة إلى 40 جريحا.", [(KILLED, 25), (INJURED, 40)]),
        ("أسفر الانهيار عن سقوط 5 ضحايا وإصابة 10.", [(KILLED, 5), (INJURED, 10)]),
        # a body that is brought out, in a list; one more behind an age
        ("أدى القصف إلى تدمير مبنى وانتشال جثة رجل.", [(KILLED, 1)]),
        ("قتل رجل يبلغ من العمر 30 عاما، وامرأة.", [(KILLED, 1), (KILLED, 1)]),
        (
            "سجلت حالتا وفاة لمواطن في السبعين من العمر بالعاصمة ولمقيمة بالميناء.",
            [(KILLED, 2), (KILLED, 1), (KILLED, 1)],
        ),
    ],
)
def test_who_is_harmed_and_how(claims: Reader, text: str, expected: list[tuple[str, int]]) -> None:
    assert told(claims(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # deaths that a court upholds, and those whom it punishes, sets free or hears
        ("أيدت محكمة النقض، أمس، إعدام سبعة مدانين.", []),
        ("تأييد إعدام 6 متهمين في قضية الخلية.", []),
        ("نفذت السلطات حكم الإعدام في 3 مدانين.", [(KILLED, 3)]),
        ("دانتهم المحكمة بقتل حارس، كما قضت بالسجن المؤبد بحق 14 آخرين.", [(KILLED, 1)]),
        ("قضت ببراءة 7 آخرين في الهجوم الذي أسفر عن مقتل ضابط.", [(KILLED, 1)]),
        ("رفضت محكمة النقض طعن 7 متهمين.", []),
        ("أصيب 7 في حادث طعن.", [(INJURED, 7)]),
        # what is seized of someone; one of something
        ("إثر ضبط سيارة لأحد المواطنين.", []),
        ("تبين تعرضهم لتسمم من مطعم واحد.", []),
        ("سقوط 17 طالبا مغشي عليهم.", [(INJURED, 17)]),
    ],
)
def test_at_court_and_elsewhere(claims: Reader, text: str, expected: list[tuple[str, int]]) -> None:
    assert told(claims(text)) == expected


def test_a_hedge_between_commas_is_heard(claims: Reader) -> None:
    first, second = claims("قتل 8 عناصر من قوات الأمن، على الأقل، وأصيب 12.")
    assert (first.hedge.value, second.hedge.value) == ("at_least", "exact")


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("أسفر الهجوم عن مقتل 20 شخصا من عناصر الشرطة.", "security"),
        ("إصابة 20 عاملا نقلتهم الشرطة إلى المستشفى.", "people"),
    ],
)
def test_whose_members_they_are(claims: Reader, text: str, group: str) -> None:
    assert [c.group.value for c in claims(text)] == [group]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سجلت 18 ألف حالة اعتقال، طالت 580 امرأة وفتاة.", [("detained", 18000), ("detained", 580)]),
        ("مقتل 1700 مدني بينهم 290 طفلا أي بمعدل 10 يوميا.", [(KILLED, 1700), (KILLED, 290)]),
        ("خطف المسلحون 250 طالبا وطالبة.", [("kidnapped", 250)]),
        ("مقتل 12 رجلا وامرأة.", [(KILLED, 12), (KILLED, 1)]),
        ("انتشل الغطاسون جثماني رجل وامرأة.", [(KILLED, 2)]),
        ("سمح التدخل بإنقاذ 20 عاملا من موت محقق.", [("rescued", 20)]),
    ],
)
def test_of_both_kinds_and_of_all_cases(claims: Reader, text: str, expected: list[tuple[str, int]]) -> None:
    assert told(claims(text)) == expected


def test_those_whom_the_cases_befell_are_a_part_of_them(claims: Reader) -> None:
    whole, part = claims("أحصى المركز 18 ألف حالة اعتقال، شملت 580 امرأة.")
    assert part.part_of == whole.id
