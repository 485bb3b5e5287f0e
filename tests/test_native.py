"""The compiled core says what pure Python says, and is made where it can be."""

from __future__ import annotations

import dataclasses
import marshal
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks import native
from benchmarks.articles import generated
from checker.values import replace
from checker.version import is_native

UV = shutil.which("uv")
LACKING = native.missing()
needs_compiler = pytest.mark.skipif(bool(LACKING), reason=f"the core cannot be compiled without {LACKING}")
needs_uv = pytest.mark.skipif(UV is None, reason="uv builds the wheel")

RUN = "from checker.cli import main; main()"
#: Pure Python, also in a clone that has the core compiled.
PYTHON = {**os.environ, "PYTHONPATH": str(native.ROOT), "CHECKER_NATIVE": "off"}
#: The tests that are named run on the core that this process has not.
TESTS = (
    "import sys, pytest; from checker.version import is_native;"
    "assert str(is_native()) != sys.argv[1]; sys.exit(pytest.main(sys.argv[2:]))"
)
#: The tests that compiled modules take part in, but for those of the command line.
ROOMS = ("claims", "relations", "consistency", "rules")
SOURCE = '''
from checker.values import frozen

@frozen
class Toll:
    """A figure of the dead."""

    least: int
    """No fewer died."""
    most: int | None = None

    def width(self) -> int:
        return (self.most or 0) - self.least


@frozen
class Told(Toll):
    by: str = "nobody"

'''
ROOMY = '''
@frozen
class Place:
    """Where it happened.

    ``name`` is that of a town, ``country`` that of
    the country that it lies in.
    """

    name: str
    country: str
    """Empty where it is not said."""


LAST = 1
'''


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return native.unpacked(tmp_path_factory.mktemp("native"))


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafts")
    shutil.copytree(native.ROOT / "examples", folder, dirs_exist_ok=True)
    for number, text in enumerate(generated(60)):
        folder.joinpath(f"generated-{number}.txt").write_text(text, encoding="utf-8")
    return folder


def run(environment: dict[str, str], cwd: Path, *words: str) -> bytes:
    done = subprocess.run([sys.executable, "-c", *words], cwd=cwd, env=environment, capture_output=True)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert not done.stderr, done.stderr.decode()
    return done.stdout


@needs_compiler
@pytest.mark.parametrize(("command", "form"), [("check", "json"), ("extract", "jsonl"), ("compare", "json")])
def test_the_compiled_core_gives_the_same_bytes(built: Path, drafts: Path, command: str, form: str):
    words = (RUN, command, ".", "--format", form)
    compiled = run(native.environment(built), drafts, *words)
    assert compiled == run(PYTHON, drafts, *words)
    assert compiled.count(b'"outcome"') > 500


@needs_compiler
def test_info_tells_which_core_it_is(built: Path, drafts: Path):
    words = (RUN, "info", "--lang", "en")
    assert b"compiled" in run(native.environment(built), drafts, *words)
    assert b"pure Python" in run(PYTHON, drafts, *words)


@needs_compiler
def test_what_was_read_can_go_to_another_process(built: Path, drafts: Path):
    code = (
        "import checker, dataclasses, pickle; from checker.values import replace;"
        "report = checker.check(open('generated-0.txt', encoding='utf-8').read());"
        "again = pickle.loads(pickle.dumps(report));"
        "claim = again.documents[0].facts.claims[0];"
        "print(again == report, len(again.claims) > 3, replace(claim, id='x').id, claim == replace(claim, id='x'),"
        " len({*again.claims, *report.claims}) == len(report.claims),"
        " dataclasses.replace(claim, id='x') == replace(claim, id='x'),"
        " [field.name for field in dataclasses.fields(claim)] == list(type(claim).__match_args__))"
    )
    assert run(native.environment(built), drafts, code).split() == b"True True x False True True True".split()


def in_folder(name: str) -> dict[str, Any]:
    """What stands in a file of ``native/``, which is no package."""
    path = sys.path[:]
    sys.path.insert(0, str(native.ROOT / "native"))
    try:
        return runpy.run_path(str(native.ROOT / "native" / f"{name}.py"))
    finally:
        sys.path[:] = path


def build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    assert UV is not None
    command = (UV, "build", "--wheel", "--out-dir", str(folder), str(native.ROOT))
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True)


@needs_uv
@pytest.mark.skipif(os.name == "nt", reason="the compiler of Windows is not found by its name")
def test_without_a_compiler_it_is_said(tmp_path: Path):
    done = build(tmp_path, CHECKER_NATIVE="on", CC="no-such-compiler")
    assert done.returncode
    assert "C compiler (no-such-compiler)" in done.stdout + done.stderr
    assert not list(tmp_path.glob("*.whl"))

    done = build(tmp_path, CHECKER_NATIVE="auto", CC="no-such-compiler")
    assert not done.returncode, done.stderr
    assert "C compiler (no-such-compiler)" in done.stdout + done.stderr
    assert [wheel.name.endswith("-py3-none-any.whl") for wheel in tmp_path.glob("*.whl")] == [True]


@needs_uv
@needs_compiler
def test_installing_a_clone_compiles_its_core_where_there_is_a_compiler(tmp_path: Path):
    for part in ("checker", "native", "rules"):
        shutil.copytree(native.ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("LICENSE", "README.md"):
        shutil.copy(native.ROOT / file, tmp_path)
    project = (native.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    one = re.sub(r"(?ms)^compiled = \[.*?^\]", 'compiled = ["checker/facts.py"]', project)  # of all, a minute
    (tmp_path / "pyproject.toml").write_text(one, encoding="utf-8")
    assert UV is not None
    subprocess.run((UV, "venv", "--quiet", "--python", sys.executable, tmp_path / ".venv"), check=True)
    install = (UV, "pip", "install", "--quiet", "--no-deps", "--refresh-package", "checker", "--reinstall", "-e", ".")
    for environment, is_compiled in (({"CC": "no-such-compiler"}, b"False"), ({}, b"True")):
        named = {**os.environ, "VIRTUAL_ENV": str(tmp_path / ".venv"), "CHECKER_NATIVE": "", **environment}
        done = subprocess.run(install, cwd=tmp_path, env=named, capture_output=True, text=True)
        assert not done.returncode, done.stderr
        assert core(tmp_path) == is_compiled + b" CF202"


@needs_uv
def test_a_word_that_the_switch_does_not_know_is_refused(tmp_path: Path):
    done = build(tmp_path, CHECKER_NATIVE="perhaps")
    assert done.returncode
    assert "CHECKER_NATIVE is 'perhaps'; expected on, auto or off" in done.stdout + done.stderr


def test_nothing_that_is_compiled_lies_beside_what_is_written():
    assert not [*native.ROOT.glob("*__mypyc*"), *native.ROOT.glob("checker/**/*.so")]


@needs_compiler
def test_the_tests_of_a_check_pass_on_the_other_core_too(built: Path):
    rooms = [str(native.ROOT / "tests" / room) for room in ROOMS]
    other = PYTHON if is_native() else native.environment(built)
    command = [sys.executable, "-c", TESTS, str(is_native()), "-q", "-p", "no:cacheprovider", *rooms]
    done = subprocess.run(command, cwd=native.ROOT, env=other, capture_output=True, text=True)
    assert not done.returncode, done.stdout[-5000:] + done.stderr


@pytest.fixture
def clone(built: Path, tmp_path: Path) -> Path:
    """A clone with the compiled core in it."""
    here = SimpleNamespace(**in_folder("here"))
    for part in ("checker", "rules"):
        shutil.copytree(native.ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    here.keep(tmp_path, built, [here.stamp(tmp_path, name) for name in here.sources(tmp_path)])
    return tmp_path


def core(clone: Path, **environment: str) -> bytes:
    """Which core the process of a clone has, and what it finds."""
    code = (
        "import checker; from checker.version import is_native;"
        "print(is_native(), *(f.rule for f in checker.check('قتل 14 شخصا هم 10 جنود وخمسة مدنيين.').findings))"
    )
    safe = {"PYTHONPATH": str(clone), "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1", "CHECKER_NATIVE": ""}
    return run({**os.environ, **safe, **environment}, clone, code).strip()


@needs_compiler
def test_a_clone_runs_what_was_compiled_in_it_until_it_is_edited(clone: Path):
    assert core(clone) == b"True CF202"
    assert core(clone, CHECKER_NATIVE="off") == b"False CF202"
    source = clone / "checker" / "claims" / "tagging.py"
    source.touch()
    assert core(clone) == b"True CF202"
    source.write_text(source.read_text(encoding="utf-8").replace("Whether", "whether", 1), encoding="utf-8")
    assert core(clone) == b"False CF202"


@needs_compiler
@pytest.mark.parametrize("content", [b"", b"no such thing", marshal.dumps(("3.10", [], {}))])
def test_what_was_not_made_by_this_python_is_not_run(clone: Path, content: bytes):
    (made,) = clone.glob("build/native/*/made.bin")
    made.write_bytes(content)
    assert core(clone) == b"False CF202"


@pytest.fixture
def written() -> SimpleNamespace:
    """The functions of native/values.py."""
    return SimpleNamespace(**in_folder("values"))


def test_values_written_out_are_as_those_that_are_made(written: SimpleNamespace):
    made: dict[str, object] = {"__name__": "tolls"}
    exec("from __future__ import annotations" + SOURCE, made)
    out: dict[str, object] = {"__name__": "tolls"}
    exec("from __future__ import annotations" + written.written_out(SOURCE, {}), out)
    for values in (made, out):
        toll, told = values["Toll"], values["Told"]
        assert (toll(3), told(3, 5, "police").by, toll(3, 5).width()) == (toll(3, None), "police", 2)  # type: ignore[operator]
        assert toll(3) != told(3)  # type: ignore[operator]
        assert replace(toll(3), most=4) == dataclasses.replace(toll(3), most=4) == toll(3, 4)  # type: ignore[operator]
        assert len({toll(3), toll(3), toll(4)}) == 2  # type: ignore[operator]
        assert repr(told(3)) == "Told(least=3, most=None, by='nobody')"  # type: ignore[operator]


def test_lines_keep_their_numbers_in_what_is_written_out(written: SimpleNamespace):
    source = ROOMY.split("\n")
    out = written.written_out(ROOMY, {}).split("\n")
    assert out.index("LAST = 1") == source.index("LAST = 1")
    assert out != source


def test_a_star_among_the_members_is_written_out():
    rewrite = in_folder("members")["members_as_slices"]
    source = 'if word not in (*ends, "رقم") and word in ("قتل", *(1,)) or word in (1, 2):\n    pass\n'
    told = 'if word not in (*ends, "رقم")[:] and word in ("قتل", *(1,))[:] or word in (1, 2):\n    pass\n'
    assert rewrite(source) == told


def test_a_list_stays_a_class_of_the_interpreter(written: SimpleNamespace):
    out = written.written_out("import re\n\n\nclass Words(list[str]):\n    pass\n", {})
    assert out == "import re\n\n@(lambda cls: cls)\nclass Words(list[str]):\n    pass\n"
