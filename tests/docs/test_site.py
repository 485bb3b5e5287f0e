"""The documentation's site, built for real: whole, and with nothing from outside."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from checker.consistency import load_rules
from checker.reporting.formats import FORMATS

ROOT = Path(__file__).resolve().parents[2]
#: Attributes with which a page fetches something by itself.
FETCHED = {("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src")}


class Links(HTMLParser):
    """What a page fetches, and what it links to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.linked: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            if (tag, key) in FETCHED or (tag == "link" and key == "href"):
                self.fetched.append(value or "")
            elif tag == "a" and key == "href":
                self.linked.append(value or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_fetches_from_the_site_alone(site: Path):
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    assert len(pages) >= 10
    for page in pages:
        links = Links(page)
        assert links.fetched
        for address in links.fetched:
            assert "//" not in address, (page.name, address)
            assert (page.parent / address.partition("#")[0].partition("?")[0]).exists(), (page.name, address)


def test_links_between_pages_lead_somewhere(site: Path):
    for page in site.rglob("*.html"):
        for address in Links(page).linked if page.name != "404.html" else ():
            file, _, anchor = address.partition("#")
            if "//" in address or file.startswith(("mailto:", "javascript:")) or not address:
                continue
            target = (page.parent / file) if file else page
            target = target / "index.html" if target.is_dir() else target
            assert target.exists(), (page.name, address)
            if anchor and not anchor.startswith("__"):
                assert f'id="{anchor}"' in target.read_text(encoding="utf-8"), (page.name, address)


def test_every_rule_is_in_the_reference_in_both_languages(site: Path):
    for name, lang in (("rules.html", "en"), ("ar/rules.html", "ar")):
        page = (site / name).read_text(encoding="utf-8")
        for rule in load_rules().rules.values():
            assert f'id="{rule.id.lower()}"' in page
            assert rule.look[lang].split()[0] in page


def test_the_arabic_pages_run_from_the_right(site: Path):
    for name in ("ar/editors.html", "ar/rules.html"):
        assert 'dir="rtl" lang="ar"' in (site / name).read_text(encoding="utf-8")


def test_the_contract_holds_the_schema_and_the_measurements_those_of_the_readme(site: Path):
    assert "compared_as" in (site / "contract.html").read_text(encoding="utf-8")
    assert "uv run checker evaluate" in (site / "measurements.html").read_text(encoding="utf-8")


def test_every_format_is_told_of():
    page = (ROOT / "docs/outputs.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in page] == []


def test_every_picture_is_a_picture_and_shown():
    told = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").rglob("*.md"))
    for picture in (ROOT / "docs/pictures").glob("*.png"):
        head = picture.read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert min(struct.unpack(">II", head[16:])) > 300
        assert re.search(rf"pictures/{picture.name}\)", told), picture.name
