"""Numbers that count nothing, beside like ones that do."""

from __future__ import annotations

import pytest

from checker.arabic.numbers import find_quantities
from checker.arabic.numbers.lexicon import load_number_lexicon
from checker.errors import RuleFileError
from checker.resources import rules_root


@pytest.mark.parametrize(
    ("nothing", "something"),
    [
        # years
        ("في 2012", "قتل 2012 شخصا"),
        ("في 2012 قانونا", "من 2012 شخصا"),
        ("عام 2000", "هذا العام 2000 شخص"),
        ("في 2000 من", "في 2000 منزل"),
        ("من 2000", "أكثر من 2000"),
        ("بين 2013 و2014", "بين 1900 و2000 قتيل"),
        ("عام 1771", "1771 شخصا"),
        ("(1819 - 1891)", "1500 - 2000 قتيل"),
        ("عام ألفين وثلاثة عشر", "ألفين وثلاثة عشر شخصا"),
        ("السعودية 2030", "بلغ عدد القتلى 2030"),
        ("حتى 2015", "ارتفعت الحصيلة إلى 2015"),
        ("عامي 1770 و1840", "1770 و1840 شخصا"),
        ("كانون الثاني 2014", "في كانون الثاني 3 قتلى"),
        # days
        ("15 من شهر رمضان", "15 من الجنود"),
        ("20 و21 يوليو", "20 و21 شخصا"),
        ("من 20 إلى 30 يونيو", "من 20 إلى 30 شخصا"),
        ("22 الجاري", "22 جنديا"),
        ("صفر 1436", "صفر حالات"),
        ("السبت والاثنين", "الاثنان"),
        # hours
        ("10 صباحا", "أصيب 10 مساء أمس"),
        ("الساعة 9 و30 دقيقة", "الحصيلة 9 و30 جريحا"),
        # ages
        ("في الـ20 من عمره", "في الـ20 من الجنود"),
        ("(49 عاما)", "(49 قتيلا)"),
        # percentages
        ("%15", "15"),
        ("بين 10 و15 في المئة", "بين 10 و15 شخصا"),
        ("1.5 في المئة", "1.5 مليون"),
        ("خمسة عشر بالمئة", "خمسة عشر بالمنزل"),
        # ordinals and names
        ("الحادي عشر", "الأحد عشر لاعبا"),
        ("الثانية والعشرين", "الاثنين والعشرين جنديا"),
        ("القرن العشرين", "الجنود العشرين"),
        ("مجموعة الـ20", "ما مجموعه 20 شخصا"),
        ("القرارات 1696 و1737", "القرار 1696 و17 قتيلا"),
        ("قناة 24", "قتل 24"),
        ("كوفيد 19", "مقتل 19"),
        ("صفا واحدا", "قتيلا واحدا"),
        ("كل خمسة أشخاص", "قتل خمسة أشخاص"),
        ("مجموعة 5 + 1", "قتل 5"),
        # telephones
        ("+966 50 1234567", "50 شخصا"),
        ("هاتف: 4567123", "الحصيلة: 45"),
    ],
)
def test_nothing_beside_something(nothing: str, something: str) -> None:
    assert find_quantities(nothing) == []
    assert find_quantities(something) != []


def test_a_broken_lexicon_names_file_and_key(tmp_path) -> None:
    """What is wrong in a rule file is told with its key."""
    source = rules_root() / "ar"
    for name, old, new, key in (
        ("numbers.toml", "[few]", "[fews]", "few"),
        ("numbers.toml", "percent_in =", "percents_in =", "percent_in"),
        ("numbers.toml", '1000 = ["ألف"', 'thousand = ["ألف"', "scales.thousand"),
        ("hedges.toml", "[before]\nat_least", "[before]\nat_leest", "before.at_leest"),
        ("hedges.toml", "[verbs]\nmore_than", "[verbs]\nabout", "verbs.about"),
    ):
        for file in ("numbers.toml", "hedges.toml"):
            text = (source / file).read_text(encoding="utf-8")
            assert file != name or old in text
            (tmp_path / file).write_text(text.replace(old, new) if file == name else text, encoding="utf-8")
        with pytest.raises(RuleFileError) as caught:
            load_number_lexicon(tmp_path)
        assert (caught.value.file, caught.value.key) == (f"ar/{name}", key)
