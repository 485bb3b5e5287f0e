"""What compiling takes that a computer may lack."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from pathlib import Path


def missing() -> str:
    """What this computer lacks to compile, or nothing."""
    if sys.implementation.name != "cpython":
        return "CPython"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return "Python.h, the headers of Python (on Debian the package python3-dev)"
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "").split()
    if os.name != "nt" and not (compiler and shutil.which(compiler[0])):
        return f"a C compiler ({' '.join(compiler[:1]) or 'cc'})"
    return ""
