"""``checker compare`` from its command line to its reports."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from checker.cli.app import run
from checker.errors import UsageError

AMBUSH = """مقتل {n} جنديا في كمين بتبسة

قتل {n} جنديا وأصيب 6 آخرون في كمين نصبه مسلحون أمس لدورية للجيش قرب مدينة تبسة شرق الجزائر.
"""


@pytest.fixture
def wires(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for day, number in (("01", 14), ("02", 10)):
        Path(f"2023-05-{day}.txt").write_text(AMBUSH.format(n=number), encoding="utf-8")
    return tmp_path


def test_json_has_documents_and_figures(wires: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["compare", ".", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    import jsonschema

    from checker.resources import rules_root

    schema = rules_root().parent / "checker" / "schema" / "report.schema.json"
    jsonschema.validate(report, json.loads(schema.read_text(encoding="utf-8")))
    differing = [figure for figure in report["figures"] if not figure["agree"]]
    assert [(f["outcome"], f["who"], f["min"], f["max"]) for f in differing] == [("killed", "security", 10, 14)]
    assert {m["document"] for m in differing[0]["mentions"]} == {"2023-05-01.txt", "2023-05-02.txt"}


def test_terminal_and_fail_on(wires: Path, capsys: pytest.CaptureFixture[str]):
    words = ["compare", "2023-05-02.txt", "--draft", "2023-05-01.txt", "--lang", "en", "--fail-on", "warning"]
    assert run(words) == 1
    out = capsys.readouterr().out
    assert "CF701" in out
    assert "14 here, elsewhere 10 (2023-05-02.txt" in out
    assert "10–14" in out


@pytest.mark.parametrize("name", ["r.html", "r.md", "r.sarif", "r.csv"])
def test_every_format(wires: Path, name: str):
    assert run(["compare", "2023-05-01.txt", "2023-05-02.txt", "--output", name]) == 0
    assert "CF701" in Path(name).read_text(encoding="utf-8")


def test_tolls_and_chart(wires: Path):
    import pandas as pd

    words = ["compare", "2023-05-01.txt", "2023-05-02.txt", "--output", "r.json"]
    assert run([*words, "--tolls", "t.csv", "--chart", "t.svg"]) == 0
    assert run([*words[:3], "--output", "q.json", "--tolls", "t.parquet", "--chart", "t.png"]) == 0
    table = pd.read_csv("t.csv")
    assert list(table[table.level == "all"].high) == [14, 6]
    assert pd.read_parquet("t.parquet").shape == table.shape
    assert Path("t.svg").read_bytes().startswith(b"<?xml")
    assert Path("t.png").read_bytes().startswith(b"\x89PNG")


def test_bad_input_is_said_and_the_rest_compared(wires: Path, capsys: pytest.CaptureFixture[str]):
    Path("english.txt").write_text("Ten soldiers were killed.\n", encoding="utf-8")
    words = ["compare", "2023-05-01.txt", "./2023-05-01.txt", "2023-05-02.txt", "english.txt", "none.txt"]
    assert run([*words, "--lang", "en"]) == 2
    out = capsys.readouterr()
    assert "given twice" in out.out
    assert "no Arabic text" in out.out
    assert "none.txt: no such file" in out.err
    assert "CF701" in out.out


def test_one_article_is_no_comparison(wires: Path):
    with pytest.raises(UsageError, match="two articles"):
        run(["compare", "2023-05-01.txt"])


def test_history_through_a_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(tmp_path)

    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *words], check=True, capture_output=True)

    git("init", "-q", ".")
    Path("مسودة.txt").write_text(AMBUSH.format(n=10), encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    git("mv", "مسودة.txt", "story.txt")
    git("commit", "-qm", "renamed")
    Path("story.txt").write_text(AMBUSH.format(n=14), encoding="utf-8")
    assert run(["compare", "--history", "story.txt", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [d["path"].partition("@")[0] for d in report["documents"]] == ["مسودة.txt", "story.txt"]
    assert "raised" in [change["kind"] for change in report["changes"]]


def test_history_without_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(AMBUSH.format(n=10), encoding="utf-8")
    with pytest.raises(UsageError, match=r"--history story\.txt"):
        run(["compare", "--history", "story.txt"])


WARY = "# checker: ignore CF701: الوزارة تعد غير ما يعده الآخرون\n"


def findings(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    run(["compare", *words, "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    return [finding["rule"] for document in report["documents"] for finding in document["findings"]]


def test_a_comment_lets_what_another_article_says_stand(wires: Path, capsys: pytest.CaptureFixture[str]):
    assert findings(capsys, ".") == ["CF701"]
    newest = Path("2023-05-02.txt")
    newest.write_text(WARY + newest.read_text(encoding="utf-8"), encoding="utf-8")
    assert findings(capsys, ".") == []
    run(["check", "2023-05-02.txt", "--format", "json"])
    assert '"findings": []' in capsys.readouterr().out  # what check does not look for is not without use


def test_a_comment_without_use_is_said(wires: Path, capsys: pytest.CaptureFixture[str]):
    newest = Path("2023-05-02.txt")
    newest.write_text(WARY + AMBUSH.format(n=14), encoding="utf-8")
    assert findings(capsys, ".") == ["CF901"]
    # The finding is about the newest article: the comment in the older one is not called useless.
    newest.write_text(AMBUSH.format(n=10), encoding="utf-8")
    Path("2023-05-01.txt").write_text(WARY + AMBUSH.format(n=14), encoding="utf-8")
    assert findings(capsys, ".") == ["CF701"]


def test_a_baseline_knows_a_value_of_another_article(wires: Path, capsys: pytest.CaptureFixture[str]):
    both = ["2023-05-01.txt", "2023-05-02.txt"]
    assert run(["baseline", "write", *both, "--compare"]) == 0
    Path("checker.toml").write_text('baseline = "checker-baseline.json"\n', encoding="utf-8")
    capsys.readouterr()
    assert findings(capsys, *both) == []
    assert run(["baseline", "prune", *both]) == 0  # not sought, so not struck
    capsys.readouterr()
    assert findings(capsys, *both) == []
    Path(both[0]).write_text(AMBUSH.format(n=12), encoding="utf-8")
    assert findings(capsys, *both) == ["CF701"]  # another value is another finding


def test_the_message_is_in_the_words_of_the_language(wires: Path, capsys: pytest.CaptureFixture[str]):
    run(["compare", ".", "--format", "json"])
    (message,) = (f["message"] for d in json.loads(capsys.readouterr().out)["documents"] for f in d["findings"])
    assert message["en"] == "10 here, elsewhere 14 (2023-05-01.txt, 2023-05-01): 10 ≠ 14."
    assert "14 (2023-05-01.txt، 2023-05-01)" in message["ar"]


@pytest.mark.parametrize("name", ["r.html", "r.md"])
def test_what_articles_share_stands_in_pages_too(wires: Path, name: str):
    assert run(["compare", "2023-05-01.txt", "2023-05-02.txt", "--output", name, "--lang", "en"]) == 0
    page = Path(name).read_text(encoding="utf-8")
    assert "Figures that the articles share: 2, differing: 1" in page
    assert "10–14" in page
    assert run(["compare", "--versions", "2023-05-01.txt", "2023-05-02.txt", "--output", name, "--lang", "en"]) in (
        0,
        1,
    )
    assert "14 → 10" in Path(name).read_text(encoding="utf-8")


def test_what_articles_share_is_a_sheet(wires: Path):
    openpyxl = pytest.importorskip("openpyxl")
    assert run(["compare", "2023-05-01.txt", "2023-05-02.txt", "--output", "r.xlsx", "--lang", "en"]) == 0
    rows = list(openpyxl.load_workbook("r.xlsx")["Shared figures"].values)
    assert rows[0][2:6] == ("Low", "Best", "High", "State")
    assert {(row[2], row[4], row[5], row[6]) for row in rows[1:] if row[5] == "differs"} == {
        (10, 14, "differs", "14"),
        (10, 14, "differs", "10"),
    }


def test_an_audit_links(wires: Path):
    import pandas as pd
    from distributed import LocalCluster

    lines = [
        json.dumps({"id": f"a{k}", "published": f"2023-05-0{k}", "text": AMBUSH.format(n=n)}, ensure_ascii=False)
        for k, n in ((1, 14), (2, 10))
    ]
    Path("archive.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = ["audit", "archive.jsonl", "--link", "--part", "1", "--out"]
    for jobs in ("1", "2"):
        assert run([*words, f"out{jobs}", "--jobs", jobs]) == 0
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        assert run([*words, "out3", "--engine", "dask", "--scheduler", cluster.scheduler_address]) == 0
    found = pd.read_parquet("out1/findings.parquet")
    assert list(found[found.rule == "CF701"].article) == ["a2"]
    reports = {Path(out, "findings.parquet").read_bytes() for out in ("out1", "out2", "out3")}
    assert len(reports) == 1
