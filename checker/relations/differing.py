"""What speaks for and against a slip: two claims of one figure whose numbers differ.

Beside the evidence of :mod:`checker.relations.evidence` the numbers themselves
tell: how far they are from each other, and whether each has a place of its own.
"""

from __future__ import annotations

from checker.claims.draft import Draft
from checker.claims.slips import is_slip
from checker.model import WIDE_GROUPS, Outcome
from checker.relations.evidence import (
    Placed,
    apart_in_time,
    beside_differ,
    beside_person,
    list_makes,
    made_of,
    met_in_list,
    tied,
    two_sources,
)

#: Numbers further from each other than this are of different figures, unless a digit has slipped.
_FAR = 3
#: … and from a headline's number that the body gives elsewhere.
_FAR_FROM_BACKED = 2
#: How many times as large the greater number is: the steps that are told apart.
_RATIOS = {
    f"numbers more than {step} times apart": float(step)
    for step in ("1.1", "1.25", "1.5", "1.75", "2.25", "3", "5", "9")
}


def differing_evidence(a: Placed, b: Placed) -> dict[str, float]:
    """The evidence that two differing numbers give, for claims in text order."""
    lesser, greater = sorted((a, b), key=lambda p: size(p.draft))
    small, large = size(lesser.draft), size(greater.draft)
    ratio = large / max(1, small)
    return {
        "numbers a slip apart": float(is_slip(small, large)),
        "too far for a slip": float(far_apart(a, b)),
        **{name: float(ratio > step) for name, step in _RATIOS.items()},
        "two sources": float(two_sources(a, b)),
        "both numbers told elsewhere": float(a.again > 0 and b.again > 0 and not two_sources(a, b)),
        "one number told elsewhere": float((a.again > 0) != (b.again > 0)),
        "one in a list that is told elsewhere": float(met_in_list(a, b)),
        "one is made of the other": float(made_of(a, b)),
        "the list of one makes the other": float(list_makes(a, b)),
        "one person left out": float(_left_out(lesser, greater)),
        "dead and hurt in one": float(_in_one(lesser, large)),
        "the narrower group is the lesser": float(_is_narrower(lesser, greater)),
        "a third figure makes up for it": float(large - small != small and large - small in lesser.numbers),
        "a toll that has risen": float(b.risen and b is greater and not a.draft.sentence.in_title),
        "subject changed since": float(_turned(a, b)),
        "one is of another time": float(apart_in_time(a, b)),
    }


def size(draft: Draft) -> int:
    """The number of a claim, whichever bound it gives."""
    return draft.mention.min or draft.mention.max or 0


def far_apart(a: Placed, b: Placed) -> bool:
    """Whether no slip explains two numbers: digits slip, words do not, unless in the headline."""
    lesser, greater = sorted((a, b), key=lambda p: size(p.draft))
    small, large = size(lesser.draft), size(greater.draft)
    opening = a.draft.sentence.in_title and b.lead
    in_noun = lesser.draft.mention.kind == "dual"
    typed = (opening or not (_in_words(lesser.draft) or _in_words(greater.draft))) and not in_noun
    far = _FAR_FROM_BACKED if a.backed else _FAR
    return large > far * small and (beside_differ(a, b) or not (typed and is_slip(small, large)))


def _in_one(lesser: Placed, large: int) -> bool:
    """Whether the greater number is the lesser one with the dead (or hurt) told beside it: "6 إصابات" for 4 and 2."""
    return any(size(lesser.draft) + number == large for _, number in lesser.companions)


def other_people(a: Placed, b: Placed) -> bool:
    """Whether the words say that two numbers count other people, or no slip of any kind makes one of the other.

    One counts who is left, or known by name; or one is a dual, and the other many.
    """
    lesser, greater = sorted((a, b), key=lambda p: size(p.draft))
    some = lesser.context.partly and not greater.context.partly and not tied(a, b)
    one_more = lesser.context.beside and not greater.context.beside  # "شقيقيه وابن عمه", and in all three
    one_else = one_more or _with_attacker(lesser, greater) or _others_alone(lesser, greater)
    if one_else and size(greater.draft) - size(lesser.draft) == 1:
        return True
    return (
        some or _other_such(a, b) or _known_as_others(a, b) or (lesser.draft.mention.kind == "dual" and far_apart(a, b))
    )


def _with_attacker(lesser: Placed, greater: Placed) -> bool:
    """ "ثمانية قتلى بينهم المهاجم", and seven; "قتل شخصين قبل أن ينتحر", and three."""
    x, y = lesser.context, greater.context
    he_too = x.own_death and not y.own_death and lesser.draft.outcome is Outcome.KILLED
    return not x.with_attacker and (y.with_attacker or he_too)


def _others_alone(lesser: Placed, greater: Placed) -> bool:
    """ "فيما يخضع للتحقيق 10 آخرون", with one that has no number, and 11; "قتل القائد و21 مسلحا آخرين", and 22."""
    others = lesser.draft.phrase.others and not greater.draft.phrase.others
    alone = len(lesser.pattern) == 1 and not lesser.draft.sentence.in_title
    return others and (alone or beside_person(lesser.draft))


def _known_as_others(a: Placed, b: Placed) -> bool:
    """ "المهاجمين الخمسة", and then "الأجانب الثلاثة" of whom three were told: known people of another kind."""
    x, y = a.draft, b.draft
    return (
        y.phrase.definite and b.again > 0 and bool(x.victims_key and y.victims_key) and x.victims_key != y.victims_key
    )


def _other_such(a: Placed, b: Placed) -> bool:
    """ "70 جثة … كما وصلت 60 جثة أخرى": others of the people told of before, and not of those beside them."""
    x, y = a.draft, b.draft
    others = b.opens and y.phrase.others and not x.sentence.in_title
    return others and bool(y.victims_key) and x.victims_key == y.victims_key


def _left_out(lesser: Placed, greater: Placed) -> bool:
    """Whether the lesser may leave one out: who did it and died, a person told beside it without a number."""
    alone = lesser.pattern.count(lesser.draft.outcome.value) == 1
    beside = lesser.draft.phrase.others and not greater.draft.phrase.others and alone
    own_death = lesser.context.own_death or greater.context.own_death
    return size(greater.draft) - size(lesser.draft) == 1 and (own_death or lesser.context.beside or beside)


def _is_narrower(lesser: Placed, greater: Placed) -> bool:
    """ "11 جنديا" and "15 شخصا": the greater may hold others besides."""
    return lesser.draft.group not in WIDE_GROUPS and greater.draft.group in WIDE_GROUPS


def _turned(a: Placed, b: Placed) -> bool:
    """Whether the text has changed its subject, and the first is no headline's figure that nothing backs."""
    return a.context.turns != b.context.turns and (a.backed or not a.draft.sentence.in_title)


def _in_words(draft: Draft) -> bool:
    quantity = draft.mention.quantity
    return quantity is None or quantity.in_words
