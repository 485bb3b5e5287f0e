"""What the documentation's site is made of at build time: the rules from ``rules/``, the schema, the navigation."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from checker.consistency import Rule, load_rules

DOCS = Path(__file__).resolve().parent
#: Every page that there can be, by its group, in order; a page that is not there (yet) is left out.
PAGES = {
    "": ("index.md",),
    "للمحررين": ("ar/editors.md", "ar/rules.md"),
    "For editors": ("editors.md", "inputs.md", "word.md", "serve.md", "lsp.md", "rules.md"),
    "For archives and several papers": ("compare.md", "audits.md", "baseline.md"),
    "For CI": ("ci.md", "outputs.md"),
    "Reference": ("configuration.md", "suppression.md", "contract.md", "measurements.md", "accuracy.md"),
}
#: Pages that are made here, each with the language that it is in.
_MADE = {"rules.md": "en", "ar/rules.md": "ar"}
_WORDS = {
    "en": {
        "title": "The rules",
        "intro": "Made from the files in `rules/checks/`. `checker explain ID` prints the same.",
        "severity": "At most",
        "message": "Says",
        "look": "Look at",
        "fires": "Fires on",
        "silent": "Silent on",
    },
    "ar": {
        "title": "القواعد",
        "intro": "من الملفات في `rules/checks/`، ويعرض الأمر `checker explain ID` مثلها.",
        "severity": "أقصى درجة",
        "message": "الرسالة",
        "look": "انظر",
        "fires": "تُطلق على",
        "silent": "لا تُطلق على",
    },
}
_SEVERITIES = {"ar": {"error": "خطأ", "warning": "تنبيه", "note": "ملاحظة"}}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The navigation, of the pages that are there; one that no group names stands at the end."""
    here = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} | set(_MADE)
    named = [page for pages in PAGES.values() for page in pages]
    nav: list[Any] = []
    for group, pages in PAGES.items():
        found = [page for page in pages if page in here]
        nav += found if not group else [{group: found}] if found else []
    others = sorted(here - set(named))
    config.nav = [*nav, {"More": others}] if others else nav
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages that are made."""
    for name, lang in _MADE.items():
        files.append(File.generated(config, name, content=rules_page(lang)))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The schema, and what the README says of the measurements, where a page asks for them."""
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    measured = re.search(r"^## What is measured\n(.*?)(?=^## |\Z)", readme, re.MULTILINE | re.DOTALL)
    markdown = markdown.replace("<!-- measured -->", measured[1] if measured else "")
    schema = json.loads((DOCS.parent / "checker/schema/report.schema.json").read_text(encoding="utf-8"))
    return markdown.replace("<!-- schema -->", f"```json\n{json.dumps(schema, ensure_ascii=False, indent=1)}\n```")


def rules_page(lang: str) -> str:
    """Every rule in a language, with its examples."""
    words = _WORDS[lang]
    rules = list(load_rules().rules.values())
    lines = [words["intro"], "", f"| | | {words['severity']} |", "| --- | --- | --- |"]
    lines += [f"| [{rule.id}](#{rule.id.lower()}) | {rule.name} | {_severity(rule, lang)} |" for rule in rules]
    for rule in rules:
        lines += ["", *_rule(rule, lang)]
    body = "\n".join(lines) + "\n"
    if lang == "en":
        return f"# {words['title']}\n\n{body}"
    return f'# {words["title"]} {{ dir="rtl" }}\n\n<div dir="rtl" lang="ar" markdown>\n\n{body}\n</div>\n'


def _severity(rule: Rule, lang: str) -> str:
    return _SEVERITIES.get(lang, {}).get(rule.severity.value, rule.severity.value)


def _rule(rule: Rule, lang: str) -> list[str]:
    words = _WORDS[lang]
    lines = [f"## {rule.id} {rule.name} {{ #{rule.id.lower()} }}", "", f"**{_severity(rule, lang)}.** "]
    lines[-1] += _one_line(rule.rationale[lang])
    lines += ["", f"**{words['look']}:** {_one_line(rule.look[lang])}", ""]
    templates = [rule.message[lang], *(variant.message[lang] for variant in rule.also.values())]
    lines += [f"**{words['message']}:** " + " · ".join(map(_template, templates))]
    for key in ("fires", "silent"):
        lines += ["", f"**{words[key]}:**", ""]
        for example in getattr(rule, key):
            lines += [
                f'<blockquote class="ar" lang="ar" dir="rtl">{_example(example.title, example.text)}</blockquote>',
                "",
            ]
    return lines


def _template(template: str) -> str:
    """A message, what is filled in as code."""
    return re.sub(r"\{([a-z_]+)\}", r'<code dir="ltr">\1</code>', escape(template, quote=False))


def _example(title: str | None, text: str) -> str:
    head = [f"<strong>{escape(title)}</strong>"] if title else []
    return "<br>".join([*head, *(escape(line) for line in text.strip().splitlines() if line.strip())])


def _one_line(text: str) -> str:
    return " ".join(text.split())
