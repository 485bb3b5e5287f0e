"""The page's words and parts, without a browser."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from checker.model import Group, Hedge, Outcome, Severity
from checker.web.page import LANGUAGES, assets, page, words

STATIC = files("checker.web").joinpath("static")
PLURALS = {"ar": ("one", "two", "few", "many", "other"), "en": ("one", "other")}


def scripts() -> str:
    return "\n".join(asset.body.decode() for name, asset in assets().items() if name.endswith(".js"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_that_is_said_has_words(lang: str):
    known = words(lang)
    used = set(re.findall(r"""\bsay\("([a-z_]+)"[,)]""", scripts()))
    used |= set(re.findall(r"\{\{([a-z_]+)\}\}", STATIC.joinpath("index.html").read_text(encoding="utf-8"))) - {
        "lang",
        "dir",
    }
    used |= set(
        re.findall(r'data-say(?:-[a-z]+)?="([a-z_]+)"', STATIC.joinpath("index.html").read_text(encoding="utf-8"))
    )
    for table, values in (("severity", Severity), ("outcome", Outcome), ("group", Group), ("hedge", Hedge)):
        used |= {f"{table}.{value}" for value in values}
    used |= {f"{key}_{form}" for key in ("words", "errors", "warnings", "notes", "figures") for form in PLURALS[lang]}
    assert used - set(known) == set()
    assert all(text for key, text in known.items() if not key.endswith("_zero"))


def test_both_languages_say_the_same():
    ar, en = ({key for key in words(lang) if not key.startswith("reason.")} for lang in LANGUAGES)
    plural = re.compile(r"_(zero|two|few|many)$")
    assert {key for key in ar ^ en if not plural.search(key)} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_inline_and_nothing_from_outside(lang: str):
    text = page(lang).body.decode() + scripts() + assets()["page.css"].body.decode()
    assert "{{" not in page(lang).body.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=\"", page(lang).body.decode())
    assert set(re.findall(r"https?://[^\s\"')]+", text)) <= {"http://www.w3.org/2000/svg"}
    for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert sink not in scripts()


def test_the_sample_holds_what_it_is_to_show():
    import checker

    report = checker.check(assets()["sample.txt"].body.decode())
    assert {"CF202", "CF102"} <= {finding.rule for finding in report.findings}
