"""Which figures of several articles are joined, and how telling words weigh."""

from __future__ import annotations

from dataclasses import replace
from math import exp

import pytest

from checker.across.common import likeness, read_common
from checker.across.joining import Link, join
from checker.across.profile import Profile, profile
from checker.across.words import Weights
from checker.errors import RuleFileError
from checker.facts import gather_whole
from checker.model import Outcome
from checker.reading import from_text


def shared(compared, outcome: str) -> list[list[int]]:
    """The numbers of each shared figure of an outcome."""
    return [sorted({m.claim.min or 0 for m in f.mentions}) for f in compared.figures if f.outcome.value == outcome]


def test_an_officer_and_three_soldiers_are_the_four_of_another_paper(compare):
    told = compare(
        "مقتل أربعة عسكريين في كمين قرب تبسة\n\nقتل أربعة عسكريين في كمين نصبه مسلحون قرب مدينة تبسة شرق الجزائر.",
        "كمين قرب تبسة\n\nقتل ضابط وثلاثة جنود في كمين نصبه مسلحون قرب مدينة تبسة شرق الجزائر.",
    )
    assert [3, 4] not in shared(told, "killed")


WEIGHTS = Weights(0.0, {}, threshold=0.5, threshold_conflict=0.5)


def profiles(*texts: str) -> list[Profile]:
    return [profile(gather_whole(from_text(text, f"{k}.txt"))) for k, text in enumerate(texts)]


def figure(told: Profile, number: int, outcome: Outcome = Outcome.KILLED) -> int:
    return next(k for k, one in enumerate(told.figures) if (one.number, one.outcome) == (number, outcome))


def test_an_article_carries_its_own_two_numbers():
    first, second = profiles("مقتل 24 في انهيار منجم\n\nقتل 31 عاملا في انهيار منجم.", "قتل 24 عاملا في منجم.")
    here, other, there = (0, figure(first, 24)), (0, figure(first, 31)), (1, figure(second, 24))
    links = [Link(here, there, 3.0), Link(other, there, -4.0)]
    (group,) = join([first, second], links, WEIGHTS)
    assert set(group.nodes) == {here, other, there}


def test_a_title_that_sums_up_is_not_carried():
    first, second = profiles("مقتل 31 عاملا\n\nقتل 24 عاملا في منجم.\n\nوقتل 7 عمال في آخر.", "قتل 24 عاملا في منجم.")
    first = replace(first, figures=tuple(replace(told, group_of=0) for told in first.figures))
    there = (1, figure(second, 24))
    links = [Link((0, figure(first, 24)), there, 3.0), Link((0, figure(first, 31)), there, -4.0)]
    (group,) = join([first, second], links, WEIGHTS)
    assert len(group.nodes) == 2


def test_what_stands_beside_a_shared_figure_is_shared_too():
    first, second = profiles("قتل 43 شخصا وأصيب 120 آخرون.", "قتل 43 شخصا وأصيب 330 آخرون.")
    killed = [(k, figure(told, 43)) for k, told in enumerate((first, second))]
    injured = [(0, figure(first, 120, Outcome.INJURED)), (1, figure(second, 330, Outcome.INJURED))]
    links = [Link(killed[0], killed[1], 3.0), Link(injured[0], injured[1], -1.0)]
    assert {group.nodes for group in join([first, second], links, WEIGHTS)} == {tuple(killed), tuple(injured)}
    assert len(join([first, second], links[1:], WEIGHTS)) == 0


def test_what_is_told_in_one_breath_with_a_shared_figure_is_shared_though_others_stand_beside():
    tail = " ونقل {} مصابين إلى مستشفى آخر في المدينة المجاورة البعيدة."
    first, second = profiles(
        "قتل 43 شخصا وأصيب 120 آخرون في السوق القديم من حي الميناء صباحا،" + tail.format(5),
        "قتل 43 شخصا وأصيب 330 آخرون في السوق القديم من حي الميناء صباحا،" + tail.format(6),
    )
    killed = [(k, figure(told, 43)) for k, told in enumerate((first, second))]
    injured = [(0, figure(first, 120, Outcome.INJURED)), (1, figure(second, 330, Outcome.INJURED))]
    links = [Link(killed[0], killed[1], 3.0), Link(injured[0], injured[1], -1.0)]
    assert {group.nodes for group in join([first, second], links, WEIGHTS)} == {tuple(killed), tuple(injured)}


def test_the_one_figure_that_is_left_over_in_both_articles_is_one():
    first, second = profiles(
        "قتل 43 شخصا في زلزال ضرب الجزيرة.\n\nوقال الحرس إنه أنقذ خمسة أشخاص من البحر.",
        "قتل 43 شخصا في زلزال ضرب الجزيرة.\n\nوقالت البلدية إنه تم إنقاذ تسعة أشخاص من تحت الركام.",
    )
    killed = [(k, figure(told, 43)) for k, told in enumerate((first, second))]
    rescued = [(0, figure(first, 5, Outcome.RESCUED)), (1, figure(second, 9, Outcome.RESCUED))]
    links = [Link(killed[0], killed[1], 3.0), Link(rescued[0], rescued[1], -1.0)]
    assert {group.nodes for group in join([first, second], links, WEIGHTS)} == {tuple(killed), tuple(rescued)}
    assert len(join([first, second], links[1:], WEIGHTS)) == 0


def test_an_earlier_count_stands_for_the_one_of_now():
    first, second = profiles(
        "مقتل 20 شخصا في انفجار\n\nارتفع عدد القتلى إلى 20 شخصا. وكانت الشرطة ذكرت أن 14 شخصا قتلوا وأصيب 79 آخرون.",
        "مقتل 20 شخصا في انفجار\n\nقتل 20 شخصا وأصيب 97 آخرون في انفجار.",
    )
    killed = [(k, figure(told, 20)) for k, told in enumerate((first, second))]
    injured = [(0, figure(first, 79, Outcome.INJURED)), (1, figure(second, 97, Outcome.INJURED))]
    assert first.figures[injured[0][1]].earlier
    links = [Link(killed[0], killed[1], 3.0), Link(injured[0], injured[1], -1.0)]
    assert tuple(injured) in {group.nodes for group in join([first, second], links, WEIGHTS)}


def test_a_disagreement_is_as_sure_as_the_surest_two_that_contradict_each_other():
    told = profiles(*(f"قتل {n} عاملا في منجم." for n in (24, 24, 27, 29)))
    nodes = [(k, figure(one, n)) for k, (one, n) in enumerate(zip(told, (24, 24, 27, 29), strict=True))]
    scores = {(0, 1): 6.0, (0, 2): 1.0, (1, 2): 2.0, (0, 3): 0.5, (1, 3): 0.5, (2, 3): 1.5}
    (group,) = join(told, [Link(nodes[a], nodes[b], score) for (a, b), score in scores.items()], WEIGHTS)
    assert group.nodes == tuple(nodes)
    assert group.confidence == pytest.approx(1 / (1 + exp(-2.0)))
    assert group.against == (1, 2)


def test_where_all_agree_every_link_counts():
    told = profiles(*("قتل 24 عاملا في منجم." for _ in range(3)))
    nodes = [(k, 0) for k in range(3)]
    links = [Link(nodes[0], nodes[1], 3.0), Link(nodes[0], nodes[2], 1.0), Link(nodes[1], nodes[2], 2.0)]
    (group,) = join(told, links, WEIGHTS)
    assert group.confidence == pytest.approx(1 / (1 + exp(-2.0)))
    assert group.against is None


def test_rare_words_tell_more_than_common_ones():
    common, rare = frozenset({"علي", "الي", "ذلك"}), frozenset({"زلزل", "تبس", "منجم"})
    assert likeness(rare | common, rare) > likeness(rare | common, common)


def test_a_broken_table_of_common_words_is_named(tmp_path):
    path = tmp_path / "common.tsv"
    path.write_text("# words\nعلي\tmany\n", encoding="utf-8")
    with pytest.raises(RuleFileError, match="line 2"):
        read_common(path)
