"""Takes the pictures of the documentation: ``uv run python docs/take_pictures.py`` with Chromium installed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from checker.consistency import load_rules
from checker.model import DocumentReport, Report
from checker.pipeline import Settings, check_paths
from checker.reporting.html import render

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


def page_of(lang: str) -> str:
    """The report of the example."""
    items = check_paths([str(ROOT / "examples/port-fire.txt")], Settings())
    documents = tuple(item for item in items if isinstance(item, DocumentReport))
    return render(Report(documents), lang, load_rules()).replace(str(ROOT) + "/", "")


def main() -> None:
    """Write every picture anew."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for lang in ("ar", "en"):
            (Path(folder) / f"{lang}.html").write_text(page_of(lang), encoding="utf-8")
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.goto((Path(folder) / "ar.html").as_uri())
        page.screenshot(path=PICTURES / "report.png")
        page.locator("#d1-c3").hover()
        page.wait_for_timeout(400)
        page.screenshot(path=PICTURES / "report-kin.png")
        page.mouse.move(0, 0)
        page.emulate_media(color_scheme="dark")
        page.locator("section.finding").first.hover()
        page.wait_for_timeout(400)
        page.screenshot(path=PICTURES / "report-dark.png")
        page.emulate_media(color_scheme="light")
        page.goto((Path(folder) / "en.html").as_uri())
        page.screenshot(path=PICTURES / "report-english.png")
        phone = browser.new_page(viewport={"width": 390, "height": 780})
        phone.goto((Path(folder) / "ar.html").as_uri())
        phone.screenshot(path=PICTURES / "report-phone.png")
        browser.close()


if __name__ == "__main__":
    main()
