"""Finding CF701: a figure to which another article gives another value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.across.figures import holds, holds_loosely, iso, told
from checker.across.joining import Group
from checker.across.profile import Profile, Told
from checker.across.sayings import say
from checker.consistency.bounds import Thresholds, shown
from checker.consistency.explain import rounds
from checker.consistency.judge import name_conflict
from checker.consistency.naming import Conflict
from checker.consistency.rules import RuleSet
from checker.model import Claim, Finding, Severity

#: More articles than this are counted, not named.
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was checked, as comparing needs it."""

    text: str
    profile: Profile
    claims: Mapping[str, Claim]


@dataclass(frozen=True, slots=True)
class Judged:
    """What findings are made with: the rules of the run and its thresholds."""

    rules: RuleSet
    thresholds: Thresholds


def disagreements(
    groups: Sequence[Group], articles: Sequence[Article], judged: Judged, draft: str | None
) -> list[tuple[int, Finding]]:
    """For each group whose values cannot all hold one finding, with the article (by index) that it is about.

    That is the draft, if there is one; findings that do not touch it are left
    out. Else it is the newer of the two articles that contradict each other the
    most surely.
    """
    profiles = [article.profile for article in articles]
    found = []
    for group in groups:
        if holds([figure for _, figure in told(group, profiles)]):
            continue
        here = _subject(group, profiles, draft)
        if here is not None and (finding := _finding(group, here, articles, judged)) is not None:
            found.append((here, finding))
    return found


def _subject(group: Group, profiles: Sequence[Profile], draft: str | None) -> int | None:
    candidates = [
        article
        for article in sorted({article for article, _ in group.nodes})
        if _against(group, article, profiles) and (draft is None or profiles[article].path == draft)
    ]
    surest = [article for article in candidates if group.against and article in group.against]
    return max(surest or candidates, key=lambda article: (profiles[article].day or 0, article), default=None)


def _told_by(group: Group, article: int, profiles: Sequence[Profile]) -> list[Told]:
    return [profiles[a].figures[k] for a, k in group.nodes if a == article]


def _against(group: Group, here: int, profiles: Sequence[Profile]) -> list[int]:
    """The other articles whose values cannot hold beside those of one."""
    own = _told_by(group, here, profiles)
    if not holds(own):
        own = own[:1]  # what an article says against itself is another finding
    others = sorted({article for article, _ in group.nodes} - {here})
    return [article for article in others if not holds([*own, *_told_by(group, article, profiles)])]


def _finding(group: Group, here: int, articles: Sequence[Article], judged: Judged) -> Finding | None:
    profiles = [article.profile for article in articles]
    against = _against(group, here, profiles)
    own = _claims(group, here, articles)
    said = {k: _claims(group, k, articles) for k in against}
    place = max(own, key=lambda claim: (sum(_differs(claim, other) for other in said.values()), not claim.in_title))
    others = [(articles[k], _speaker(place, claims)) for k, claims in said.items()]
    loose = holds_loosely([figure for k in (here, *against) for figure in _told_by(group, k, profiles)])
    values = list(dict.fromkeys(shown(claim) for _, claim in others))
    arithmetic = " ≠ ".join((shown(place), *[value for value in values if value != shown(place)]))
    return name_conflict(
        Conflict(
            "across",
            tuple(own),
            arithmetic,
            {
                "a": shown(place),
                "text_a": place.text,
                "others_ar": _list_others(others, "ar"),
                "others_en": _list_others(others, "en"),
            },
            group.confidence,
            group.reasons,
            place.start,
            place.end,
            Severity.NOTE if loose or _only_rounded(place, said.values()) else None,
            tuple(sorted(values)),
        ),
        judged.rules,
        judged.thresholds,
        articles[here].text,
    )


def _claims(group: Group, article: int, articles: Sequence[Article]) -> list[Claim]:
    figures = _told_by(group, article, [one.profile for one in articles])
    return [articles[article].claims[claim] for figure in figures for claim in figure.claims]


def _only_rounded(claim: Claim, said: Iterable[Sequence[Claim]]) -> bool:
    """Whether headlines in round figures are all that contradicts: "112 ألف" above "112,686"."""
    against = [other for claims in said for other in claims if _apart(claim, other)]
    return bool(against) and all(
        (claim.in_title and rounds(claim, other)) or (other.in_title and rounds(other, claim)) for other in against
    )


def _differs(claim: Claim, others: Sequence[Claim]) -> bool:
    return any(_apart(claim, other) for other in others)


def _apart(a: Claim, b: Claim) -> bool:
    """Whether two claims as they are worded cannot both hold."""
    highs = [high for high in (a.max, b.max) if high is not None]
    return bool(highs) and max(a.min or 0, b.min or 0) > min(highs)


def _speaker(claim: Claim, others: Sequence[Claim]) -> Claim:
    """What an article is quoted with: what cannot hold beside the claim, attributed, in the body."""
    return max(others, key=lambda other: (_apart(claim, other), other.source is not None, not other.in_title))


def _list_others(others: Sequence[tuple[Article, Claim]], lang: str) -> str:
    told = [_told_other(article, claim, lang) for article, claim in others[:_NAMED]]
    if len(others) > _NAMED:
        told.append(say(lang, "more_articles", count=len(others) - _NAMED))
    return say(lang, "between").join(told)


def _told_other(article: Article, claim: Claim, lang: str) -> str:
    """ "10 (wire.txt, 2015-07-31, according to وزارة الدفاع)"."""
    source = say(lang, "according_to", source=claim.source) if claim.source else None
    about = [article.profile.path, iso(article.profile.day), source]
    return say(lang, "other", value=shown(claim), about=say(lang, "comma").join(part for part in about if part))
