"""Which figures are the same, which add up."""

from __future__ import annotations

from checker.facts import gather
from checker.model import Facts, Relation, RelationKind
from checker.reading import from_text


def read(text: str) -> Facts:
    return gather(from_text(text))


def groups(facts: Facts) -> list[list[int]]:
    return sorted([int(c[1:]) for c in r.claims] for r in facts.relations if r.kind is RelationKind.SAME)


def sums(facts: Facts) -> list[Relation]:
    return [r for r in facts.relations if r.kind in (RelationKind.SUM, RelationKind.TOLL)]


def test_headline_and_lead():
    facts = read(
        "مقتل 8 وإصابة 20 في انهيار مبنى بالمنصورة\n\n"
        "لقي ثمانية أشخاص مصرعهم وأصيب 20 آخرون في انهيار مبنى سكني بمدينة المنصورة."
    )
    assert groups(facts) == [[1, 3], [2, 4]]


def test_a_slip_does_not_break_the_link():
    facts = read(
        "مقتل 8 وإصابة 20 في انهيار مبنى بالمنصورة\n\n"
        "لقي تسعة أشخاص مصرعهم وأصيب 20 آخرون في انهيار مبنى سكني بمدينة المنصورة."
    )
    assert groups(facts) == [[1, 3], [2, 4]]


def test_a_repeated_paragraph():
    lead = "قتل 11 عاملا في انفجار بمصنع للأسمدة قرب صفاقس، وأصيب 30 بحروق."
    facts = read(f"انفجار في مصنع\n\n{lead}\nوتحقق الشرطة في الأسباب.\n{lead}")
    assert groups(facts) == [[1, 3], [2, 4]]


def test_other_happenings_stay_apart():
    facts = read("قتل 3 أشخاص في حادث سير قرب تبوك.\nومن جهة أخرى، قتل 4 صيادين في غرق قارب قبالة جازان.")
    assert groups(facts) == []


def test_people_of_one_sentence_are_not_the_same():
    assert groups(read("قتل 5 جنود في الشمال وقتل 5 جنود في الجنوب.")) == []


def test_stated_parts_are_complete_when_the_text_says_so():
    (relation,) = sums(read("قتل 17 شخصا هم 12 جنديا وخمسة بحارة."))
    assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3"), True)


def test_a_list_behind_a_colon_is_complete():
    (relation,) = sums(read("قتل 20 شخصا في الهجوم، هم: 12 جنديا، و5 شرطيين، و3 مدنيين."))
    assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3", "c4"), True)


def test_some_taken_away_and_some_treated_there_are_all():
    (relation,) = sums(read("أصيب 18 شخصا نقل 11 منهم إلى المستشفى وعولج 7 في المكان."))
    assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3"), True)


def test_parts_that_make_up_the_total_are_all():
    (relation,) = sums(read("توفي 19 حاجا بسبب الحر، من بينهم 11 مصريا و5 أردنيين و3 تونسيين."))
    assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3", "c4"), True)


def test_families_and_people_are_not_one_count():
    assert groups(read("نزحت 1500 عائلة من المدينة. وأعلنت الوكالة نزوح 9000 شخص من المدينة.")) == []


def test_some_of_them_is_not_all_of_them():
    (relation,) = sums(read("قتل 50 شخصا بينهم 14 جنديا."))
    assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2",), False)


def test_killed_and_injured_make_the_lump():
    facts = read("مصرع وإصابة 7 في انقلاب حافلة\n\nتوفي شخصان وأصيب 5 آخرون في انقلاب حافلة على الطريق الساحلي.")
    (relation,) = sums(facts)
    assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3"), True)


def test_two_incidents_make_the_overall_toll():
    facts = read(
        "مقتل 16 في هجومين منفصلين\n\n"
        "قتل 16 شخصا في هجومين منفصلين شمال البلاد.\n"
        "وقتل ستة أشخاص عندما انفجرت عبوة في سوق المدينة.\n"
        "ومن جهة أخرى قتل عشرة أشخاص في هجوم على قرية نائية."
    )
    (relation,) = sums(facts)
    assert relation.complete
    assert relation.parts == ("c3", "c4")


def test_presence_without_a_number():
    facts = read("قتل 10 أشخاص على الأقل، بينهم أفراد من الشرطة وجنود، في كمين.")
    (presence,) = facts.presences
    assert (presence.whole, presence.group.value, presence.min) == ("c1", "security", 2)


def test_a_change_has_a_direction():
    facts = read("ارتفعت حصيلة القتلى من 20 إلى 25.")
    (relation,) = [r for r in facts.relations if r.kind is RelationKind.CHANGE]
    assert (relation.claims, relation.sign) == (("c1", "c2"), 1)


def test_an_earlier_count_is_an_update():
    facts = read("قتل 15 شخصا في الزلزال.\nوكانت الحصيلة السابقة تشير إلى مقتل تسعة أشخاص.")
    (relation,) = [r for r in facts.relations if r.kind is RelationKind.UPDATE]
    assert relation.claims == ("c2", "c1")
    assert groups(facts) == []


def test_another_happening_is_not_a_slip_of_the_first():
    facts = read(
        "مقتل 31 عاملا في حريق بسوق الخضار\n\nقتل 31 عاملا في حريق شب في سوق الخضار.\n"
        "وتواصلت أعمال رفع الأنقاض.\nوفي بلدة الرمانة، أسفر حريق آخر عن مقتل 13 عاملا."
    )
    assert groups(facts) == [[1, 2]]


def test_two_sides_answer_each_other():
    facts = read(
        "أعلن الجيش مقتل 40 مسلحا في قصف على معسكر للمسلحين.\n"
        "لكن متحدثا باسم الحركة قال إن 25 مسلحا قتلوا في القصف على المعسكر."
    )
    assert groups(facts) == [[1, 2]]


def test_a_denial_stands_against_a_figure():
    facts = read("أكدت الشرطة أن الانفجار أسفر عن مقتل 3 مدنيين.\nوقال المحافظ إن الانفجار لم يسفر عن قتلى.")
    assert RelationKind.DENIAL in {relation.kind for relation in facts.relations}


def test_a_list_counts_as_one_with_the_day_behind_it():
    text = (
        "سقط أكثر من 90 مدنيا بين قتيل وجريح.\n"
        "وأسفر القصف عن مقتل سبعة مدنيين وإصابة 70 آخرين. وفي اليوم التالي سقط 12 جريحا."
    )
    assert not [r for r in sums(read(text)) if r.complete]


def test_the_source_is_who_speaks_nearest():
    claims = read(
        "قتل 31 شخصا في الحريق، وفق ما أعلنت إدارة الدفاع المدني.\n"
        "وأعلنت الحكومة الحداد ثلاثة أيام، وجاء في بيان مجلس الوزراء أن الحريق أسفر عن مقتل 33 شخصا."
    ).claims
    assert [claim.source for claim in claims] == ["إدارة الدفاع المدني", "بيان مجلس الوزراء"]


def test_parts_of_one_total_are_other_people():
    facts = read(
        "قتل 15 عاملا في انفجارين.\nقتل سبعة عمال في الانفجار الأول بالمصنع.\nوقتل ثمانية عمال في الثاني بالميناء."
    )
    assert groups(facts) == []
    assert [(r.whole, r.parts) for r in sums(facts)] == [("c1", ("c2", "c3"))]


def test_others_told_first_in_a_sentence_are_new_people():
    facts = read("قتل خمسة جنود قرب الجسر.\nوقتل خمسة جنود آخرين قرب السد.")
    assert groups(facts) == []


def test_two_sides_that_answer_each_other():
    facts = read("قالت حركة التمرد إنها قتلت ثمانية جنود في الكمين.\nلكن الجيش أعلن مقتل جنديين في الكمين نفسه.")
    assert groups(facts) == [[1, 2]]


def test_one_side_calls_them_otherwise():
    facts = read(
        "قالت الوزارة إن الهجوم أسفر عن مقتل 21 مدنيا.\nلكن المتحدث باسم الحاكم قال إن 22 مسلحا قتلوا في الهجوم."
    )
    assert groups(facts) == [[1, 2]]


def test_the_dead_and_the_hurt_of_two_sentences_make_the_lump():
    facts = read("نحو 300 قتيل وجريح في انهيار\n\nسقط في الانهيار مئة قتيل.\nووصل عدد الجرحى إلى 200 جريح.")
    assert ("c1", ("c2", "c3")) in [(r.whole, r.parts) for r in sums(facts)]


def test_the_account_of_a_disease():
    text = "ارتفع عدد حالات الإصابة إلى 1063، تماثلت منها {} حالة للشفاء، وتخضع 9 حالات للعلاج، ووافت المنية 471 حالة."
    (relation,) = sums(read(text.format(583)))
    assert (relation.parts, relation.complete, relation.confidence) == (("c2", "c3", "c4"), True, 1.0)
    (relation,) = sums(read(text.format(582)))
    assert relation.confidence < 1


def test_a_large_total_made_exactly_is_theirs_wherever_it_stands():
    facts = read(
        "\n".join(
            (
                "عقد المرصد مؤتمرا.",
                "وقال إن التقرير جاهز.",
                "وعرض نتائجه.",
                "وشكر الباحثين.",
                "وقال إن 1250 شخصا قتلوا.",
                "وقتل 700 مدني.",
                "وقتل 300 جندي.",
                "وقتل 250 شخصا مجهولا.",
            )
        )
    )
    assert ("c1", ("c2", "c3", "c4"), True) in [(r.whole, r.parts, r.complete) for r in sums(facts)]


def test_among_the_victims():
    facts = read("قتل ستة أشخاص في الغارة.\nوقال الطبيب إن بين القتلى امرأتين.")
    assert facts.claims[1].part_of == "c1"


def test_another_time_is_another_toll():
    facts = read("قتل 25 شخصا على الأقل في السوق.\nوفي مطلع الشهر قتل 33 شخصا في الهجوم على القاعدة.")
    assert groups(facts) == []


def test_those_taken_away_are_no_more_hurt():
    facts = read("لقي شخص مصرعه وأصيب آخران في الحادث.\nوتبين وجود حالة وفاة وإصابتين، تم نقل حالة واحدة للمستشفى.")
    assert all(r.parts != ("c4", "c5") for r in sums(facts))


def test_who_is_added_to_a_list_is_a_part_or_leaves_it_open():
    known = "قتل المهاجمون الخمسة.\n"
    text = "قتل 14 شخصا في الهجوم، هم ستة مدنيين وثلاثة جنود، إضافة إلى المهاجمين الخمسة."
    (relation,) = sums(read(known + text))
    assert (relation.parts, relation.complete) == (("c3", "c4", "c5"), True)
    (relation,) = sums(read(text))
    assert (relation.parts, relation.complete) == (("c2", "c3"), False)


def test_the_dead_of_an_account_of_cases_may_be_told_before_them():
    facts = read(
        "بلغ عدد وفيات الحصبة في الإقليم 45 وفاة. وقالت الوزارة إن عدد الإصابات بلغ 620 إصابة، تماثلت للشفاء منها 510 "
        "حالات، فيما لا تزال 65 حالة تحت العلاج. وتصدرت المحافظة القائمة بـ 200 إصابة و12 وفاة."
    )
    assert [(r.whole, r.parts) for r in sums(facts) if r.complete] == [("c2", ("c1", "c3", "c4"))]


def changes(facts: Facts) -> list[tuple[str, ...]]:
    return [r.claims for r in facts.relations if r.kind is RelationKind.CHANGE]


def test_a_new_toll_is_the_earlier_one_and_those_counted_since():
    found = "انتشلت الفرق تسع جثث من تحت الأنقاض، لترتفع حصيلة القتلى إلى 27 بعدما كانت 18."
    report = "ارتفعت وفيات الحصبة إلى 52 حالة، بعد تسجيل سبع وفيات جديدة، مقابل 45 وفاة في التقرير السابق."
    for text, told in ((found, ("c3", "c1", "c2")), (report, ("c3", "c2", "c1"))):
        facts = read(text)
        assert changes(facts) == [told]
        (relation,) = sums(facts)
        assert relation.complete
        assert relation.whole == told[-1]
        assert set(relation.parts) == set(told[:-1])


def test_those_of_the_sentence_before_are_counted_since_only_where_they_make_the_new_toll():
    told = "توفي {} من الجرحى. وقال المستشفى إن ذلك يرفع حصيلة القتلى إلى 27 قتيلا، بعد أن كانت 18 قتيلا."
    assert changes(read(told.format("تسعة")))
    assert not changes(read(told.format("سبعة")))


def test_a_total_stands_behind_the_figures_that_make_it():
    facts = read(
        "سجل الإقليم الشمالي 58 وفاة بالحمى، تلاه الإقليم الشرقي بـ 41 وفاة، ثم الساحل 19 وفاة.\n"
        "وأوضحت الوزارة أن بين المتوفين 30 طفلا.\nوبذلك يبلغ إجمالي الوفيات 118 وفاة."
    )
    assert [(r.whole, r.parts) for r in sums(facts) if r.complete] == [("c5", ("c1", "c2", "c3"))]


def test_a_total_behind_its_parts_may_hold_a_slip():
    text = "استشهد عشرة من رجال الطوارئ، إضافة إلى ثلاثة عمال في الموقع، ليصبح إجمالي الوفيات {}."
    for number in (13, 15):
        (relation,) = sums(read(text.format(number)))
        assert (relation.whole, relation.parts, relation.complete) == ("c3", ("c1", "c2"), True)
    assert not sums(read(text.format(90)))


def test_figures_of_another_year_make_no_total_of_this_one():
    text = "قتل 12 عاملا في المنجم، ثم عثر على 9 جثث أخرى. وفي عام 2011 بلغ إجمالي القتلى في المنجم 21 عاملا."
    assert not sums(read(text))


def test_parts_of_the_victims_belong_to_the_figure_that_holds_them_all():
    for text, told in (
        (
            "قتل تسعة عمال في الانهيار.\nوقالت الشرطة إن ستة من الضحايا توفوا في المكان، فيما توفي ثلاثة في المستشفى.",
            ("c1", ("c2", "c3")),
        ),
        ("قتل 12 شخصا في انهيار الجسر.\nومن بين القتلى الاثني عشر أربع نساء وثلاثة أطفال.", ("c2", ("c3", "c4"))),
        (
            "ارتفع عدد القتلى إلى 36، وكانت الحصيلة السابقة 31 قتيلا. وقالت الشرطة إن بين القتلى خمسة من رجالها.",
            ("c1", ("c3",)),
        ),
        (
            "وفاة خمسة أشخاص في حادث\n\nتوفي ثلاثة رجال وامرأتان في انقلاب سيارة. "
            "وقال الدرك إن اثنين من المتوفين جنديان.",
            ("c1", ("c4",)),
        ),
    ):
        assert told in [(r.whole, r.parts) for r in sums(read(text))], text


def test_those_in_several_places_are_all_of_the_dead_where_they_make_them():
    text = "قتل تسعة عمال في المنجم.\nوأضافت الشركة أن ستة من القتلى سقطوا في النفق الأول و{} في النفق الثاني."
    assert [(r.parts, r.complete) for r in sums(read(text.format("ثلاثة")))] == [(("c2", "c3"), True)]
    assert [(r.parts, r.complete) for r in sums(read(text.format("اثنين")))] == [(("c2", "c3"), False)]


def test_a_toll_of_killed_and_injured_is_told_apart_day_by_day():
    facts = read(
        "سقط 30 شخصا بين قتيل وجريح في الاشتباكات خلال يومين.\n"
        "ففي اليوم الأول قتل ستة وجرح 11، أما أمس فسقط أربعة قتلى وتسعة جرحى.\nوقال مستشفى إنه استقبل خمسة جرحى."
    )
    assert [(r.whole, r.parts) for r in sums(facts)] == [("c1", ("c2", "c3", "c4", "c5"))]


def test_a_single_toll_covers_no_others():
    facts = read(
        "قتل 41 شخصا في حوادث السير خلال أسبوع.\nوسجل الإقليم الشرقي وفاة 7 أشخاص.\n"
        "وتوفي 3 أشخاص بالغاز.\nوانتشلت جثث 4 صيادين."
    )
    assert not sums(facts)


def test_who_is_left_is_not_the_same_as_who_was_taken():
    facts = read(
        "خطف مسلحون 64 تلميذا من مدرسة في البلدة. وقال الوالي إن سبعة تلاميذ هربوا، فبقي في أيدي الخاطفين 57 تلميذا."
    )
    assert groups(facts) == []


def test_a_list_of_all_of_them_is_of_the_nearest_statement():
    facts = read("قتل سبعة أشخاص في الكلية أمس.\nوقال قائد الشرطة إن القتلى السبعة هم ثلاثة طلاب وأربعة من المدرسين.")
    assert [(r.whole, r.parts) for r in sums(facts)] == [("c2", ("c3", "c4"))]


def test_a_headline_that_the_body_gives_as_a_part_is_no_slip_of_the_whole():
    facts = read(
        "توقيف 29 قاصرا على هامش مباراة\n\nأعلن الأمن توقيف 64 شخصا على هامش مباراة في الملعب.\n"
        "وأوضح البيان وضع 35 من الموقوفين الراشدين تحت الحراسة، وتوقيف 29 قاصرا."
    )
    assert groups(facts) == [[1, 4]]


def test_no_slip_makes_nine_of_two_though_the_words_around_them_are_the_same():
    facts = read(
        "قال الجيش إن تسعة عمال قتلوا وأصيب 13 في انفجار عبوة شمال المدينة.\n"
        "وقالت المصادر إن عاملين قتلا وأصيب 13 آخرون في انفجار العبوة شمال المدينة."
    )
    assert groups(facts) == [[2, 4]]


def test_a_total_is_not_the_same_as_a_part_of_it_though_the_headline_fits_both():
    facts = read(
        "الغارات تقتل أكثر من 3 آلاف مسلح\n\nقال مركز الرصد إن الغارات قتلت 3042 مسلحا خلال عام.\n"
        "وأضاف المركز أن 170 مدنيا قتلوا في الغارات، وبذلك يرتفع العدد الإجمالي للقتلى إلى 3212 على الأقل في الغارات."
    )
    assert not [group for group in groups(facts) if {2, 4} <= set(group)]


def test_dozens_in_a_headline_are_no_slip_of_one_of_several_tolls():
    text = "مقتل العشرات من المسلحين في غارات بالشرق\n\nقتل سبعة من المسلحين في غارات بالشرق."
    more = "\nوفي الجبل قتل 49 مسلحا في معارك."
    assert groups(read(text)) == [[1, 2]]
    assert [1, 2] not in groups(read(text + more))


def test_a_side_that_speaks_without_a_name_read_is_set_against_the_other():
    facts = read(
        "أعلنت هيئة الأركان أن 16 جنديا قتلوا في هجوم على معسكر.\n"
        "لكن «حركة الفجر» المرتبطة بتنظيم ينشط قرب الحدود قالت، في شريط نشره مركز الرصد، إنها قتلت أكثر من 70 جنديا."
    )
    assert groups(facts) == [[1, 2]]


def test_another_source_gives_the_number_of_the_very_dead():
    for text in (
        "قتل 28 جنديا في هجوم على نقطة عسكرية، بحسب ما أفاد مرصد حقوقي، فيما ذكرت الوكالة الرسمية أن عدد القتلى 25.",
        "قال المرصد إن 28 جنديا قتلوا في الهجوم على الثكنة. وذكرت الوكالة الرسمية أن عدد القتلى 25.",
    ):
        assert groups(read(text)) == [[1, 2]], text
    assert not groups(
        read("قال المرصد إن 28 جنديا قتلوا في الهجوم على الثكنة. وذكرت الوكالة أن عدد القتلى هذا العام 90.")
    )


def test_the_places_that_had_most_have_some_of_the_toll():
    facts = read(
        "لقي 58 شخصا حتفهم وأصيب 1200 آخرون في حوادث المرور خلال أسبوع.\n"
        "وسجلت أثقل حصيلة بولاية الواحة بوفاة 9 أشخاص وجرح 71 آخرين، تليها ولاية الساحل بـ 6 وفيات و38 جريحا."
    )
    told = [(r.whole, r.parts, r.complete) for r in sums(facts)]
    assert told == [("c1", ("c3", "c5"), False), ("c2", ("c4", "c6"), False)]


def test_who_was_counted_since_is_some_of_the_new_toll():
    facts = read("ارتفع عدد ضحايا غرق المركب إلى 34 قتيلا، بعد انتشال 12 جثة صباح أمس.")
    assert [(r.whole, r.parts, r.complete) for r in sums(facts)] == [("c1", ("c2",), False)]


def test_known_victims_whose_number_was_not_told_are_those_of_the_lead():
    text = (
        "قتل 34 راكبا في خروج قطار عن مساره شمال العاصمة.\nوانتشلت الفرق 30 جثة، وتوفي أربعة في المستشفى.\n"
        "وفتح تحقيق في الحادث.\nوأعلن الوزير صرف تعويض لأسر القتلى {}."
    )
    assert [1, 4] in groups(read(text.format("الأربعة والخمسين")))
    assert not [group for group in groups(read(text.format("التسعين"))) if 1 in group]


def test_figures_of_another_month_are_no_single_tolls_of_this_one():
    facts = read(
        "مصرع 10 عمال في انقلاب حافلة\n\nلقي تسعة عمال مصرعهم في انقلاب حافلة.\n"
        "وتوفي ستة من الضحايا في المكان، فيما توفي ثلاثة في المستشفى.\n"
        "وأودى حادث مماثل في مارس الماضي بحياة سبعة عمال."
    )
    assert [(r.whole, r.parts) for r in sums(facts)] == [("c2", ("c3", "c4"))]


def test_what_is_told_apart_the_second_time_is_the_nearest_statement():
    facts = read(
        "18 قتيلا و40 مصابا في تدافع بالساحل\n\nقال قائد الشرطة إن 18 شخصا قتلوا في تدافع أمام معبد.\n"
        "وأوضح أن 11 جثة نقلت إلى مستشفى المنطقة الجنوبية وسبع جثث إلى الكلية، وأن 40 مصابا يعالجون."
    )
    assert [(r.whole, r.parts) for r in sums(facts)] == [("c3", ("c4", "c5"))]


def test_a_headline_that_counts_the_attacker_is_not_made_of_other_dead():
    facts = read(
        "ثمانية قتلى بينهم المهاجم في إطلاق نار بكلية\n\nقتل سبعة أشخاص وجرح عشرة آخرون في كلية.\n"
        "ويأتي الحادث بعد إطلاق نار في متجر أسفر عن مقتل امرأة."
    )
    assert not [r for r in sums(facts) if r.whole == "c1"]


def test_a_toll_is_spread_over_places():
    text = (
        "أصيب 15 شخصا في حريق عمارة.\nوأوضحت الوزارة أن المصابين توزعوا على ثلاثة مستشفيات، إذ استقبل الأول 7 جرحى، "
        "واستقبل الثاني {} جرحى، فيما نقل 3 جرحى إلى مستشفى الحروق."
    )
    for number in (5, 4):
        (relation,) = sums(read(text.format(number)))
        assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3", "c4"), True)


def test_who_is_not_counted_is_no_part_of_the_toll():
    text = "أصيب 15 عاملا في حريق.\nونقل 8 جرحى إلى المدينة.\nونقل 6 جرحى إلى الساحل.\nوأصيب إطفائي إصابة طفيفة{}."
    assert ("c2", "c3", "c4") in [r.parts for r in sums(read(text.format("")))]
    assert ("c2", "c3", "c4") not in [r.parts for r in sums(read(text.format(" ولا يدخل ضمن الإحصائية")))]


def test_parts_by_place_are_all_of_them_but_for_a_slip():
    text = "أنقذت الفرق {} شخصا احتجزوا في مركباتهم، منهم 12 في الوادي و19 في الساحل."
    for number, complete in ((31, True), (32, True), (34, False), (60, False)):
        (relation,) = sums(read(text.format(number)))
        assert (relation.parts, relation.complete) == (("c2", "c3"), complete), number


def test_the_rest_and_those_before_are_all_of_a_toll():
    text = "أصيب {} عاملا في حريق.\nواستقبل مستشفى المدينة 8 مصابين، ونقل الأربعة الباقون إلى العاصمة."
    for number in (12, 14):
        (relation,) = sums(read(text.format(number)))
        assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3"), True)
    assert not [r for r in sums(read(text.format(60))) if r.complete]


def test_figures_that_differ_in_company_that_differs_are_no_error():
    first = "أسفرت المعارك في المعسكر عن مقتل {} متمردا وإصابة 25 آخرين.\n"
    text = first + "وأسفرت المعارك في المعسكر عن مقتل 38 متمردا وإصابة 24 آخرين."
    for dead, sure in ((38, True), (31, False)):
        tied = [r for r in read(text.format(dead)).relations if r.kind is RelationKind.SAME and "c2" in r.claims]
        assert any(r.confidence > 0.85 for r in tied) is sure


def test_who_killed_them_says_another_number():
    facts = read(
        "أعلن الجيش أن 5 جنود قتلوا في هجوم على قاعدته.\n"
        "وأعلنت حركة الفجر مسؤوليتها عن الهجوم، وقالت في بيان إنها قتلت 23 جنديا."
    )
    assert groups(facts) == [[1, 2]]


def test_an_account_that_leaves_people_out_is_no_slip():
    text = "بلغ عدد الإصابات في البلاد {} إصابة، توفي منها 4210 أشخاص وتعافى 205600 مريض، ويخضع 935 مريضا للعلاج."
    for number, complete in ((210745, True), (220745, True), (252180, False)):
        assert any(r.complete for r in sums(read(text.format(number)))) == complete, number


def test_a_list_that_someone_without_a_number_opens_is_not_all_of_the_toll():
    (relation,) = sums(read("قتل خمسة أشخاص هم الطيار ومهندس وراكبان."))
    assert not relation.complete
    (relation,) = sums(read("قتل أربعة أشخاص هم رجل وامرأة وطفلان."))
    assert relation.complete
