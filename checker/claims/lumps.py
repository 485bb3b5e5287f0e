"""Two words of harm that share a figure: "مقتل وإصابة 5", "50 قتيلا وجريحا"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.arabic.lexicon import NUMBERS, Victim
from checker.arabic.numbers.hedges import hedge_before
from checker.arabic.numbers.lexicon import number_lexicon
from checker.claims.tagging import Harm, Tagged
from checker.model import Outcome

#: Words that name one person: "شابا سوريا".
_NAMED = 3
#: Words of a hedge with the number behind it: "ما لا يقل عن 60".
_HEDGE = 5
#: Words of harm that may share a figure, and what its people are then.
_LUMPING = frozenset({"cause", "suffer", "noun"})
_CASUALTIES = {Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES}
_LOST = {Outcome.KILLED, Outcome.MISSING}
_AIDED = {Outcome.INJURED, Outcome.DISPLACED}
_HELD = (Outcome.KIDNAPPED, Outcome.DETAINED)


def lump(tagged: Tagged, harms: list[Harm]) -> Iterator[Harm]:
    """Neighbours such as "مقتل وإصابة" become one trigger of casualties."""
    k = 0
    while k < len(harms):
        harm = harms[k]
        after = harms[k + 1] if k + 1 < len(harms) else None
        lumped = _lumped(tagged, harm, after) if after is not None else None
        if after is not None and lumped is not None:
            harms[k + 1] = harm._replace(last=after.last, close=after.close, outcome=lumped)
        else:
            yield harm
        k += 1


def _lumped(tagged: Tagged, harm: Harm, after: Harm) -> Outcome | None:
    """What two neighbours say together of one figure, or None where each has its own."""
    both = {harm.outcome, after.outcome}
    lumping = {harm.kind, after.kind} <= _LUMPING and harm.close == harm.last
    if Outcome.RESCUED in both:
        return None  # "عثر على اثنين على قيد الحياة وجثث خمسة"
    if len(both) == 1 or not (lumping or both == {Outcome.KILLED, Outcome.INJURED}):
        return None
    if tagged.roles[harm.first].victim is not None and harm.first and ord(tagged.codes[harm.first - 1]) & NUMBERS:
        return None  # "انتشال 9 جثث وإنقاذ 17": a counted noun
    gap = after.first - harm.last
    linked = gap == 1 and (tagged.tokens[harm.last].norm == "و" or tagged.word(harm.last, "or"))
    if not linked and not (gap == 0 and after.joined):
        return None
    if (
        _ending(tagged, harm) != _ending(tagged, after)
        or tagged.cue(after.last, "others")
        or tagged.cue(after.last + 1, "others")
    ):
        return None  # "قتلا وأصيب 31", "قتل وأصيب 5 آخرون": two clauses
    if tagged.cue(after.last, "injury_degree"):
        return None  # "وفاة وإصابة حرجة"
    if harm.kind in ("cause", "suffer") and _one_in_front(tagged, harm.first):
        return None  # "أن مسلحا قتل واعتقل 16"
    if harm.outcome in _HELD and after.outcome is Outcome.KILLED and not linked:
        return Outcome.KILLED  # "خطف وقتل ثلاثة": first the one, then the other
    if both == _AIDED:
        return Outcome.INJURED  # "إسعاف وإجلاء طفلين"
    return Outcome.CASUALTIES if both <= _CASUALTIES or both == _LOST else Outcome.OTHER


def _one_in_front(tagged: Tagged, i: int) -> bool:
    """Whether an indefinite person or one of several, the subject of a verb at ``i``, stands right in front of it."""
    if any(tagged.cue(k, "one_of") for k in range(max(0, i - _NAMED), i)):
        return True  # "أن أحد الحراس قتل وأصيب خمسة"
    k = i - 1
    while k >= 0 and k >= i - _NAMED:
        noun = tagged.roles[k].noun
        if noun is None or noun.group is None or noun.number != "singular" or tagged.definite(k):
            break
        k -= 1
    return k < i - 1 and not (k >= 0 and ord(tagged.codes[k]) & NUMBERS)  # "5000 مدني قتل وأصيب"


def _ends_lump(tagged: Tagged, i: int) -> bool:
    """Whether "وفاة وإصابة" ends before token ``i``: no figure or person of its own follows "إصابة"."""
    if i >= len(tagged.tokens):
        return True
    token, noun = tagged.tokens[i], tagged.roles[i].noun
    person = noun is not None and noun.group is not None
    if _hedged(tagged, i):
        return False  # "182 قتيلا وإصابة أكثر من 6 آلاف"
    return token.kind != "number" and token.text not in '(«"' and not person and not tagged.cue(i, "injury_degree")


def _hedged(tagged: Tagged, i: int) -> bool:
    """Whether a hedge begins at ``i`` with its number behind it: "أكثر من 6 آلاف"."""
    for k in range(i + 1, min(i + _HEDGE, len(tagged.tokens))):
        if ord(tagged.codes[k]) & NUMBERS:
            hedge = hedge_before(tagged.tokens, k, number_lexicon())
            return hedge is not None and hedge.first == i
    return False


def _ending(tagged: Tagged, harm: Harm) -> str:
    """Person and number of a verb, as far as its ending shows them."""
    if harm.kind not in ("cause", "suffer"):
        return ""
    norm = tagged.tokens[harm.first].norm
    return next((e for e in ("وا", "ون", "تا", "ا", "ن") if norm.endswith(e)), "")


def victim_of(tagged: Tagged, i: int, *, counted: bool = True) -> tuple[Victim, int] | None:
    """The victims word at ``i`` with the end of its expression, lumping "50 قتيلا وجريحا".

    "5 قتلى وجريح" counts twice, and so does "قتيل وجريح" without a number in
    front (not ``counted``).
    """
    end, roles = tagged.phrases.get(i, (i + 1, tagged.roles[i]))
    victim = roles.victim
    if victim is None:
        return None
    if counted and end < len(tagged.roles) and tagged.particles[end][:1] == "و":
        following, verbal = tagged.roles[end].victim, tagged.roles[end].trigger
        both = {victim.outcome, following.outcome if following is not None else verbal and verbal.outcome}
        if following is None:  # "900 حالة وفاة واختفاء"
            lumped = end - i > 1 and verbal is not None and verbal.kind == "noun" and _ends_lump(tagged, end + 1)
        else:
            same = following.number == victim.number
            same = same or (tagged.definite(end) and victim.number == "plural")  # "عشرات الشهداء والمصابين"
            lumped = same if verbal is None else _ends_lump(tagged, end + 1)
        if victim.number == "plural" and tagged.cue(end + 1, "others"):
            lumped = False  # "5 شهداء وجرحى آخرين"
        if lumped and both in ({Outcome.KILLED, Outcome.INJURED}, _LOST):
            return Victim(Outcome.CASUALTIES, victim.number), end + 1
    return victim, end
