"""Tolls that the one who gives them had given before, and people known by the one they go with."""

from __future__ import annotations

import checker
from checker.facts import gather
from checker.model import RelationKind
from checker.reading import from_text


def rules(text: str) -> list[str]:
    return [finding.rule for finding in checker.check(text).findings]


def sources(text: str) -> list[str | None]:
    return [claim.source for claim in gather(from_text(text)).claims]


def test_a_toll_that_its_source_had_given_higher_falls():
    text = (
        "قال مجلس الطوارئ إن قتلى الإعصار 61 شخصا.\nوكان مجلس الطوارئ أعلن مساء أمس الأربعاء مقتل {} شخصا وفقدان تسعة."
    )
    assert rules(text.format(68)) == ["CF402"]
    assert rules(text.format(54)) == []


def test_what_another_had_announced_is_no_earlier_count():
    text = "قال مصدر طبي إن 16 جنديا قتلوا في الجبهة.\nوكان مصدر في الوزارة أعلن أمس مقتل 13 جنديا."
    relations = gather(from_text(text)).relations
    assert not [r for r in relations if r.kind is RelationKind.UPDATE]


def test_those_who_died_besides_belong_to_the_earlier_count():
    text = (
        "ارتفعت حصيلة الحادث من 11 إلى 13 قتيلا بعد وفاة جريحين، بحسب الحماية المدنية.\n"
        "وكانت الحماية المدنية أعلنت الأربعاء مقتل ثمانية أشخاص، ثم توفي ثلاثة آخرون في المستشفى."
    )
    assert rules(text) == []


def test_a_new_toll_in_brackets_far_behind_the_word_of_rising():
    text = (
        "ارتفع عدد المتوفين جراء السيول التي اجتاحت شرق المدينة وقراها الجبلية يوم الأحد الماضي إلى (46) متوفى "
        "بعد العثور على {} جثث، وكانت الإحصائية السابقة (41) متوفى."
    )
    assert rules(text.format("ثلاث")) == ["CF401"]
    assert rules(text.format("خمس")) == []


def test_people_who_go_with_the_same_person_are_the_same():
    text = (
        "وقال شهود إن الشرطة أوقفت قبطان العبارة واثنين من بحارته.\n"
        "وأمرت النيابة بحبس قبطان العبارة و{} من معاونيه أربعة أيام."
    )
    assert "CF101" in rules(text.format(3)) or "CF102" in rules(text.format(3))
    assert rules(text.format(2)) == []


def test_people_of_two_persons_are_others():
    text = "قتل قائد الكتيبة الشرقية واثنان من مرافقيه في كمين.\nوقتل إمام الجامع الكبير وثلاثة من مرافقيه في انفجار."
    assert rules(text) == []


def test_the_name_of_a_source_ends_where_what_it_told_begins():
    assert sources("أعلن الجيش مقتل سبعة جنود.") == ["الجيش"]
    assert sources("قالت المديرية التي تشرف على السجون إن سبعة سجناء قتلوا.") == ["المديرية"]
    assert sources("وأعلنت مساء الأحد وزارة الصحة وفاة سبعة مرضى.") == ["وزارة الصحة"]


def test_a_weekday_and_the_hurt_are_no_sources():
    assert sources("أعلن أمس الاثنين مقتل سبعة جنود.") == [None]
    assert sources("ونقل المصابون إلى المستشفى، واستقبل المستشفى سبعة مصابين.") == [None]
