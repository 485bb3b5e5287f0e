"""Every form of an archive gives the same articles; what is damaged is said, and nothing else is lost."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
import zstandard

from tests.archive.conftest import Audit, articles, write_lines

RECORDS = articles(40)


def as_lines(records=RECORDS) -> bytes:
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records).encode()


def write(kind: str, folder: Path) -> Path:
    """The same forty articles in one of the forms."""
    frame = pd.DataFrame(RECORDS)
    if kind in ("jsonl", "jsonl.gz", "jsonl.zst", "csv", "csv.gz", "parquet"):
        path = folder / f"news.{kind}"
        if kind == "parquet":
            frame.to_parquet(path, row_group_size=7)
        elif kind.startswith("csv"):
            data = frame.to_csv(index=False).encode()
            path.write_bytes(gzip.compress(data) if kind.endswith("gz") else data)
        else:
            pack = {"jsonl": bytes, "jsonl.gz": gzip.compress, "jsonl.zst": zstandard.ZstdCompressor().compress}[kind]
            path.write_bytes(pack(as_lines()))
        return path
    path = folder / "news"
    path.mkdir()
    if kind == "dataset":
        frame[:15].to_parquet(path / "part-0.parquet")
        frame[15:].to_parquet(path / "part-1.parquet", row_group_size=4)
    else:
        write_lines(path / "a.jsonl", RECORDS[:15])
        (path / "b.jsonl.gz").write_bytes(gzip.compress(as_lines(RECORDS[15:])))
    return path


def summary(out: Path) -> dict:
    return json.loads((out / "summary.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", ["jsonl.gz", "jsonl.zst", "csv", "csv.gz", "parquet", "dataset", "folder of lines"])
def test_every_form_gives_the_same(tmp_path: Path, audit: Audit, kind: str):
    forms = {"jsonl": write("jsonl", tmp_path), kind: write(kind, tmp_path)}
    found = {}
    for name, path in forms.items():
        out = tmp_path / f"out-{name[:4]}-{len(found)}"
        done = audit(path, "--out", out, "--part", 9, "--jobs", 1)
        assert done.returncode == 0, done.stderr
        claims = pd.read_parquet(out / "claims.parquet").drop(columns="place")
        found[name] = (claims, {k: v for k, v in summary(out).items() if k != "settings"})
    pd.testing.assert_frame_equal(found["jsonl"][0], found[kind][0])
    assert found["jsonl"][1] == found[kind][1]
    assert found["jsonl"][1]["articles"]["read"] == 40
    assert found["jsonl"][1]["findings"]["total"] > 0


def test_a_folder_of_texts(tmp_path: Path, audit: Audit):
    for record in RECORDS[:6]:
        (tmp_path / f"{record['id']}.txt").write_text(f"{record['title']}\n\n{record['text']}", encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"%PDF-1.4 \x00")
    done = audit(tmp_path, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 0, done.stderr
    found = summary(tmp_path / "out")
    assert found["articles"]["read"] == 6
    assert found["unread"] == {"binary": 1}
    assert set(pd.read_parquet(tmp_path / "out" / "claims.parquet")["article"]) <= {f"a{k}.txt" for k in range(6)}


@pytest.mark.parametrize("kind", ["jsonl.gz", "jsonl.zst"])
def test_a_file_cut_short_is_said_and_the_rest_is_checked(tmp_path: Path, audit: Audit, kind: str):
    many = articles(3000)
    data = as_lines(many)
    packed = gzip.compress(data) if kind.endswith("gz") else zstandard.ZstdCompressor().compress(data)
    path = tmp_path / f"news.{kind}"
    path.write_bytes(packed[: len(packed) * 2 // 3])
    done = audit(path, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 2
    assert "damaged" in done.stderr
    assert "Traceback" not in done.stderr
    found = summary(tmp_path / "out")
    assert set(found["unread"]) & {"cut-short", "broken-file"}
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "cut short" in page


def test_a_parquet_cut_short(tmp_path: Path, audit: Audit):
    path = write("parquet", tmp_path)
    path.write_bytes(path.read_bytes()[:-40])
    done = audit(path, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "news.parquet: the file is cut short or damaged" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_parquet_damaged_in_the_middle_loses_that_group_alone(tmp_path: Path, audit: Audit):
    path = tmp_path / "news.parquet"
    pd.DataFrame(articles(600)).to_parquet(path, row_group_size=100, index=False)
    data = bytearray(path.read_bytes())
    group = pq.ParquetFile(path).metadata.row_group(2)
    chunk = next(c for c in map(group.column, range(group.num_columns)) if c.path_in_schema == "text")
    start = chunk.dictionary_page_offset or chunk.data_page_offset
    data[start : start + chunk.total_compressed_size] = bytes(chunk.total_compressed_size)
    path.write_bytes(data)
    done = audit(path, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 2
    assert "damaged" in done.stderr
    found = summary(tmp_path / "out")
    assert found["articles"]["read"] == 500
    assert found["unread"] == {"damaged-part": 1}
    assert "201" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_one_damaged_file_of_a_dataset(tmp_path: Path, audit: Audit):
    folder = write("dataset", tmp_path)
    (folder / "part-2.parquet").write_bytes(b"PAR1 nothing else")
    done = audit(folder, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 2
    found = summary(tmp_path / "out")
    assert found["articles"]["read"] == 40
    assert found["unread"] == {"broken-file": 1}


@pytest.mark.parametrize(("option", "field"), [("--text", "text"), ("--title", "title"), ("--group-by", "group")])
@pytest.mark.parametrize("kind", ["jsonl", "csv", "parquet"])
def test_a_missing_column_is_named(tmp_path: Path, audit: Audit, kind: str, option: str, field: str):
    done = audit(write(kind, tmp_path), "--out", tmp_path / "out", option, "nowhere")
    assert done.returncode == 2
    assert f'no column "nowhere" ({option}); the columns are: id, source, date, title, text' in done.stderr
    assert not (tmp_path / "out").exists()


def test_columns_by_other_names(tmp_path: Path, audit: Audit):
    renamed = {"id": "nr", "source": "house", "date": "day", "title": "head", "text": "body"}
    path = write_lines(tmp_path / "n.jsonl", [{renamed[k]: v for k, v in r.items()} for r in RECORDS])
    names = ("--text", "body", "--title", "head", "--id", "nr", "--date", "day", "--group-by", "house")
    assert audit(path, "--out", tmp_path / "out", *names, "--jobs", 1).returncode == 0
    found = summary(tmp_path / "out")
    assert set(found["by_group"]) == {"صدى الميناء", "الضفة اليوم"}
    assert list(found["by_month"]) == ["2031-01", "2031-02", "2031-03", "2031-04"]


def test_bad_articles_do_not_end_the_run(tmp_path: Path, audit: Audit):
    lines = as_lines(RECORDS[:4]).splitlines()
    bad = [
        b'{"id": "null", "text": null}', b'{"id": "none"}', b'{"id": "number", "text": 5}', b"not json", b"[1]",
        '{"id": "cp", "text": "قتل"}'.encode("cp1256"), lines[0],
    ]  # fmt: skip
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\n".join([*lines, *bad, b""]))
    done = audit(path, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 0, done.stderr
    found = summary(tmp_path / "out")
    assert found["articles"]["read"] == 4
    assert found["unread"] == {"duplicate-id": 1, "mixed-encoding": 1, "no-text": 2, "not-json": 2, "not-text": 1}
    said = {item["place"]: item["en"] for item in found["unread_first"]}
    assert said["news.jsonl:11"] == 'the id "a0" was met before at news.jsonl:1; only that one counts'
    assert said["news.jsonl:5"] == 'no text: the column "text" is empty or missing'


def test_a_csv_of_two_encodings(tmp_path: Path, audit: Audit):
    head, *rows = pd.DataFrame(RECORDS[:5]).to_csv(index=False, lineterminator="\r\n").split("\r\na")
    path = tmp_path / "news.csv"
    data = head.encode() + b"".join(
        ("\r\na" + row).encode("cp1256" if k == 2 else "utf-8") for k, row in enumerate(rows)
    )
    path.write_bytes(data)
    done = audit(path, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 0, done.stderr
    found = summary(tmp_path / "out")
    assert found["unread"] == {"mixed-encoding": 1}
    assert found["articles"]["read"] == 4


@pytest.mark.parametrize(
    ("name", "said"),
    [("nothing.jsonl", "no such file or folder"), ("photo.png", "unknown kind of file"), ("empty", "no article in it")],
)
def test_nothing_to_audit(tmp_path: Path, audit: Audit, name: str, said: str):
    (tmp_path / "empty").mkdir()
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    done = audit(tmp_path / name, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert said in done.stderr


def test_a_url_is_read_with_fsspec(tmp_path: Path, audit: Audit, archive: Path):
    assert audit(archive.as_uri(), "--out", tmp_path / "url", "--jobs", 1).returncode == 0
    assert audit(archive, "--out", tmp_path / "path", "--jobs", 1).returncode == 0
    url, path = (pd.read_parquet(tmp_path / name / "claims.parquet") for name in ("url", "path"))
    pd.testing.assert_frame_equal(url, path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_as_spreadsheets_write_it(tmp_path: Path, audit: Audit, encoding: str, delimiter: str):
    path = tmp_path / "news.csv"
    pd.DataFrame(RECORDS[:8]).to_csv(path, index=False, sep=delimiter, encoding=encoding)
    done = audit(path, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 0, done.stderr
    found = summary(tmp_path / "out")
    assert (found["articles"]["read"], found["articles"]["unread"]) == (8, 0)
    assert found["articles"]["with_claims"] == 7
    assert set(found["by_group"]) == {"صدى الميناء", "الضفة اليوم"}


def test_a_row_of_utf8_in_a_csv_of_windows_1256(tmp_path: Path, audit: Audit):
    head, *rows = pd.DataFrame(RECORDS).to_csv(index=False, lineterminator="\r\n").split("\r\na")
    path = tmp_path / "news.csv"
    path.write_bytes(
        head.encode() + b"".join(("\r\na" + r).encode("utf-8" if k == 30 else "cp1256") for k, r in enumerate(rows))
    )
    assert audit(path, "--out", tmp_path / "out", "--jobs", 1).returncode == 0
    found = summary(tmp_path / "out")
    assert (found["articles"]["read"], found["unread"]) == (39, {"mixed-encoding": 1})


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_file_without_the_column_of_texts_is_said_once(tmp_path: Path, audit: Audit, kind: str):
    folder = tmp_path / "news"
    folder.mkdir()
    for name, frame in (
        ("a", pd.DataFrame(RECORDS[:6])),
        ("b", pd.DataFrame(RECORDS[6:]).rename(columns={"text": "x"})),
    ):
        getattr(frame, f"to_{kind}")(folder / f"{name}.{kind}", index=False)
    done = audit(folder, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 2
    assert "lack the column of texts" in done.stderr
    found = summary(tmp_path / "out")
    assert (found["articles"]["read"], found["unread"]) == (6, {"no-text-column": 1})
    said = 'it has no column "text", so nothing of it was read; its columns are: id, source, date, title, x'
    assert found["unread_first"] == [{"place": f"b.{kind}", "id": "", "ar": found["unread_first"][0]["ar"], "en": said}]


def test_a_first_file_that_cannot_be_read_hides_no_other(tmp_path: Path, audit: Audit):
    folder = write("dataset", tmp_path)
    (folder / "a.parquet").write_bytes(b"PAR1 nothing else")
    done = audit(folder, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 2
    found = summary(tmp_path / "out")
    assert (found["articles"]["read"], found["unread"]) == (40, {"broken-file": 1})


@pytest.mark.parametrize("name", ["empty.jsonl", "empty.csv"])
def test_an_empty_file(tmp_path: Path, audit: Audit, name: str):
    (tmp_path / name).touch()
    done = audit(tmp_path / name, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "no article in it: it is empty" in done.stderr


def test_nothing_that_can_be_read_is_no_success(tmp_path: Path, audit: Audit):
    path = write_lines(tmp_path / "news.jsonl", [{"id": "a", "text": None}, {"id": "b", "text": 4}])
    done = audit(path, "--out", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 2
    assert "no article could be read; the report says why" in done.stderr
    assert summary(tmp_path / "out")["articles"]["unread"] == 2
