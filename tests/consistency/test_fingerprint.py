"""A finding keeps its name through edits elsewhere, and loses it with its own words."""

from __future__ import annotations

import checker
from checker.consistency.fingerprint import fingerprint

SLIP = "قتل 14 شخصا في الهجوم على السوق هم 10 جنود وخمسة مدنيين."


def names(text: str) -> list[str]:
    (report,) = checker.check(text).documents
    return [fingerprint(finding, report.claims, report.document) for finding in report.findings]


def test_an_edit_elsewhere_keeps_it():
    (name,) = names(SLIP)
    assert names(f"وصل الوفد أمس إلى المدينة.\n\n{SLIP}\n\nوجرح تسعة في حادث سير.") == [name]


def test_vowel_signs_do_not_change_it():
    assert names(SLIP.replace("الهجوم", "الهُجوم")) == names(SLIP)


def test_other_figures_or_other_words_are_another_finding():
    given = {*names(SLIP), *names(SLIP.replace("14", "13")), *names(SLIP.replace("الهجوم", "الحريق"))}
    assert len(given) == 3


def test_a_finding_without_claims_has_one_too():
    assert len(set(names("السبت 8 سبتمبر 2024") + names("الأحد 9 سبتمبر 2024"))) == 2
