"""Which files have changed since a commit, as git knows it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from checker.errors import UsageError


def changed_since(base: str) -> Callable[[str], bool]:
    """A test of paths: whether a file differs from what it was where ``base`` and the present branched apart.

    What is not committed yet counts, and so do new files that git does not
    ignore. The repository is that of the working directory.

    Raises:
        UsageError: git is not there, this is no repository, or ``base`` is no commit of it.
    """
    top = _git("rev-parse", "--show-toplevel", why=base).rstrip("\n")
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}", why=base).strip()
    fork = _git("merge-base", commit, "HEAD", why=base).strip()
    listed = _git("diff", "--name-only", "--diff-filter=d", "--no-renames", "-z", fork, "--", why=base)
    fresh = _git("-C", top, "ls-files", "--others", "--exclude-standard", "-z", why=base)
    found = {os.path.realpath(Path(top, name)) for name in (listed + fresh).split("\0") if name}
    return lambda path: path == "-" or os.path.realpath(path) in found


def _git(*words: str, why: str) -> str:
    """What git prints; hooks set GIT_ variables for it, which hold here too."""
    try:
        done = subprocess.run(["git", *words], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise _error(why, "تعذر تشغيل git", "git cannot be run") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _error(why, said[0] if said else "لا التزام بهذا الاسم", said[0] if said else "no such commit")
    return os.fsdecode(done.stdout)


def _error(base: str, ar: str, en: str) -> UsageError:
    return UsageError("diff", ar=f"‎--diff {base}: {ar}", en=f"--diff {base}: {en}")
