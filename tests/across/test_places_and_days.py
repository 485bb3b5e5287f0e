"""Places by their Arabic names, and the days that words speak of."""

from __future__ import annotations

from datetime import date

import pytest

from checker.across.evidence import APART, REGION, TOWN, place_match
from checker.across.places import gazetteer, read_gazetteer
from checker.across.when import days_in, published
from checker.across.words import settings
from checker.arabic.tokens import tokenise
from checker.errors import RuleFileError
from checker.model import Document


def places(text: str) -> list[str]:
    tokens = tokenise(text)
    return list(gazetteer().find(tokens, 0, len(tokens), settings().words))


def test_particles_and_long_names():
    assert places("انفجار بحلب وحريق في ديار بكر") == ["حلب", "ديار بكر"]


def test_a_village_is_one_only_behind_a_word_of_place():
    assert places("قال النصر إن") == []


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [({"حلب"}, {"حلب"}, TOWN), ({"حلب"}, {"سوريا"}, REGION), ({"حلب"}, {"عدن"}, APART), (set(), {"عدن"}, None)],
)
def test_how_places_fit(a, b, match):
    assert place_match(a, b) == match


def test_a_broken_gazetteer_is_named(tmp_path):
    path = tmp_path / "places.tsv"
    path.write_text("حلب\tSY\n", encoding="utf-8")
    with pytest.raises(RuleFileError, match="line 1"):
        read_gazetteer(path)


TODAY = date(2023, 5, 10)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وقع أمس الحادث", date(2023, 5, 9)),
        ("وقع أول من أمس", date(2023, 5, 8)),
        ("الثلاثاء الماضي", date(2023, 5, 9)),
        ("الأربعاء الماضي", date(2023, 5, 3)),
        ("يوم الأربعاء", TODAY),
        ("السبت المقبل", date(2023, 5, 13)),
        ("في 26 أبريل", date(2023, 4, 26)),
        ("في 7 أيار 2023", date(2023, 5, 7)),
        ("في 5 شوال 1436", date(2015, 7, 21)),
    ],
)
def test_days(text: str, day: date):
    assert [one.ordinal for one in days_in(text, tokenise(text), TODAY, settings().words)] == [day.toordinal()]


def test_without_a_day_of_its_own_only_full_dates_count():
    text = "أمس الثلاثاء 7 مايو 2023 و5 شوال 1436"
    found = days_in(text, tokenise(text), None, settings().words)
    assert [date.fromordinal(one.ordinal).year for one in found] == [2023, 2015]


def test_the_day_of_an_article():
    assert published(Document("", "wire.txt", date="2023-05-09")) == date(2023, 5, 9)
    assert published(Document("", "in/2023-05-10_4.txt")) == TODAY
    assert published(Document("", "in/20231399.txt")) is None


def test_a_word_that_is_also_a_town_is_a_place_only_behind_a_word_of_towns():
    assert places("قالت الصحيفة إن الخبر صحيح") == []
    assert places("حريق في مدينة الخبر") == ["الخبر"]


@pytest.mark.parametrize(
    ("a", "b"), [({"كابول"}, {"كابل"}), ({"الانبار"}, {"الرمادي"}), ({"اميركا"}, {"الولايات المتحده"})]
)
def test_the_names_that_papers_use_are_known(a, b):
    assert place_match(a, b) == REGION


def test_a_broken_line_of_further_places_is_named(tmp_path):
    path, more = tmp_path / "places.tsv", tmp_path / "more.tsv"
    path.write_text("حلب\tحلب\tSY\t36.2\t37.2\t2000\n", encoding="utf-8")
    more.write_text("# names\nتل هنا\tSY\t36.2\t37.2\tvillage\n", encoding="utf-8")
    with pytest.raises(RuleFileError, match="line 2"):
        read_gazetteer(path, more)
