"""Classes of sentences met in papers of many countries, one invented sentence each."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Reader, told

KILLED, INJURED, DISPLACED, RESCUED, KIDNAPPED = "killed", "injured", "displaced", "rescued", "kidnapped"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the year by which a happening is called counts nobody
        ("تفوق حصيلة الهجوم حصيلة زلزال 1990 في الجبل.", []),
        ("ارتفع عدد قتلى هجوم 2015 إلى 40 شخصا.", [(KILLED, 40)]),
        ("أوقع الزلزال 1990 قتيلا.", [(KILLED, 1990)]),
        # the last pockets are no person more; one more is
        ("أعلن الجيش القضاء على آخر جيوب التنظيم.", []),
        ("مقتل حارس وإصابة آخر في الميناء.", [(KILLED, 1), (INJURED, 1)]),
        # one of several as the subject of a verb, and others of the next
        ("أن أحد الحراس قتل وأصيب خمسة.", [(KILLED, 1), (INJURED, 5)]),
        ("أن أحد الحراس قتل وأصيب آخرون.", [(KILLED, 1)]),
        # a rank is nobody more
        ("إن جنديا برتبة عريف قتل في الكمين.", [(KILLED, 1)]),
        # who is brought back, who flees, who is freed
        ("ذكر سكان أن الجيش استعاد 30 تلميذة.", [(RESCUED, 30)]),
        ("استعاد الجيش 30 قرية.", []),
        ("وفر نحو 5 آلاف شخص من القرية بعد الفيضان.", [(DISPLACED, 5000)]),
        ("وفر الصندوق 5 آلاف فرصة عمل.", []),
        ("الشرطة تحرر 12 عاملا في الصحراء.", [(RESCUED, 12)]),
        ("عاد 12 صيادا كانوا مختطفين إلى الميناء.", [(KIDNAPPED, 12)]),
        ("لجأ 300 لاجيء إلى الوادي.", [(DISPLACED, 300)]),
        ("تخسر الجماعة يوميا 30 مقاتلا.", [(KILLED, 30)]),
        # known people behind a verb are those it was done to
        ("إن نحو 40 مسلحا خطفوا الأطفال من القرية.", []),
        ("إن 40 شخصا قتلوا الأحد في هجوم.", [(KILLED, 40)]),
        # others are no victims of the same number
        ("نقل المسعفون 5 شهداء وجرحى آخرين.", [(KILLED, 5)]),
        ("وتزيد الحصيلة الجديدة للضحايا بنحو 9 قتلى عن السابقة.", []),
        ("وقال إن 90 شخصا تضرروا، فضلا عن حاجة 40 شخصا إلى الغذاء.", [("other", 90)]),
        # one of one family is one; two words of one case are two people
        ("أصيبت طفلتان وامرأة من أسرة واحدة.", [(INJURED, 2), (INJURED, 1)]),
        ("أصيب إسرائيليان في المدينة، وطعن المهاجم رجلين إسرائيليين.", [(INJURED, 2), (INJURED, 2)]),
        # first aid, another stabbing, what will be done, who is found alive
        ("بعد إسعاف وإجلاء طفلين من المنزل.", [(INJURED, 2)]),
        ("وذلك بعد يومين من عملية طعن أخرى جنوب المدينة.", []),
        ("سيتم تحرير أكثر من 90 سجينا غدا.", []),
        ("وسيتم تشييع 5 شهداء غدا.", [(KILLED, 5)]),
        ("تم استخراج طفلة على قيد الحياة.", [(RESCUED, 1)]),
        ("كان الرجال يسحبون جثة لطفل من البئر.", [(KILLED, 1)]),
        ("موجات النزوح في الولاية قدرت بـ36 ألف شخص.", [(DISPLACED, 36000)]),
        # soldiers or workers, someone of a body with its other name, the soldiers of someone
        ("قتل 28 جنديا أو عاملا لدى الجيش.", [(KILLED, 28)]),
        ("وأوضح أن جنديا من مشاة البحرية الملكية (المارينز) توفي أمس.", [(KILLED, 1)]),
        ("وبذلك يرتفع إلى 2846 عدد جنود الاحتلال الذين قتلوا في الحرب.", [(KILLED, 2846)]),
        # survivors of a ship that sank, of how many aboard so many survived
        ("تم انتشال نحو 100 من الناجين من عبارة غرقت.", [(RESCUED, 100)]),
        ("توفي 4 من الناجين.", [(KILLED, 4)]),
        ("وقال إنه من بين 140 شخصا كانوا على متن العبارة، نجا 38.", [(RESCUED, 38)]),
        # the hurt beside bodies, what may come, ways to kill, whose bodies are moved
        ("نقلت السيارات الجثث و28 مصابا إلى المستشفى.", [(INJURED, 28)]),
        ("وقال إن نحو 200 طفل قد يموتون جوعا.", []),
        ("قام المسلحون بصلب اثنين من الحراس.", [(KILLED, 2)]),
        ("قطع مسلحو الجماعة رؤوس ستة عمال.", [(KILLED, 6)]),
        ("وهناك ثلاثة أشخاص مجهولي الهوية، تم نقل جثامينهم إلى المشرحة.", [(KILLED, 3)]),
        # "and a German" begins with no article
        ("القتلى هم 3 إيرلنديين وألمانيان وألماني.", [(KILLED, 3), (KILLED, 2), (KILLED, 1)]),
        # who was harmed as known and one of her own, who has no house left
        ("أدى ذلك إلى مقتلها وإحدى رفيقاتها.", [(KILLED, 1)]),
        ("إن نحو 300 شخص صاروا بدون منازل.", [(DISPLACED, 300)]),
        ("خلف الحريق 12 قتيلا و300 شخص في عداد المشردين.", [(KILLED, 12), (DISPLACED, 300)]),
    ],
)
def test_figures(claims: Reader, text: str, expected: list[tuple[str, int]]) -> None:
    assert told(claims(text)) == expected


def test_a_figure_is_neared(claims: Reader) -> None:
    (claim,) = claims("كانت حصيلة الحرب تقترب من 3 آلاف قتيل.")
    assert (claim.min, claim.max, claim.hedge.value) == (3000, 3000, "about")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # a figure with parts of its own behind those of the figure before is counted beside it
        (
            "مقتل 18 مواطنا بينهم 3 أطفال و4 نساء في قصف، و15 مدنيا بينهم 5 أطفال في غارة، و4 مدنيين بالرصاص.",
            {3: 18, 4: 18, 5: 15},
        ),
        ("مقتل 18 مدنيا بينهم 3 أطفال في القرية و4 نساء.", {3: 18, 4: 18}),
        # "they are" behind a part tells the whole apart where it is too many for the part
        ("مقتل 60 مدنيا بينهم 9 أطفال و8 نساء وهم: 52 من القرية.", {9: 60, 8: 60, 52: 60}),
    ],
)
def test_parts(claims: Reader, text: str, parts: dict[int, int]) -> None:
    found = claims(text)
    numbers = {claim.id: claim.min for claim in found}
    assert {claim.min: numbers[claim.part_of] for claim in found if claim.part_of} == parts


def test_a_list_goes_on_below_a_comma(claims: Reader) -> None:
    below = claims("وصل الوزير إلى الوادي بعد ظهر أمس.\nوقال إن الحريق قتل 12 شخصا في القرية،\nو5 في البلدة.")
    assert told(below) == [(KILLED, 12), (KILLED, 5)]


def test_a_list_of_its_own_toll_tells_no_other(claims: Reader) -> None:
    text = (
        "قتل 760 شخصا في الحادث.\nثم ارتفعت الحصيلة إلى 1050 قتيلا، ويتوزع القتلى كالتالي: "
        "الساحل (460 قتيلا)، الوادي (140 قتيلا)، الجبل (100 قتيل)."
    )
    found = claims(text)
    assert all(claim.part_of != found[0].id for claim in found)
