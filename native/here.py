"""Compiles the core for this clone, which uses it from then on: ``uv run python native/here.py``.

The first ``uv run`` of a clone has done it already (``native/hook.py``); this is for after an edit. It takes a
processor one to two minutes and leaves ``build/native``. See ``checker/core.py`` for when it is used; deleting the
folder is all that it takes to be rid of it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from needs import missing

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from checker.core import MADE, Stamp, current, home, stamp, told  # noqa: E402 - the clone's own

#: A check, and the files that it loads: modules that are not compiled, but that compiled ones rely on, are among them.
_LOADED = """
import sys, checker, checker.pipeline
checker.check("قتل 14 شخصا هم 10 جنود.")
for name, module in sorted(sys.modules.items()):
    if name.split(".")[0] == "checker" and getattr(module, "__file__", None):
        print(module.__file__)
"""


def main() -> None:
    """Compile, and keep what was made, unless what is there is still that of these sources."""
    if current(ROOT):
        print(f"compiled already: {home(ROOT)}")  # noqa: T201
        return
    if lacking := missing():
        sys.exit(f"the core cannot be compiled: this computer has not {lacking}")
    with tempfile.TemporaryDirectory() as scratch:
        # Before it begins: what is edited meanwhile is not what is compiled.
        stamps = [stamp(ROOT, name) for name in sources(ROOT)]
        command = [sys.executable, str(ROOT / "native" / "build.py"), str(ROOT), scratch, *compiled()]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")  # noqa: S603
        if done.returncode:
            sys.exit(f"{done.stdout}\nthe core was not compiled: the reason stands above")
        keep(ROOT, Path(scratch), stamps)
    print(f"compiled into {home(ROOT)}")  # noqa: T201


def compiled() -> list[str]:
    """What ``pyproject.toml`` says is compiled."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        wheel = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]
    names: list[str] = wheel["hooks"]["custom"]["compiled"]
    return names


def sources(root: Path) -> list[str]:
    """The files of a clone that a check loads or that are compiled, relative to it."""
    environment = {
        **os.environ,
        "CHECKER_NATIVE": "off",
        "CHECKER_CACHE": "off",
        "PYTHONPATH": str(root),
        "PYTHONUTF8": "1",
    }
    listed = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _LOADED],
        cwd=root, env=environment, check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    loaded = {Path(line).relative_to(root).as_posix() for line in listed.stdout.splitlines()}
    named = [root / name for name in compiled() if not name.startswith("!")]
    made = {file for path in named for file in (path.rglob("*.py") if path.is_dir() else [path])}
    return sorted(loaded | {file.relative_to(root).as_posix() for file in made})


def keep(root: Path, made: Path, stamps: list[Stamp]) -> None:
    """Lay the compiled modules of a folder where the clone looks for them, in place of older ones."""
    suffix, folder = EXTENSION_SUFFIXES[0], home(root)
    files = sorted(path.relative_to(made) for path in made.rglob(f"*{suffix}"))
    modules = {".".join(file.with_name(file.name.removesuffix(suffix)).parts): file.as_posix() for file in files}
    shutil.rmtree(folder, ignore_errors=True)
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(made / file, folder / file)
    (folder / MADE).write_bytes(told(stamps, modules))


if __name__ == "__main__":
    main()
