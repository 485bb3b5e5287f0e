"""Figures that count the same people, in the ways that one happening is told twice, and like ones that do not."""

from __future__ import annotations

from checker.arabic.lexicon import default_lexicon
from checker.claims.extract import read_claims
from checker.facts import gather
from checker.model import RelationKind
from checker.reading import from_text
from checker.relations.evidence import evidence
from checker.relations.placing import place
from checker.relations.same import Link, cluster


def linked(text: str) -> list[tuple[str, ...]]:
    return sorted(r.claims for r in gather(from_text(text)).relations if r.kind is RelationKind.SAME)


def together(text: str, *claims: str) -> bool:
    return any(set(claims) <= set(group) for group in linked(text))


def test_known_people_are_those_of_before_whatever_the_toll_since():
    text = (
        "مقتل غواصين في حادث بالميناء الشرقي\n\n"
        "قتل غواصان وأصيب ستة آخرون في حادث وقع اليوم بالميناء الشرقي.\n"
        "وأغلقت إدارة الميناء الرصيف.\n"
        "وبمقتل الغواصين يرتفع عدد قتلى الحوادث في الموانئ منذ بداية العام الجاري إلى 14 قتيلا."
    )
    assert together(text, "c1", "c2", "c4")


def test_parts_of_a_headline_in_the_opening_though_it_is_told_of_last_month():
    text = (
        "النقابة: توقيف 320 صيادا خلال آب بينهم 31 قاصرا و12 سيدة\n\n"
        "أوقف حرس السواحل 320 صيادا خلال شهر آب الماضي، من بينهم 31 قاصرا و12 سيدة، وفق النقابة."
    )
    assert linked(text) == [("c1", "c4"), ("c2", "c5"), ("c3", "c6")]


def test_what_stands_beside_may_be_told_apart_the_second_time():
    text = (
        "لقي سائقان مصرعهما وأصيب 5 آخرون إثر تصادم على طريق الساحل.\n"
        "وأوضح المتحدث الرسمي للهلال الأحمر أن الحادث أسفر عن حالتي وفاة وإصابة حرجة وأربع إصابات متوسطة."
    )
    assert together(text, "c1", "c3")


def test_one_of_several_happenings_has_other_figures_beside_it():
    text = (
        "قتل أربعة أشخاص، بينهم جنديان من حرس السواحل، وأصيب 11 آخرون في حادثين أمنيين منفصلين أمس.\n"
        "وأوضح مصدر أمني أن جنديين من حرس السواحل قتلا، بينما أصيب ثلاثة آخرون بانفجار عبوة ناسفة."
    )
    assert together(text, "c2", "c4")


def test_dozens_are_the_number_that_fits_them():
    text = "قتيل و{} الجرحى في تصادم قطارين شمال الوادي\n\nوبحسب الحماية المدنية بلغ عدد الجرحى {}، بينهم أربعة في خطر."
    assert together(text.format("عشرات", 43), "c2", "c3")
    assert together(text.format("مئات", 430), "c2", "c3")


def test_a_bound_and_the_number_behind_it():
    text = (
        "عدد قتلى الإعصار يتخطى الألف والآلاف بلا مأوى\n\n"
        "قالت السلطات إن عدد قتلى الإعصار تجاوز الألف مع العثور على مزيد من الجثث.\n"
        "وقال مكتب الدفاع المدني إن عدد القتلى المؤكد بلغ 1027 شخصا."
    )
    assert together(text, "c1", "c3", "c4")


def test_a_bound_alone_does_not_tie_two_numbers():
    text = (
        "مقتل 13 شخصا في تفجير شمال الوادي\n\n"
        "قال مصدر أمني إن 13 شخصا على الأقل قتلوا في تفجير مزدوج شمال الوادي.\n"
        "وأكد ضابط في المنطقة أنه أحصى 14 جثة بينها واحدة للمهاجم."
    )
    placed = place(read_claims(from_text(text), default_lexicon()))
    links = [Link(0, 1, 0.9, False, ()), Link(1, 2, 0.9, False, ())]
    assert [group.indices for group in cluster(placed, links)] == [(0, 1)]


def test_a_headline_whose_figures_are_all_larger_adds_another_happening():
    text = (
        "مقتل 5 وإصابة 9 رجال أمن في هجمات\n\n"
        "قتل 4 رجال أمن من مركز السهل في قصف أمس الجمعة، فيما أصيب 8 من رجال حرس الحدود نقلوا إلى المستشفى."
    )
    assert linked(text) == []


def test_one_toll_counts_the_attacker():
    text = (
        "{} قتلى{} في إطلاق نار داخل معهد بالعاصمة\n\n"
        "قضى ستة أشخاص وجرح عشرة آخرون حين فتح طالب سابق النار في معهد بالعاصمة، ثم انتحر المهاجم."
    )
    assert linked(text.format("سبعة", " بينهم المهاجم")) == []
    assert linked(text.format("سبعة", "")) == []
    assert together(text.format("ستة", ""), "c1", "c2")


def test_known_people_of_another_kind_are_their_own():
    text = (
        "قتل 19 شخصا بينهم ثلاثة أجانب في هجوم على فندق في مدينة الساحل.\n"
        'وقال الوزير "تمت تصفية جميع المهاجمين الخمسة في المبنى".\n'
        "وأوضح أن الأجانب الثلاثة هم كيني وبريطاني وهندي."
    )
    assert together(text, "c2", "c4")
    assert not together(text, "c3", "c4")


def test_another_speaker_in_the_same_sentence():
    text = (
        "أكدت وزارة الداخلية مقتل ضابطين وإصابة أربعة من رجالها في هجوم قرب الوادي، وأوضح بيان للمديرية أنه أثناء سير "
        "مدرعة انفجرت عبوة ناسفة مما أسفر عن مقتل الضابطين وإصابة أربعة مجندين نقلوا للمستشفى."
    )
    assert together(text, "c2", "c4")


def test_lines_of_a_list_are_of_their_own():
    text = (
        "توزعت حوادث السير أمس على الشكل الآتي:\n\n"
        "- 3 جرحى: تدهور مركبة في محلة السهل.\n"
        "- جريح نتيجة انزلاق دراجة في الوادي.\n"
        "- 3 جرحى في حوادث متفرقة بين الساحل والجبل."
    )
    assert linked(text) == []


def test_who_answers_with_but_speaks_of_the_whole():
    text = (
        "قالت وزارة الصحة إن 25 شخصا قتلوا وأصيب 90 في اشتباكات متفرقة جنوب العاصمة.\n"
        "لكن متحدثا باسم مركز الطوارئ قال إن الحصيلة بلغت 33 قتيلا حتى ظهر الأحد."
    )
    assert together(text, "c1", "c3")


def test_one_more_may_be_the_one_beside_the_others():
    text = (
        "اعترف سائق بنقل المهربين، فيما يخضع للتحقيق 12 سائقا آخرون.\nوقالت المحكمة إنه جرى توقيف {} سائقا في القضية."
    )
    assert linked(text.format(13)) == []


def test_what_was_also_done_was_done_to_others():
    text = (
        "أصيب عشرة أشخاص في هجوم على مقر الشرطة في حي النسيم.\nكما أصيب {} أشخاص في هجوم على مركز للأمن في حي الزهور."
    )
    assert linked(text.format("سبعة")) == []
    assert linked(text.format("تسعة")) == []


def test_a_large_number_of_the_same_noun_next_to_it_is_no_past_happening():
    text = (
        "اقتحم المحتجون مقر البلدية.\n"
        "لجنة مستقلة تنتقد التحقيقات في مقتل 41 طالبا\n"
        "قالت لجنة مستقلة إنها اكتشفت عيوبا في التحقيق في مذبحة راح ضحيتها 41 طالبا العام الماضي."
    )
    assert together(text, "c1", "c2")


def test_known_people_in_the_sentence_that_first_tells_of_them():
    text = (
        "بث التنظيم شريطا يظهر مقتل عشرة رهائن بطريقة جديدة، حيث اقتيد الضحايا العشرة إلى الوادي.\n"
        "وأظهر الشريط الضحايا العشرة قبل مقتلهم."
    )
    assert together(text, "c1", "c2", "c3")


def test_another_speaker_in_the_sentence_with_a_slip():
    text = (
        "أكدت وزارة الداخلية مقتل ضابطين وإصابة أربعة من رجالها في هجوم قرب الوادي، وأوضح بيان للمديرية أنه أثناء سير "
        "مدرعة انفجرت عبوة ناسفة مما أسفر عن مقتل الضابطين وإصابة خمسة من رجال الشرطة نقلوا للمستشفى."
    )
    assert together(text, "c2", "c4")


def test_one_named_and_the_others_are_one_more():
    text = (
        "أعلن حرس السواحل أنه تمكن من قتل القبطان أبو خنجر و16 قرصانا آخرين قرب الجزيرة.\n"
        "وأسفرت المعركة عن مقتل {} قرصانا."
    )
    assert linked(text.format(17)) == []


def test_a_digit_too_many_beside_the_same_figure():
    text = (
        "توفي شخصان وأصيب {} آخرون من عائلة واحدة إثر انقلاب مركبتهم على طريق الساحل.\n"
        "وأوضح المتحدث أن الحادث نتج عنه وفاتان و6 إصابات."
    )
    assert ("c2", "c4") in linked(text.format(6))
    assert ("c2", "c4") in linked(text.format(16))


def test_digits_that_have_changed_places():
    text = (
        "لقي {} بحارا حتفهم في عواصف ضربت السواحل الشمالية والجنوبية أمس.\n"
        "وأفادت مصادر في الميناء أن {} بحارا قضوا غرقا في مناطق متفرقة."
    )
    assert linked(text.format(14, 41)) == [("c1", "c2")]
    assert linked(text.format(14, 52)) == []


def test_a_step_in_several_hundred():
    text = (
        "الحمى تقتل 547 شخصا منذ ظهورها\n\n"
        "أعلنت الوزارة وفاة حالتين في السهل والجبل.\n"
        "وأضافت أنه بذلك يرتفع عدد الوفيات إلى {} حالة منذ ظهور الحمى قبل ثلاثة أعوام."
    )
    assert together(text.format(546), "c1", "c3")


def test_for_his_part_is_no_opposition():
    text = (
        "أفاد مراسل الإذاعة بأن القصف أصاب منزلا في حي النسيم، ما أدى إلى مقتل 14 شخصا.\n"
        "من جهته، أعلن الدفاع المدني أن طواقمه انتشلت ثماني جثث من حي الأمل."
    )
    assert linked(text) == []


def test_who_is_told_of_beside_another_is_not_the_other():
    text = (
        "أصيب طفل في انفجار عبوة ناسفة غرب الوادي فيما أصيب آخر بطلق ناري في مدينة الرمانة.\n"
        "وقالت مصادر طبية إن عبوة ناسفة انفجرت غرب الوادي وأسفرت عن إصابة طفل نقل إلى المستشفى."
    )
    assert linked(text) == [("c1", "c3")]


def told(text: str) -> dict[str, float]:
    """The evidence of the last two claims of a text."""
    a, b = place(read_claims(from_text(text), default_lexicon()))[-2:]
    return evidence(a, b)


def test_a_happening_is_told_as_new_without_the_article():
    text = "اشتباكات في الوادي\n\nقال مصدر إن اشتباكات دارت أمس. وقتل خمسة مسلحين برصاص الحراس. و{} قتل خمسة مسلحين."
    assert told(text.format("في هجوم على الحاجز"))["a new happening"]
    assert not told(text.format("في الهجوم على الحاجز"))["a new happening"]


def test_what_had_been_is_told_of_others_more_often():
    text = "قتل خمسة عمال في انهيار منجم. {} خمسة عمال قتلوا في المنجم."
    assert told(text.format("وكان"))["told of what had been"]
    assert not told(text.format("وقالت الشركة إن"))["told of what had been"]


def test_none_of_a_kind_is_not_none_at_all():
    text = "وقال المسؤول إن الهجوم لم يسفر عن ضحايا. وأضاف آخر أنه ليس بين القتلى أو الجرحى أي شرطي."
    assert linked(text) == []


def test_a_place_that_was_not_named_so_far_tells_of_others():
    text = "قتل خمسة عمال في انهيار سقف بمدينة الرمانة.\nوقتل خمسة عمال في {} الزيتون."
    assert told(text.format("بلدة"))["a place that the first does not name"]
    assert told(text.format("بلدة"))["a place not named so far"]
    assert not told(text.format("بلدة").replace("الزيتون", "الرمانة"))["a place that the first does not name"]


def test_the_known_dead_of_a_number_are_those_told_of_with_it():
    text = (
        "قتل ستة عمال وأصيب ثمانية في انفجار بالوادي، كما عثرت الشرطة على 17 جثة في الرمانة.\n"
        "وقتل ثلاثة جنود في كمين وشرطيان في هجوم على مخفر.\n"
        "وتوزعت الجثث السبع عشرة بين ضفتي النهر."
    )
    assert together(text, "c3", "c6")


def test_known_people_of_another_kind_are_told_beside():
    text = "قتل عشرون شخصا، وهم اثنا عشر مدنيا وأربعة من رجال الشرطة إضافة إلى المهاجمين الأربعة."
    assert linked(text) == []


def test_months_after_another_killing():
    text = (
        "مقتل نائب في الوادي\n\nقتل مسلحون نائبا في الوادي أمس.\n"
        "وأدان الرئيس الهجوم الذي وقع بعد أشهر على اغتيال نائب في الساحل."
    )
    assert linked(text) == [("c1", "c2")]


def test_what_began_a_week_ago_may_go_on():
    text = (
        "مقتل ستة مسلحين في الرمانة\n\nقال الجيش إن جنديين قتلا في كمين بالوادي.\n"
        "وقتلت وحداته فجر أمس ستة مسلحين في الرمانة في إطار حملة بدأت قبل أسبوع."
    )
    assert together(text, "c1", "c3")
