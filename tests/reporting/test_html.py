"""The HTML page as a parser and as a browser see it."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import checker
from checker.consistency import load_rules
from checker.model import Report
from checker.reporting.html import render
from checker.reporting.html.markup import sentence
from tests.reporting.conftest import HOSTILE, SLIPPED, Render, checked

VOID = {"meta"}


class Page(HTMLParser):
    """Elements with their attributes, and the text of the articles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open, "an element is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self._open and "sup" not in self._open:
            self.article += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_the_page_is_right_to_left_and_needs_nothing(written: Render):
    page = Page(written("html", "ar"))
    (root,) = page.all("html")
    assert (root["dir"], root["lang"]) == ("rtl", "ar")
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & {name for name, _ in page.elements}
    addresses = [value for _, a in page.elements for key, value in a.items() if key in ("href", "src", "style")]
    assert addresses
    assert all(value and value.startswith("#d") for value in addresses)
    assert "default-src 'none'" in str(page.all("meta")[1]["content"])
    assert "url(" not in written("html")


def test_no_text_becomes_markup(written: Render):
    page = Page(written("html"))
    assert not [key for _, attributes in page.elements for key in attributes if key.startswith("on")]
    assert "<script>alert(1)</script>" in page.article
    assert "\x1b" not in page.article
    assert "\u202e" not in page.article


def test_the_whole_article_is_there(report: Report):
    page = Page(render(Report(report.documents[:1]), "en", load_rules()))
    words = SLIPPED.split()
    assert page.article.split() == words or "".join(page.article.split()) == "".join(words)


def test_links_lead_to_something_and_ids_stand_once(written: Render):
    page = Page(written("html"))
    ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
    assert max(ids.values()) == 1
    assert {str(a["href"])[1:] for a in page.all("a")} <= set(ids)


def test_kin_share_a_class_and_a_colour(report: Report):
    (document,) = (d for d in report.documents if "hostile" in d.document.path)
    page = Page(render(Report((document,)), "en", load_rules()))
    marks = [str(a["class"]).split() for a in page.all("mark") if a.get("id")]
    families = [{name for name in classes if name.startswith("hue")} for classes in marks]
    assert len(marks) >= 3
    assert set.intersection(*families[:3])
    assert any(set(marks[0]) & set(other) & {f"k{n}" for n in range(9)} for other in marks[1:])


def test_figures_that_overlap_keep_the_text_whole(tmp_path: Path):
    path = tmp_path / "x.txt"
    path.write_text("قتل ما بين 20 و30 شخصا (خمسة وعشرين) في الحادث يوم السبت 8 سبتمبر 2024.\n", encoding="utf-8")
    page = Page(render(checked(str(path)), "ar", load_rules()))
    assert "".join(page.article.split()) == "".join(path.read_text("utf-8").split())


def test_what_is_let_stand_is_told_with_its_reason(written: Render):
    assert "الوزارة تعد المفقودين &lt;b&gt;" in written("html", "ar")


# --- in a browser -----------------------------------------------------------

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """The page of an article, scripts off, in a window of a desk."""
    (tmp_path / "x.txt").write_text(SLIPPED + HOSTILE, encoding="utf-8")
    file = tmp_path / "report.html"
    file.write_text(render(checked(str(tmp_path / "x.txt")), "ar", load_rules()), encoding="utf-8")
    page = browser.new_page(java_script_enabled=True, viewport={"width": 1280, "height": 900})
    page.on("dialog", lambda dialog: pytest.fail("a script of the article ran"))
    page.goto(file.as_uri())
    yield page
    page.close()


LIT = "e => getComputedStyle(e).getPropertyValue('--lit').trim() === '1'"


def test_pointing_at_a_figure_lights_up_its_kin_and_no_other(opened: Any):
    first = opened.locator("mark[id]").nth(1)
    classes = set(re.findall(r"k\d+", first.get_attribute("class")))
    assert classes
    first.hover()
    for mark in opened.locator("mark[id]").all():
        ties = set(re.findall(r"k\d+", mark.get_attribute("class")))
        assert mark.evaluate(LIT) is bool(classes & ties)


def test_a_tap_or_the_keyboard_does_the_same(opened: Any):
    mark = opened.locator("mark[id]").nth(1)
    mark.focus()
    assert mark.evaluate(LIT)


def test_a_finding_lights_up_its_figures(opened: Any):
    finding = opened.locator("section.finding").first
    name = re.search(r"k\d+", finding.get_attribute("class"))
    assert name
    finding.hover()
    lit = [mark for mark in opened.locator("mark[id]").all() if mark.evaluate(LIT)]
    assert lit
    assert all(name[0] in mark.get_attribute("class").split() for mark in lit)


def test_nothing_runs_off_the_side_of_a_phone(opened: Any):
    opened.set_viewport_size({"width": 360, "height": 700})
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_print_holds_article_and_findings(opened: Any, tmp_path: Path):
    pdf = opened.pdf()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page")


def test_colours_can_be_read_in_light_and_dark(opened: Any):
    for scheme in ("light", "dark"):
        opened.emulate_media(color_scheme=scheme)
        for selector in ("article p", ".quiet", ".severity", "footer", ".message"):
            assert contrast(opened, selector) >= 4.5, (scheme, selector)


def contrast(page: Any, selector: str) -> float:
    """The ratio of WCAG between text and the nearest background that is painted."""
    ratio: float = page.locator(selector).first.evaluate(
        """e => {
          const rgb = text => text.match(/[\\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          let back = e;
          const bare = n => { const c = rgb(getComputedStyle(n).backgroundColor); return c.length > 3 && c[3] === 0; };
          while (back.parentElement && bare(back)) back = back.parentElement;
          const [a, b] = [light(rgb(getComputedStyle(e).color)), light(rgb(getComputedStyle(back).backgroundColor))];
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }"""
    )
    return ratio


def test_an_arabic_name_in_an_english_sentence_keeps_its_figures_in_order():
    told = sentence("31 according to إدارة الدفاع المدني, 33 according to «بيان»: 31 < 33", "31 < 33")
    assert told == (
        "31 according to <bdi>إدارة الدفاع المدني</bdi>, 33 according to «<bdi>بيان</bdi>»: "
        '<bdi dir="ltr">31 &lt; 33</bdi>'
    )
    assert sentence("قالت Reuters إنهم 33", "") == "قالت Reuters إنهم 33"


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("قتل 31 شخصا في حريق بمصنع.\n\nوقال الدفاع المدني إن عدد القتلى 33.", "warning"),
        ("قتل 31 شخصا في حريق، هم 9 رجال و21 امرأة.", "error"),
    ],
)
def test_a_figure_is_underlined_by_its_gravest_finding(text: str, tone: str):
    page = render(checker.check(text), "en", load_rules())
    marked = re.findall(r'<mark class="f slip (of-\w+) [^>]*>([^<]*)', page)
    assert ("of-" + tone, "31 شخصا") in marked
