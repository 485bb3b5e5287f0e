"""What an archive's articles say of each other."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from tests.archive.conftest import Audit, write_lines

BUS = "توفي {n} ركاب وأصيب 29 آخرون إثر انقلاب حافلة على الطريق الصحراوي قرب مدينة المنيا جنوب مصر."
FIRE = "قتل {n} عمال في حريق بمصنع قرب مدينة تبسة شرق الجزائر أمس."
ASIDE = "شهدت تبسة حوادث عدة. وقال مسؤول إن 5 أشخاص قتلوا في حريق."


def test_what_is_not_quite_sure_is_a_note(tmp_path: Path, audit: Audit):
    records = [
        {"id": f"a{k}", "date": f"2031-05-0{k}", "title": title, "text": text}
        for k, (title, text) in enumerate(
            (
                ("انقلاب حافلة قرب المنيا", BUS.format(n=9)),
                ("انقلاب حافلة قرب المنيا", BUS.format(n=7)),
                ("مقتل 9 عمال في حريق مصنع", FIRE.format(n=9)),
                ("أخبار متفرقة", ASIDE),
            ),
            1,
        )
    ]
    done = audit(write_lines(tmp_path / "archive.jsonl", records), "--out", tmp_path / "out", "--link")
    assert done.returncode == 0, done.stderr
    found = pd.read_parquet(tmp_path / "out" / "findings.parquet")
    found = found[found["rule"] == "CF701"].sort_values("confidence")
    assert list(found["severity"]) == ["note", "warning"]
    assert list(found["article"]) == ["a4", "a2"]
