"""Tolls that two papers give otherwise, and what speaks for and against their being one."""

from __future__ import annotations

import pytest

from checker.across.link import links_between, pair_evidence
from checker.across.profile import Profile, profile
from checker.across.words import settings
from checker.facts import gather_whole
from checker.model import Outcome
from checker.reading import from_text

EARLY = """غرق زورق صيد قبالة جيجل ومصرع {n}

لقي {n} أشخاص حتفهم إثر غرق زورق صيد يدعى مرجانة قبالة ميناء جيجل شرق الجزائر أمس، بحسب الحماية المدنية.
"""
LATER = """جيجل تشيع بحارة زورق مرجانة

شيع أهالي جيجل ضحايا الزورق مرجانة الذي انقلب قبالة الميناء. وارتفعت حصيلة القتلى إلى {n} بعد انتشال جثث أخرى.
"""
GROWN = """ارتفاع ضحايا غرق الزورق قبالة جيجل إلى {n} قتيلا

ارتفعت حصيلة غرق زورق الصيد مرجانة قبالة ميناء جيجل إلى {n} قتيلا بعد انتشال جثث أخرى، بحسب الحماية المدنية.
"""


def differing(report) -> list[tuple[int, int]]:
    return [(figure.min, figure.max) for figure in report.figures or () if not figure.agree]


def read(text: str, day: int = 1) -> Profile:
    return profile(gather_whole(from_text(text, f"2023-05-0{day}-{day}.txt")))


def facts(one: str, other: str, outcome: Outcome, days: tuple[int, int] = (1, 2)) -> dict[str, float]:
    """What is said of the first figures of an outcome in two articles."""
    p, q = read(one, days[0]), read(other, days[1])
    pairs = pair_evidence(p, q)
    return next(found for (i, j), found in sorted(pairs.items()) if p.figures[i].outcome is outcome)


def test_a_toll_that_doubled_is_one_figure(compare):
    assert differing(compare(EARLY.format(n=6), LATER.format(n=13))) == [(6, 13)]


def test_a_toll_that_grew_fourfold_is_one_figure(compare):
    assert differing(compare(EARLY.format(n=5), GROWN.format(n=21))) == [(5, 21)]


@pytest.mark.parametrize(("n", "m"), [(12, 15), (7, 9)])
def test_killed_and_hurt_in_one_number_differ_in_other_happenings(compare, n, m):
    one = f"مصرع وإصابة {n} في حادث على طريق الساحل\n\nأسعفت الفرق المصابين إلى المستشفى."
    other = f"مصرع وإصابة {m} في حادث على طريق الواحة\n\nنقلت الفرق المصابين إلى المستشفى."
    assert differing(compare(one, other)) == []


def test_words_that_hardly_any_article_has_speak_for_it():
    found = facts(EARLY.format(n=6), LATER.format(n=13), Outcome.KILLED)
    assert found["differ, rarest words shared"] == 1.0  # مرجانة
    assert facts(EARLY.format(n=6), EARLY.format(n=6), Outcome.KILLED)["differ, rarest words shared"] == 0.0


def test_the_later_article_gives_more():
    one, other = EARLY.format(n=6), GROWN.format(n=13)
    assert facts(one, other, Outcome.KILLED)["differ, the later gives more"]
    assert not facts(one, other, Outcome.KILLED, days=(2, 1))["differ, the later gives more"]
    assert not facts(one, other, Outcome.KILLED, days=(1, 1))["differ, the later gives more"]


def test_of_the_missing_the_later_article_gives_less():
    one, other = "غرق مركب وفقدان 14 بحارا قبالة جيجل.", "ما زال 9 بحارة مفقودين قبالة جيجل."
    assert facts(one, other, Outcome.MISSING)["differ, the later gives more"]
    assert not facts(one, other, Outcome.MISSING, days=(2, 1))["differ, the later gives more"]


def test_what_is_told_as_risen_is_the_greater_number_of_the_later_article():
    assert facts(EARLY.format(n=6), GROWN.format(n=13), Outcome.KILLED)["differ, the later is raised"]
    assert not facts(EARLY.format(n=16), GROWN.format(n=13), Outcome.KILLED)["differ, the later is raised"]


def test_the_only_figure_of_an_outcome():
    told = read("قتل 12 شخصا بينهم 3 أطفال وأصيب 20 في حريق بوهران. وتوفي 4 في حادث آخر بتبسة.").figures
    assert {(figure.number, figure.sole) for figure in told} == {(12, False), (3, False), (20, True), (4, False)}


def test_names_of_roads_and_quarters():
    told = read("قتل 3 في حادث على طريق الساحل. وأصيب 5 في شجار بحي النخيل.").figures
    assert len(told[0].names) == 1
    assert len(told[1].names) == 1
    assert told[0].names != told[1].names


def test_a_part_does_not_make_up_the_other_number():
    one = "توفي شخصان وأصيب 3 أحدهم بحال حرجة في تصادم على طريق الساحل."
    other = "توفي شخصان وأصيب 4 في تصادم على طريق الساحل."
    assert not facts(one, other, Outcome.INJURED)["one adds up to the other"]


DIGEST = (
    "حوادث أمنية متفرقة في مدينة الرابية\n\nلقي {n} أشخاص مصرعهم وأصيب {m} آخرون بحوادث أمنية متفرقة في مدينة الرابية."
)


def killed_in_digests(days: tuple[int, int], numbers: tuple[int, int] = (3, 5)) -> bool:
    """Whether the dead of two lists of incidents can be one figure."""
    p, q = (read(DIGEST.format(n=n, m=n + 8), day) for n, day in zip(numbers, days, strict=True))
    return any(
        p.figures[i].outcome is q.figures[j].outcome is Outcome.KILLED and p.figures[i].several
        for (_, i), (_, j) in ((one.a, one.b) for one in links_between(0, p, 1, q, settings().weights))
    )


def test_lists_of_incidents_of_two_days_are_two():
    assert not killed_in_digests((1, 2))


@pytest.mark.parametrize(("days", "numbers"), [((1, 1), (3, 5)), ((1, 2), (3, 3))])
def test_lists_of_one_day_or_with_one_number_may_be_one(days, numbers):
    assert killed_in_digests(days, numbers)
