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
    (relation,) = sums(read("قتل تسعة أشخاص هم ستة عمال وحلوانيان في انهيار مبنى."))
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
