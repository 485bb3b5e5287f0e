"""The page in a real browser: pasting, typing, choosing, downloading, by mouse and by keyboard alone.

Every test fails on an error in the browser's console and on a request to
anywhere but the server. ``CHECKER_SHOTS`` names a folder for screenshots.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.web.conftest import DRAFT, Serve, Served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
    "--disable-background-networking", "--disable-sync",
]  # fmt: skip
SHOTS = os.environ.get("CHECKER_SHOTS")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="needs Chromium (apt-get install chromium)"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


class Tab:
    """A page of the browser that keeps what went wrong in it."""

    def __init__(self, browser: Browser, url: str, **options: Any) -> None:
        self.context: BrowserContext = browser.new_context(
            **{"viewport": {"width": 1280, "height": 800}, "accept_downloads": True, **options}
        )
        self.page: Page = self.context.new_page()
        self.url = url
        self.wrong: list[str] = []
        self.allowed: set[str] = set()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", self._request)

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning") and not any(words in message.text for words in self.allowed):
            self.wrong.append(message.text)

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.url, "blob:", "data:")):
            self.wrong.append(f"request to {request.url}")

    def open(self, path: str = "/") -> Page:
        self.page.goto(self.url + path)
        self.page.wait_for_selector("body[data-ready]")
        return self.page

    def paste(self, text: str) -> None:
        """Put a text in as a paste does: at once, with one input event."""
        self.page.locator("#draft").focus()
        self.page.keyboard.insert_text(text)
        self.settled()

    def settled(self) -> None:
        """Wait until the text as it stands has been checked."""
        self.page.wait_for_timeout(300)
        self.page.wait_for_selector("body:not([data-busy])")

    def shot(self, name: str) -> None:
        if SHOTS:
            folder = Path(SHOTS)
            folder.mkdir(parents=True, exist_ok=True)
            self.page.wait_for_timeout(400)
            self.page.screenshot(path=folder / f"{name}.png")

    def accessible(self) -> None:
        """No rule of axe is broken by what is on the page now."""
        self.page.wait_for_timeout(400)
        found = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, found.generate_report()


@pytest.fixture
def tab(browser: Browser, server: Served) -> Iterator[Any]:
    """Opens tabs, and looks at the end whether anything went wrong in them."""
    opened: list[Tab] = []

    def new(url: str = server.url, **options: Any) -> Tab:
        opened.append(Tab(browser, url, **options))
        return opened[-1]

    yield new
    for one in opened:
        one.context.close()
    assert [problem for one in opened for problem in one.wrong] == []


@pytest.fixture
def sample(tab: Any) -> Tab:
    """A tab with the example checked."""
    opened: Tab = tab()
    page = opened.open()
    page.click("#sample")
    page.wait_for_selector("#findings li")
    return opened


def test_a_pasted_draft_is_checked(tab: Any):
    opened = tab()
    page = opened.open()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    opened.paste(DRAFT)
    expect(page.locator("#findings > li")).to_have_count(1)
    expect(page.locator(".finding .headline")).to_contain_text("10 + 5 = 15 ≠ 14")
    expect(page.locator("#verdict-head")).to_have_text("خطأ واحد")
    expect(page.locator("#marks mark")).to_have_text(["14 شخصا", "14 شخصا", "10 جنود", "خمسة مدنيين"])
    expect(page.locator("#rows tr")).to_have_count(4)
    opened.shot("pasted")


def test_results_follow_the_typing(tab: Any):
    opened = tab()
    page = opened.open()
    draft = page.locator("#draft")
    draft.press_sequentially("قتل 14 شخصا هم 10 جنود وأربعة مدنيين", delay=5)
    expect(page.locator("#verdict-head")).to_have_text("لا أرقام متعارضة")
    draft.press_sequentially("، بينهم 20 طفلا.", delay=5)
    expect(page.locator("#findings > li")).not_to_have_count(0)
    draft.fill("")
    expect(page.locator("#verdict-head")).to_have_text("لا مسودة بعد")
    expect(page.locator("#figures")).to_be_hidden()


def test_marks_stay_under_their_figures_while_a_line_is_put_in_front(tab: Any):
    opened = tab()
    page = opened.open()
    opened.paste(DRAFT)
    page.evaluate("document.querySelector('#draft').setSelectionRange(0, 0)")
    page.keyboard.insert_text("😀 عاجل ")
    expect(page.locator("#marks mark").first).to_have_text("14 شخصا")
    opened.settled()
    expect(page.locator("#marks mark")).to_have_text(["14 شخصا", "14 شخصا", "10 جنود", "خمسة مدنيين"])
    mark, box = page.locator("#marks mark").first.bounding_box(), page.locator("#draft").bounding_box()
    assert mark is not None
    assert box is not None
    assert box["y"] < mark["y"] < box["y"] + 80


def test_choosing_a_finding_lights_up_its_figures(sample: Tab):
    page = sample.page
    page.locator(".finding .headline").first.click()
    expect(page.locator("#marks mark.lit")).to_have_text(["24 شخصا", "11 امرأة", "8 أطفال", "4 رجال"])
    expect(page.locator("#marks mark.lit").first).to_be_in_viewport()
    expect(page.locator(".finding.current")).to_have_count(1)
    sample.shot("finding")


def test_choosing_a_figure_shows_all_of_it(sample: Tab):
    page = sample.page
    page.locator("#rows button", has_text="أكثر من 60 آخرين").click()
    card = page.locator("#card")
    expect(card).to_be_focused()
    for text in ("61 فأكثر", "أكثر من", "أُصيبوا", "أشخاص", "الحدث 1", "مديرية الدفاع المدني", "58 آخرين"):
        expect(card).to_contain_text(text)
    card.locator(".chip", has_text="58 آخرين").click()
    expect(page.locator("#card-head")).to_contain_text("58 آخرين")
    expect(card).to_contain_text("كلٌّ من أجزائه")
    sample.shot("figure")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_clicking_into_a_figure_of_the_draft_chooses_it(sample: Tab):
    page = sample.page
    box = page.locator("#marks mark", has_text="26 شخصا").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#card-head")).to_contain_text("26 شخصا")


def test_all_of_it_by_keyboard(sample: Tab):
    page = sample.page
    page.keyboard.press("F8")
    expect(page.locator("#step")).to_have_text("1 من 3")
    page.keyboard.press("F8")
    page.keyboard.press("Shift+F8")
    expect(page.locator("#step")).to_have_text("1 من 3")
    expect(page.locator("#spoken")).to_contain_text("CF202")
    page.evaluate(
        """() => {
            const draft = document.querySelector("#draft");
            const inside = draft.value.indexOf("26 شخصا") + 2;
            draft.setSelectionRange(inside, inside);
        }"""
    )
    page.locator("#draft").press("Alt+Enter")
    expect(page.locator("#card-head")).to_contain_text("26 شخصا")
    expect(page.locator("#card")).to_be_focused()
    page.locator("#card .go").press("Enter")
    assert page.evaluate("getSelection().toString()") == "26 شخصا"
    page.keyboard.press("Escape")
    # Every control can be reached with Tab, and shows that it is.
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"skip", "open", "copy", "download", "theme", "help", "language", "draft", "headline", "next"} <= reached


def test_the_report_is_downloaded(sample: Tab):
    page = sample.page
    forms = page.request.get(f"{sample.url}/api/formats").json()["writes"]
    offered = [form for form in forms if not form["sources"]]
    page.click("#download")
    expect(page.locator("#forms button")).to_have_count(len(offered))
    sample.shot("menu")
    page.keyboard.press("Escape")
    for form in offered:
        page.click("#download")
        with page.expect_download() as caught:
            page.click(f"#forms [data-form={form['id']}]")
        assert caught.value.suggested_filename == f"report{form['suffix']}"
        content = Path(caught.value.path()).read_bytes()
        assert content
        if form["id"] in ("json", "csv", "html"):
            assert "مديرية الدفاع المدني" in content.decode()


def test_the_report_is_copied(sample: Tab):
    sample.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = sample.page
    page.click("#copy")
    expect(page.locator(".toast")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("تقرير المدقّق\nخطأ واحد وتنبيهان.")
    assert "11 + 8 + 4 = 23 ≠ 24" in copied
    page.locator(".finding .more > .quiet").first.click()
    assert page.evaluate("navigator.clipboard.readText()").startswith("خطأ CF202:")


def test_the_language_is_switched_and_remembered(sample: Tab):
    page = sample.page
    page.click("#language")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    expect(page.locator("#verdict-head")).to_have_text("1 error, 2 warnings")
    expect(page.locator(".finding .message").first).to_contain_text("The parts 11 + 8 + 4 make 23")
    expect(page.locator("#draft")).to_have_value(page.locator("#draft").input_value())
    assert page.url.endswith("/en")
    sample.shot("english")
    page.goto(sample.url)
    page.wait_for_selector("body[data-ready]")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.click("#language")
    expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_a_file_is_opened(tab: Any, tmp_path: Path):
    file = tmp_path / "خبر.txt"
    file.write_bytes(("😀 " + DRAFT).replace("\n", "\r\n").encode("utf-8-sig"))
    opened = tab()
    page = opened.open()
    page.set_input_files("#file", file)
    expect(page.locator("#marks mark")).to_have_text(["14 شخصا", "14 شخصا", "10 جنود", "خمسة مدنيين"])
    expect(page.locator("#notices li")).to_have_count(1)
    page.click("#download")
    with page.expect_download() as caught:
        page.click("#forms [data-form=json]")
    assert caught.value.suggested_filename == "خبر.json"


def test_a_file_is_dropped(tab: Any):
    opened = tab()
    page = opened.open()
    transfer = page.evaluate_handle(
        """text => { const data = new DataTransfer(); data.items.add(new File([text], "x.md")); return data; }""",
        f"# {DRAFT}",
    )
    page.dispatch_event("body", "dragenter", {"dataTransfer": transfer})
    expect(page.locator("#dropping")).to_be_visible()
    page.dispatch_event("body", "drop", {"dataTransfer": transfer})
    expect(page.locator("#dropping")).to_be_hidden()
    expect(page.locator("#findings > li")).to_have_count(1)


def test_a_file_that_cannot_be_read_says_so_and_leaves_the_text(sample: Tab, tmp_path: Path):
    page = sample.page
    before = page.locator("#draft").input_value()
    file = tmp_path / "photo.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    sample.allowed.add("422")
    page.set_input_files("#file", file)
    expect(page.locator("#verdict-head")).to_have_text("تعذّر الفحص")
    expect(page.locator("#verdict-text")).to_contain_text("PNG")
    assert page.locator("#draft").input_value() == before


def test_markup_in_a_draft_is_only_text(tab: Any):
    opened = tab()
    page = opened.open()
    hostile = "<img src=x onerror=alert(1)> <script>alert(1)</script> "
    opened.paste(f"{hostile}قتل 14 شخصا هم 10 جنود وخمسة مدنيين بحسب وزارة <b onclick=alert(1)>الصحة</b>.")
    expect(page.locator("#findings > li")).to_have_count(1)
    page.locator("#rows button").first.click()
    assert page.locator("main img, main script, main b[onclick]").count() == 0


def test_findings_that_were_let_stand_are_shown_with_their_reason(tab: Any):
    opened = tab()
    page = opened.open()

    def one_let_stand(route: Any) -> None:
        answer = route.fetch()
        report = answer.json()
        document = report["documents"][0]
        finding = document["findings"].pop()
        document["suppressed"] = [{"finding": finding, "by": "draft", "reason": "<b>اتصلنا بالمصدر</b>"}]
        route.fulfill(response=answer, json=report)

    page.route("**/api/check*", one_let_stand)
    opened.paste(DRAFT)
    expect(page.locator("#findings > li")).to_have_count(0)
    page.locator("#stand summary").click()
    expect(page.locator("#stand-list li")).to_contain_text("<b>اتصلنا بالمصدر</b>")
    opened.accessible()


def test_a_lone_surrogate_does_not_break_it(tab: Any):
    opened = tab()
    page = opened.open()
    page.evaluate(
        """text => {
            const draft = document.querySelector("#draft");
            draft.value = "\\ud83d " + text;
            draft.dispatchEvent(new Event("input"));
        }""",
        DRAFT,
    )
    expect(page.locator("#findings > li")).to_have_count(1)


def test_a_server_that_has_gone_is_said(tab: Any, serve: Serve):
    own = serve()
    opened = tab(own.url)
    page = opened.open()
    opened.allowed.add("Failed to load resource")
    own.stop()
    page.locator("#draft").fill("قتل شخصان")
    expect(page.locator("#verdict-text")).to_contain_text("تعذّر الوصول إلى الخادم")


def test_the_token_is_asked_for_once(tab: Any, serve: Serve):
    own = serve(CHECKER_TOKEN="sesame")
    opened = tab(own.url)
    opened.allowed.add("401")
    page = opened.page
    page.goto(own.url)
    expect(page.locator("#asking")).to_be_visible()
    opened.accessible()
    page.fill("#token", "wrong")
    page.keyboard.press("Enter")
    expect(page.locator("#token-wrong")).to_be_visible()
    page.fill("#token", "sesame")
    page.keyboard.press("Enter")
    expect(page.locator("#asking")).to_be_hidden()
    opened.paste(DRAFT)
    expect(page.locator("#findings > li")).to_have_count(1)


LOOKS = [
    pytest.param({"width": 1280, "height": 800}, "light", "/", id="desktop"),
    pytest.param({"width": 1280, "height": 800}, "dark", "/en", id="desktop-dark-english"),
    pytest.param({"width": 390, "height": 844}, "light", "/en", id="phone-english"),
    pytest.param({"width": 390, "height": 844}, "dark", "/", id="phone-dark"),
    pytest.param({"width": 320, "height": 640}, "light", "/", id="small-phone"),
]


@pytest.mark.parametrize(("size", "scheme", "path"), LOOKS)
def test_every_look_is_accessible_and_fits(tab: Any, size: dict[str, int], scheme: str, path: str):
    opened = tab(viewport=size, color_scheme=scheme)
    page = opened.open(path)
    name = f"{size['width']}-{scheme}-{'en' if path == '/en' else 'ar'}"

    def fits() -> None:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways"

    opened.accessible()
    fits()
    page.click("#sample")
    page.wait_for_selector("#findings li")
    opened.accessible()
    fits()
    opened.shot(f"{name}-checked")
    page.locator(".finding .headline").first.click()
    page.locator(".more summary").first.click()
    opened.accessible()
    opened.shot(f"{name}-finding")
    page.locator("#rows button").nth(3).click()
    opened.accessible()
    fits()
    opened.shot(f"{name}-figure")
    page.keyboard.press("Escape")
    page.click("#download")
    opened.accessible()
    page.keyboard.press("Escape")
    page.click("#help")
    opened.accessible()


def test_the_theme_is_chosen(tab: Any):
    opened = tab(color_scheme="light")
    page = opened.open()
    page.click("#theme")
    page.click("#theme")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 21, 23)"
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
