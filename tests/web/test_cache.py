"""Answers that are kept, within a limit."""

from __future__ import annotations

from checker.web.cache import Answers
from checker.web.frames import Frame
from checker.web.jobs import Job


def answer(size: int) -> Frame:
    return Frame({"status": 200}, b"x" * size)


def test_a_key_tells_all_that_was_asked_apart():
    keys = {
        Answers.key(job, draft)
        for job in (
            Job("check"),
            Job("open"),
            Job("check", title="x"),
            Job("check", select=("CF1",)),
            Job("check", file=True),
        )
        for draft in (b"a", b"b", b"")
    }
    assert len(keys) == 15
    assert Answers.key(Job("check"), b"a") in keys


def test_what_was_used_last_stays():
    kept = Answers(10_000)
    for name in (b"a", b"b", b"c"):
        kept.keep(name, answer(1400))
    assert kept.get(b"a") is not None
    for name in (b"d", b"e"):
        kept.keep(name, answer(1400))
    assert kept.get(b"a") is not None
    assert kept.get(b"b") is None
    assert kept.size <= 10_000


def test_what_is_too_large_is_not_kept():
    kept = Answers(10_000)
    kept.keep(b"a", answer(9_000))
    assert (kept.get(b"a"), kept.size) == (None, 0)
    nothing = Answers(0)
    nothing.keep(b"a", answer(1))
    assert (nothing.get(b"a"), nothing.size) == (None, 0)
