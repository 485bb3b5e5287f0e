"""Compiles the modules that take the time of a check, with mypyc.

``python native/build.py PROJECT OUT NAME...`` leaves extension modules under ``OUT``, in folders as those of the
project. A name is a module or a folder of them, below ``PROJECT``; ``!NAME`` leaves one out. What was made is
tried on a sentence before it is handed over.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from members import members_as_slices
from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext
from values import classes, written_out

#: Level 2 takes half as long again to compile and gives 2 of 100 of the time of a check.
_LEVEL = "1"
_TRIAL = """
import checker, checker.facts
report = checker.check("قتل 14 شخصا هم 10 جنود وخمسة مدنيين.")
found = [finding.rule for finding in report.findings], checker.facts.__file__.endswith(".py")
assert found == (["CF202"], False), found
"""


class _SideBySide(build_ext):
    """Compiles as many files at once as there are processors."""

    def build_extensions(self) -> None:
        """As setuptools, which takes one file after another."""
        one_by_one = self.compiler.compile

        def compile_all(sources: Sequence[str], *rest: Any, **named: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as several:
                made = several.map(lambda source: one_by_one([source], *rest, **named), sources)
                return [name for names in made for name in names]

        self.compiler.compile = compile_all
        super().build_extensions()


def main(project: str, out: str, *names: str) -> None:
    """Compile and try."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("checker", "rules"):
            shutil.copytree(Path(project, part), Path(folder, part), ignore=shutil.ignore_patterns("*.so", "*.pyd"))
        os.chdir(folder)
        modules = chosen(names)
        if not modules:
            sys.exit(f"nothing to compile: {' '.join(names)}")
        rewrite()
        words = ["--config-file=", "--ignore-missing-imports", "--cache-dir=mypy", *modules]
        extensions = mypycify(words, opt_level=_LEVEL, debug_level="0", multi_file=True, group_name="checker")
        for extension in extensions:
            extension.extra_compile_args = [word for word in extension.extra_compile_args if word != "-Werror"]
        command = _SideBySide(Distribution({"name": "checker", "ext_modules": extensions}))
        command.build_lib = out
        command.ensure_finalized()
        command.run()
        shutil.copytree(out, folder, dirs_exist_ok=True)
        environment = {**os.environ, "CHECKER_CACHE": "off", "PYTHONUTF8": "1"}
        subprocess.run([sys.executable, "-c", _TRIAL], cwd=folder, check=True, env=environment)  # noqa: S603


def rewrite() -> None:
    """Write the modules of the copy as mypyc takes them."""
    sources = {path: path.read_text(encoding="utf-8") for path in Path("checker").rglob("*.py")}
    known = {name: found for source in sources.values() for name, found in classes(source).items()}
    for path, source in sources.items():
        path.write_text(members_as_slices(written_out(source, known)), encoding="utf-8")


def chosen(names: Sequence[str]) -> list[str]:
    """The files that are compiled, in order."""
    out = {name[1:] for name in names if name.startswith("!")}
    found: set[str] = set()
    for name in names:
        if not name.startswith("!"):
            files = Path(name).rglob("*.py") if Path(name).is_dir() else [Path(name)]
            found.update(file.as_posix() for file in files if file.name != "__init__.py")
    return sorted(found - out)


if __name__ == "__main__":
    main(*sys.argv[1:])
