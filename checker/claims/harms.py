"""The words of harm of a document: single words that can govern a figure or announce a toll."""

from __future__ import annotations

from collections.abc import Iterator

from checker.arabic.lexicon import HARMS, NUMBERS, Trigger, places
from checker.claims.fates import is_fate, words_of
from checker.claims.lumps import lump
from checker.claims.tagging import Harm, Tagged
from checker.model import Outcome

#: Words between "the number of" and "who".
_THOSE = 4
#: The hamza that tells two verbs apart which are folded into one.
_LEADS = "ؤ"
_THEIR = ("ه", "ها", "هم", "هن")


def find_harms(tagged: Tagged) -> None:
    """Add single words of harm to the expressions already found, in order; those that share a figure are lumped."""
    taken = {k for harm in tagged.harms for k in range(harm.first, harm.last)}
    taken.update(harm.close - 1 for harm in tagged.harms)
    for mark in tagged.marks.values():
        if "harmless" in mark.cues:
            taken.update(range(mark.first, mark.last))
    for first, (last, roles) in tagged.phrases.items():
        if roles.victim is not None:
            taken.update(range(first, last))
    tagged.tails = frozenset(harm.close - 1 for harm in tagged.harms if harm.close > harm.last)
    single = [harm for i, harm in _single_harms(tagged) if i not in taken]
    merged = sorted([*tagged.harms, *single])
    tagged.harms = [_announcing(tagged, harm) for harm in lump(tagged, merged)]


def _single_harms(tagged: Tagged) -> Iterator[tuple[int, Harm]]:
    for i in places(tagged.codes, HARMS):
        roles = tagged.roles[i]
        particle = tagged.particles[i]
        trigger = roles.trigger
        counted = trigger is None or (roles.victim is not None and roles.victim.number == "plural")
        definite = tagged.definite(i) or (trigger is None and (heads_definite(tagged, i) or _is_somebodys(tagged, i)))
        if counted and not definite and _is_numbered(tagged, i):
            outcome = roles.victim.outcome  # type: ignore[union-attr]
            yield i, Harm(i - 1, i + 1, outcome, "toll", True, tagged.joined(i - 1), i + 1)
            continue
        if roles.victim is not None and counted and definite:
            trigger = Trigger(roles.victim.outcome, "toll", "plural")
        elif trigger is None or tagged.definite(i) or ("harmless" in roles.cues and not _flee(tagged, i, trigger)):
            continue
        outcome, kind, number = trigger
        if "leads_to" in roles.cues and _LEADS in tagged.tokens[i].text:
            continue  # "يؤدي" leads, "يودي" kills
        if kind == "fall" and "particle" in roles.cues and not _is_lost(tagged, i + 1):
            continue
        if kind == "behind" and is_fate(tagged, i, "lost") and not _ends_or_goes_on(tagged, i + 1):
            continue
        yield i, Harm(i, i + 1, outcome, kind, number == "plural", particle[:1] in ("و", "ف"), i + 1)


def _is_numbered(tagged: Tagged, i: int) -> bool:
    """ "عدد أسرى جنود اللواء": with "the number of" in front a plural announces a toll, whosever it is."""
    victim = tagged.roles[i].victim
    return (
        victim is not None and victim.number == "plural" and not tagged.particles[i] and tagged.cue(i - 1, "number_of")
    )


def _flee(tagged: Tagged, i: int, trigger: Trigger) -> bool:
    """Whether "وفر" is "and fled", for its figure or "from" follows: "وفر العشرات", "وفر من المدينة 20"."""
    if trigger.outcome is not Outcome.DISPLACED or trigger.kind != "suffer" or i + 1 >= len(tagged.tokens):
        return False
    return bool(ord(tagged.codes[i + 1]) & NUMBERS) or tagged.word(i + 1, "of") or tagged.word(i + 1, "to")


def _ends_or_goes_on(tagged: Tagged, i: int) -> bool:
    """Whether the clause ends here, or another word of harm follows with "and"."""
    if i >= len(tagged.tokens) or tagged.tokens[i].kind == "punct":
        return True
    return tagged.joined(i) and tagged.roles[i].trigger is not None


def _is_lost(tagged: Tagged, i: int) -> bool:
    """Whether a subject or an object follows "فقد", which before a verb is a particle: "فقد حقق 5 أهداف"."""
    if i >= len(tagged.tokens):
        return False
    roles = tagged.roles[i]
    known = roles.noun is not None or roles.victim is not None or roles.body is not None
    return known or bool(ord(tagged.codes[i]) & NUMBERS) or tagged.definite(i) or "counting" in roles.cues


def _is_somebodys(tagged: Tagged, i: int) -> bool:
    """ "ضحاياه": a plural with a pronoun."""
    victim = tagged.roles[i].victim
    return victim is not None and victim.number == "plural" and tagged.tokens[i].norm.endswith(_THEIR)


def heads_definite(tagged: Tagged, i: int) -> bool:
    """ "قتلى المعارضة": a plural made definite by the word behind it."""
    victim = tagged.roles[i].victim
    following = i + 1
    return (
        victim is not None
        and victim.number == "plural"
        and following < len(tagged.tokens)
        and tagged.tokens[following].kind == "word"
        and (
            tagged.definite(following)
            or tagged.roles[following].event is not None
            or tagged.roles[following].body is not None
        )
        and (i == 0 or tagged.tokens[i - 1].kind in ("word", "newline"))
    )


def _announcing(tagged: Tagged, harm: Harm) -> Harm:
    """ "عدد الأشخاص الذين تم إنقاذهم": with "the number of those who" in front, the verb announces a toll."""
    if harm.kind not in ("cause", "suffer", "behind"):
        return harm
    who = harm.first - 1
    if who > 0 and tagged.tokens[who].norm in words_of("done"):
        who -= 1  # "الذين تم القبض عليهم"
    if not tagged.cue(who, "relative"):
        return harm
    for k in range(who - 1, max(-1, who - 1 - _THOSE), -1):
        if tagged.cue(k, "number_of") and not tagged.word(k + 1, "of"):
            return harm._replace(first=k, kind="toll")
        if not (tagged.definite(k) or tagged.definite(k + 1)):
            break  # but "عدد أفراد الخلية الذين اعتقلوا"
    return harm
