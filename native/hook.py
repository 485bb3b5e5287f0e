"""The build hook: compiles the core wherever that can be done.

A wheel then holds the compiled modules beside those in Python; for an editable installation, as the first ``uv run``
in a clone makes it, they are laid into ``build/native`` (``native/here.py``). Where they cannot be made, it is said why
and all stays Python, which gives the same answers.

``CHECKER_NATIVE=on`` ends the build instead; ``off`` compiles nothing, so that a wheel is the same on every computer.
"""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SWITCH = "CHECKER_NATIVE"
_OFF, _ON, _AUTO = {"0", "no", "off", "false"}, {"1", "yes", "on", "true"}, {"", "auto"}
#: So many lines of what the compiler said tell why it failed.
_TOLD = 20


class NativeHook(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel, or lays them into the clone that is installed."""

    _out: str | None = None

    def dependencies(self) -> list[str]:
        """What compiling takes, and nothing where nothing is compiled."""
        return ["mypy~=2.4", "setuptools>=77"] if asked() and not self._missing() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is put together."""
        if not asked():
            return
        lacking = self._missing()
        if lacking:
            self._without(f"this computer has not {lacking}")
            return
        self.app.display_info("Compiling the core: a minute or two")
        if version == "editable":
            self._compile("here.py")
            return
        self._out = tempfile.mkdtemp(prefix="checker-native-")
        if not self._compile("build.py", self.root, self._out, *self.config["compiled"]):
            shutil.rmtree(self._out, ignore_errors=True)
            return
        made = [path for path in Path(self._out).rglob("*") if path.is_file()]
        build_data["force_include"].update({str(path): path.relative_to(self._out).as_posix() for path in made})
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what is in the wheel now."""
        if self._out is not None:
            shutil.rmtree(self._out, ignore_errors=True)

    def _missing(self) -> str:
        # The folder is no package, and need not be on the path of whoever builds.
        found: str = runpy.run_path(str(Path(self.root, "native", "needs.py")))["missing"]()
        return found

    def _compile(self, script: str, *words: str) -> bool:
        """Whether a script of this folder did it; that it did not is said."""
        command = [sys.executable, str(Path(self.root, "native", script)), *words]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")  # noqa: S603
        if done.returncode:
            self._without("compiling failed:\n" + "\n".join(done.stdout.splitlines()[-_TOLD:]))
        return not done.returncode

    def _without(self, reason: str) -> None:
        if asked() == "on":
            self.app.abort(f"{_SWITCH} demands the compiled core, but {reason}")
        self.app.display_warning(f"The core is not compiled, all is Python: {reason}")


def asked() -> str:
    """What the environment asks for: ``on``, ``auto``, or nothing to be compiled."""
    word = os.environ.get(_SWITCH, "").strip().lower()
    if word not in _OFF | _ON | _AUTO:
        sys.exit(f"{_SWITCH} is {word!r}; expected on, auto or off")
    return "on" if word in _ON else "auto" if word in _AUTO else ""
