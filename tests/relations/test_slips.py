"""Figures whose numbers differ: a slip of the hand, or other people."""

from __future__ import annotations

from checker.facts import gather
from checker.model import RelationKind
from checker.reading import from_text
from checker.relations.same import default_weights


def linked(text: str) -> list[tuple[str, ...]]:
    return sorted(r.claims for r in gather(from_text(text)).relations if r.kind is RelationKind.SAME)


def test_two_kinds_told_the_other_way_round_keep_to_their_own():
    text = "مقتل 13 جنديا و13 مسلحا في معارك قرب البصيرة\n\nقتل 13 مسلحا و13 جنديا في معارك دارت أمس قرب بلدة البصيرة."
    assert linked(text) == [("c1", "c4"), ("c2", "c3")]


def test_a_slip_in_one_of_two_kinds():
    text = "مقتل 13 جنديا و14 مسلحا في معارك قرب البصيرة\n\nقتل 14 مسلحا و16 جنديا في معارك دارت أمس قرب بلدة البصيرة."
    assert ("c1", "c4") in linked(text)


def test_a_like_happening_is_another_one():
    assert linked("أسفر تفجير في حي النسيم عن مقتل 12 شخصا.\nوفي هجوم مماثل في حي الورود قتل 11 شخصا.") == []
    assert linked("أسفر تفجير في حي النسيم عن مقتل 12 شخصا.\nوفي هجوم مماثل في حي الورود قتل 12 شخصا.") == []


def test_known_people_with_another_number_are_the_same_people():
    text = "أعلنت الشرطة توقيف 40 شخصا في المنطقة الشرقية.\nوأضاف البيان أن الموقوفين ال45 أحيلوا إلى النيابة."
    assert linked(text) == [("c1", "c2")]


def test_figures_that_both_have_others_beside_them_are_of_two_happenings():
    text = (
        "قتل 9 جنود وأصيب 30 آخرون في انهيار ثلجي قرب المعبر الشمالي.\n"
        "وقتل 6 جنود وأصيب 12 آخرون في انهيار ثلجي قرب القمة الغربية."
    )
    assert linked(text) == []


def test_two_sources_that_each_repeat_their_number():
    text = (
        "الجبهة تتبنى قتل 24 جنديا في كمين بوادي الحجر\n\n"
        "تبنت الجبهة الشعبية قتل 24 جنديا في كمين نصبته في وادي الحجر.\n"
        "وأعلنت صحيفة النهضة مقتل 21 جنديا في كمين نصبته الجبهة في وادي الحجر."
    )
    assert any({"c1", "c3"} <= set(group) for group in linked(text))


def test_dozens_told_twice_say_less_than_a_number_told_twice():
    worth = default_weights().same.evidence
    assert worth.get("both in dozens", 0.0) <= 0 < worth["size of the number"]


def test_the_weights_know_only_evidence_that_is_given():
    from checker.arabic.lexicon import default_lexicon
    from checker.claims.extract import read_claims
    from checker.relations.differing import differing_evidence
    from checker.relations.evidence import evidence, value_evidence
    from checker.relations.placing import place

    text = "قتل {} في انفجار بمصنع.\nوقالت الشرطة إن {} قتلوا في الانفجار."

    def pair(one: str, other: str):
        return place(read_claims(from_text(text.format(one, other)), default_lexicon()))

    a, b = pair("11 عاملا", "12 عاملا")
    weights = default_weights()
    common = evidence(a, b)
    bounds = value_evidence(*pair("أكثر من 10 عمال", "12 عاملا"))
    dozens = value_evidence(*pair("عشرات العمال", "32 عاملا"))
    assert set(weights.same.evidence) <= {*common, *value_evidence(a, b)}
    assert set(weights.agree.evidence) <= {*common, *bounds, *dozens}
    assert set(weights.differ.evidence) <= {*common, *differing_evidence(a, b)}
