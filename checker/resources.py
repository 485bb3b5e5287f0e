"""Where the rule data lives: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from checker.errors import RuleFileError

_PACKAGE = Path(__file__).resolve().parent


@cache
def rules_root() -> Path:
    """The folder that holds ``ar/`` and ``checks/``.

    Raises:
        RuleFileError: the installation has no rules folder.
    """
    for root in (_PACKAGE / "_rules", _PACKAGE.parent / "rules"):
        if (root / "checks").is_dir():
            return root
    raise RuleFileError("rules/", "checks/", "a folder with the rule files", "none")


def load_toml(path: Path) -> dict[str, Any]:
    """Read one rule file.

    Raises:
        RuleFileError: the file is missing, not UTF-8, or not valid TOML.
    """
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise RuleFileError(path.name, "-", "a readable file", str(error.strerror)) from error
    except UnicodeDecodeError as error:
        raise RuleFileError(path.name, "-", "UTF-8 text", f"byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleFileError(path.name, "-", "valid TOML", str(error)) from error
