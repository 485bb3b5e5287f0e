"""How much a word tells: little where most articles have it, much where few do (``rules/common.tsv``)."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log2, sqrt
from pathlib import Path

from checker.errors import RuleFileError
from checker.resources import rules_root

_FILE = "common.tsv"
#: In so many of a thousand articles a word stands that the file does not name.
_RARE = 2


def read_common(path: Path) -> dict[str, int]:
    """What each word of such a file tells: the square of its bits, 1 bit for one that half of all articles have.

    In 256ths, so that sums of them do not hang on their order.

    Raises:
        RuleFileError: the file is missing, or a line is not as it must be.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(path.name, "-", "a readable UTF-8 file", str(error)) from error
    told = {}
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        key, _, share = line.partition("\t")
        if not share.isdigit() or not 0 < int(share) <= 1000:
            raise RuleFileError(path.name, f"line {number}", "word key, tab, 1 to 1000", line)
        told[key] = _told(int(share))
    return told


def _told(share: int) -> int:
    return round(256 * log2(1000 / share) ** 2)


@cache
def _common() -> dict[str, int]:
    return read_common(rules_root() / _FILE)


_MOST = _told(_RARE)


@lru_cache(maxsize=50_000)
def worth(keys: frozenset[str]) -> int:
    """What some words tell together."""
    common = _common()
    return sum(common.get(key, _MOST) for key in keys)


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """How alike two texts are by their words, the telling ones above all: 0 to 1."""
    shared = a & b
    return worth(shared) / sqrt(worth(a) * worth(b)) if shared else 0.0


@lru_cache(maxsize=50_000)
def rarest(keys: frozenset[str]) -> frozenset[str]:
    """Those of some words that the file does not name."""
    return keys - _common().keys()
