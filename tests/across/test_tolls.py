"""Low, best and high; profiles as plain values."""

from __future__ import annotations

import json

from checker.across.plain import from_plain, to_plain
from checker.across.profile import profile
from checker.across.texts import compare_documents
from checker.across.tolls import tolls
from checker.consistency import load_rules
from checker.facts import gather_whole
from checker.reading import from_text


def test_low_best_and_high(ambush):
    documents = [from_text(ambush(n), f"2023-05-0{k}.txt") for k, n in enumerate((10, 12, 14), 1)]
    rows = tolls(compare_documents(documents, load_rules()).figures or ())
    whole = next(row for row in rows if row.level == "all" and row.high == 14)
    assert (whole.low, whole.best, whole.high, whole.articles) == (10, 14, 14, 3)
    days = [(row.day, row.best) for row in rows if row.level == "day" and row.figure == whole.figure]
    assert days == [("2023-05-01", 10), ("2023-05-02", 12), ("2023-05-03", 14)]
    assert {row.document for row in rows if row.level == "source"} == {f"2023-05-0{k}.txt" for k in (1, 2, 3)}


def test_a_profile_comes_back_from_its_plain_values(ambush):
    made = profile(gather_whole(from_text(ambush(14), "2023-05-01.txt")))
    assert made.figures
    assert from_plain(json.loads(json.dumps(to_plain(made)))) == made
