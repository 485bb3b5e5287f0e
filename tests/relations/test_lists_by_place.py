"""Lists that go on, lists that leave someone out, and tolls told together with the earlier one."""

from __future__ import annotations

from checker.facts import gather
from checker.model import Facts, Relation, RelationKind
from checker.reading import from_text


def read(text: str) -> Facts:
    return gather(from_text(text))


def sums(facts: Facts) -> list[Relation]:
    return [r for r in facts.relations if r.kind in (RelationKind.SUM, RelationKind.TOLL)]


def test_a_list_of_places_goes_on_behind_the_parts_of_one():
    facts = read(
        "سقط 26 قتيلا في المدينة، و17 في البلدة، بينهم أربع سيدات، و12 في القرية هم أفراد عائلة واحدة، "
        "وثمانية في المخيم.\nوبذلك يرتفع عدد القتلى إلى 63 قتيلا."
    )
    assert [claim.group.value for claim in facts.claims[3:5]] == ["people", "people"]
    assert ("c6", ("c1", "c2", "c4", "c5")) in [(r.whole, r.parts) for r in sums(facts) if r.complete]


def test_figures_in_brackets_behind_their_places():
    text = "قتل {} عاملا منذ بداية العام، توزعوا على الساحل (23 قتيلا) والجزيرة (9 قتلى) والبادية (5 قتلى)."
    for number in (37, 38):
        (relation,) = sums(read(text.format(number)))
        assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3", "c4"), True)


def test_a_list_with_a_member_who_was_not_read_is_not_all():
    (relation,) = sums(read("قتل تسعة أشخاص هم ستة عمال وفرانان في انهيار مبنى."))
    assert not relation.complete
    (relation,) = sums(read("قتل تسعة أشخاص هم ستة عمال وسائقان وأصيب آخرون في انهيار مبنى."))
    assert relation.complete


def test_some_by_place_are_not_all():
    for text in (
        "قتل 25 شخصا، بينهم ثمانية في بلدة صغيرة، وستة كانوا في دار للأيتام.",
        "اعتقلت الشرطة 1450 شخصا في احتجاجات، 610 منهم في العاصمة و570 في الميناء.",
    ):
        assert not any(relation.complete for relation in sums(read(text))), text


def test_a_toll_told_in_front_of_the_earlier_one():
    facts = read("ارتفعت حصيلة السيول إلى 45 قتيلا، من 41، إثر انتشال أربع جثث.")
    assert ("c1", ("c2", "c3"), True) in [(r.whole, r.parts, r.complete) for r in sums(facts)]


def test_bare_figures_in_brackets_of_a_toll_told_before():
    text = (
        "ارتفع عدد القتلى إلى {} قتيلا. وقالت الوزارة إن القتلى توزعوا على محافظات الوادي (31) والنهر (11) "
        "والجبل (سبعة) والساحل (أربعة)، لافتة إلى أن الجرحى نقلوا."
    )
    for number in (53, 54):
        (relation,) = sums(read(text.format(number)))
        assert (relation.whole, len(relation.parts), relation.complete) == ("c1", 4, True)


def test_figures_in_brackets_that_make_the_toll_need_no_word():
    (relation,) = sums(read("سقط 31 قتيلا في العاصمة (14) والميناء (تسعة) والجبل (8)."))
    assert (relation.whole, relation.parts) == ("c1", ("c2", "c3", "c4"))
    assert not sums(read("سقط 31 قتيلا في العاصمة (14) والميناء (تسعة) والجبل (6)."))


def test_ages_in_brackets_are_no_parts():
    assert len(read("أصيب ثلاثة لاعبين بينهم سامر (21) ووليد (24).").claims) == 1


def test_a_bracket_behind_a_place_tells_that_place_apart():
    found = sums(read("أصيب 45 شخصا بينهم 18 في الولاية الشمالية (12 طفلا و6 نساء) و27 في الولاية الجنوبية."))
    assert {(r.whole, r.parts, r.complete) for r in found} == {
        ("c1", ("c2", "c5"), True),
        ("c2", ("c3", "c4"), True),
    }


def test_parts_by_the_manner_of_death():
    (relation,) = sums(read("بلغ عدد الوفيات 64. وأوضح أن 38 من المتوفين قضوا بانهيار المنازل و21 غرقا و5 بالصعق."))
    assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3", "c4"), True)


def test_parts_of_these():
    (relation,) = sums(read("قتل 39 شخصا في العنف. وقال إن 26 من هؤلاء سقطوا في الجنوب و13 في الوادي."))
    assert (relation.whole, relation.parts, relation.complete) == ("c1", ("c2", "c3"), True)


def test_a_part_out_of_a_known_toll():
    facts = read("قتل 28 شخصا في العاصمة. وقال إن المشرحة تسلمت 19 جثة من أصل القتلى الـ28.")
    assert facts.claims[1].part_of == "c3"


def test_two_figures_fill_what_a_list_leaves():
    text = "سجلت 21 وفاة، منها 7 في الجبل، و9 في الساحل، فيما وقعت {} وفيات في الوادي ووفاتان في النهر."
    assert len(sums(read(text.format("ثلاث")))[0].parts) == 4
    assert len(sums(read(text.format("أربع")))[0].parts) == 2


def test_the_earlier_toll_is_borne_out_by_the_numbers():
    text = "عثر أمس على جثتين جديدتين، لتستقر حصيلة الفيضانات عند {} قتيلا.\nوكانت الوزارة أعلنت الأحد مقتل 32 شخصا."
    assert ("c2", ("c1", "c3")) in [(r.whole, r.parts) for r in sums(read(text.format(34)))]
    assert not sums(read(text.format(37)))


def test_the_total_of_both_happenings():
    facts = read(
        "لقي 24 مهاجرا حتفهم إثر انقلاب قاربهم.\nوكان 38 مهاجرا قد غرقوا في حادث مشابه قبل أسبوعين، "
        "وبذلك يصل مجموع القتلى في الحادثين إلى 62."
    )
    assert ("c3", ("c1", "c2")) in [(r.whole, r.parts) for r in sums(facts)]
