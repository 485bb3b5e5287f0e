"""The compiled core, built from the checkout and laid beside it: for measuring and for tests."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def missing() -> str:
    """What this computer lacks to compile the core, or nothing."""
    found: str = runpy.run_path(str(ROOT / "native" / "needs.py"))["missing"]()
    return found or ("" if shutil.which("uv") else "uv")


def unpacked(folder: Path) -> Path:
    """Build the wheel with the compiled core and unpack it in a folder; takes a minute or two of a processor.

    Raises:
        RuntimeError: it could not be built.
    """
    command = ("uv", "build", "--wheel", "--quiet", "--python", sys.executable, "--out-dir", str(folder), str(ROOT))
    environment = {**os.environ, "CHECKER_NATIVE": "on"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace")  # noqa: S603
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "native")
    return folder / "native"


def environment(built: Path) -> dict[str, str]:
    """The environment of a process that runs what was built, with the libraries of this one."""
    path = os.pathsep.join((str(built), str(ROOT), sysconfig.get_path("purelib")))
    return {**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "1", "CHECKER_NATIVE": ""}
