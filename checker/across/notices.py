"""What should be said of a set of articles before they are compared."""

from __future__ import annotations

from collections.abc import Sequence

from checker.across.profile import Profile
from checker.model import DocumentReport, Notice

#: So many names are listed, the rest counted.
_NAMED = 5
#: A text with a smaller share of Arabic letters is not Arabic.
_ARABIC = 0.3


def notices_of(
    documents: Sequence[DocumentReport], profiles: Sequence[Profile], twice: Sequence[str]
) -> tuple[Notice, ...]:
    """What concerns the comparison: articles without a day, in another language, given twice."""
    foreign = [report.document.path for report in documents if not is_arabic(report.document.text)]
    undated = [profile.path for profile in profiles if profile.day is None and profile.figures]
    told = (
        ("given-twice", twice, "أُعطي مرتين ويُقارن مرة واحدة", "given twice, compared once"),
        ("not-arabic", foreign, "ليس نصا عربيا، فلا أرقام فيه تُقارن", "no Arabic text, so no figures to compare"),
        (
            "no-date",
            undated,
            "بلا تاريخ، فيُربط بغيره من الأدلة وحدها",
            "without a date, linked on the rest",
        ),
    )
    return tuple(
        Notice(code, f"{_names(paths, '، ', 'و')}: {ar}", f"{_names(paths, ', ', 'and ')}: {en}")
        for code, paths, ar, en in told
        if paths
    )


def _names(paths: Sequence[str], comma: str, more: str) -> str:
    named = comma.join(paths[:_NAMED])
    return named if len(paths) <= _NAMED else f"{named}{comma}{more}{len(paths) - _NAMED} …"


def is_arabic(text: str) -> bool:
    """Whether enough of a text's letters are Arabic; a text without letters is."""
    letters = [char for char in text if char.isalpha()]
    return not letters or sum("\u0600" <= char <= "\u06ff" for char in letters) >= _ARABIC * len(letters)
