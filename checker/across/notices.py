"""What should be said of a set of articles before they are compared."""

from __future__ import annotations

from collections.abc import Sequence

from checker.across.profile import Profile
from checker.across.sayings import say
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
    told = (("given-twice", twice), ("not-arabic", foreign), ("no-date", undated))
    return tuple(Notice(code, _told(code, paths, "ar"), _told(code, paths, "en")) for code, paths in told if paths)


def _told(code: str, paths: Sequence[str], lang: str) -> str:
    named = list(paths[:_NAMED])
    if len(paths) > _NAMED:
        named.append(say(lang, "more_names", count=len(paths) - _NAMED))
    return say(lang, code.replace("-", "_"), names=say(lang, "comma").join(named))


def is_arabic(text: str) -> bool:
    """Whether enough of a text's letters are Arabic; a text without letters is."""
    letters = [char for char in text if char.isalpha()]
    return not letters or sum("\u0600" <= char <= "\u06ff" for char in letters) >= _ARABIC * len(letters)
