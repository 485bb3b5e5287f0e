"""``checker watch`` as a process of its own, with real saves."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SLIP = "قتل 14 شخصا هم 10 جنود وخمسة مدنيين.\n"
SOUND = "قتل 14 شخصا هم 10 جنود وأربعة مدنيين.\n"

Wait = Callable[[str], str]


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[Path, Wait]]:
    """A folder that is watched, and a function that waits for a line of the output."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "watch", str(folder), "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )
    lines: queue.Queue[str] = queue.Queue()
    assert process.stdout is not None
    output = process.stdout
    threading.Thread(target=lambda: [lines.put(line) for line in output], daemon=True).start()

    def wait(text: str) -> str:
        """The lines up to the one that holds a text."""
        seen, deadline = "", time.monotonic() + 60
        while text not in seen:
            try:
                seen += lines.get(timeout=max(0.1, deadline - time.monotonic()))
            except queue.Empty:
                pytest.fail(f"{text!r} never came; seen: {seen}")
        return seen

    wait("watching")
    time.sleep(1)  # the watcher of the system starts after the line is printed
    yield folder, wait
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 130


def test_a_draft_is_checked_as_it_is_saved(watching: tuple[Path, Wait]):
    folder, wait = watching
    draft = folder / "x.txt"
    draft.write_text(SLIP, encoding="utf-8")
    assert "CF202" in wait("3 figures")
    half = folder / ".x.txt.swp"
    half.write_text(SOUND, encoding="utf-8")
    half.replace(draft)  # as editors save
    assert "No figures contradict" in wait("3 figures")
    (folder / "picture.png").write_bytes(b"x")
    draft.unlink()
    assert "picture" not in wait("is gone")


def test_a_mistake_in_the_configuration_does_not_end_it(watching: tuple[Path, Wait]):
    folder, wait = watching
    config = folder.parent / "checker.toml"
    config.write_text('selekt = ["CF2"]\n', encoding="utf-8")
    (folder / "x.txt").write_text(SLIP, encoding="utf-8")
    wait("did you mean select?")
    config.write_text('ignore = ["CF202"]\n', encoding="utf-8")
    (folder / "x.txt").write_text(SLIP + "\n", encoding="utf-8")
    assert "CF202" not in wait("3 figures")
