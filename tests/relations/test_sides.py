"""What one side says it has lost, and the other says it has killed."""

from __future__ import annotations

import checker


def disagreements(text: str) -> list[tuple[str, ...]]:
    """The claims of every finding that two sources disagree or that one figure is told twice."""
    found = checker.check(text).documents[0].findings
    return [finding.claims for finding in found if finding.rule in ("CF101", "CF102")]


def test_the_figure_of_like_size_is_the_one_that_the_other_side_answers():
    text = (
        "أعلن الجيش سقوط ثلاثة جنود خلال العملية. وفي الهجوم على القاعدة قتل 61 عسكريا. "
        "وقالت الجماعة في تسجيل صوتي إن مقاتليها قتلوا 97 جنديا في القاعدة."
    )
    assert disagreements(text) == [("c2", "c3")]


def test_the_names_of_an_enemy():
    text = (
        "وأفاد مصدر عسكري بأن 12 جنديا قتلوا في المعركة. وقالت قناة الجماعة في المقابل إن 37 من «المرتزقة» قتلوا فيها."
    )
    assert disagreements(text) == [("c1", "c2")]


def test_a_third_source_that_says_nearly_the_same_is_one_of_those_that_differ():
    text = (
        "أعلنت سلطات الإقليم مقتل سبعة من السكان، فيما تحدثت وسائل إعلام محلية عن عشرة قتلى. "
        "وفي بيان أكد حزب الوادي أن أحد عشر مدنيا قتلوا."
    )
    assert {claim for pair in disagreements(text) for claim in pair} == {"c1", "c2", "c3"}


def test_others_told_of_before_the_words_that_oppose():
    text = (
        "أكدت مصادر مقربة من الكتيبة سقوط ستة قتلى من عناصرها وإصابة آخرين في البلدة، "
        "فيما زعمت قيادة اللواء أن عنصرين فقط لقيا حتفهما فيها."
    )
    assert disagreements(text) == [("c1", "c2")]


def test_what_a_side_admits_it_has_lost_is_what_the_other_says_it_has_killed():
    text = (
        "وقال الجيش إنه قتل 51 مسلحا في العملية. "
        "لكن الجماعة قالت إنها قتلت 60 جنديا، ولم تعترف إلا بمقتل أربعة من عناصرها."
    )
    assert disagreements(text) == [("c1", "c3")]


def test_whose_dead_are_told_alone_are_those_of_the_breakdown():
    text = (
        "قتل 19 شخصا، هم 12 جنديا وسبعة مدنيين، وفق ما أعلن الجيش.\n"
        "لكن مصدرا أمنيا قال إن الحصيلة أثقل، متحدثا عن 25 قتيلا في صفوف الجيش وحده."
    )
    assert disagreements(text) == [("c2", "c4")]


def test_the_next_sentence_answers_whatever_the_numbers():
    text = "وقال مكتب الدفاع المدني إن ستة أشخاص ما زالوا مفقودين. لكن الهلال الأحمر تحدث عن 31 مفقودا."
    assert disagreements(text) == [("c1", "c2")]


def test_numbers_of_units_count_no_one():
    claims = (
        checker.check("قال المصدر إن 12 جنديا من اللواء 143 مشاة واللواء 72 قتلوا في المعركة.")
        .documents[0]
        .facts.claims
    )
    assert [claim.min for claim in claims] == [12]
