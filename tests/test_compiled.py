"""What is kept of the rules is used while it is whole and of the same content, and never otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.arabic.lexicon import build_lexicon, default_lexicon
from checker.compiled import SWITCH, recalled
from checker.resources import rules_root


class Made:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> dict[str, int]:
        self.times += 1
        return {"times": self.times}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv(SWITCH, raising=False)
    return tmp_path / "checker"


def test_it_is_made_once(cache: Path):
    make = Made()
    assert recalled("x", [b"a", b"b"], make) == recalled("x", [b"a", b"b"], make) == {"times": 1}


def test_other_content_is_made_anew(cache: Path):
    make = Made()
    for content in ([b"ab"], [b"a", b"b"], [b"b", b"a"]):
        recalled("x", content, make)
    assert make.times == 3


@pytest.mark.parametrize(
    "damage", [lambda d: d[:-3], lambda d: d[:9] + b"?" + d[10:], lambda d: b"", lambda d: b"\0" * 64]
)
def test_a_damaged_file_is_made_anew(cache: Path, damage):
    make = Made()
    recalled("x", [b"a"], make)
    (kept,) = cache.glob("*.bin")
    kept.write_bytes(damage(kept.read_bytes()))
    assert recalled("x", [b"a"], make) == {"times": 2}
    assert recalled("x", [b"a"], make) == {"times": 2}


def test_a_folder_that_cannot_be_written_costs_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert recalled("x", [b"a"], Made()) == {"times": 1}


def test_it_can_be_switched_off(cache: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(SWITCH, "off")
    recalled("x", [b"a"], Made())
    assert not cache.exists()


def test_the_kept_lexicon_is_the_built_one(cache: Path):
    for _ in range(2):
        default_lexicon.cache_clear()
        kept, built = default_lexicon(), build_lexicon([rules_root() / "ar"])
        assert (kept.forms, kept.phrases) == (built.forms, built.phrases)
    assert [path.name.partition("-")[0] for path in sorted(cache.glob("*.bin"))][:1] == ["lexicon"]
