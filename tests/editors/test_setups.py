"""The snippets of ``docs/lsp.md``, each run in its own editor on an invented draft."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "lsp.md").read_text(encoding="utf-8")
NEOVIM, EMACS, NODE, NPM = (shutil.which(name) for name in ("nvim", "emacs", "node", "npm"))
DRAFT = """\
🔥 مقتل 15 شخصا في حريق مصنع

قُتِلَ 18 شخصا في حريق مصنع شرق المدينة، وفق الشرطة.

وفي حادث آخر قتل 14 شخصا هم 10 جنود وخمسة مدنيين.
"""
#: What the draft is underlined for: rule, line from 0, and the words.
EXPECTED = [["CF301", 2, "18 شخصا"], ["CF202", 4, "14 شخصا"]]


def snippets(heading: str, language: str) -> list[str]:
    """The code of one language under one heading of the page."""
    section = PAGE.split(f"\n### {heading}\n")[1].split("\n### ")[0]
    return re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home without settings, in which ``checker`` is the command that is tested."""
    commands = tmp_path / "bin"
    commands.mkdir()
    command = commands / "checker"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checker "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "CHECKER_LANG": "en",
    }


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "خبر.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def run(words: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(words, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


LUA = """
vim.wait(60000, function() return #vim.diagnostic.get(0) > 1 end, 50)
local found = {}
for _, d in ipairs(vim.diagnostic.get(0)) do
  local line = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, true)[1]
  table.insert(found, { d.code, d.lnum, line:sub(d.col + 1, d.end_col) })
end
local place = vim.diagnostic.get(0)[2]
vim.api.nvim_win_set_cursor(0, { place.lnum + 1, place.col })
local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", vim.lsp.util.make_position_params(0, "utf-16"), 60000)
for _, answer in pairs(hover) do hover = answer.result.contents.value end
io.stdout:write("\\n=" .. vim.json.encode({ found = found, hover = hover }) .. "\\n")
vim.cmd("qall!")
"""


@pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed")
def test_neovim(tmp_path: Path, environment: dict[str, str], draft: Path):
    assert NEOVIM is not None
    version = re.search(r"v(\d+)\.(\d+)", run([NEOVIM, "--version"], environment))
    assert version is not None
    new, old = snippets("Neovim", "lua")
    init, ask = tmp_path / "init.lua", tmp_path / "ask.lua"
    init.write_text(new if (int(version[1]), int(version[2])) >= (0, 11) else old, encoding="utf-8")
    ask.write_text(LUA, encoding="utf-8")
    printed = run([NEOVIM, "--headless", "--clean", "-u", str(init), str(draft), "-c", f"luafile {ask}"], environment)
    answer = json.loads(printed.split("\n=")[1].splitlines()[0])
    assert answer["found"] == EXPECTED
    assert "10 + 5 = 15 ≠ 14" in answer["hover"]


ELISP = """
(find-file (getenv "DRAFT"))
(run-hooks 'post-command-hook)
(let ((tries 600))
  (while (and (> tries 0) (< (length (flymake-diagnostics)) 2))
    (accept-process-output nil 0.1)
    (when (bound-and-true-p flymake-mode) (flymake-start))
    (setq tries (1- tries))))
(dolist (d (sort (copy-sequence (flymake-diagnostics))
                 (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))
  (princ (format "=%d\\t%s\\t%s\\n"
                 (1- (line-number-at-pos (flymake-diagnostic-beg d)))
                 (buffer-substring-no-properties (flymake-diagnostic-beg d) (flymake-diagnostic-end d))
                 (flymake-diagnostic-text d))))
(kill-emacs 0)
"""


def has_eglot() -> bool:
    if EMACS is None:
        return False
    done = subprocess.run([EMACS, "--batch", "--eval", "(require 'eglot)"], capture_output=True)
    return done.returncode == 0


@pytest.mark.skipif(not has_eglot(), reason="Emacs with eglot is not installed")
def test_emacs(tmp_path: Path, environment: dict[str, str], draft: Path):
    assert EMACS is not None
    (setup,) = snippets("Emacs", "elisp")
    init, ask = tmp_path / "setup.el", tmp_path / "ask.el"
    init.write_text(f'(set-language-environment "UTF-8")\n(require \'eglot)\n{setup}', encoding="utf-8")
    ask.write_text(ELISP, encoding="utf-8")
    words = [EMACS, "--batch", "-l", str(init), "-l", str(ask)]
    printed = run(words, {**environment, "DRAFT": str(draft), "LC_ALL": "C.UTF-8"})
    found = [line[1:].split("\t") for line in printed.splitlines() if line.startswith("=")]
    assert [[int(line), words] for line, words, _ in found] == [place[1:] for place in EXPECTED], printed
    assert "10 + 5 = 15 ≠ 14" in found[1][2]


def test_helix():
    (setup,) = snippets("Helix", "toml")
    languages = tomllib.loads(setup)
    assert languages["language-server"]["checker"] == {"command": "checker", "args": ["lsp"]}
    assert all("checker" in language["language-servers"] for language in languages["language"])


def node_version() -> int:
    if NODE is None or NPM is None:
        return 0
    return int(subprocess.run([NODE, "-p", "process.versions.node"], capture_output=True).stdout.split(b".")[0])


@pytest.mark.skipif(node_version() < 20, reason="Node 20 or later is not installed")
@pytest.mark.skipif(
    not (ROOT / "editors/vscode/node_modules").is_dir(), reason="editors/vscode is not set up: run npm ci in it"
)
def test_vscode(environment: dict[str, str]):
    """The extension's own build: bundle, tests with this server behind it, and the package."""
    folder = str(ROOT / "editors" / "vscode")
    command = json.dumps([sys.executable, "-m", "checker", "lsp"])
    assert NPM is not None
    printed = run([NPM, "--prefix", folder, "test"], {**environment, "CHECKER_COMMAND": command})
    assert re.search(r"^# pass [1-9]", printed, re.MULTILINE)
    assert "# fail 0" in printed
    run([NPM, "--prefix", folder, "run", "package"], environment)
    assert (ROOT / "editors/vscode/dist/checker.vsix").is_file()
