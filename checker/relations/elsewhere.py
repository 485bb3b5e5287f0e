"""Figures of other happenings: another place, time or subject. However alike they are, they are not one."""

from __future__ import annotations

from checker.model import WIDE_GROUPS
from checker.relations.arithmetic import low
from checker.relations.evidence import OPENING, Placed, agree, one_large_number, tied
from checker.relations.scenes import Scene
from checker.relations.times import PAST

#: Numbers that cannot both hold need so many telling words in common, where the subject has changed.
_TELLING = 2
#: So few are met by chance.
_PAIR = 2


def elsewhere(a: Placed, b: Placed) -> bool:
    """Whether ``b``, behind ``a`` in the text, counts the people of another happening, as far as the text says."""
    if b.draft.path == "reference" or b.draft.sentence.in_title:
        return False
    if _of_other_people(a, b):
        return True
    if a.draft.sentence == b.draft.sentence or (tied(a, b) and not agree(a.draft, b.draft)):
        return False
    if _told_as_past(a, b):
        return True
    return not a.draft.sentence.in_title and (_in_another_place(a, b) or _of_another_subject(a, b))


def _told_as_past(a: Placed, b: Placed) -> bool:
    """Whether the second figure is told as background: "وسبق أن فقدت القوة 19 من أفرادها".

    Known people are those of before ("وبمقتل الجنديين ترتفع الحصيلة منذ بداية العام"), and so are a headline's in
    the opening.
    """
    opening = a.draft.sentence.in_title and b.context.position <= OPENING
    known = b.lead or opening or b.draft.phrase.definite or _is_told_again(a, b)
    return PAST in b.context.times - a.context.times and not known


def _is_told_again(a: Placed, b: Placed) -> bool:
    """Whether a number that is not met by chance counts the same noun in the next sentence."""
    x, y = a.draft, b.draft
    next_one = b.context.position - a.context.position <= 1
    return next_one and one_large_number(x, y) and bool(x.victims_key) and x.victims_key == y.victims_key


def _of_other_people(a: Placed, b: Placed) -> bool:
    """Whether the second figure is another one, and counts people whom the first does not name: "5 من موظفيها"."""
    return b.context.own and not agree(a.draft, b.draft) and a.draft.victims_key != b.draft.victims_key


def _in_another_place(a: Placed, b: Placed) -> bool:
    """Whether the story has moved on from the place of the first figure, or from a line of a list."""
    if a.context.bullet and b.context.bullet:
        return True  # lines of a list
    here, there = a.context.scene, b.context.scene
    if here == there or _spelt_out(a, b):
        return False
    if there is None:
        return here is not None and here.item and _unnamed(here, b)
    if there.item and here is not None and here.item:
        return True
    return _unnamed(there, a)


def _spelt_out(a: Placed, b: Placed) -> bool:
    """Whether the place spells out what the opening tells in short: the same number of people of one group."""
    x, y = a.draft, b.draft
    opening = a.context.position <= OPENING and (low(x) == low(y) > _PAIR)
    return opening and x.group is y.group not in WIDE_GROUPS and bool(a.context.events & b.context.events)


def _unnamed(scene: Scene, p: Placed) -> bool:
    """Whether the sentence of a figure says nothing of the place of a scene."""
    return not scene.place & p.context.sentence


def _of_another_subject(a: Placed, b: Placed) -> bool:
    """Whether the text has turned to another subject, and too little ties the two figures all the same."""
    x, y = a.draft, b.draft
    if a.context.turns == b.context.turns:
        return False
    alike = agree(x, y)
    if len(a.context.telling & b.context.telling) >= (1 if alike else _TELLING):
        return False
    return not (x.victims_key and x.victims_key == y.victims_key and alike)
