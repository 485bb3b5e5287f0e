"""The forms of the report."""

from __future__ import annotations

import pytest

import checker
from checker.web import downloads as module
from checker.web.downloads import Download, downloads
from tests.web.conftest import DRAFT


@pytest.mark.parametrize("name", [name for name, form in downloads().items() if not form.sources])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_each_can_be_written(name: str, lang: str):
    assert downloads()[name].write(checker.check(DRAFT), lang, None)


def test_a_form_whose_library_is_missing_is_not_offered(monkeypatch: pytest.MonkeyPatch):
    form = downloads()["json"]
    forms: dict[str, Download] = {"here": form, "gone": form._replace(needs=("nothing_at_all",))}
    monkeypatch.setattr(module, "_FORMS", forms)
    assert list(downloads.__wrapped__()) == ["here"]
