"""Arabic in one-byte encodings: Windows-1256 and ISO-8859-6.

Every byte means something in these encodings, so a wrong guess decodes as
well as the right one. What tells them apart is whether the result looks like
Arabic: each character beyond ASCII is worth the logarithm of its frequency in
newspaper text, common words count in favour, and Arabic and Latin letters in
one word count against.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from math import log
from typing import NamedTuple

from checker.arabic.normalise import fold
from checker.arabic.wordlists import words
from checker.errors import RuleFileError
from checker.resources import load_toml, rules_root

_FILE = "ar/encodings.toml"
#: Name in reports, codec. The first wins a tie: it is by far the more frequent.
_CODECS = (("windows-1256", "cp1256"), ("iso-8859-6", "iso8859_6"))
#: Bytes looked at, from a little before the first one beyond ASCII.
_SAMPLE = 65_536
#: Frequency (per thousand) of a character that the table does not name.
_UNSEEN = 0.02
#: The mean worth of a character, above which a text is Arabic. Arabic text has about -3.2 in its
#: own encoding; in a wrong one, and other languages, less than -5.
_ARABIC = -4.5
#: What a common word adds, and what two scripts in one word take away.
_COMMON = 3.0
_MIXED = 8.0

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_WORD = re.compile("[\u0621-\u064a]+")
_MIX = re.compile("[A-Za-z\u00c0-\u024f\u0080-\u009f][\u0621-\u064a]|[\u0621-\u064a][A-Za-z\u00c0-\u024f\u0080-\u009f]")


class _Model(NamedTuple):
    worth: Mapping[str, float]
    unseen: float
    common: frozenset[str]


def recognise(data: bytes) -> tuple[str, str] | None:
    """The text and the name of its encoding, or None if it is Arabic in neither.

    Bytes that ISO-8859-6 leaves undefined come out as U+FFFD.
    """
    first = _BEYOND_ASCII.search(data)
    if first is None:
        return None
    begin = max(0, first.start() - 64)
    sample = data[begin : begin + _SAMPLE]
    best_score, best = max(
        ((_score(sample.decode(codec, "replace")), (name, codec)) for name, codec in _CODECS),
        key=lambda scored: scored[0],
    )
    if best_score < _ARABIC:
        return None
    name, codec = best
    return data.decode(codec, "replace"), name


def _score(text: str) -> float:
    """The mean worth of the characters beyond ASCII; higher is more like Arabic."""
    model = _model()
    total = 0
    worth = 0.0
    for char, count in Counter(text).items():
        if char > "\x7f":
            total += count
            worth += count * model.worth.get(char, model.unseen)
    if not total:
        return model.unseen
    worth += _COMMON * sum(fold(word) in model.common for word in _WORD.findall(text))
    worth -= _MIXED * len(_MIX.findall(text))
    return worth / total


@cache
def _model() -> _Model:
    data = load_toml(rules_root() / _FILE)
    table = data.get("per_thousand")
    if not isinstance(table, dict) or not all(
        len(char) == 1 and isinstance(value, int | float) and value > 0 for char, value in table.items()
    ):
        raise RuleFileError(_FILE, "per_thousand", "a table of single characters and numbers above 0")
    worth = {char: log(value / 1000) for char, value in table.items()}
    common = data.get("common")
    listed = words(_FILE, common if isinstance(common, dict) else {}, "words")
    return _Model(worth, log(_UNSEEN / 1000), frozenset(listed))
