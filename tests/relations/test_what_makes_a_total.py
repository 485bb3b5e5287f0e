"""What makes a total: those who died since, bodies, one and his people, those told right behind it, the others."""

from __future__ import annotations

import pytest

from checker.consistency import judge, load_rules
from checker.facts import gather
from checker.model import RelationKind, Severity
from checker.reading import from_text

SUMS = (RelationKind.SUM, RelationKind.TOLL)


def sums(text: str) -> set[tuple[int | None, tuple[int | None, ...]]]:
    """Each complete sum as the numbers of its whole and of its parts."""
    facts = gather(from_text(text))
    number = {claim.id: claim.min for claim in facts.claims}
    return {
        (number[relation.whole], tuple(number[part] for part in relation.parts))
        for relation in facts.relations
        if relation.kind in SUMS and relation.complete and relation.whole is not None
    }


def alarms(text: str) -> list[str]:
    findings, _ = judge(gather(from_text(text)), load_rules())
    return [finding.arithmetic for finding in findings if finding.severity is not Severity.NOTE]


_MADE = [
    # of the hurt some died since: more dead, fewer hurt
    ("قتل 14 من حراس السد وأصيب 6 آخرون.\nوكان بيان أول ذكر مقتل 11 من حراس السد وإصابة تسعة آخرين.\n"
     "وقال المستشفى إن ثلاثة من مصابي الحرس توفوا.", {(14, (11, 3)), (9, (6, 3))}),
    # of bodies only bodies are parts
    ("قتل شخصان وعثر على أربع جثث مجهولة في حوادث متفرقة في المدينة.\nولقي عامل مصرعه قرب السوق.\n"
     "ولقي سائق مصرعه في الميناء.\nوعثرت الشرطة على جثة رجل قرب النهر.\nكما عثرت على ثلاث جثث في المخزن.",
     {(2, (1, 1)), (4, (1, 3))}),
    # one of them, and further down he and his people
    ("قتل ستة مسلحين بينهم قائد في غارة على السهل.\nوقال مصدر إن الغارة أدت إلى مقتل القائد سالم النمر وخمسة من رفاقه.",
     {(6, (1, 5))}),
    # told right behind the total, in its sentence
    ("خلفت المعارك 31 قتيلا، موضحا أن 15 جنديا لقوا حتفهم، في مقابل 12 مسلحا، فيما سقط أربعة مدنيين.",
     {(31, (15, 12, 4))}),
    ("مقتل تسعة أشخاص وإصابة 40 في القصف، مفصلة أن 5 قتلوا في البلدة و3 في القرية وواحدا في المزرعة.",
     {(9, (5, 3, 1))}),
    # a list of places as long as this makes its total wherever it stands
    ("وقال التقرير إن حوادث الطرق مستمرة.\nوأضاف أن الأمطار أتلفت حقولا.\nوتضررت مدارس كثيرة.\nوانقطع التيار.\n"
     "وتوفي 29 شخصا في السجون.\nوبلغ عدد الوفيات 12 في الساحل، و8 في الجبل، وأربعة في السهل، "
     "وثلاثة في الوادي، وواحد في الواحة، ومثله في الميناء.", {(29, (12, 8, 4, 3, 1, 1))}),
    # the others, by the article
    ("وبلغ عدد الضحايا أربعة قتلى و21 جريحا.\n"
     "ونقل 13 جريحا إلى المستشفى المركزي، فيما توزع الثمانية الآخرون على عيادتين.",
     {(21, (13, 8))}),
    # an earlier toll and all who were counted since
    ("ارتفعت الحصيلة إلى 47 قتيلا، بعدما كانت الحصيلة السابقة 41، وذلك إثر انتشال أربع جثث ووفاة اثنين من المصابين.",
     {(47, (41, 4, 2))}),
    ("انتشلت الفرق جثث خمسة عمال، ليرتفع عدد القتلى إلى 12، بعدما كان قد انتشل منها سبعة أمس.", {(12, (5, 7))}),
    ("ارتفعت الوفيات إلى 66، بزيادة 17 حالة وفاة عما أعلن أمس حينما كان عدد الوفيات 49 حالة.", {(66, (17, 49))}),
    # the lines of a list, incident by incident
    ("أفادت الغرفة بسقوط قتيلين وخمسة جرحى في الحوادث، وتوزعت على الشكل الآتي:\n"
     "- قتيل وجريحان: تصادم بين شاحنة وسيارة.\n"
     "- قتيلة دهسا على الطريق.\n- جريح نتيجة انزلاق دراجة.\n- جريحان في الميناء.", {(2, (1, 1)), (5, (2, 1, 2))}),
    # a total holds no total and its parts as well, and known people are no total behind
    ("قتل مسلحون 17 شخصا.\nوقال الوالي إنهم قتلوا 11 شخصا في قرية و6 في قرية ثانية.\nوبلغ إجمالي القتلى 34.",
     {(17, (11, 6))}),
    # the rest of a large figure, further on
    ("قتل 33 سجينا بينهم 12 قطعت رؤوسهم في شغب.\nوأضرم سجناء النار في الجناح.\nوأدى ذلك إلى اختناق 21 سجينا حتى الموت.",
     {(33, (12, 21))}),
    # a list that spells a figure out is no summand beside that figure
    ("قتل ستة أشخاص في انفجار عند الجسر.\nوذكر الوالي أن القتلى هم أربعة من عناصر الشرطة ومدنيان.\n"
     "وقتل خمسة جنود في هجوم ثان.\nوقتل أربعة عمال في هجوم ثالث على مصنع.\nوبلغت حصيلة الهجمات الثلاثة 15 قتيلا.",
     {(6, (4, 2)), (15, (6, 5, 4))}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "made"), _MADE)
def test_a_total_and_what_makes_it(text: str, made: set[tuple[int, tuple[int, ...]]]) -> None:
    assert sums(text) == made
    assert alarms(text) == []


_SLIPPED = [
    "عثر على {} جثث مجهولة في حوادث متفرقة في المدينة.\n"
    "وعثرت الشرطة على جثة رجل قرب النهر.\nكما عثرت على ثلاث جثث في المخزن.",
    "قتل {} مسلحين بينهم قائد في غارة.\nوقال مصدر إن الغارة أدت إلى مقتل القائد سالم النمر وثلاثة من رفاقه.",
]


@pytest.mark.parametrize("text", _SLIPPED)
@pytest.mark.parametrize(("number", "told"), [("أربع", 0), ("خمس", 1)])
def test_a_slip_is_told(text: str, number: str, told: int) -> None:
    number = number if "جثث مجهولة" in text else f"{number}ة"
    assert len(alarms(text.format(number))) == told


def test_all_counted_since_are_added() -> None:
    text = (
        "ارتفعت الحصيلة إلى 47 قتيلا، بعدما كانت الحصيلة السابقة 41، وذلك إثر انتشال خمس جثث ووفاة اثنين من المصابين."
    )
    assert alarms(text) == ["41 + 5 + 2 = 48 ≠ 47"]


@pytest.mark.parametrize(
    "text",
    [
        "قتل تسعة في الساحل، وخمسة في الجبل، وأربعة في السهل.",
        "سجل الساحل 58 وفاة، تلاه الجبل بـ 19 وفاة، ثم السهل 12 وفاة، فيما سجلت سبع وفيات في الوادي.",
        "انخفض العدد من 36 إلى 33 قتيلا، موضحا أن ثلاث ضحايا سجلت مرتين.",
        "لقي ثمانية مدنيين، بينهم ستة من عائلة واحدة، مصرعهم في قصف.\nوقتل ستة مدنيين من عائلة واحدة في الحارة.\n"
        "ولقي مدنيان حتفهما في السوق.",
    ],
)
def test_what_stands_beside_makes_no_total(text: str) -> None:
    assert sums(text) == set()


@pytest.mark.parametrize(("minors", "told"), [(29, 0), (28, 1)])
def test_adults_and_minors_are_all(minors: int, told: int) -> None:
    text = (
        "وأعلنت الشرطة توقيف 64 شخصا.\nوأوضح البلاغ أنه تم وضع 35 من الموقوفين الراشدين تحت الحراسة، "
        "فيما جرى الاحتفاظ بـ{} قاصرا."
    )
    assert len(alarms(text.format(minors))) == told


@pytest.mark.parametrize(("left", "told"), [(310, 0), (311, 1)])
def test_those_who_left_and_those_still_treated_of_whom_some_are_told(left: int, told: int) -> None:
    text = (
        "أعلنت الوزارة مقتل 38 وإصابة 420.\nوأضافت أن {} من المصابين خرجوا من المستشفيات، "
        "ولا يزال 110 يتلقون العلاج، بينهم 14 في العناية."
    )
    assert len(alarms(text.format(left))) == told


@pytest.mark.parametrize(("more", "told"), [(48, []), (49, ["36123 + 49 = 36172 ≠ 36171"])])
def test_an_increase_over_the_toll_of_yesterday(more: int, told: list[str]) -> None:
    text = "وارتفعت الحصيلة إلى 36171 شهيدا، أي بزيادة {} شهيدا على حصيلة أمس البالغة 36123 شهيدا."
    assert alarms(text.format(more)) == told


@pytest.mark.parametrize(("number", "told"), [("ثمانية", 0), ("سبعة", 1)])
def test_a_count_that_a_toll_has_grown_from_stands_aside(number: str, told: int) -> None:
    text = (
        "ارتفعت الوفيات إلى 54، بزيادة 15 حالة وفاة عما أعلن أمس حينما كان عدد الوفيات 39 حالة.\n"
        "وقال إن 35 شخصا توفوا في البلدة وحدها، و11 في الواحة، و{} في الجبل."
    )
    assert len(alarms(text.format(number))) == told


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        # the body's first sentence tells the headline again, with another number
        ("مقتل 6 مهربين أفارقة في اشتباكات مع حرس الحدود",
         "قتل ثلاثة مهربين أفارقة وجرح سبعة أشخاص في اشتباكات مع حرس الحدود.\n"
         "وقال الوالي إن 6 مهربين أفارقة توفوا.", 1),
        ("مقتل 3 مهربين أفارقة في اشتباكات مع حرس الحدود",
         "قتل ثلاثة مهربين أفارقة وجرح سبعة أشخاص في اشتباكات مع حرس الحدود.", 0),
        # the headline adds another happening
        ("مقتل 4 وإصابة 8 رجال أمن بقذائف", "قتل 3 رجال أمن بقذائف فيما أصيب 7 من رجال الأمن.\n"
         "من جهة ثانية تعرضت دورية لقذيفة أدت إلى مقتل أحد أفرادها وإصابة زميله.", 0),
        # a digit more than all that the text tells
        ("مقتل 46 وإصابة 8 رجال أمن بقذائف", "قتل 3 رجال أمن بقذائف فيما أصيب 7 من رجال الأمن.\n"
         "من جهة ثانية تعرضت دورية لقذيفة أدت إلى مقتل أحد أفرادها وإصابة زميله.", 1),
        # people, and then men and a woman
        ("وفاة خمسة أشخاص في حادث سير", "تسبب حادث سير في وفاة خمسة رجال وسيدة كانوا في سيارة.", 1),
        ("وفاة خمسة أشخاص في حادث سير", "تسبب حادث سير في وفاة أربعة رجال وسيدة كانوا في سيارة.", 0),
    ],
)  # fmt: skip
def test_a_headline_and_what_the_text_tells(title: str, body: str, told: int) -> None:
    assert len(alarms(f"{title}\n\n{body}")) == told


@pytest.mark.parametrize(("seen", "told"), [("ثلاث", 0), ("أربع", 1)])
def test_all_sides_of_what_is_called_the_toll(seen: str, told: int) -> None:
    text = (
        "أعلن مصدر عسكري أن الهجوم أوقع ثمانية قتلى بينهم ثلاثة جنود.\nوأضاف أن الحصيلة باتت ثلاثة قتلى وخمسة جرحى "
        "في صفوف الجيش، كما قتل مسلحان وبالإمكان مشاهدة {} جثث أمام البوابة."
    )
    assert len(alarms(text.format(seen))) == told


@pytest.mark.parametrize(("number", "told"), [("ثلاثة", 0), ("أربعة", 1)])
def test_a_statement_quoted_right_behind_what_it_announces(number: str, told: int) -> None:
    text = 'أعلن الجيش الوطني مقتل ثلاثة جنود في كمين قرب السد.\nوجاء في بيان الجيش "قتل {} من جنودنا في هجوم غادر".'
    assert len(alarms(text.format(number))) == told


def test_another_statement_tells_of_its_own() -> None:
    text = "أعلن الجيش الوطني مقتل ثلاثة جنود في كمين قرب السد.\nوجاء في بيان الشرطة أن خمسة شرطيين قتلوا في الميناء."
    assert alarms(text) == []


@pytest.mark.parametrize(("students", "told"), [(25, 0), (24, 1)])
def test_what_is_called_the_total_of_several_happenings(students: int, told: int) -> None:
    text = (
        "عقد المجلس جلسة عن الأمن.\nوقال رئيسه إن المدينة حزينة.\nوأغلقت المدارس.\nوأقيمت صلاة في الميدان.\n"
        "وأسفرت تفجيرات المدينة الثلاثة عن مقتل ما مجموعه 49 شخصا.\nوقتل جندي وثمانية مقاتلين محليين في أحدها.\n"
        "وأسفر تفجير قرب الكلية عن مقتل {} من الطلبة.\nكما قتل 15 شخصا في وقت سابق في هجوم بشاحنة."
    )
    assert len(alarms(text.format(students))) == told


@pytest.mark.parametrize(("hurt", "told"), [(3, 0), (32, 1)])
def test_the_members_of_one_family(hurt: int, told: int) -> None:
    text = (
        "أدى انقلاب سيارة إلى وفاة شخصين وإصابة {} آخرين من أسرة واحدة.\n"
        "وعند الوصول اتضحت وفاة الأب والأم فيما أصيب طفل وطفلة وخادمة بإصابات متفاوتة."
    )
    assert len(alarms(text.format(hurt))) == told


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("وأكد مكتب الرئيس أن 11 شخصا قتلوا و32 أصيبوا بجروح.", 2),  # both so near: the same happening
        ("وأسفر تفجير آخر في الميناء قبل شهر عن مقتل 11 شخصا وإصابة 58.", 0),
        ("من جهة أخرى، قتل 11 شخصا وأصيب 32 في انهيار منجم.", 0),
    ],
)
def test_dead_and_hurt_nearly_alike(later: str, told: int) -> None:
    text = f"شددت المدينة الحراسة غداة هجوم انتحاري أسفر عن 13 قتيلا و31 جريحا.\nوأغلقت المتاجر أبوابها.\n{later}"
    assert len(alarms(text)) == told


def test_fighters_of_two_fronts_are_others() -> None:
    text = "قتل 12 مسلحا وأصيب 18 في غارة على الجبل.\nوقتل 11 مسلحا وأصيب 20 في كمين على الطريق."
    assert alarms(text) == []
