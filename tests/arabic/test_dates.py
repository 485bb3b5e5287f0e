"""Full dates in the months of every region, and weekdays beside them."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.arabic.calendar import calendar, load_calendar
from checker.arabic.dates import find_dates, weekday_dates
from checker.arabic.tokens import tokenise
from checker.errors import RuleFileError
from checker.resources import rules_root


def dates(text: str) -> list[tuple[str, str]]:
    return [(found.span.of(text), found.iso) for found in find_dates(text, tokenise(text))]


def weekdays(text: str) -> list[tuple[str, int, str]]:
    return [(m.span.of(text), m.weekday, m.iso) for m in weekday_dates(text, tokenise(text))]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("21 يوليو 2015", "2015-07-21"),
        ("٢١ تموز ٢٠١٥", "2015-07-21"),
        ("۲۱ جويلية ۲۰۱۵", "2015-07-21"),
        ("07/سبتمبر/2024", "2024-09-07"),
        ("3 كانون الثاني 2020", "2020-01-03"),
        ("3 كانون الأول 2020", "2020-12-03"),
        ("20 ابريل/نيسان عام 2010", "2010-04-20"),
        ("20 يوليو (تموز) 2012", "2012-07-20"),
        ("23 يوليو تموز 2015", "2015-07-23"),
        ("15 تشرين الأول - أكتوبر 2014", "2014-10-15"),
        ("الخامس من شهر أغسطس 2015", "2015-08-05"),
        ("الحادي والعشرين من آذار 2011", "2011-03-21"),
        ("الـ12 من نوفمبر 2015", "2015-11-12"),
        ("أغسطس 10, 2015", "2015-08-10"),
        ("07/09/2024", "2024-09-07"),
        ("7 - 9 - 2024", "2024-09-07"),
        ("10.08.2015", "2015-08-10"),
        ("2024-09-07", "2024-09-07"),
        ("2024/9/7", "2024-09-07"),
        ("12/25/2014", "2014-12-25"),
    ],
)
def test_a_full_date_in_all_its_forms(text: str, iso: str) -> None:
    around = f"وقع ذلك في {text}، بحسب الشرطة"
    assert dates(around) == [(text, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "5 شوال 1436هـ",
        "15/10/1436",
        "يوليو 2015",
        "21 يوليو",
        "31 فبراير 2015",
        "45/13/2015",
        "يونيو - يوليو 2015",
        "قتل 2015 شخصا",
        "12015/7/21",
        "5 من بين 2015",
        "7\nسبتمبر\n2024",
    ],
)
def test_what_is_no_full_gregorian_date(text: str) -> None:
    assert dates(text) == []


def test_hijri_beside_gregorian_gives_the_gregorian_one() -> None:
    assert dates("25 شوال 1436 هـ الموافق 10 أغسطس 2015 م") == [("10 أغسطس 2015", "2015-08-10")]


def test_several_dates_keep_their_order_and_do_not_overlap() -> None:
    text = "بين 1/2/2015 و3 مارس 2015 ثم 2015-04-05"
    assert [iso for _, iso in dates(text)] == ["2015-02-01", "2015-03-03", "2015-04-05"]


@pytest.mark.parametrize(
    ("text", "span", "weekday"),
    [
        ("السبت 8 سبتمبر 2024", "السبت 8 سبتمبر 2024", 5),
        ("يوم الإثنين (3 أغسطس 2015)", "الإثنين (3 أغسطس 2015", 0),
        ("الثلاثاء الموافق 21 يوليو 2015م", "الثلاثاء الموافق 21 يوليو 2015", 1),
        ("للأحد، 26/7/2015", "للأحد، 26/7/2015", 6),
        ("4/9/2015م (الجمعة)", "4/9/2015م (الجمعة", 4),
        ("الجمعة 20/11/1436هـ الموافق 4/9/2015م", "الجمعة 20/11/1436هـ الموافق 4/9/2015", 4),
        (
            "السبت المقبل 9 شوال 1436هـ، الموافق 25 يوليو 2015",
            "السبت المقبل 9 شوال 1436هـ، الموافق 25 يوليو 2015",
            5,
        ),
        (
            "الأحد العاشر من شوال 1436، الموافق السادس والعشرين من يوليو 2015",
            "الأحد العاشر من شوال 1436، الموافق السادس والعشرين من يوليو 2015",
            6,
        ),
    ],
)
def test_a_weekday_beside_its_date(text: str, span: str, weekday: int) -> None:
    [(found, number, iso)] = weekdays(text)
    assert (found, number) == (span, weekday)
    assert iso == dates(text)[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "السبت 8 سبتمبر",
        "قتلوا السبت. 7 سبتمبر 2024 يوم حداد",
        "السبت\n7 سبتمبر 2024",
        "السبت 5 - 7 يوليو 2015",
        "السبت والأحد 7 و8 سبتمبر 2024",
        "مساء السبت قتل اثنان في 7 سبتمبر 2024",
        "7 سبتمبر 2024، الجمعة الماضية",
    ],
)
def test_a_weekday_that_belongs_to_something_else(text: str) -> None:
    assert weekdays(text) == []


_MONTHS = sorted(calendar().gregorian.items())
_WEEKDAYS = sorted(calendar().weekdays.items())


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from([str, lambda n: str(n).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))]),
    st.data(),
)
def test_every_day_is_read_with_every_name_of_its_month(day: date, digits, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([name for name, number in _MONTHS if number == day.month]))
    weekday = data.draw(st.sampled_from([name for name, number in _WEEKDAYS if number == day.weekday()]))
    text = f"قال يوم {weekday} {digits(day.day)} {name} {digits(day.year)} إن"
    [(span, number, iso)] = weekdays(text)
    assert (number, iso) == (day.weekday(), day.isoformat())
    assert text.index(span) == text.index(weekday)


def test_relative_days_count_from_publication() -> None:
    today = date(2024, 9, 7)
    assert today + timedelta(calendar().relative["امس"]) == date(2024, 9, 6)
    assert calendar().relative["اول من امس"] == -2


@pytest.mark.parametrize(
    "text",
    ["السبت الموافق " * 40_000 + "5/5/2015", "2015 " * 200_000, "5/5/2015 " * 20_000, "(" * 500_000 + "2015"],
    ids=["weekdays", "years", "dates", "brackets"],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    tokens = tokenise(text)
    started = time.perf_counter()
    find_dates(text, tokens)
    weekday_dates(text, tokens)
    assert time.perf_counter() - started < 5


def _broken(tmp_path: Path, old: str, new: str) -> Path:
    text = (rules_root() / "ar" / "calendar.toml").read_text("utf-8")
    assert old in text
    path = tmp_path / "calendar.toml"
    path.write_text(text.replace(old, new), "utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('    ["صفر"],\n', "", "hijri_months"),
        ('["السبت"]', "[]", "weekdays[5]"),
        ('joiners = ["من",', 'joiners = [7, "من",', "joiners"),
        ("weekdays =", "week_days =", "weekdays"),
        ('"أمس" = -1', '"أمس" = "-1"', "relative"),
    ],
)
def test_a_broken_calendar_names_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    with pytest.raises(RuleFileError) as caught:
        load_calendar(_broken(tmp_path, old, new))
    assert caught.value.key == key
    assert "calendar.toml" in caught.value.en and "calendar.toml" in caught.value.ar
