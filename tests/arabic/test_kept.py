from __future__ import annotations

import pytest

from checker.arabic.kept import Kept, pack

PLAIN = {"عشرات": {"من": [(("عشرات", "من"), 3)]}, "رجال": {"": []}}


def test_a_value_is_made_when_it_is_asked_for():
    made: list[object] = []
    kept: Kept[object] = Kept(pack(PLAIN), lambda plain: made.append(plain) or plain)
    assert "رجال" in kept and "نساء" not in kept and not made
    assert kept["رجال"] == {"": []}
    assert made == [{"": []}]


def test_it_is_the_table_that_was_packed():
    kept: Kept[object] = Kept(pack(PLAIN), lambda plain: plain)
    assert kept == PLAIN and list(kept) == list(PLAIN) and len(kept) == 2
    assert (kept.get("نساء"), kept.get("نساء", 1)) == (None, 1)
    with pytest.raises(KeyError):
        kept["نساء"]
